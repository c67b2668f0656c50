"""Administrators: names and Argon2id password hashes. All of them may do the same."""

from __future__ import annotations

import datetime as dt

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, insert, select, update

from sync.centre import clock
from sync.centre.home import HomeError
from sync.centre.store import audit
from sync.centre.store.engine import Store
from sync.centre.store.tables import administrators, sessions
from sync.centre.store.upsert import ignoring

MIN_PASSWORD = 8
"""Characters a password must have at least."""

BY_COMMAND = "command"
"""The audit's detail of what was done at the server itself, where nobody logs in."""

# The OWASP Password Storage Cheat Sheet's Argon2id setting: 19 MiB, two passes, one lane.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$c296dmV6ZGllL25vYm9keQ"
    "$UFqP8xmWPXJk1XSnFvMTmmHzUhvbDwtYAfzFJrEx3zE"
)
"""Checked for a name that does not exist, so that the answer takes as long."""


def check_new(name: str, password: str) -> None:
    """HomeError when the name or the password cannot be taken."""
    if not name.strip() or len(name) > 60 or not name.isprintable():
        raise HomeError("Имя администратора пустое или слишком длинное.")
    if len(password) < MIN_PASSWORD:
        raise HomeError(f"Пароль администратора короче {MIN_PASSWORD} знаков.")


def put(store: Store, name: str, password: str, now: dt.datetime) -> None:
    """Make an administrator, or give an existing one a new password."""
    hashed = _hasher.hash(password)
    with store.write() as connection:
        connection.execute(delete(administrators).where(administrators.c.name == name))
        connection.execute(
            insert(administrators).values(
                name=name, password_hash=hashed, created_at=clock.stamp(now)
            )
        )


def add(store: Store, name: str, password: str, now: dt.datetime) -> None:
    """One administrator more, and a line of the audit. HomeError when the name or the password
    cannot be taken, or a name that differs in its case alone is."""
    check_new(name, password)
    hashed = _hasher.hash(password)
    with store.write() as connection:
        names = connection.execute(select(administrators.c.name)).scalars()
        taken = any(one.casefold() == name.casefold() for one in names)
        values = {"name": name, "password_hash": hashed, "created_at": clock.stamp(now)}
        if taken or not connection.execute(ignoring(connection, administrators), values).rowcount:
            raise HomeError(f"Администратор «{name}» уже есть; ничего не изменено.")
        audit.one(connection, "", "staff.added", name, now, BY_COMMAND)


def change(store: Store, name: str, password: str, now: dt.datetime) -> None:
    """A new password, the end of every session begun with the old one, and a line of the audit.
    HomeError when there is nobody of this name or the password cannot be taken."""
    check_new(name, password)
    hashed = _hasher.hash(password)
    with store.write() as connection:
        here = administrators.c.name == name
        changed = connection.execute(
            update(administrators).where(here).values(password_hash=hashed)
        )
        if not changed.rowcount:
            raise HomeError(f"Администратора «{name}» нет; ничего не изменено.")
        connection.execute(delete(sessions).where(sessions.c.administrator == name))
        audit.one(connection, "", "password.changed", name, now, BY_COMMAND)


def check(store: Store, name: str, password: str) -> bool:
    """Whether the password is the administrator's; takes as long for an unknown name."""
    with store.read() as connection:
        hashed = connection.execute(
            select(administrators.c.password_hash).where(administrators.c.name == name)
        ).scalar()
    try:
        return _hasher.verify(hashed or _NOBODY, password) and hashed is not None
    except (VerificationError, InvalidHashError):
        return False


def exists(store: Store, name: str) -> bool:
    """Whether there is an administrator of this name."""
    with store.read() as connection:
        found = connection.execute(
            select(administrators.c.name).where(administrators.c.name == name)
        )
        return found.first() is not None
