"""Where the sealed bodies of people's records lie, so that they can be found and blanked.

``records`` and ``conflicts`` keep everything of such a record but its body; the body is here
under the record's hash. Blanking leaves the row: a record that comes again finds its place taken
and brings nothing back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, func, literal, select, update

from sync.centre.store.tables import sealed, signups, withdrawn
from sync.centre.store.upsert import ignoring
from sync.records import PEOPLE, Record, request_number

_AT_ONCE = 500
"""Values one ``IN`` asks for."""


def keep(connection: Connection, records: Iterable[Record], gone: set[bytes], batch: int) -> None:
    """Keep the bodies of people's records; not those whose ids are ``gone``, and none twice."""
    rows = [
        {
            "kiosk": record.kiosk,
            "sha256": record.sha256,
            "id": record.id,
            "at": record.at,
            "batch": batch,
            "body": record.body,
        }
        for record in records
        if record.stream == PEOPLE and record.id not in gone
    ]
    if rows:
        connection.execute(ignoring(connection, sealed), rows)


def gone(connection: Connection, kiosk: str, records: Iterable[Record]) -> set[bytes]:
    """The ids among a kiosk's records whose form has been erased, or taken back before it came."""
    ids = sorted({record.id for record in records if record.stream == PEOPLE})
    found: set[bytes] = set()
    for start in range(0, len(ids), _AT_ONCE):
        here = ids[start : start + _AT_ONCE]
        numbers = {request_number(id): id for id in here}
        erased = select(signups.c.id).where(
            signups.c.source == kiosk, signups.c.id.in_(here), signups.c.erased_at.is_not(None)
        )
        found.update(bytes(id) for id in connection.execute(erased).scalars())
        before = select(withdrawn.c.number).where(withdrawn.c.number.in_(list(numbers)))
        found.update(numbers[number] for number in connection.execute(before).scalars())
    return found


def blank(connection: Connection, table: Table, column: Column[Any], which: Any) -> int:
    """Blank ``column`` (bytes) in the rows ``which`` selects; how many. On SQLite zeros of the
    same length go over the bytes where they lie, so that no page need be rebuilt for it."""
    empty: ColumnElement[bytes] = literal(b"")
    if connection.dialect.name == "sqlite":
        empty = func.zeroblob(func.length(column))
    values: dict[Any, Any] = {column: empty}
    if table is sealed:
        values[sealed.c.held] = 0
    return connection.execute(update(table).where(which).values(values)).rowcount


def mentions(connection: Connection, column: Column[Any], needle: bytes) -> ColumnElement[bool]:
    """Whether the bytes of ``column`` contain ``needle``."""
    if connection.dialect.name == "sqlite":
        return func.instr(column, needle) > 0
    return func.pg_catalog.position(column, needle) > 0
