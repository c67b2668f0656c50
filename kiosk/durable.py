"""Small files that are either the old ones or the new ones, whole, whatever happens meanwhile."""

from __future__ import annotations

import os
from pathlib import Path


def write(file: Path, data: bytes, mode: int = 0o600) -> None:
    """Replace ``file`` by ``data``: written beside it, synced, renamed over it. OSError when the
    disk will not take it; the old file is then as it was."""
    beside = file.with_name(f".{file.name}.new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, mode)
    try:
        os.fchmod(handle, mode)
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    beside.replace(file)
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a loss of power."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
