"""The database file: SQLite in WAL with every commit on the disk before it counts.

The journal never copies, hashes or opens the live file behind SQLite's back: closing any other
handle on it would drop SQLite's locks (sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from kiosk.journal.errors import DiskFull, JournalBroken, JournalBusy, JournalError
from kiosk.journal.schema import metadata

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "cache_size=-2000",
    "journal_size_limit=8388608",
    "secure_delete=ON",
)
# Primary result codes of SQLite (sqlite.org/rescode.html).
_BUSY, _LOCKED, _IOERR, _FULL = 5, 6, 10, 13
_LEAST = 65_536
"""Bytes free on the disk that a start needs: the WAL's index takes 32 KiB at once."""

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Store:
    """One database file. Writers of this process wait for one another here rather than inside
    SQLite, whose waiting is by sleep."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writing = threading.RLock()
        self._closed = False
        if not path.exists():
            self._make_file()
        self._engine = _engine(path)
        try:
            self.transact(metadata.create_all)
        except JournalError:
            self.close()
            raise

    def transact(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in one durable transaction."""
        with self._writing, _named(self.path):
            self._check_open()
            with self._engine.begin() as connection:
                return work(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection to read by."""
        with _named(self.path):
            self._check_open()
            with self._engine.connect() as connection:
                yield connection

    def fold(self) -> None:
        """Fold the WAL into the file and empty it: its pages lie in the order of writing, which
        would say between which moments of ``use`` a line of ``people`` was written. Where it
        cannot be done now, the next time will do."""
        try:
            with self._writing, self.read() as connection:
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        except JournalError as error:
            _log.warning("the WAL was not folded: %s", error)

    def reopen(self) -> None:
        """After an error: drop every connection, start afresh, check the file. Raises
        :class:`JournalBroken` when it is not whole."""
        with self._writing:
            self._engine.dispose()
            self._engine = _engine(self.path)
            if faults := self.quick_check():
                raise JournalBroken(f"{self.path.name} is damaged: {faults[0]}")

    def quick_check(self) -> list[str]:
        """SQLite's own findings about the file, empty when it is whole. Reads all of it."""
        with self.read() as connection:
            found = [str(row[0]) for row in connection.execute(text("PRAGMA quick_check(5)"))]
        return [] if found == ["ok"] else found

    def close(self) -> None:
        """Close every connection; the last one folds the WAL into the file. What is asked of the
        store later raises :class:`JournalBroken`."""
        self._closed = True
        self._engine.dispose()

    def _check_open(self) -> None:
        if self._closed:
            raise JournalBroken("the journal is closed")

    def _make_file(self) -> None:
        try:
            self.path.touch(mode=0o600)
        except OSError as error:
            raise _from_os(error) from error


def sqlite_version() -> str:
    """The version of the SQLite this journal runs on."""
    from pysqlite3 import dbapi2

    return str(dbapi2.sqlite_version)


def _engine(path: Path) -> Engine:
    from pysqlite3 import dbapi2

    engine = create_engine(f"sqlite+pysqlite:///{path}", module=dbapi2, pool_size=3)
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    # Pragmas count only outside a transaction.
    before, connection.isolation_level = connection.isolation_level, None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.isolation_level = before


@contextmanager
def _named(path: Path) -> Iterator[None]:
    from pysqlite3 import dbapi2

    try:
        yield
    except DBAPIError as error:
        raise _from_sqlite(error.orig, path) from error
    except dbapi2.Error as error:
        # Raised as it is while a connection is being prepared.
        raise _from_sqlite(error, path) from error


def _from_sqlite(error: BaseException | None, path: Path) -> JournalError:
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    line = str(error)
    # Without room for the WAL's index SQLite speaks of an I/O error.
    if code == _FULL or (code == _IOERR and _is_full(path)):
        return DiskFull("there is no room on the disk for another record")
    if code in (_BUSY, _LOCKED):
        return JournalBusy(line)
    _log.error("journal: %s (%s)", line, getattr(error, "sqlite_errorname", code))
    return JournalBroken(line)


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LEAST
    except OSError:
        return False


def _from_os(error: OSError) -> JournalError:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull("there is no room on the disk for the journal")
    return JournalBroken(error.strerror or "the journal cannot be made")
