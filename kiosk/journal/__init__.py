"""The append-only record store of a kiosk, on SQLite.

Importing it loads SQLAlchemy: for the worker, never for the first frame.
"""

from kiosk.journal.errors import DiskFull, JournalBroken, JournalBusy, JournalError
from kiosk.journal.journal import Entry, Journal, people_entry, use_entry
from kiosk.journal.store import sqlite_version

__all__ = [
    "DiskFull",
    "Entry",
    "Journal",
    "JournalBroken",
    "JournalBusy",
    "JournalError",
    "people_entry",
    "sqlite_version",
    "use_entry",
]
