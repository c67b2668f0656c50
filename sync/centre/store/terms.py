"""When a form's time is over: what the consent documents promise, as queries.

- An event with a date: 30 days after it.
- An offer without a date, such as a consultation: 30 days after staff answered. Until then it
  waits for the answer.
- A form whose event the centre does not know, because nobody has opened it: 90 days after the
  form's date. A kiosk's clock may be wrong and a kiosk may come late, so a date later than the
  form's arrival counts as the arrival, and 30 days after the arrival are given in any case.
- What is in no list (a conflict, a quarantined record): 90 days after it came, the same way.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Column, ColumnElement, Connection, and_, or_, select, update

from sync.centre import clock
from sync.centre.packs import EventDay
from sync.centre.store.sealed import mentions
from sync.centre.store.signups import PHONE
from sync.centre.store.tables import batches, quarantine, records, sealed, signups
from sync.records import PEOPLE

AFTER_EVENT = dt.timedelta(days=30)
AFTER_ANSWER = dt.timedelta(days=30)
UNREAD = dt.timedelta(days=90)
UNREAD_HERE = dt.timedelta(days=30)
"""A form that nobody has opened is kept so long after it came, however old its date."""


def note_days(connection: Connection, days: list[EventDay], today: dt.date) -> None:
    """Note the events' days where they were not known, and follow an organiser who moves a date
    that is still to come. A day that has gone by stays: the next year's event may bear the same
    name."""
    for one in days:
        unknown = signups.c.event_day.is_(None)
        ahead = signups.c.event_day >= today.isoformat()
        here = (signups.c.event == one.event) & signups.c.erased_at.is_(None)
        may = or_(unknown, ahead) if one.told else unknown
        connection.execute(update(signups).where(here, may).values(event_day=one.day))


def due(connection: Connection, today: dt.date, zone: str) -> dict[str, list[bytes]]:
    """The ids of the sign-ups to erase on ``today``, by source."""
    held = signups.c.erased_at.is_(None)
    known = select(signups.c.source, signups.c.id).where(
        held,
        or_(
            _gone_by(signups.c.event_day, today - AFTER_EVENT) & (signups.c.event_day != ""),
            and_(
                signups.c.event_day == "",
                signups.c.status != "new",
                signups.c.status_at < _end_of(today - AFTER_ANSWER, zone),
            ),
            and_(
                signups.c.event_day.is_(None),
                signups.c.source == PHONE,
                _gone_by(signups.c.day, today - UNREAD),
            ),
        ),
    )
    mine = (records.c.kiosk == signups.c.source) & (records.c.id == signups.c.id)
    unread = (
        select(signups.c.source, signups.c.id)
        .join(records, mine)
        .join(batches, batches.c.id == records.c.batch)
        .where(held, signups.c.event_day.is_(None), _aged(signups.c.day, today, zone))
    )
    found: dict[str, list[bytes]] = defaultdict(list)
    for query in (known, unread):
        for source, id in connection.execute(query):
            found[source].append(bytes(id))
    return dict(found)


def unlisted(connection: Connection, today: dt.date, zone: str) -> list[tuple[str, bytes, bytes]]:
    """Kiosk, hash and id of the bodies to blank that belong to no sign-up of the list."""
    listed = (signups.c.source == sealed.c.kiosk) & (signups.c.id == sealed.c.id)
    query = (
        select(sealed.c.kiosk, sealed.c.sha256, sealed.c.id)
        .outerjoin(signups, listed)
        .join(batches, batches.c.id == sealed.c.batch)
        .where(sealed.c.held == 1, signups.c.id.is_(None), _aged(sealed.c.at, today, zone))
    )
    return [(kiosk, bytes(sha256), bytes(id)) for kiosk, sha256, id in connection.execute(query)]


def quarantined(
    connection: Connection, today: dt.date, zone: str
) -> list[tuple[str, bytes, bytes]]:
    """Kiosk, hash and bytes of what has lain in quarantine long enough and may be a person's."""
    query = (
        select(quarantine.c.kiosk, quarantine.c.raw_sha256, quarantine.c.raw)
        .join(batches, batches.c.id == quarantine.c.batch)
        .where(
            batches.c.received_at < _end_of(today - UNREAD, zone),
            mentions(connection, quarantine.c.raw, PEOPLE.encode()),
        )
    )
    return [(kiosk, bytes(sha256), bytes(raw)) for kiosk, sha256, raw in connection.execute(query)]


def _aged(day: Column[Any], today: dt.date, zone: str) -> ColumnElement[bool]:
    """``min(day, arrival) + UNREAD`` and ``arrival + UNREAD_HERE`` have both come."""
    arrived = batches.c.received_at
    return and_(
        or_(_gone_by(day, today - UNREAD), arrived < _end_of(today - UNREAD, zone)),
        arrived < _end_of(today - UNREAD_HERE, zone),
    )


def _gone_by(day: Column[Any], last: dt.date) -> ColumnElement[bool]:
    return day <= last.isoformat()


def _end_of(day: dt.date, zone: str) -> str:
    """The moment at which ``day`` ends in ``zone``, as the store writes moments."""
    return clock.stamp(dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), ZoneInfo(zone)))
