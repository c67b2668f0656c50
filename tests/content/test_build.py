"""A build is all or nothing, the same from the same, and quick when there is nothing to do."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from content import build as building
from content import manifest
from content.build import BuildError, build
from content.library import Library
from content.model import FORMAT
from tests.content.conftest import Desk

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
EVENTS = "exhibition/events/all.yaml"
FEW = """\
atlases:
  shared: {sizes: [48], width: 512, height: 512, of: [ui, clusters, events]}
  heroes: {sizes: [64, 56], width: 128, height: 128, of: [clusters, programmes]}
ui: [star, house]
large: []
"""


@pytest.fixture(name="desk")
def _few(desk: Desk) -> Desk:
    desk.write("assets/pictures.yaml", FEW)
    return desk


def test_a_pack_is_named_by_its_manifest_which_names_every_file(desk: Desk) -> None:
    built = build(desk.places, NOON)
    content = (built.folder / "manifest.json").read_bytes()
    assert built.folder.name == hashlib.sha256(content).hexdigest()
    listed = json.loads(content)
    assert (listed["format"], listed["built_at"]) == (FORMAT, "2026-11-23T12:00:00+00:00")
    files = {p.relative_to(built.folder).as_posix(): p for p in built.folder.rglob("*.*")}
    assert listed["files"] == {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in files.items()
        if name != "manifest.json"
    }
    assert (desk.places.out / "current").readlink() == Path(built.folder.name)


def test_a_kiosk_reads_what_was_written(desk: Desk) -> None:
    library = Library.open(build(desk.places, NOON).folder)
    assert [cluster.id for cluster in library.clusters] == ["factory", "garden"]
    assert library.pack.built_on == dt.date(2026, 11, 23)
    assert library.pack.version.startswith("2026-11-23 ")
    consent = library.consent("signup")
    assert consent is not None
    assert consent.text.ru == "Я согласен на запись.\n\nСогласие можно отозвать."
    assert library.picture_sizes["gear"] == {"heroes": 56, "shared": 48}


def test_every_picture_is_where_the_pack_says_and_not_empty(desk: Desk) -> None:
    folder = build(desk.places, NOON).folder / "pictures"
    index = json.loads((folder / "index.json").read_bytes())
    found: dict[str, dict[str, int]] = {}
    for file in folder.glob("*.atlas"):
        for page, boxes in json.loads(file.read_bytes()).items():
            with Image.open(folder / page) as image:
                for name, (x, y, w, h) in boxes.items():
                    top = image.height - y - h
                    alpha = image.crop((x, top, x + w, top + h)).getchannel("A")
                    assert sum(value > 0 for value in alpha.tobytes()) > w * h // 10, name
                    found.setdefault(name, {})[file.stem] = w
    assert found == index
    assert index.keys() >= {"star", "house", "gear", "seedling", "rocket", "speech-balloon"}


def test_fonts_are_in_the_pack_and_open(desk: Desk) -> None:
    fonts = build(desk.places, NOON).folder / "fonts"
    names = {ImageFont.truetype(path).getname() for path in fonts.glob("*.ttf")}
    assert {path.stem for path in fonts.iterdir()} == {
        "Onest-Regular",
        "Onest-Medium",
        "Onest-Bold",
        "Unbounded-Medium",
        "Unbounded-Bold",
    }
    assert {family.split()[0] for family, _ in names if family} == {"Onest", "Unbounded"}


def test_the_same_input_gives_the_same_pack(desk: Desk, tmp_path: Path) -> None:
    first = build(desk.places, NOON)
    second = build(replace(desk.places, out=tmp_path / "elsewhere"), NOON)
    assert second.fresh
    assert second.folder.name == first.folder.name


def test_another_moment_changes_only_what_carries_it(desk: Desk) -> None:
    manifests = [
        json.loads((build(desk.places, moment).folder / "manifest.json").read_bytes())["files"]
        for moment in (NOON, NOON + dt.timedelta(days=1))
    ]
    changed = {name for name in manifests[0] if manifests[0][name] != manifests[1][name]}
    assert changed == {"pack.json"}


def test_nothing_is_built_twice_on_one_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(desk.places)
    monkeypatch.setattr(building, "_make", lambda *_: pytest.fail("it was built again"))
    again = build(desk.places)
    assert (again.folder, again.fresh) == (first.folder, False)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (EVENTS, "minutes: 90", "minutes: 80"),
        ("assets/pictures.yaml", "[star, house]", "[star]"),
    ],
)
@pytest.mark.parametrize("together", [True, False], ids=["beside the program", "apart"])
def test_a_change_is_built(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, together: bool, file: str, old: str, new: str
) -> None:
    if together:
        monkeypatch.setattr(building, "__file__", str(desk.places.root / "build.py"))
    first = build(desk.places)
    desk.change(file, old, new)
    again = build(desk.places)
    assert again.fresh
    assert again.folder != first.folder
    assert (desk.places.out / "current").resolve() == again.folder.resolve()


def test_a_damaged_pack_is_built_anew(desk: Desk) -> None:
    first = build(desk.places, NOON)
    (first.folder / "pack.json").write_bytes(b"{}")
    assert manifest.whole(first.folder) is None
    again = build(desk.places, NOON)
    assert again.folder == first.folder
    assert manifest.whole(again.folder) is not None


def test_an_error_builds_nothing_and_keeps_the_last_good_pack(desk: Desk) -> None:
    good = build(desk.places, NOON)
    line = desk.change(EVENTS, "picture: ferris-wheel", "picture: ferris-whale")
    with pytest.raises(BuildError) as caught:
        build(desk.places, NOON)
    assert [str(problem) for problem in caught.value.problems] == [
        f"{EVENTS}:{line} picture: нет картинки «ferris-whale» в наборе fluent-emoji; "
        "может быть, «ferris-wheel»?"
    ]
    assert (desk.places.out / "current").resolve() == good.folder.resolve()
    assert [path.name for path in desk.places.out.iterdir() if path.is_dir()].count(
        good.folder.name
    )
    assert not list(desk.places.out.glob(".building-*"))


def test_a_folder_that_cannot_be_written_is_said_in_a_line(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError, match="пакет не записан"):
        build(replace(desk.places, out=tmp_path / "file" / "packs"), NOON)
