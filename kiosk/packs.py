"""Which content pack the kiosk shows.

The program comes with a pack; it is verified, copied to ``packs/<sha256>`` and becomes
``packs/current`` by one rename. While nothing has changed this costs two small reads. A pack
that is missing or damaged never replaces one that works.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from pathlib import Path
from typing import NamedTuple

import msgspec

from content.model import FORMAT, PackError, read_pack
from kiosk import durable

KEEP = 2
"""How many packs stay on the disk: the one in use and the one before it."""

_log = logging.getLogger(__name__)


class Manifest(msgspec.Struct, frozen=True):
    """``manifest.json`` of a pack; its hash is the pack's name."""

    format: int
    built_at: str
    files: dict[str, str]


class InUse(NamedTuple):
    """The pack to show. ``activated`` when it was put in place just now; ``problem`` says in one
    line why a newer one was left aside, else it is empty."""

    folder: Path
    activated: bool
    problem: str


def ensure(home: Path, builtin: Path) -> InUse:
    """The pack to show: the built-in one once it is verified and unless what is in use was built
    later. Raises :class:`PackError` when there is no good pack at all."""
    packs = home / "packs"
    current = _current(packs)
    try:
        offered = builtin.resolve()
        if current is not None and offered.name == current.name:
            return InUse(current, False, "")
        manifest, name = _manifest(offered)
        if current is not None:
            if name == current.name:
                return InUse(current, False, "")
            if _manifest(current)[0].built_at > manifest.built_at:
                return InUse(current, False, "")
        verify(offered)
        read_pack(offered)
        return InUse(_activate(offered, name, packs), True, "")
    except (PackError, OSError) as error:
        if current is None:
            raise PackError(f"no content to show: {error}") from error
        _log.error("the new pack is not used: %s", error)
        return InUse(current, False, str(error))


def set_aside(folder: Path) -> None:
    """Take a pack that turned out damaged out of use; its bytes stay beside the others."""
    aside = folder.with_name(f".{folder.name}.bad")
    shutil.rmtree(aside, ignore_errors=True)
    folder.replace(aside)


def look(home: Path, builtin: Path) -> Path:
    """The pack in use, else the built-in one, as they are; nothing is verified or put in place."""
    link = home / "packs" / "current"
    return (link if (link / "pack.json").exists() else builtin).resolve()


def verify(folder: Path) -> str:
    """Check every file of a pack against its manifest; its name. Raises :class:`PackError`."""
    manifest, name = _manifest(folder)
    for path, expected in manifest.files.items():
        file = folder / path
        if Path(path).is_absolute() or ".." in Path(path).parts:
            raise PackError(f"{folder.name}: {path} is not inside the pack")
        try:
            with file.open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise PackError(f"{folder.name}: {path}: {error.strerror}") from error
        if found != expected:
            raise PackError(f"{folder.name}: {path} is damaged")
    if "pack.json" not in manifest.files:
        raise PackError(f"{folder.name}: the manifest names no pack.json")
    return name


def _manifest(folder: Path) -> tuple[Manifest, str]:
    try:
        raw = (folder / "manifest.json").read_bytes()
        manifest = msgspec.json.decode(raw, type=Manifest)
    except (OSError, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise PackError(f"{folder.name}: manifest.json: {error}") from error
    if manifest.format != FORMAT:
        raise PackError(f"{folder.name}: format {manifest.format}, this program reads {FORMAT}")
    return manifest, hashlib.sha256(raw).hexdigest()


def _current(packs: Path) -> Path | None:
    """The pack in use, or the one before it where that is gone."""
    link = packs / "current"
    if (link / "pack.json").exists() and (link / "manifest.json").exists():
        return link.resolve()
    for folder in _by_age(packs):
        try:
            verify(folder)
        except PackError:
            continue
        _point(packs, folder.name)
        return folder
    return None


def _activate(offered: Path, name: str, packs: Path) -> Path:
    packs.mkdir(parents=True, exist_ok=True)
    target = packs / name
    if not target.exists():
        staging = packs / f".{name}.new"
        shutil.rmtree(staging, ignore_errors=True)
        manifest, _ = _manifest(offered)
        for path in ("manifest.json", *manifest.files):
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            _copy(offered / path, staging / path)
        verify(staging)
        durable.sync_folder(staging)
        staging.replace(target)
    else:
        verify(target)
        os.utime(target)
    _point(packs, name)
    for old in _by_age(packs)[KEEP:]:
        shutil.rmtree(old, ignore_errors=True)
    return target.resolve()


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("wb") as written:
        shutil.copyfileobj(read, written)
        written.flush()
        os.fsync(written.fileno())


def _point(packs: Path, name: str) -> None:
    beside = packs / ".current.new"
    beside.unlink(missing_ok=True)
    beside.symlink_to(name)
    beside.replace(packs / "current")
    durable.sync_folder(packs)


def _by_age(packs: Path) -> list[Path]:
    """Packs on the disk, the latest put in place first."""
    if not packs.is_dir():
        return []
    found = [p for p in packs.iterdir() if len(p.name) == 64 and not p.is_symlink() and p.is_dir()]
    return sorted(found, key=lambda p: p.stat().st_mtime, reverse=True)
