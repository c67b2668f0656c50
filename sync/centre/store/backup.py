"""A backup of the embedded database, and the marks that let kiosks forget what it holds."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import DBAPIError

from sync.centre.store.engine import Store, StoreError, open_store
from sync.centre.store.tables import backed_up, spans


def back_up(store: Store, target: Path) -> int:
    """Copy the live database into ``target`` (a new file) and note what the copy holds, read from
    the copy itself. How many runs of records it holds. StoreError when it cannot be made."""
    if not store.sqlite:
        raise StoreError("Для PostgreSQL копию делает pg_dump или журнал WAL.")
    if target.exists():
        raise StoreError(f"Файл уже есть: {target}")
    try:
        _vacuum_into(store, target)
        copy = open_store(f"sqlite:///{target}")
        try:
            with copy.read() as connection:
                held = [dict(row) for row in connection.execute(select(spans)).mappings()]
        finally:
            copy.close()
    except DBAPIError as error:
        raise StoreError(f"Копия не сделана: {error.orig}") from error
    with store.write() as connection:
        connection.execute(delete(backed_up))
        if held:
            connection.execute(insert(backed_up), held)
    return len(held)


def _vacuum_into(store: Store, target: Path) -> None:
    """Outside of any transaction, as SQLite wants it."""
    raw = store.engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(target),))
    except Exception as error:
        raise StoreError(f"Копия не сделана: {error}") from error
    finally:
        raw.close()
