"""Counts per kiosk and day, kept as records arrive, so that a page never counts records."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

import msgspec
from sqlalchemy import Connection

from sync.centre import clock
from sync.centre.store.tables import rollups
from sync.centre.store.upsert import inserting
from sync.records import PEOPLE, Record

CLOCK_TRUSTED_MS = 5 * 60 * 1000
"""A kiosk's clock within this of ours is taken at its word."""


class _Score(msgspec.Struct):
    score: int = 0


def count(
    connection: Connection,
    kiosk: str,
    stored: list[Record],
    offset_ms: int,
    now: dt.datetime,
    zone: str,
) -> None:
    """Add newly stored records to their days. A clock that is off by more than
    :data:`CLOCK_TRUSTED_MS` is corrected by its offset (ms, positive when ahead)."""
    shift = -offset_ms if abs(offset_ms) > CLOCK_TRUSTED_MS else 0
    today = clock.local_day(clock.stamp(now)[:16] + "Z", 0, zone) or now.date().isoformat()
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for record in stored:
        if record.stream == PEOPLE:
            day = clock.plain_day(record.at) or today
        else:
            day = clock.local_day(record.at[:16] + "Z", shift, zone) or today
        sums[day, record.kind][0] += 1
        if record.kind == "feedback.given":
            sums[day, record.kind][1] += _score(record.body)
    if not sums:
        return
    statement = inserting(connection, rollups)
    statement = statement.on_conflict_do_update(
        index_elements=[rollups.c.kiosk, rollups.c.day, rollups.c.kind],
        set_={
            "count": rollups.c.count + statement.excluded.count,
            "total": rollups.c.total + statement.excluded.total,
        },
    )
    connection.execute(
        statement,
        [
            {"kiosk": kiosk, "day": day, "kind": kind, "count": number, "total": total}
            for (day, kind), (number, total) in sorted(sums.items())
        ],
    )


def _score(body: bytes) -> int:
    try:
        score = msgspec.json.decode(body, type=_Score).score
    except msgspec.DecodeError:
        return 0
    return score if 1 <= score <= 5 else 0
