"""How often somebody may try: counted in the database, so that several workers count as one."""

from __future__ import annotations

import datetime as dt
import hmac

from sqlalchemy import delete

from sync.centre import clock
from sync.centre.store.engine import Store
from sync.centre.store.tables import limits
from sync.centre.store.upsert import inserting

KEPT = dt.timedelta(days=1)


def take(
    store: Store, pepper: bytes, subject: str, allowed: int, window: dt.timedelta, now: dt.datetime
) -> bool:
    """Count one try of ``subject`` and say whether it is among the ``allowed`` of the current
    window. The subject (an account, an address) is kept as a keyed hash only."""
    start = dt.datetime.fromtimestamp(
        now.timestamp() // window.total_seconds() * window.total_seconds(), dt.UTC
    )
    with store.write() as connection:
        connection.execute(delete(limits).where(limits.c.window_at < clock.stamp(now - KEPT)))
        counted = inserting(connection, limits).values(
            subject=_hash(pepper, subject), window_at=clock.stamp(start), count=1
        )
        counted = counted.on_conflict_do_update(
            index_elements=[limits.c.subject, limits.c.window_at],
            set_={"count": limits.c.count + 1},
        ).returning(limits.c.count)
        return int(connection.execute(counted).scalar_one()) <= allowed


def clear(store: Store, pepper: bytes, subject: str) -> None:
    """Forget the tries of ``subject``."""
    with store.write() as connection:
        connection.execute(delete(limits).where(limits.c.subject == _hash(pepper, subject)))


def _hash(pepper: bytes, subject: str) -> bytes:
    return hmac.digest(pepper, f"limit/1\0{subject}".encode(), "sha256")
