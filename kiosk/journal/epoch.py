"""The epoch: which life of this journal a seq belongs to.

A random word kept, with the machine's id and a count of starts, in the database and in
``epoch.json`` beside it. A restored backup or a cloned disk makes the two, or the machine,
disagree; then a new epoch begins and no seq is ever given out twice for different records.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import secrets
from pathlib import Path

import msgspec
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk import durable
from kiosk.journal.errors import DiskFull, JournalBroken
from kiosk.journal.schema import STREAMS, epochs, meta
from kiosk.journal.store import Store
from sync.messages import pack_record, unpack_record
from sync.records import make_record

FILE = "epoch.json"
_MACHINE_ID = Path("/etc/machine-id")
_log = logging.getLogger(__name__)


class Life(msgspec.Struct, frozen=True):
    """What both places must agree on."""

    epoch: str
    machine: str
    starts: int


def machine_id() -> str:
    """A name of this machine that says nothing of it elsewhere; empty where it has none."""
    try:
        raw = _MACHINE_ID.read_bytes().strip()
    except OSError:
        return ""
    return hashlib.sha256(b"sozvezdie/machine/1\0" + raw).hexdigest()[:16] if raw else ""


def begin(store: Store, kiosk: str, machine: str | None = None) -> str:
    """Count one more start of the journal; its epoch, the one it was in unless something disagrees.
    What was recorded before the kiosk had an id becomes ``kiosk``'s."""
    file = store.path.with_name(FILE)
    noted = _read(file)
    here = machine_id() if machine is None else machine

    def work(connection: Connection) -> Life:
        known = read_meta(connection)
        epoch = known.get("epoch", "")
        stored = Life(epoch, known.get("machine", ""), int(known.get("starts", "0")))
        owner = _owner(connection, epoch)
        agreed = bool(epoch) and noted == stored and stored.machine == here
        if owner == "" and kiosk:
            _adopt(connection, kiosk)
            owner = kiosk
        if not agreed or owner != kiosk:
            epoch = new_epoch(connection, kiosk)
        life = Life(epoch, here, stored.starts + 1)
        write_meta(connection, machine=here, starts=str(life.starts), clean="no")
        return life

    life = store.transact(work)
    try:
        durable.write(file, msgspec.json.encode(life))
    except OSError as error:
        # Without it the next start begins a new epoch, which is safe; but the disk is in trouble.
        _log.error("%s was not written: %s", FILE, error.strerror)
    return life.epoch


def is_clean(store: Store) -> bool:
    """Whether the journal was last closed in good order, or is new."""
    with store.read() as connection:
        return read_meta(connection).get("clean", "yes") == "yes"


def new_epoch(connection: Connection, kiosk: str) -> str:
    """Begin an epoch of ``kiosk`` and make it the journal's."""
    epoch = secrets.token_hex(8)
    since = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    connection.execute(insert(epochs).values(epoch=epoch, kiosk=kiosk, since=since))
    write_meta(connection, epoch=epoch)
    return epoch


def note_new_epoch(store: Store, epoch: str) -> None:
    """Tell ``epoch.json`` of an epoch begun while the journal is open."""
    file = store.path.with_name(FILE)
    noted = _read(file)
    if noted is not None:
        try:
            durable.write(file, msgspec.json.encode(Life(epoch, noted.machine, noted.starts)))
        except OSError as error:
            raise (DiskFull if error.errno == 28 else JournalBroken)(str(error)) from error


def read_meta(connection: Connection) -> dict[str, str]:
    """Every single value."""
    rows = connection.execute(select(meta.c.name, meta.c.value))
    return {row.name: row.value for row in rows}


def write_meta(connection: Connection, **values: str) -> None:
    """Set single values."""
    rows = [{"name": name, "value": value} for name, value in values.items()]
    statement = upsert(meta)
    replaced = {"value": statement.excluded.value}
    connection.execute(statement.on_conflict_do_update(["name"], set_=replaced), rows)


def _owner(connection: Connection, epoch: str) -> str | None:
    found = connection.execute(select(epochs.c.kiosk).where(epochs.c.epoch == epoch)).scalar()
    return None if found is None else str(found)


def _adopt(connection: Connection, kiosk: str) -> None:
    """Give what was recorded before enrolment to ``kiosk``: its id goes into each record, so each
    gets a new hash. None of it has been sent to anyone."""
    orphans = list(connection.execute(select(epochs.c.epoch).where(epochs.c.kiosk == "")).scalars())
    for table in STREAMS.values():
        waiting = (
            select(table.c.n, table.c.wire)
            .where(table.c.epoch.in_(orphans), table.c.n > 0)
            .order_by(table.c.n)
        )
        after = 0
        while rows := connection.execute(waiting.where(table.c.n > after).limit(1000)).all():
            for n, wire in rows:
                record = unpack_record(wire)
                fields = msgspec.structs.astuple(record)[1:-1]
                mine = make_record(kiosk, *fields)
                values = {"sha256": mine.sha256, "wire": pack_record(mine)}
                connection.execute(update(table).where(table.c.n == n).values(values))
            after = rows[-1][0]
    connection.execute(update(epochs).where(epochs.c.kiosk == "").values(kiosk=kiosk))


def _read(file: Path) -> Life | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Life)
    except (OSError, msgspec.DecodeError, ValueError, RecursionError):
        return None
