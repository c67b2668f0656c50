"""The kiosk's log: lines in ``log/kiosk.log``, rotated, never with what a person wrote."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

BYTES = 512 * 1024
KEPT = 4
"""The log takes at most ``BYTES * (KEPT + 1)`` of the disk."""


def to_file(home: Path) -> logging.Handler | None:
    """Send warnings and worse to the data folder's log; None where it cannot be written."""
    try:
        folder = home / "log"
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "kiosk.log", maxBytes=BYTES, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler
