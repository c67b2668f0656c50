"""Sign-ups as the centre knows them without reading them: number, day, where from, status."""

from __future__ import annotations

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from sync.centre.store.tables import signups
from sync.records import Record, request_number

PHONE = "phone"
"""The source of a sign-up made on a phone."""


def note_signups(connection: Connection, stored: list[Record]) -> None:
    """List newly stored sign-ups of a kiosk under their request numbers."""
    rows = [
        {
            "source": record.kiosk,
            "id": record.id,
            "number": request_number(record.id),
            "day": record.at,
        }
        for record in stored
        if record.kind == "signup.made"
    ]
    if rows:
        dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
        connection.execute(dialect.insert(signups).on_conflict_do_nothing(), rows)
