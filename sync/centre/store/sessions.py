"""Staff sessions: in the database, so that every worker knows them; tokens kept hashed."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from sqlalchemy import delete, insert, select

from sync.centre import clock
from sync.centre.store.engine import Store
from sync.centre.store.tables import sessions

LIFE = dt.timedelta(hours=10)
"""A working day: then one logs in again."""


def begin(store: Store, administrator: str, now: dt.datetime) -> str:
    """A new session's token, for a cookie. Old sessions are swept out on the way."""
    token = secrets.token_urlsafe(32)
    with store.write() as connection:
        connection.execute(delete(sessions).where(sessions.c.expires_at < clock.stamp(now)))
        connection.execute(
            insert(sessions).values(
                token_hash=_hash(token),
                administrator=administrator,
                created_at=clock.stamp(now),
                expires_at=clock.stamp(now + LIFE),
            )
        )
    return token


def owner(store: Store, token: str, now: dt.datetime) -> str | None:
    """Whose session a token is; None when it is nobody's or over."""
    with store.read() as connection:
        return connection.execute(
            select(sessions.c.administrator).where(
                sessions.c.token_hash == _hash(token), sessions.c.expires_at > clock.stamp(now)
            )
        ).scalar()


def end(store: Store, token: str) -> None:
    """Forget a session."""
    with store.write() as connection:
        connection.execute(delete(sessions).where(sessions.c.token_hash == _hash(token)))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
