"""The outbox: records without a receipt, in order, and what receipts make of them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec
from sqlalchemy import Connection, Table, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.sql.elements import ColumnElement

from kiosk.journal import epoch as lives
from kiosk.journal import mixing
from kiosk.journal.schema import STREAMS, backed_up, epochs, heads
from kiosk.journal.store import Store
from sync.messages import Mark, Outcome, Receipt, State
from sync.outbox import START, Lost, Parcel, Place, Tally
from sync.records import PEOPLE

_ORDER = tuple(STREAMS)
_OUTCOMES = frozenset(("stored", "same", "conflict", "quarantined"))
_log = logging.getLogger(__name__)


class JournalOutbox:
    """What ``kiosk`` recorded, as the uplink sees it. ``renew`` begins a new epoch."""

    def __init__(self, store: Store, kiosk: str, renew: Callable[[], None]) -> None:
        self._store = store
        self._kiosk = kiosk
        self._renew = renew
        self._epochs: list[str] | None = None
        self._safe: list[Mark] = []

    def marks(self) -> list[Mark]:
        """How far each stream of each epoch goes."""
        with self._store.read() as connection:
            return self._marks(connection)

    def pending(self) -> int:
        """Records without a receipt."""
        with self._store.read() as connection:
            return sum(
                connection.execute(
                    select(func.count()).select_from(table).where(self._waiting(connection, table))
                ).scalar_one()
                for table in STREAMS.values()
            )

    def take(self, after: tuple[int, int], records: int, size: int) -> Parcel | None:
        """The next records in order, the streams one after another. The first call of a sync says
        which of ``people`` may travel in it: those are not mixed with later ones any more."""
        if after == START:
            self._store.transact(mixing.offer)
        places: list[Place] = []
        wires: list[bytes] = []
        room = size
        with self._store.read() as connection:
            offered = mixing.offered(connection)
            for index in range(after[0], len(_ORDER)):
                stream = _ORDER[index]
                table = STREAMS[stream]
                first = after[1] if index == after[0] else 0
                statement = (
                    select(table.c.n, table.c.epoch, table.c.seq, table.c.sha256, table.c.wire)
                    .where(self._waiting(connection, table), table.c.n > first)
                    .order_by(table.c.n)
                    .limit(records - len(places))
                )
                if stream == PEOPLE:
                    statement = statement.where(table.c.n <= offered)
                for n, epoch, seq, sha256, wire in connection.execute(statement):
                    room -= len(wire)
                    if room < 0 and places:
                        return Parcel(after, places, wires)
                    places.append(Place(n, stream, epoch, seq, sha256))
                    wires.append(wire)
                    after = (index, n)
                if len(places) >= records:
                    break
        return Parcel(after, places, wires) if places else None

    def receive(self, parcel: Parcel, receipt: Receipt) -> Tally:
        """Mark what the receipt names by place and by hash; what it does not name goes on waiting.
        ``conflict`` and ``quarantined`` are the centre's word too: it has the bytes."""
        said = {(a.stream, a.epoch, a.seq): a for a in receipt.answers}
        named: list[tuple[Place, Outcome]] = []
        for place in parcel.places:
            answer = said.get((place.stream, place.epoch, place.seq))
            if answer is not None and answer.sha256 == place.sha256 and answer.outcome in _OUTCOMES:
                named.append((place, answer.outcome))

        def work(connection: Connection) -> None:
            for stream, low, high, outcome in _runs(named):
                table = STREAMS[stream]
                connection.execute(
                    update(table).where(table.c.n.between(low, high)).values(outcome=outcome)
                )
            self._note_safe(connection, receipt.backed_up)

        self._store.transact(work)
        counts = Counter(outcome for _, outcome in named)
        return Tally(
            counts["stored"],
            counts["same"],
            counts["conflict"],
            counts["quarantined"],
            len(parcel.places) - len(named),
        )

    def compare(self, state: State) -> Lost:
        """Let what the centre lost wait again. Records it once quarantined or found in conflict
        count as lost only with a centre that has become another one."""
        held = {(mark.epoch, mark.stream): mark for mark in state.held}
        with self._store.read() as connection:
            known = lives.read_meta(connection)
            another = known.get("centre_epoch", state.centre_epoch) != state.centre_epoch
            mine = self._marks(connection)
            short = [
                (mark, there)
                for mark in mine
                if (there := held.get((mark.epoch, mark.stream), _nothing(mark)))
                and (there.high < mark.high or there.gaps)
            ]
        lost = Lost()
        if short:
            lost = self._store.transact(lambda connection: _wake(connection, short, another))
            if any(lost):
                _log.warning("the centre lost records: %s sent again, %s gone", *lost)
        current = known.get("epoch", "")
        if any(mark.epoch == current and self._is_ahead(mark, mine) for mark in state.held):
            _log.warning("this journal is a restored copy: a new epoch begins")
            self._renew()
            self._epochs = None
        return lost

    def synced(self, state: State) -> None:
        """Remember the centre's epoch, its backups and the time."""

        def work(connection: Connection) -> None:
            lives.write_meta(connection, centre_epoch=state.centre_epoch, last_sync=state.at)
            self._note_safe(connection, state.backed_up)

        self._store.transact(work)

    def _waiting(self, connection: Connection, table: Table) -> ColumnElement[bool]:
        mine = self._my_epochs(connection)
        return table.c.outcome.is_(None) & table.c.epoch.in_(mine)

    def _my_epochs(self, connection: Connection) -> list[str]:
        if self._epochs is None:
            mine = select(epochs.c.epoch).where(epochs.c.kiosk == self._kiosk)
            self._epochs = list(connection.execute(mine).scalars())
        return self._epochs

    def _marks(self, connection: Connection) -> list[Mark]:
        statement = (
            select(heads.c.stream, heads.c.epoch, heads.c.last)
            .where(heads.c.epoch.in_(self._my_epochs(connection)))
            .order_by(heads.c.epoch, heads.c.stream)
        )
        return [Mark(*row) for row in connection.execute(statement)]

    @staticmethod
    def _is_ahead(there: Mark, mine: list[Mark]) -> bool:
        last = {(mark.stream, mark.epoch): mark.high for mark in mine}
        return there.high > last.get((there.stream, there.epoch), 0)

    def _note_safe(self, connection: Connection, marks: list[Mark]) -> None:
        mine = set(self._my_epochs(connection))
        marks = [mark for mark in marks if mark.epoch in mine and mark.stream in STREAMS]
        if not marks or marks == self._safe:
            return
        rows = [
            {
                "epoch": mark.epoch,
                "stream": mark.stream,
                "high": mark.high,
                "gaps": msgspec.json.encode(mark.gaps).decode(),
            }
            for mark in marks
        ]
        statement = upsert(backed_up)
        replaced = {"high": statement.excluded.high, "gaps": statement.excluded.gaps}
        connection.execute(
            statement.on_conflict_do_update(["epoch", "stream"], set_=replaced), rows
        )
        self._safe = marks


