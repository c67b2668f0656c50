"""Purging: what the centre has received and backed up need not stay on the kiosk for ever."""

from __future__ import annotations

import datetime as dt

import msgspec
from sqlalchemy import Connection, delete, select

from kiosk.journal.schema import STREAMS, backed_up
from kiosk.journal.store import Store


def purge(store: Store, before: dt.date) -> int:
    """Delete records of days before ``before`` that have a receipt and lie below the centre's
    backed-up mark, outside its gaps; how many."""
    return store.transact(lambda connection: _purge(connection, before))


def _purge(connection: Connection, before: dt.date) -> int:
    deleted = 0
    for row in connection.execute(select(backed_up)).all():
        table = STREAMS[row.stream]
        gaps = msgspec.json.decode(row.gaps, type=list[tuple[int, int]])
        condition = (
            (table.c.epoch == row.epoch)
            & (table.c.seq <= row.high)
            & table.c.outcome.is_not(None)
            & (table.c.at < before.isoformat())
        )
        for low, high in gaps:
            condition &= ~table.c.seq.between(low, high - 1)
        deleted += connection.execute(delete(table).where(condition)).rowcount
    return deleted
