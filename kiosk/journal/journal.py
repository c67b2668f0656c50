"""The journal: append-only, two streams, each with a gapless seq of its own."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.journal import epoch as lives
from kiosk.journal.errors import JournalBroken
from kiosk.journal.mixing import insert_mixed, row
from kiosk.journal.outbox import JournalOutbox
from kiosk.journal.purge import purge
from kiosk.journal.schema import STREAMS, heads
from kiosk.journal.store import Store
from sync.records import PEOPLE, SCHEMAS, USE, Record, make_record, uuid7

_log = logging.getLogger(__name__)
_json = msgspec.json.Encoder(order="sorted")


class Entry(NamedTuple):
    """A record before it has a seq; its kind says its stream. ``at`` is as it will be stored."""

    kind: str
    id: bytes
    at: str
    visit: bytes
    key: str
    body: bytes


def use_entry(kind: str, body: dict[str, Any], visit: bytes, at: dt.datetime) -> Entry:
    """An entry of ``use``: JSON body, the moment in UTC."""
    if SCHEMAS[kind][0] != USE:
        raise ValueError(f"{kind} is not of the use stream")
    moment = at.astimezone(dt.UTC)
    stamp = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return Entry(kind, uuid7(int(moment.timestamp() * 1000)), stamp, visit, "", _json.encode(body))


def people_entry(kind: str, id: bytes, key: str, box: bytes, on: dt.date) -> Entry:
    """An entry of ``people``: a sealed box, the name of its key, a date and no visit."""
    if SCHEMAS[kind][0] != PEOPLE:
        raise ValueError(f"{kind} is not of the people stream")
    return Entry(kind, id, on.isoformat(), b"", key, box)


class Journal:
    """The journal in ``path`` of the kiosk ``kiosk_id`` (empty before enrolment). One process has
    it open; its threads may share it. Opening after an unclean end checks the file. Everything
    may raise :class:`kiosk.journal.JournalError`."""

    def __init__(self, path: Path, kiosk_id: str, machine: str | None = None) -> None:
        self.kiosk_id = kiosk_id
        self._store = Store(path)
        try:
            if not lives.is_clean(self._store) and (faults := self._store.quick_check()):
                raise JournalBroken(f"{path.name} is damaged: {faults[0]}")
            self.epoch = lives.begin(self._store, kiosk_id, machine)
        except BaseException:
            self._store.close()
            raise

    @property
    def store(self) -> Store:
        """The database, for what asks questions of its own."""
        return self._store

    def append(
        self, kind: str, body: dict[str, Any], visit: bytes = b"", at: dt.datetime | None = None
    ) -> Record:
        """Append one record of ``use``; on the disk when this returns."""
        moment = at or dt.datetime.now(dt.UTC)
        record = self.append_all([use_entry(kind, body, visit, moment)])[0]
        if kind == "visit.ended":
            self._store.fold()
        return record

    def append_people(self, kind: str, id: bytes, key: str, box: bytes, on: dt.date) -> Record:
        """Append one record of ``people``: ``box`` is sealed to the key called ``key`` under
        ``id``. Its seq may change until a sync has begun (:mod:`kiosk.journal.mixing`)."""
        return self.append_all([people_entry(kind, id, key, box, on)])[0]

    def append_all(self, entries: Sequence[Entry]) -> list[Record]:
        """Append records in one durable transaction: all of them or none.

        After an error that is not a full disk the file is reopened and checked once, and the
        entries are written if they are not there already: a commit that reported an error may
        have reached the disk all the same. The records come back in the order given."""
        made: list[Record] = []

        def work(connection: Connection) -> list[Record]:
            made[:] = self._insert(connection, entries)
            return list(made)

        try:
            return self._store.transact(work)
        except JournalBroken as error:
            _log.error("reopening the journal: %s", error)
            self._store.reopen()
            if made and self._are_stored(made):
                return made
            return self._store.transact(work)

    def pending(self, kiosk: str | None = None) -> int:
        """Records without a receipt, of ``kiosk`` or of every identity this journal had."""
        if kiosk is not None:
            return self.outbox(kiosk).pending()
        with self._store.read() as connection:
            return sum(
                connection.execute(
                    select(func.count()).select_from(table).where(table.c.outcome.is_(None))
                ).scalar_one()
                for table in STREAMS.values()
            )

    def last_sync(self) -> str:
        """When a sync last went through, ISO 8601 UTC by the centre's clock; empty before."""
        with self._store.read() as connection:
            return lives.read_meta(connection).get("last_sync", "")

    def outbox(self, kiosk: str | None = None) -> JournalOutbox:
        """The outbox of this kiosk, or of an identity it had before."""
        return JournalOutbox(
            self._store, self.kiosk_id if kiosk is None else kiosk, self._renew_epoch
        )

    def purge(self, keep_days: int, today: dt.date) -> int:
        """Delete records that the centre has received and backed up and that are older than
        ``keep_days``; how many."""
        return purge(self._store, today - dt.timedelta(days=keep_days))

    def quick_check(self) -> list[str]:
        """What is wrong with the file, empty when it is whole. Reads all of it: for a worker."""
        return self._store.quick_check()

    def close(self) -> None:
        """Close in good order."""
        try:
            self._store.transact(lambda connection: lives.write_meta(connection, clean="yes"))
        except Exception as error:
            _log.error("the journal was not closed in good order: %s", error)
        self._store.close()

    def _renew_epoch(self) -> None:
        """The centre holds more of this epoch than we ever wrote: we are a restored copy."""
        self.epoch = self._store.transact(
            lambda connection: lives.new_epoch(connection, self.kiosk_id)
        )
        lives.note_new_epoch(self._store, self.epoch)

    def _insert(self, connection: Connection, entries: Sequence[Entry]) -> list[Record]:
        by_stream: dict[str, list[int]] = {}
        for index, entry in enumerate(entries):
            by_stream.setdefault(SCHEMAS[entry.kind][0], []).append(index)
        records: dict[int, Record] = {}
        for stream, indexes in by_stream.items():
            last = _claim(connection, self.epoch, stream, len(indexes))
            made = [
                self._record(stream, seq, entries[index])
                for seq, index in enumerate(indexes, last - len(indexes) + 1)
            ]
            if stream == PEOPLE:
                made = _mix(connection, made)
            else:
                connection.execute(insert(STREAMS[stream]), [row(record) for record in made])
            records.update(zip(indexes, made, strict=True))
        return [records[index] for index in range(len(entries))]

    def _record(self, stream: str, seq: int, entry: Entry) -> Record:
        return make_record(
            self.kiosk_id,
            stream,
            self.epoch,
            seq,
            entry.id,
            entry.kind,
            SCHEMAS[entry.kind][1],
            entry.at,
            entry.visit,
            entry.key,
            entry.body,
        )

    def _are_stored(self, records: Sequence[Record]) -> bool:
        with self._store.read() as connection:
            return all(
                connection.execute(
                    select(table.c.sha256).where(
                        table.c.epoch == record.epoch, table.c.seq == record.seq
                    )
                ).scalar()
                == record.sha256
                for record in records
                for table in [STREAMS[record.stream]]
            )


def _claim(connection: Connection, epoch: str, stream: str, count: int) -> int:
    """Give out ``count`` seqs; the last of them."""
    statement = upsert(heads).values(epoch=epoch, stream=stream, last=count)
    return int(
        connection.execute(
            statement.on_conflict_do_update(
                ["epoch", "stream"], set_={"last": heads.c.last + count}
            ).returning(heads.c.last)
        ).scalar_one()
    )


def _mix(connection: Connection, records: Sequence[Record]) -> list[Record]:
    placed: dict[bytes, Record] = {}
    for record in records:
        placed.update((one.id, one) for one in insert_mixed(connection, record))
    return [placed[record.id] for record in records]
