"""Which content pack the kiosk shows.

The program comes with a pack; it is verified, copied to ``packs/<sha256>`` and becomes
``packs/current`` by one rename. While nothing has changed this costs two small reads. A pack
that is missing or damaged never replaces one that works.
"""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from content import manifest
from content.model import PackError, read_pack
from content.placing import place
from kiosk import durable

KEEP = 2
"""How many packs stay on the disk: the one in use and the one before it."""

_LINKED = "voice/"
"""A thousand small files that a kiosk can do without are linked where the disk allows it: copied,
they would be most of the first start, and a link has no bytes to lose. All else has bytes of its
own, so that one pack's damage is not the other's."""

_log = logging.getLogger(__name__)


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
        described, name = manifest.read(offered)
        if current is not None:
            if name == current.name:
                return InUse(current, False, "")
            if _built_at(current) > described.built_at:
                return InUse(current, False, "")
        manifest.verify(offered)
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
    """What :func:`ensure` would show, the pack in use or a built-in one built later, as they are;
    nothing is verified or put in place."""
    link = home / "packs" / "current"
    used = _built_at(link) if _is_there(link) else ""
    return (link if used and used >= _built_at(builtin) else builtin).resolve()


def _current(packs: Path) -> Path | None:
    """The pack in use, or the one before it where that is gone."""
    link = packs / "current"
    if _is_there(link):
        return link.resolve()
    for folder in _by_age(packs):
        try:
            manifest.verify(folder)
        except PackError:
            continue
        _point(packs, folder.name)
        return folder
    return None


def _built_at(folder: Path) -> str:
    """When the pack was built; empty, before any other, where its manifest cannot be read."""
    try:
        return manifest.read(folder)[0].built_at
    except PackError:
        return ""


def _is_there(folder: Path) -> bool:
    return (folder / "pack.json").exists() and (folder / manifest.FILE).exists()


def _activate(offered: Path, name: str, packs: Path) -> Path:
    packs.mkdir(parents=True, exist_ok=True)
    target = packs / name
    if target.exists() and manifest.whole(target) is None:
        set_aside(target)
    if target.exists():
        os.utime(target)
    else:
        staging = packs / f".{name}.new"
        shutil.rmtree(staging, ignore_errors=True)
        described, _ = manifest.read(offered)
        linked = True
        for path in (manifest.FILE, *described.files):
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            if path.startswith(_LINKED):
                linked &= place(offered / path, staging / path)
            else:
                _copy(offered / path, staging / path)
        if not linked:
            os.sync()  # a thousand small files at once: one by one would take seconds
        manifest.verify(staging)
        for folder in {(staging / path).parent for path in described.files} | {staging}:
            durable.sync_folder(folder)
        staging.replace(target)
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
