"""What ``content preview`` shows: the note it leaves in the data folder of the kiosk it started.

The note is a file so that it may be written before the kiosk looks and read at its own pace.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

FILE = "preview.json"
"""In the data folder; a kiosk that finds it at its start looks at it again and again."""


class Showing(msgspec.Struct, frozen=True):
    """``pack`` is the folder of the pack to show, empty for the one the kiosk has; ``said`` are
    lines for the author, in Russian, until the next note."""

    pack: str = ""
    said: list[str] = []


def tell(home: Path, showing: Showing) -> None:
    """Leave a note for the kiosk with its data in ``home``; it never sees half of one."""
    staging = home / f".{FILE}.{os.getpid()}"
    staging.write_bytes(msgspec.json.encode(showing))
    staging.replace(home / FILE)


def read(home: Path) -> Showing | None:
    """The note there is; None where there is none or it is not one."""
    try:
        return msgspec.json.decode((home / FILE).read_bytes(), type=Showing)
    except (OSError, msgspec.DecodeError):
        return None


def stamp(home: Path) -> tuple[int, int] | None:
    """What differs from one note to the next; None where there is none."""
    try:
        found = (home / FILE).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns
