"""Mixing: the order of ``people`` tells nothing of the order in which people came.

A seq must be given at once and without gaps, so a new record takes the place of a random one of
the same day that has not been offered to the centre yet, and that one moves to the end. Each order
of a day's records between two syncs is equally likely.
"""

from __future__ import annotations

import secrets
from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select, update

from kiosk.journal.epoch import read_meta, write_meta
from kiosk.journal.schema import people
from sync.messages import pack_record, unpack_record
from sync.records import Record, make_record

OFFERED = "offered"
"""The ``n`` of ``people`` up to which records may be on their way: those stay where they are."""


def row(record: Record) -> dict[str, Any]:
    """A record as the journal's tables keep it."""
    return {
        "epoch": record.epoch,
        "seq": record.seq,
        "at": record.at,
        "kind": record.kind,
        "sha256": record.sha256,
        "wire": pack_record(record),
    }


def insert_mixed(connection: Connection, record: Record) -> list[Record]:
    """Insert ``record`` of ``people``; what has got a new place: it, and the one that made room."""
    free = (
        select(people.c.n)
        .where(people.c.epoch == record.epoch, people.c.at == record.at)
        .where(people.c.outcome.is_(None), people.c.n > offered(connection))
        .order_by(people.c.n)
    )
    places = connection.execute(free).scalars().all()
    chosen = secrets.randbelow(len(places) + 1)
    if chosen == len(places):
        connection.execute(insert(people).values(row(record)))
        return [record]
    there = people.c.n == places[chosen]
    other = unpack_record(connection.execute(select(people.c.wire).where(there)).scalar_one())
    mine, moved = _at(record, other.seq), _at(other, record.seq)
    connection.execute(update(people).where(there).values(row(mine)))
    connection.execute(insert(people).values(row(moved)))
    return [mine, moved]


def offer(connection: Connection) -> None:
    """From now on every record that is there stays where it is."""
    last = connection.execute(select(func.max(people.c.n))).scalar() or 0
    if last > offered(connection):
        write_meta(connection, **{OFFERED: str(last)})


def offered(connection: Connection) -> int:
    """The last ``n`` that may be on its way."""
    return int(read_meta(connection).get(OFFERED, "0"))


def _at(record: Record, seq: int) -> Record:
    fields = msgspec.structs.asdict(record)
    del fields["sha256"]
    return make_record(**fields | {"seq": seq})
