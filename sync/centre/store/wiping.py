"""After an erasure: nothing of it is left in the files of the database either.

SQLite overwrites what is blanked (``secure_delete``), but its write-ahead log still holds the
pages as they were until it is emptied. PostgreSQL keeps old versions of rows until their table
is written anew; the tables with sealed bodies are small and apart for that reason.
"""

from __future__ import annotations

import logging

from sqlalchemy.exc import DBAPIError

from sync.centre.store.engine import BUSY_MS, Store

log = logging.getLogger("sozvezdie.centre")

PATIENCE_MS = 2_000
"""How long to wait for others to let go. The next sweep tries again."""


def wipe(store: Store) -> bool:
    """Empty SQLite's log, or write PostgreSQL's tables anew. Takes milliseconds, not in any
    transaction; False when somebody was in the way."""
    try:
        done = _sqlite(store) if store.sqlite else _postgresql(store)
    except (DBAPIError, store.engine.dialect.loaded_dbapi.Error) as error:
        log.warning("wiping: %s", type(error).__name__)
        return False
    return done


def _sqlite(store: Store) -> bool:
    raw = store.engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (row,) = cursor.fetchall()
        finally:
            cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    finally:
        raw.close()
    return not row[0]


def _postgresql(store: Store) -> bool:
    plain = store.engine.execution_options(isolation_level="AUTOCOMMIT")
    with plain.connect() as connection:
        connection.exec_driver_sql(f"SET lock_timeout = {PATIENCE_MS}")
        try:
            connection.exec_driver_sql("VACUUM (FULL) sealed, forms, quarantine")
        finally:
            connection.exec_driver_sql("RESET lock_timeout")
    return True