def _nothing(mark: Mark) -> Mark:
    return Mark(mark.stream, mark.epoch, 0)


def _runs(named: list[tuple[Place, Outcome]]) -> Iterator[tuple[str, int, int, Outcome]]:
    """Neighbours of one stream with one outcome, as (stream, first n, last n, outcome). Only
    unbroken numbers are joined, so nothing that was not sent is ever marked."""
    start = 0
    for index in range(1, len(named) + 1):
        before, outcome = named[index - 1]
        if index < len(named):
            place, next_outcome = named[index]
            joined = place.stream == before.stream and place.n == before.n + 1
            if joined and next_outcome == outcome:
                continue
        yield before.stream, named[start][0].n, before.n, outcome
        start = index


def _wake(connection: Connection, short: list[tuple[Mark, Mark]], another: bool) -> Lost:
    again = gone = 0
    for mine, there in short:
        table = STREAMS[mine.stream]
        ranges = [(there.high + 1, mine.high + 1), *there.gaps]
        ranges = [(low, min(high, mine.high + 1)) for low, high in ranges]
        ranges = [(low, high) for low, high in ranges if 0 < low < high]
        if not ranges:
            continue
        inside = (table.c.epoch == mine.epoch) & or_(
            *(table.c.seq.between(low, high - 1) for low, high in ranges)
        )
        kept = connection.execute(
            select(func.count()).select_from(table).where(inside)
        ).scalar_one()
        gone += sum(high - low for low, high in ranges) - kept
        outcomes = _OUTCOMES if another else ("stored", "same")
        received = inside & table.c.outcome.in_(outcomes)
        found = connection.execute(
            select(func.count()).select_from(table).where(received)
        ).scalar_one()
        if found:
            connection.execute(update(table).where(received).values(outcome=None))
            again += found
    return Lost(again, gone)
