"""A backup of the database, and the marks that let kiosks forget what it holds.

A mark says "this record is in a backup", so it may name only what the copy was proved to hold:
the runs of records are read from the copy itself or in the very snapshot the copy was made in,
and are noted after the copy lies on the disk.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import DBAPIError

from sync.centre.store import dumping
from sync.centre.store.engine import Store, StoreError, open_store
from sync.centre.store.tables import backed_up, spans

Held = list[dict[str, Any]]
"""Rows of ``spans``: which seqs are held, as unbroken runs."""


def back_up(store: Store, target: Path) -> int:
    """Copy the live database into ``target``, a new file for its owner alone, and note what the
    copy holds. How many runs of records it holds. A SQLite database becomes a database, a
    PostgreSQL one an archive for ``pg_restore``. StoreError when it cannot be made: then there
    is no file and no mark has changed."""
    if target.exists():
        raise StoreError(f"Файл уже есть: {target}")
    try:
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as beside:
            copy = Path(beside) / target.name
            copy.touch(mode=0o600)
            held = _vacuum(store, copy) if store.sqlite else dumping.dump(store, copy, _held)
            _sync(copy)
            copy.rename(target)
        _sync(target.parent)
    except OSError as error:
        raise StoreError(f"Копия не сделана: {error.strerror}") from error
    except DBAPIError as error:
        raise StoreError(f"Копия не сделана: {error.orig}") from error
    with store.write() as connection:
        _note(connection, held)
    return len(held)


def _vacuum(store: Store, copy: Path) -> Held:
    """Outside of any transaction, as SQLite wants it."""
    raw = store.engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(copy),))
    except store.engine.dialect.loaded_dbapi.Error as error:
        raise StoreError(f"Копия не сделана: {error}") from error
    finally:
        raw.close()
    made = open_store(f"sqlite:///{copy}")
    try:
        with made.read() as connection:
            return _held(connection)
    finally:
        made.close()


def _held(connection: Connection) -> Held:
    return [dict(row) for row in connection.execute(select(spans)).mappings()]


def _note(connection: Connection, held: Held) -> None:
    if connection.dialect.name == "postgresql":
        # Two backups that end together take turns; who only reads the marks is not kept waiting.
        connection.exec_driver_sql("LOCK TABLE backed_up IN SHARE ROW EXCLUSIVE MODE")
    connection.execute(delete(backed_up))
    if held:
        connection.execute(insert(backed_up), held)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
