"""Build a pack: YAML, pictures and fonts into one folder named by the hash of its manifest.

The same input and ``built_at`` give the same bytes. A build that would change nothing but the
hour is not made: samples count their dates by the day, so the pack of the same day stands.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from content import manifest
from content.media import fingerprint
from content.places import Places
from content.problems import Problem

if TYPE_CHECKING:
    from content.check import Report

STAMP = ".built.json"
"""Beside the packs: what the current one was built from."""


class BuildError(Exception):
    """No pack was made. ``problems`` are the content's faults; empty where it was not content."""

    def __init__(self, text: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(text)
        self.problems = list(problems)


class _Stamp(msgspec.Struct, frozen=True):
    inputs: str
    pack: str


@dataclass(frozen=True)
class Built:
    """The pack that stands after a build. ``texture`` is the bytes of RGBA each atlas takes and
    the pixels a side of its pictures; empty when ``fresh`` is false: nothing had changed."""

    folder: Path
    fresh: bool
    texture: dict[str, tuple[int, int]]


def build(places: Places, built_at: dt.datetime | None = None) -> Built:
    """Check the content and make its pack the current one.

    ``built_at`` (aware) is the moment the pack carries; None means now, and a pack of the same
    input built on the same UTC day will do. Raises :class:`BuildError` and leaves the current
    pack alone when the content has errors or something else is missing.
    """
    moment = (built_at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat(timespec="seconds")
    try:
        inputs = _inputs(places)
        standing = _standing(places.out, inputs)
        if standing is not None:
            folder, made = standing
            if made == moment or (built_at is None and made[:10] == moment[:10]):
                return Built(folder, False, {})
        return _make(places, moment, inputs)
    except OSError as error:
        raise BuildError(f"пакет не записан: {error.strerror}") from error


def _make(places: Places, moment: str, inputs: str) -> Built:
    from content.check import check

    report = check(places)
    if report.errors:
        raise BuildError("в содержании есть ошибки, пакет не собран", report.errors)
    places.out.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".building-", dir=places.out))
    try:
        staging.chmod(0o755)
        texture = _fill(staging, report, moment, f"{moment[:10]} {inputs[:8]}")
        folder = places.out / manifest.seal(staging, moment)
        if manifest.whole(folder) is None:
            shutil.rmtree(folder, ignore_errors=True)
            staging.rename(folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    _point(places.out / "current", folder.name)
    (places.out / STAMP).write_bytes(msgspec.json.encode(_Stamp(inputs, folder.name)))
    return Built(folder, True, texture)


def _fill(folder: Path, report: Report, moment: str, version: str) -> dict[str, tuple[int, int]]:
    """Write everything but the manifest; returns :attr:`Built.texture`."""
    from content import media
    from content.compose import compose, copy_fonts, draw
    from content.fonts import FontsMissing
    from content.pictures import PicturesMissing, UnknownPicture
    from content.speech import manifest as speech
    from content.speech import packing

    pack = compose(report.exhibition, moment, version)
    (folder / "pack.json").write_bytes(msgspec.json.encode(pack))
    try:
        media.copy(report.matter.places.root, folder, pack)
        packing.copy(report.matter.places.root, folder)
        copy_fonts(folder / "fonts", report.matter)
        return draw(folder / "pictures", report.matter)
    except (
        FontsMissing,
        PicturesMissing,
        UnknownPicture,
        media.BadPhoto,
        speech.ManifestDamaged,
    ) as error:
        raise BuildError(str(error)) from error


def _standing(out: Path, inputs: str) -> tuple[Path, str] | None:
    """The current pack and its moment, where it was made of the same and is whole."""
    try:
        stamp = msgspec.json.decode((out / STAMP).read_bytes(), type=_Stamp)
        if stamp.inputs != inputs or (out / "current").readlink() != Path(stamp.pack):
            return None
    except (OSError, ValueError, msgspec.DecodeError):
        return None
    found = manifest.whole(out / stamp.pack)
    return None if found is None else (out / stamp.pack, found.built_at)


def _inputs(places: Places) -> str:
    """One hash of all a pack is made of: content, this program, the versions of its packages."""
    # Pairs, not a mapping: the content usually stands in the program's own folder.
    groups = [
        (places.root, ["exhibition/**/*.yaml", "games/**/*.yaml", "assets/**/*.yaml"]),
        (places.root, ["assets/drawings/*.svg"]),
        # The manifest names its clips by their hashes.
        (places.root, ["voice/manifest.json", "voice/say.yaml"]),
        (Path(__file__).parent, ["**/*.py"]),
        (places.modules, ["@expo-google-fonts/*/package.json", "@iconify-json/*/package.json"]),
    ]
    total = hashlib.sha256(fingerprint(places.root))
    for base, patterns in groups:
        for path in sorted({path for pattern in patterns for path in base.glob(pattern)}):
            if path.is_file():
                content = path.read_bytes()
                total.update(f"{path.relative_to(base)} {len(content)}\n".encode() + content)
    return total.hexdigest()


def _point(link: Path, name: str) -> None:
    """Make ``link`` point at a pack beside it, in one step."""
    staging = link.with_name(f".{link.name}-{os.getpid()}")
    staging.unlink(missing_ok=True)
    staging.symlink_to(name)
    staging.replace(link)
