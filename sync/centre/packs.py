"""Published content: what the phone pages know of events, consents and stands."""

from __future__ import annotations

import hashlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import msgspec

from content.model import (
    Cluster,
    College,
    Consent,
    Contact,
    Event,
    Figure,
    Pack,
    PackError,
    Profession,
    Stand,
    read_pack,
)
from sync.centre.errors import CentreError
from sync.centre.home import Home, replace

__all__ = [
    "Cluster",
    "College",
    "Consent",
    "Contact",
    "Event",
    "EventDay",
    "Figure",
    "Pack",
    "Profession",
    "PublishError",
    "Shelf",
    "Stand",
    "current_name",
    "event_days",
    "publish",
]

_NAME = re.compile(r"[0-9a-f]{64}")


class PublishError(CentreError):
    """A pack that is not published."""


class _Manifest(msgspec.Struct, frozen=True):
    format: int
    files: dict[str, str]


def current_name(home: Home) -> str:
    """The SHA-256 that names the active pack; empty when nothing is published."""
    try:
        name = str((home.packs / "current").readlink())
    except OSError:
        return ""
    return name if _NAME.fullmatch(name) else ""


def publish(home: Home, source: Path) -> str:
    """Check a built pack against its manifest, copy it and make it the active one. Its name.

    The copy is verified, not the source, and ``current`` is renamed into place: a pack that is
    damaged or cut short changes nothing."""
    try:
        raw = (source / "manifest.json").read_bytes()
        manifest = msgspec.json.decode(raw, type=_Manifest)
        read_pack(source)
    except (OSError, msgspec.DecodeError, PackError) as error:
        raise PublishError(f"Это не собранный набор контента: {error}") from error
    name = hashlib.sha256(raw).hexdigest()
    home.packs.mkdir(mode=0o755, exist_ok=True)
    if not (home.packs / name).is_dir():
        beside = home.packs / f"{name}.new"
        shutil.rmtree(beside, ignore_errors=True)
        for path, sha256 in manifest.files.items():
            _copy(source, path, sha256, beside)
        replace(beside / "manifest.json", raw, 0o644)
        beside.rename(home.packs / name)
    link = home.packs / "current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(name)
    link.replace(home.packs / "current")
    return name


def _copy(source: Path, path: str, sha256: str, into: Path) -> None:
    target = into / path
    if not target.resolve().is_relative_to(into.resolve()):
        raise PublishError(f"Путь в наборе ведёт наружу: {path}")
    try:
        content = (source / path).read_bytes()
    except OSError as error:
        raise PublishError(f"В наборе нет файла {path}: {error.strerror}") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise PublishError(f"Файл набора повреждён: {path}")
    target.parent.mkdir(parents=True, exist_ok=True)
    replace(target, content, 0o644)


@dataclass(frozen=True)
class EventDay:
    """When an event is: an ISO date, empty for an offer without one. ``told``: the date is the
    organiser's own; a sample's is counted from the pack's build and moves with every pack."""

    event: str
    day: str
    told: bool


def event_days(pack: Pack | None) -> list[EventDay]:
    """The days of a pack's events; none of no pack."""
    if pack is None:
        return []
    dated = ((event, event.day(pack.built_on)) for event in pack.events)
    return [
        EventDay(event.id, day.isoformat() if day else "", event.date is not None)
        for event, day in dated
    ]


class Shelf:
    """The active pack, read again when another one is published. Shared by all handlers."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._held: tuple[str, Pack | None] = ("", None)

    @property
    def folder(self) -> Path:
        """Where the active pack's files are."""
        return self._home.packs / (current_name(self._home) or "none")

    def pack(self) -> Pack | None:
        """The active pack, or None when none is published or it cannot be read."""
        name = current_name(self._home)
        if name != self._held[0]:
            try:
                self._held = (name, read_pack(self._home.packs / name) if name else None)
            except PackError:
                self._held = (name, None)
        return self._held[1]
