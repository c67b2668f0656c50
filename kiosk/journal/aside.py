"""A damaged journal goes aside, whole, so that the kiosk can begin a new one.

Nothing is repaired and nothing is deleted: what people wrote may still be got out of the file by
someone who knows how. Whoever calls this holds the lock of the data folder.
"""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import func, select

from kiosk import durable
from kiosk.journal import epoch
from kiosk.journal.errors import JournalBroken, JournalError
from kiosk.journal.schema import STREAMS
from kiosk.journal.store import Store

_ENDS = ("-shm", "-wal")


class Remains(NamedTuple):
    """What is in a journal: ``faults`` is empty when it is whole; ``waiting`` counts the records
    without a receipt that can be read, ``complete`` whether those are all there are."""

    faults: list[str]
    waiting: int
    complete: bool


def examine(path: Path) -> Remains:
    """Look into a copy: SQLite changes a file by opening it. Raises :class:`JournalError` when
    there is no room for one."""
    try:
        with tempfile.TemporaryDirectory(prefix=".journal-copy-", dir=path.parent) as folder:
            copy = Path(folder) / path.name
            for file in files(path):
                shutil.copyfile(file, copy.with_name(file.name))
            waiting, complete = _count(copy)
            return Remains(_faults(copy), waiting, complete)
    except OSError as error:
        raise JournalBroken(f"no copy could be made to look into: {error.strerror}") from error


def files(path: Path) -> list[Path]:
    """The files of the journal that are there, the database itself last."""
    beside = [path.with_name(epoch.FILE), *(path.with_name(path.name + end) for end in _ENDS)]
    return [file for file in (*beside, path) if file.exists()]


def move(path: Path, today: dt.date) -> Path:
    """Move the journal's files into a folder beside it called by the day; the folder.

    ``epoch.json`` goes first: without it whatever is found in place begins a new epoch, so no
    seq is given out twice wherever this is broken off. The database goes last: a write-ahead
    log beside a new database would be taken for its own. A move that was broken off is finished
    by the next one, in the same folder."""
    going = files(path)
    try:
        folder = _folder(path.parent, today, going)
        for file in going:
            file.rename(folder / file.name)
            durable.sync_folder(folder)
            durable.sync_folder(path.parent)
    except OSError as error:
        raise JournalBroken(f"{path.name} could not be moved: {error.strerror}") from error
    return folder


def _folder(home: Path, today: dt.date, going: list[Path]) -> Path:
    name, number = f"journal-{today.isoformat()}", 1
    while any((home / name / file.name).exists() for file in going):
        number += 1
        name = f"journal-{today.isoformat()}-{number}"
    folder = home / name
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _faults(copy: Path) -> list[str]:
    """By the way the kiosk itself would open it."""
    try:
        store = Store(copy)
        try:
            if faults := store.quick_check():
                return faults
            with store.read() as connection:
                epoch.read_meta(connection)
                for table in STREAMS.values():
                    connection.execute(select(func.count()).select_from(table)).scalar_one()
        finally:
            store.close()
    except JournalError as error:
        return [str(error)]
    return []


def _count(copy: Path) -> tuple[int, bool]:
    """How many waiting records can be read in full, from the first on and from the last back as
    far as each goes, and whether that was all the way."""
    from pysqlite3 import dbapi2

    waiting, complete = 0, True
    connection = dbapi2.connect(str(copy))
    try:
        for table in STREAMS.values():
            found: set[int] = set()
            for order in ("ASC", "DESC"):
                # By the table itself: the index may be what is damaged.
                query = f"SELECT n, outcome, wire FROM {table.name} NOT INDEXED ORDER BY n {order}"  # noqa: S608
                if _read(connection, query, found):
                    break
                complete = False
            waiting += len(found)
    finally:
        connection.close()
    return waiting, complete


def _read(connection: Any, query: str, found: set[int]) -> bool:
    """Add the waiting records' numbers to ``found``; whether the end was reached."""
    from pysqlite3 import dbapi2

    try:
        for n, outcome, _wire in connection.execute(query):
            if outcome is None:
                found.add(n)
    except dbapi2.Error:
        return False
    return True
