"""What the dashboard shows: sums over the day rollups, kiosks with their last contact."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, Executable, func, select

from sync.centre.store import spans
from sync.centre.store.tables import conflicts, kiosks, quarantine, rollups, signups


@dataclass(frozen=True)
class Day:
    """The sums of one day."""

    day: dt.date
    visits: int


@dataclass(frozen=True)
class Today:
    """The numbers of one day and what waits for staff."""

    visits: int
    kiosks: int
    ratings: int
    score: int
    signups: int
    waiting: int
    lost: int
    odd: int


@dataclass(frozen=True)
class Known:
    """A kiosk in a list. ``pending`` counts records it said it had and the centre lacks, as of
    ``said_at``; None when it never said."""

    id: str
    name: str
    program: str
    enrolled_at: str
    revoked_at: str | None
    seen_at: str | None
    offset_ms: int | None
    pending: int | None
    said_at: str | None
    records: int


def visits(connection: Connection, last: dt.date, days: int) -> list[Day]:
    """Visits of each of the ``days`` up to ``last``, oldest first, empty days too."""
    first = last - dt.timedelta(days=days - 1)
    query = (
        select(rollups.c.day, func.sum(rollups.c.count))
        .where(
            rollups.c.kind == "visit.started",
            rollups.c.day.between(first.isoformat(), last.isoformat()),
        )
        .group_by(rollups.c.day)
    )
    found = {day: int(number) for day, number in connection.execute(query)}
    span = (first + dt.timedelta(days=n) for n in range(days))
    return [Day(day, found.get(day.isoformat(), 0)) for day in span]


def today(connection: Connection, day: dt.date) -> Today:
    """The numbers of ``day``."""
    sums = {
        kind: (int(count), int(total))
        for kind, count, total in connection.execute(
            select(rollups.c.kind, func.sum(rollups.c.count), func.sum(rollups.c.total))
            .where(rollups.c.day == day.isoformat())
            .group_by(rollups.c.kind)
        )
    }
    ratings, score = sums.get("feedback.given", (0, 0))

    def one(query: Executable) -> int:
        return int(connection.execute(query).scalar() or 0)

    return Today(
        visits=sums.get("visit.started", (0, 0))[0],
        kiosks=one(select(func.count()).select_from(kiosks).where(kiosks.c.revoked_at.is_(None))),
        ratings=ratings,
        score=score,
        signups=one(
            select(func.count()).select_from(signups).where(signups.c.day == day.isoformat())
        ),
        waiting=one(select(func.count()).select_from(signups).where(signups.c.status == "new")),
        lost=spans.missing(connection),
        odd=one(select(func.count()).select_from(quarantine))
        + one(select(func.count()).select_from(conflicts)),
    )


def known(connection: Connection) -> list[Known]:
    """Every kiosk, the ones at work first, then by name."""
    held = spans.totals(connection)
    query = select(kiosks).order_by(kiosks.c.revoked_at.is_not(None), kiosks.c.name, kiosks.c.id)
    return [
        Known(
            row["id"],
            row["name"],
            row["program"],
            row["enrolled_at"],
            row["revoked_at"],
            row["seen_at"],
            row["clock_offset_ms"],
            None if row["said"] is None else max(0, row["said"] - held.get(row["id"], 0)),
            row["said_at"],
            held.get(row["id"], 0),
        )
        for row in connection.execute(query).mappings()
    ]
