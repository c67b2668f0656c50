"""One-time enrolment codes: 15 minutes, five tries counted against the id, kept hashed."""

from __future__ import annotations

import datetime as dt
import hmac

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from sync.centre import clock
from sync.centre.store import kiosks
from sync.centre.store.engine import Store
from sync.centre.store.tables import codes
from sync.code import EnrolCode, new_code
from sync.messages import EnrolRequest
from sync.sign import key_id

LIFE = dt.timedelta(minutes=15)
TRIES = 5


class CodeRefused(Exception):
    """A code that is wrong, spent, expired or tried too often. Which, nobody outside is told."""


def make(store: Store, root: bytes, pepper: bytes, name: str, now: dt.datetime) -> EnrolCode:
    """A fresh code for a kiosk to be called ``name`` (empty: what the kiosk calls itself)."""
    while True:
        code = new_code(root)
        try:
            with store.write() as connection:
                connection.execute(
                    insert(codes).values(
                        id=code.id,
                        secret_hash=_hash(code.id, code.secret, pepper),
                        name=name,
                        created_at=clock.stamp(now),
                        expires_at=clock.stamp(now + LIFE),
                    )
                )
            return code
        except IntegrityError:
            continue


def redeem(
    store: Store, request: EnrolRequest, public: bytes, pepper: bytes, now: dt.datetime
) -> kiosks.Kiosk:
    """Enrol the key ``public`` by a code, or raise CodeRefused.

    The try is counted and committed before the secret is looked at, so side-by-side guesses
    count too. The same key with the same code gets the same kiosk again: its answer was lost."""
    with store.write() as connection:
        counted = connection.execute(
            update(codes)
            .where(
                codes.c.id == request.code_id,
                codes.c.tries < TRIES,
                codes.c.expires_at > clock.stamp(now),
            )
            .values(tries=codes.c.tries + 1)
        )
        if counted.rowcount != 1:
            raise CodeRefused
    with store.write() as connection:
        return _spend(connection, request, public, pepper, now)


def _spend(
    connection: Connection, request: EnrolRequest, public: bytes, pepper: bytes, now: dt.datetime
) -> kiosks.Kiosk:
    row = connection.execute(
        select(codes).where(codes.c.id == request.code_id).with_for_update()
    ).one()
    if not hmac.compare_digest(row.secret_hash, _hash(row.id, request.secret, pepper)):
        raise CodeRefused
    known = kiosks.by_key_id(connection, key_id(public))
    if row.spent_at is not None:
        if known is None or known.id != row.kiosk or known.revoked_at is not None:
            raise CodeRefused
        return known
    if known is not None:
        raise CodeRefused
    name = row.name or request.name.strip()[:80].replace("\0", "") or "Киоск"
    program = request.program[:40].replace("\0", "")
    kiosk = kiosks.add(connection, public, name, program, now)
    connection.execute(
        update(codes).where(codes.c.id == row.id).values(spent_at=clock.stamp(now), kiosk=kiosk.id)
    )
    return kiosk


def _hash(code_id: str, secret: str, pepper: bytes) -> bytes:
    return hmac.digest(pepper, f"enrol-code/1\0{code_id}\0{secret}".encode(), "sha256")
