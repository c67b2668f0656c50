"""Sign-ups as the centre knows them without reading them: number, day, where from, status."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, update

from sync.centre import clock
from sync.centre.store.tables import forms, kiosks, records, sealed, signups
from sync.centre.store.upsert import ignoring
from sync.records import PEOPLE, SCHEMAS, Record, request_number

PHONE = "phone"
"""The source of a sign-up made on a phone."""
KIND = "signup.made"
ERASED = "erased"
STATUSES = ("new", "accepted", "waiting", "declined")
"""What staff may answer. Erasing knows two more: ``withdrawn`` by request, and ``lapsed`` for one
that was never answered."""


@dataclass(frozen=True)
class Signup:
    """One line of the list. ``event`` is empty until somebody has read the form; ``place`` is the
    kiosk's name, empty for a phone; ``erased_at`` says when the form was erased, if it was."""

    source: str
    id: bytes
    number: str
    day: str
    event: str
    status: str
    status_at: str | None
    erased_at: str | None
    place: str


def note_signups(
    connection: Connection, stored: list[Record], gone: set[bytes], now: dt.datetime
) -> None:
    """List newly stored sign-ups of a kiosk under their request numbers, those whose ids are
    ``gone`` as erased."""
    rows: list[dict[str, Any]] = [
        {
            "source": record.kiosk,
            "id": record.id,
            "number": request_number(record.id),
            "day": record.at,
            "status": "withdrawn" if record.id in gone else "new",
            "erased_at": clock.stamp(now) if record.id in gone else None,
        }
        for record in stored
        if record.kind == KIND
    ]
    if rows:
        connection.execute(ignoring(connection, signups), rows)


def add_form(
    connection: Connection,
    id: bytes,
    kiosk: str,
    event: str,
    event_day: dt.date | None,
    day: dt.date,
    key: str,
    box: bytes,
) -> bool:
    """Keep a sealed form from a phone; False when this id is already there. ``event_day`` is None
    for an offer without a date."""
    schema = SCHEMAS[KIND][1]
    added = connection.execute(
        ignoring(connection, forms).values(
            kiosk=kiosk, id=id, schema=schema, day=day.isoformat(), key=key, body=box
        )
    )
    connection.execute(
        ignoring(connection, signups).values(
            source=PHONE,
            id=id,
            number=request_number(id),
            day=day.isoformat(),
            event=event,
            event_day=event_day.isoformat() if event_day else "",
        )
    )
    return added.rowcount == 1


def page(
    connection: Connection, event: str | None, status: str | None, limit: int, offset: int
) -> list[Signup]:
    """A page of the list, newest day first; ``event`` empty string: not read yet. Erased ones are
    a list of their own, ``status`` :data:`ERASED`."""
    query = (
        select(*_COLUMNS)
        .outerjoin(kiosks, kiosks.c.id == signups.c.source)
        .order_by(signups.c.day.desc(), signups.c.number)
        .limit(limit)
        .offset(offset)
    )
    if event is not None:
        query = query.where(signups.c.event == event)
    if status == ERASED:
        query = query.where(signups.c.erased_at.is_not(None))
    else:
        query = query.where(signups.c.erased_at.is_(None))
        if status is not None:
            query = query.where(signups.c.status == status)
    return [_signup(row) for row in connection.execute(query)]


def by_number(connection: Connection, number: str, source: str | None = None) -> list[Signup]:
    """The sign-ups of a request number, of one source or of any; nearly always one or none."""
    query = (
        select(*_COLUMNS)
        .outerjoin(kiosks, kiosks.c.id == signups.c.source)
        .where(signups.c.number == number)
        .limit(5)
    )
    if source is not None:
        query = query.where(signups.c.source == source)
    return [_signup(row) for row in connection.execute(query)]


def set_status(
    connection: Connection, source: str, id: bytes, status: str, who: str, now: dt.datetime
) -> bool:
    """Set the status of one sign-up; False when there is no such sign-up or it is erased."""
    if status not in STATUSES:
        raise ValueError("not a status")
    done = connection.execute(
        update(signups)
        .where(signups.c.source == source, signups.c.id == id, signups.c.erased_at.is_(None))
        .values(status=status, status_at=clock.stamp(now), status_by=who)
    )
    return done.rowcount == 1


def learn_events(
    connection: Connection, read: Iterable[tuple[Signup, str]], days: dict[str, str]
) -> None:
    """Note which event a form that has been read was for: that much is no secret. ``days`` are
    the events' dates, empty for an offer without one."""
    for signup, event in read:
        if not signup.event and event:
            connection.execute(
                update(signups)
                .where(signups.c.source == signup.source, signups.c.id == signup.id)
                .values(event=event[:64], event_day=days.get(event))
            )


def box(connection: Connection, signup: Signup) -> tuple[str, int, bytes] | None:
    """Kind, schema and sealed body of a sign-up; None when it is not held or is erased."""
    if signup.erased_at is not None:
        return None
    if signup.source == PHONE:
        query = select(forms.c.schema, forms.c.body).where(forms.c.id == signup.id)
    else:
        mine = (sealed.c.kiosk == records.c.kiosk) & (sealed.c.sha256 == records.c.sha256)
        query = (
            select(records.c.schema, sealed.c.body)
            .join(sealed, mine)
            .where(
                records.c.kiosk == signup.source,
                records.c.id == signup.id,
                records.c.stream == PEOPLE,
            )
        )
    row = connection.execute(query).first()
    return None if row is None else (KIND, int(row[0]), bytes(row[1]))


def accepted(connection: Connection, event: str) -> int:
    """How many sign-ups of an event have been given a place."""
    query = select(func.count()).where(signups.c.event == event, signups.c.status == "accepted")
    return int(connection.execute(query).scalar_one())


def counts(connection: Connection) -> dict[str, dict[str, int]]:
    """How many sign-ups of each event are in each status; event empty: not read yet, and never to
    be once erased, so those are not counted."""
    query = (
        select(signups.c.event, signups.c.status, func.count())
        .where((signups.c.event != "") | signups.c.erased_at.is_(None))
        .group_by(signups.c.event, signups.c.status)
    )
    found: dict[str, dict[str, int]] = {}
    for event, status, number in connection.execute(query):
        found.setdefault(event, {})[status] = number
    return found


_COLUMNS = (
    signups.c.source,
    signups.c.id,
    signups.c.number,
    signups.c.day,
    signups.c.event,
    signups.c.status,
    signups.c.status_at,
    signups.c.erased_at,
    func.coalesce(kiosks.c.name, "").label("place"),
)


def _signup(row: Any) -> Signup:
    return Signup(*tuple(row))
