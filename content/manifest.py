"""The manifest: every file of a pack with its hash; the manifest's own hash is the pack's name."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from content.model import FORMAT, PackError

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


def read(folder: Path) -> tuple[Manifest, str]:
    """The manifest of the pack in ``folder`` and the name it gives the pack; the files are not
    looked at. Raises :class:`content.model.PackError`."""
    try:
        raw = (folder / FILE).read_bytes()
        manifest = msgspec.json.decode(raw, type=Manifest)
    except OSError as error:
        raise PackError(f"{folder.name}: {FILE}: {error.strerror}") from error
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise PackError(f"{folder.name}: {FILE}: {error}") from error
    if manifest.format != FORMAT:
        raise PackError(f"{folder.name}: format {manifest.format}, this program reads {FORMAT}")
    return manifest, hashlib.sha256(raw).hexdigest()


def verify(folder: Path) -> str:
    """Check every file of the pack in ``folder`` against its manifest; the pack's name. Raises
    :class:`content.model.PackError`."""
    manifest, name = read(folder)
    for path, expected in manifest.files.items():
        if Path(path).is_absolute() or ".." in Path(path).parts:
            raise PackError(f"{folder.name}: {path} is not inside the pack")
        try:
            found = _sha256(folder / path)
        except OSError as error:
            raise PackError(f"{folder.name}: {path}: {error.strerror}") from error
        if found != expected:
            raise PackError(f"{folder.name}: {path} is damaged")
    if "pack.json" not in manifest.files:
        raise PackError(f"{folder.name}: the manifest names no pack.json")
    return name


def whole(folder: Path) -> Manifest | None:
    """The manifest of the pack in ``folder`` where its name and every file agree; else None."""
    try:
        return read(folder)[0] if verify(folder) == folder.name else None
    except PackError:
        return None


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
