"""The keys of the tests: those of the published pack, and of packs published before it.

A test's version rises when an item or its key changes. Sheets of a version that is no longer shown
are still measured as long as the pack that held it lies on the shelf."""

from __future__ import annotations

from pathlib import Path

import msgspec

from content.model import SelfTest
from sync.centre.packs import Shelf

Keys = dict[tuple[str, int], SelfTest]
"""By test and version."""


class _Tests(msgspec.Struct):
    selftests: list[SelfTest] = []


def keys(shelf: Shelf) -> Keys:
    """Every key at hand; of two of one version the newer pack's. A pack of another format, or one
    that cannot be read, gives none."""
    found: Keys = {}
    folders = [one for one in shelf.folder.parent.glob("*") if not one.is_symlink()]
    for folder in [*sorted(folders, key=_age), shelf.folder]:
        found |= {(one.id, one.version): one for one in _held(folder)}
    return found


def _age(folder: Path) -> float:
    return folder.stat().st_mtime


def _held(folder: Path) -> list[SelfTest]:
    try:
        return msgspec.json.decode((folder / "pack.json").read_bytes(), type=_Tests).selftests
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return []
