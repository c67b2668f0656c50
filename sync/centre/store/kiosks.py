"""The kiosks a centre knows: by key, by id, their contact and their revocation."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from sync.centre import clock
from sync.centre.store.tables import kiosks
from sync.code import ALPHABET
from sync.sign import key_id


@dataclass(frozen=True)
class Kiosk:
    """A known kiosk. ``offset_ms``: how far its clock is ahead of ours, None before contact."""

    id: str
    public: bytes
    name: str
    revoked_at: str | None
    offset_ms: int | None


_COLUMNS = (
    kiosks.c.id,
    kiosks.c.public,
    kiosks.c.name,
    kiosks.c.revoked_at,
    kiosks.c.clock_offset_ms,
)


def _kiosk(row: Any) -> Kiosk | None:
    return None if row is None else Kiosk(*tuple(row))


def by_key_id(connection: Connection, name: bytes) -> Kiosk | None:
    """The kiosk whose signing key has this 16-byte id."""
    return _kiosk(connection.execute(select(*_COLUMNS).where(kiosks.c.key_id == name)).first())


def by_id(connection: Connection, kiosk: str) -> Kiosk | None:
    """The kiosk of this id."""
    return _kiosk(connection.execute(select(*_COLUMNS).where(kiosks.c.id == kiosk)).first())


def add(connection: Connection, public: bytes, name: str, program: str, now: dt.datetime) -> Kiosk:
    """Enrol a signing key under a new id of eight characters that people can read out."""
    kiosk = "".join(secrets.choice(ALPHABET) for _ in range(8))
    connection.execute(
        insert(kiosks).values(
            id=kiosk,
            key_id=key_id(public),
            public=public,
            name=name,
            program=program,
            enrolled_at=clock.stamp(now),
        )
    )
    return Kiosk(kiosk, public, name, None, None)


def revoke(connection: Connection, kiosk: str, now: dt.datetime) -> bool:
    """Mark a kiosk revoked from now on; False when it is unknown or was revoked before."""
    done = connection.execute(
        update(kiosks)
        .where(kiosks.c.id == kiosk, kiosks.c.revoked_at.is_(None))
        .values(revoked_at=clock.stamp(now))
    )
    return done.rowcount == 1


def note_asked(
    connection: Connection,
    kiosk: str,
    said: int,
    offset: int | None,
    content: str,
    now: dt.datetime,
) -> None:
    """Note what a kiosk said of itself: how many records it has ever had, its clock, its pack."""
    at = clock.stamp(now)
    connection.execute(
        update(kiosks)
        .where(kiosks.c.id == kiosk)
        .values(seen_at=at, said_at=at, said=said, clock_offset_ms=offset, content=content)
    )
