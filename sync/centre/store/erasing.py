"""Erasing a sign-up: what a person wrote goes, and that there was a sign-up stays.

Place, id and hash of the record stay, so a batch that comes again is answered ``same`` and marks
and totals do not change; the sealed body is blanked wherever a copy of it lies: beside the
record, beside a conflict, among the phones' forms, in quarantine.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Literal

from sqlalchemy import Connection, case, select, update

from sync.centre import clock
from sync.centre.store import audit
from sync.centre.store.sealed import blank, mentions
from sync.centre.store.signups import PHONE
from sync.centre.store.tables import forms, kiosks, quarantine, sealed, signups, withdrawn
from sync.centre.store.upsert import ignoring
from sync.messages import MessageError, unpack_record
from sync.records import PEOPLE, request_number

Why = Literal["request", "term"]
"""Asked for by the person, or the time that the consent names is over."""
MACHINE = ""
"""Who erases at the end of a term, in the audit: nobody, the centre itself."""


def erase(
    connection: Connection,
    source: str,
    ids: Collection[bytes],
    why: Why,
    who: str,
    now: dt.datetime,
) -> int:
    """Erase sign-ups of one source (a kiosk or :data:`~sync.centre.store.signups.PHONE`), a line
    of the audit for each. How many: those that are unknown or erased already do not count."""
    _lock(connection, source)
    lapsed = case((signups.c.status == "new", "lapsed"), else_=signups.c.status)
    erased = connection.execute(
        update(signups)
        .where(
            signups.c.source == source,
            signups.c.id.in_(list(ids)),
            signups.c.erased_at.is_(None),
        )
        .values(erased_at=clock.stamp(now), status="withdrawn" if why == "request" else lapsed)
        .returning(signups.c.id)
    )
    gone = sorted(bytes(id) for id in erased.scalars())
    if not gone:
        return 0
    if source == PHONE:
        blank(connection, forms, forms.c.body, forms.c.id.in_(gone))
    else:
        theirs = (sealed.c.kiosk == source) & sealed.c.id.in_(gone)
        blank(connection, sealed, sealed.c.body, theirs)
        _blank_quarantined(connection, {request_number(id) for id in gone}, source)
    audit.add(connection, who, "form.erased", [(request_number(id), why) for id in gone], now)
    return len(gone)


def withdraw(connection: Connection, number: str, who: str, now: dt.datetime) -> None:
    """Take a request back by its number, listed or not: what is here of it is erased, and what
    may still come from a kiosk will leave no body."""
    query = select(signups.c.source, signups.c.id).where(signups.c.number == number)
    known = [(source, bytes(id)) for source, id in connection.execute(query)]
    for source, id in sorted(known):
        erase(connection, source, [id], "request", who, now)
    if known:
        return
    connection.execute(ignoring(connection, withdrawn).values(number=number, at=clock.stamp(now)))
    for kiosk, id in _unlisted(connection):
        if request_number(id) == number:
            _lock(connection, kiosk)
            which = (sealed.c.kiosk == kiosk) & (sealed.c.id == id)
            blank(connection, sealed, sealed.c.body, which)
    _blank_quarantined(connection, {number}, None)
    audit.one(connection, who, "form.withdrawn", number, now)


def is_withdrawn(connection: Connection, number: str) -> bool:
    """Whether a request was taken back before it came."""
    query = select(withdrawn.c.number).where(withdrawn.c.number == number)
    return connection.execute(query).first() is not None


def _lock(connection: Connection, source: str) -> None:
    """Keep the kiosk's batches out until the end: none may bring a copy in between."""
    connection.execute(select(kiosks.c.id).where(kiosks.c.id == source).with_for_update())


def _unlisted(connection: Connection) -> list[tuple[str, bytes]]:
    """Bodies that are held and belong to no line of the list: conflicts, kinds to come."""
    listed = (signups.c.source == sealed.c.kiosk) & (signups.c.id == sealed.c.id)
    query = (
        select(sealed.c.kiosk, sealed.c.id)
        .outerjoin(signups, listed)
        .where(sealed.c.held == 1, signups.c.id.is_(None))
        .order_by(sealed.c.kiosk)
    )
    return [(kiosk, bytes(id)) for kiosk, id in connection.execute(query)]


def _blank_quarantined(connection: Connection, numbers: set[str], kiosk: str | None) -> None:
    """Blank what lies in quarantine under these request numbers."""
    query = select(quarantine.c.kiosk, quarantine.c.raw_sha256, quarantine.c.raw).where(
        mentions(connection, quarantine.c.raw, PEOPLE.encode())
    )
    if kiosk is not None:
        query = query.where(quarantine.c.kiosk == kiosk)
    for sender, sha256, raw in connection.execute(query).all():
        if people_number(bytes(raw)) in numbers:
            which = (quarantine.c.kiosk == sender) & (quarantine.c.raw_sha256 == sha256)
            blank(connection, quarantine, quarantine.c.raw, which)


def people_number(raw: bytes) -> str | None:
    """The request number of a people's record in quarantined bytes; empty when they cannot be
    read, None when they are a record of another stream."""
    try:
        record = unpack_record(raw)
    except MessageError:
        return ""
    return request_number(record.id) if record.stream == PEOPLE else None
