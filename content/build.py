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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from content.model import FORMAT, Pack
from content.problems import Problem

if TYPE_CHECKING:
    from content.check import Report
    from content.pictures import PictureSet

FONTS = {
    "Onest-Regular": "onest/400Regular/Onest_400Regular.ttf",
    "Onest-Medium": "onest/500Medium/Onest_500Medium.ttf",
    "Onest-Bold": "onest/700Bold/Onest_700Bold.ttf",
    "Unbounded-Medium": "unbounded/500Medium/Unbounded_500Medium.ttf",
    "Unbounded-Bold": "unbounded/700Bold/Unbounded_700Bold.ttf",
}
"""Name in the pack -> file under ``node_modules/@expo-google-fonts``."""


class BuildError(Exception):
    """No pack was made. ``problems`` are the content's faults; empty where it was not content."""

    def __init__(self, text: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(text)
        self.problems = list(problems)


@dataclass(frozen=True)
class Places:
    """Folders of a build: ``root`` holds ``exhibition`` and ``assets``, ``modules`` is
    ``node_modules``, ``cache`` may be deleted at any time, ``out`` receives packs."""

    root: Path
    modules: Path
    cache: Path
    out: Path

    @classmethod
    def of(cls, project: Path) -> Places:
        """The folders of a checkout."""
        build = project / "build"
        return cls(project / "content", project / "node_modules", build / "cache", build / "packs")


class Manifest(msgspec.Struct, frozen=True):
    """``manifest.json``: each file of the pack but itself, with its SHA-256 in hex."""

    format: int
    built_at: str
    files: dict[str, str]


class _Stamp(msgspec.Struct, frozen=True):
    """What the last build was made of, so that the next may find nothing to do."""

    inputs: str
    built_at: str
    pack: str


@dataclass(frozen=True)
class Built:
    """The pack that stands after a build. ``texture`` is bytes of RGBA a kind of atlas takes;
    empty when ``fresh`` is false, which means nothing had changed."""

    folder: Path
    fresh: bool
    texture: dict[str, int]


def build(places: Places, built_at: dt.datetime | None = None) -> Built:
    """Check the content and make the pack current. Raises :class:`BuildError` and leaves the
    current pack alone when the content has errors or an input is missing.

    ``built_at`` (aware) is the moment the pack carries; None means now, and any pack of the same
    input built on the same UTC day will do.
    """
    moment = (built_at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat(timespec="seconds")
    inputs = _inputs(places)
    stamp = _standing(places)
    if stamp is not None and stamp.inputs == inputs:
        same = stamp.built_at == moment if built_at else stamp.built_at[:10] == moment[:10]
        if same:
            return Built(places.out / stamp.pack, False, {})
    from content.check import check

    report = check(places)
    if report.errors:
        raise BuildError("в содержании есть ошибки, пакет не собран", report.errors)
    assert report.pictures is not None
    places.out.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".building-", dir=places.out))
    try:
        staging.chmod(0o755)
        texture = _fill(staging, places, report, report.pictures, moment, inputs)
        name = _seal(staging, moment)
        folder = places.out / name
        if folder.is_dir():
            shutil.rmtree(folder)
        staging.rename(folder)
    except OSError as error:
        raise BuildError(f"пакет не записан: {error.strerror}") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    _point(places.out / "current", name)
    stamp_file = _stamp_file(places)
    stamp_file.parent.mkdir(parents=True, exist_ok=True)
    stamp_file.write_bytes(msgspec.json.encode(_Stamp(inputs, moment, name)))
    return Built(folder, True, texture)


def compose(report: Report, built_at: str, version: str) -> Pack:
    """The pack's content from checked entries."""
    from content import model

    exhibition = report.exhibition
    return Pack(
        format=FORMAT,
        version=version,
        built_at=built_at,
        contact=exhibition.values(model.Contact)[0],
        audiences=sorted(exhibition.values(model.Audience), key=lambda a: a.order),
        towns=exhibition.values(model.Town),
        links=exhibition.values(model.Link),
        clusters=sorted(exhibition.values(model.Cluster), key=lambda c: c.order),
        employers=exhibition.values(model.Employer),
        colleges=exhibition.values(model.College),
        professions=exhibition.values(model.Profession),
        programmes=sorted(exhibition.values(model.Programme), key=lambda p: p.order),
        events=exhibition.values(model.Event),
        consents=exhibition.values(model.Consent),
        sources=exhibition.sources,
    )


