"""INSERT … ON CONFLICT in the dialect of the connection, loading that dialect only."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table


def inserting(connection: Connection, table: Table) -> Any:
    """An INSERT that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        return sqlite_insert(table)
    from sqlalchemy.dialects.postgresql import insert as postgresql_insert

    return postgresql_insert(table)


def ignoring(connection: Connection, table: Table) -> Any:
    """An INSERT that leaves existing rows alone."""
    return inserting(connection, table).on_conflict_do_nothing()
