"""What can go wrong with the journal, by name."""

from __future__ import annotations

from kiosk.errors import KioskError


class JournalError(KioskError):
    """The journal did not take or give records. The message is one line for staff."""


class DiskFull(JournalError):
    """There is no room for another record; what is stored is unharmed."""


class JournalBusy(JournalError):
    """Another process held the database for longer than we wait."""


class JournalBroken(JournalError):
    """Reading or writing the database failed, and did again after it was reopened. The file is
    left as it is: it is somebody's data."""
