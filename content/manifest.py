"""The manifest: every file of a pack with its hash; the manifest's own hash is the pack's name."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from content.model import FORMAT

FILE = "manifest.json"


class Manifest(msgspec.Struct, frozen=True):
    """``files`` maps each path within the pack, but the manifest's, to its SHA-256 in hex."""

    format: int
    built_at: str
    files: dict[str, str]


def seal(folder: Path, built_at: str) -> str:
    """Write the manifest of all that lies in ``folder``; returns the pack's name (hex)."""
    files = {
        path.relative_to(folder).as_posix(): _sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / FILE
    }
    content = msgspec.json.encode(Manifest(FORMAT, built_at, files))
    (folder / FILE).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def whole(folder: Path) -> Manifest | None:
    """The manifest of the pack in ``folder`` where its name and every file agree; else None."""
    try:
        content = (folder / FILE).read_bytes()
        if hashlib.sha256(content).hexdigest() != folder.name:
            return None
        manifest = msgspec.json.decode(content, type=Manifest)
        if any(_sha256(folder / file) != sha for file, sha in manifest.files.items()):
            return None
    except (OSError, ValueError, msgspec.DecodeError):
        return None
    return manifest


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
