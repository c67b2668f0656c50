"""Who did what with people's data and with the centre itself. Lines are only ever added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy import Connection, insert, select

from sync.centre import clock
from sync.centre.store.tables import audit

Write = Callable[[str, str, list[tuple[str, str]]], None]


def add(
    connection: Connection,
    who: str,
    action: str,
    lines: list[tuple[str, str]],
    now: dt.datetime,
) -> None:
    """One line for each (subject, detail). Subjects are request numbers, kiosks, addresses of
    nothing: never what a person wrote."""
    if lines:
        at = clock.stamp(now)
        connection.execute(
            insert(audit),
            [
                {"at": at, "who": who, "action": action, "subject": subject, "detail": detail}
                for subject, detail in lines
            ],
        )


def one(
    connection: Connection, who: str, action: str, subject: str, now: dt.datetime, detail: str = ""
) -> None:
    """A single line."""
    add(connection, who, action, [(subject, detail)], now)


def latest(
    connection: Connection, limit: int, before: int | None = None
) -> list[dict[str, object]]:
    """The newest lines first, those with an id below ``before`` only."""
    query = select(audit).order_by(audit.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(audit.c.id < before)
    return [dict(row) for row in connection.execute(query).mappings()]