def _fill(
    folder: Path, places: Places, report: Report, pictures: PictureSet, built_at: str, inputs: str
) -> dict[str, int]:
    """Write everything but the manifest; returns the texture of each atlas in bytes."""
    version = f"{built_at[:10]} {inputs[:8]}"
    (folder / "pack.json").write_bytes(msgspec.json.encode(compose(report, built_at, version)))
    (folder / "fonts").mkdir()
    for name, file in FONTS.items():
        source = places.modules / "@expo-google-fonts" / file
        if not source.is_file():
            raise BuildError("нет шрифтов: выполните make setup")
        shutil.copyfile(source, folder / "fonts" / f"{name}.ttf")
    return _draw(folder / "pictures", report, pictures)


def _draw(folder: Path, report: Report, pictures: PictureSet) -> dict[str, int]:
    from content import atlas, declared

    folder.mkdir()
    texture: dict[str, int] = {}
    index: dict[str, dict[str, int]] = {}
    assert report.declared is not None
    for name, plan in sorted(report.declared.atlases.items()):
        wanted = declared.names(report.exhibition, report.declared, plan)
        size, pages = atlas.fit(wanted, plan)
        pictures.prepare((picture, size) for picture in wanted)
        texture[name] = atlas.write(folder, name, pages, partial(pictures.png, pixels=size))
        for picture in wanted:
            index.setdefault(picture, {})[name] = size
    content = msgspec.json.encode(dict(sorted(index.items())))
    (folder / "index.json").write_bytes(content)
    return texture


def _seal(folder: Path, built_at: str) -> str:
    """Write the manifest; returns its hash, which is the pack's name."""
    files = {
        path.relative_to(folder).as_posix(): _sha256([path])
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    content = msgspec.json.encode(Manifest(FORMAT, built_at, files))
    (folder / "manifest.json").write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def _point(link: Path, name: str) -> None:
    """Make ``link`` point at a pack beside it, in one step."""
    staging = link.with_name(f".{link.name}-{os.getpid()}")
    staging.unlink(missing_ok=True)
    staging.symlink_to(name)
    staging.replace(link)


def _standing(places: Places) -> _Stamp | None:
    """The last build, where its pack is still there, whole by its manifest, and current."""
    try:
        stamp = msgspec.json.decode(_stamp_file(places).read_bytes(), type=_Stamp)
        folder = places.out / stamp.pack
        if (places.out / "current").readlink() != Path(stamp.pack):
            return None
        content = (folder / "manifest.json").read_bytes()
        manifest = msgspec.json.decode(content, type=Manifest)
        if hashlib.sha256(content).hexdigest() != stamp.pack:
            return None
        whole = all(_sha256([folder / file]) == sha for file, sha in manifest.files.items())
    except (OSError, msgspec.DecodeError):
        return None
    return stamp if whole else None


def _stamp_file(places: Places) -> Path:
    where = hashlib.sha256(str(places.out.resolve()).encode()).hexdigest()[:16]
    return places.cache / f"stamp-{where}.json"


def _inputs(places: Places) -> str:
    """One hash of all a pack is made of: content, the program that builds it, package versions."""
    files = [
        *places.root.glob("exhibition/**/*.yaml"),
        *places.root.glob("assets/**/*.yaml"),
        *Path(__file__).parent.glob("**/*.py"),
        *places.modules.glob("@expo-google-fonts/*/package.json"),
        *places.modules.glob("@iconify-json/*/package.json"),
    ]
    return _sha256(sorted(path for path in files if path.is_file()), named=True)


def _sha256(paths: Iterable[Path], named: bool = False) -> str:
    total = hashlib.sha256()
    for path in paths:
        content = path.read_bytes()
        if named:
            total.update(f"{path.parent.name}/{path.name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()
