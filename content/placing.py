"""Put a large file that nobody changes in place somewhere else without writing it again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def place(source: Path, target: Path) -> bool:
    """``source`` also as ``target``, which is not there: a hard link, or a copy (False) where the
    disk or the owner does not allow one. Raises OSError."""
    try:
        os.link(source, target)
        return True
    except FileExistsError:
        raise
    except OSError:
        shutil.copyfile(source, target)
        return False
