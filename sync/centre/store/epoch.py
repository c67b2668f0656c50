"""The centre's epoch: kiosks learn by it that the centre came back older than it was.

Random, made with the database. A number beside the database says the last batch this machine
saw committed; a database that knows less is a restored backup and begins a new epoch.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
from pathlib import Path

from sqlalchemy import func, insert, select, update

from sync.centre import clock
from sync.centre.store.engine import Store
from sync.centre.store.tables import batches, centre


def current(store: Store) -> str:
    """The epoch the database is in."""
    with store.read() as connection:
        return str(connection.execute(select(centre.c.epoch)).scalar_one())


def begin(store: Store, last_batch: Path, now: dt.datetime) -> str:
    """The epoch to serve under: the database's own, or a new one when there is none yet or the
    database is older than what ``last_batch`` says."""
    with store.write() as connection:
        epoch = connection.execute(select(centre.c.epoch)).scalar()
        held = connection.execute(select(func.max(batches.c.id))).scalar() or 0
        if epoch is not None and held >= seen(last_batch):
            return str(epoch)
        fresh = {"epoch": secrets.token_hex(8), "since": clock.stamp(now)}
        if epoch is None:
            connection.execute(insert(centre).values(one=1, **fresh))
        else:
            connection.execute(update(centre).values(**fresh))
    last_batch.write_text(f"{held:020d}\n")
    return fresh["epoch"]


def seen(last_batch: Path) -> int:
    """The number in the file beside the database; 0 when there is none."""
    try:
        return int(last_batch.read_text())
    except (OSError, ValueError):
        return 0


def note(last_batch: Path, batch: int) -> None:
    """Remember a committed batch. Written in place and not synced: losing it to a power cut
    makes the check weaker for a moment and nothing else."""
    handle = os.open(last_batch, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.pwrite(handle, f"{batch:020d}\n".encode(), 0)
    finally:
        os.close(handle)
