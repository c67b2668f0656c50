"""An author saves and sees it; what is wrong is said, and the last good picture stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from content import manifest, preview, showing
from content.library import Library
from content.preview import Desk as Packer
from content.preview import Made
from content.showing import Showing
from content.translated import confirm, write
from tests.content.conftest import Desk

CLUSTER = "exhibition/clusters/factory.yaml"
SMALL = """
atlases: {shared: {sizes: [16], width: 256, height: 256, of: [ui, clusters]}}
ui: [house]
"""
"""Drawn in no time."""


@pytest.fixture(name="packer")
def _packer(desk: Desk, tmp_path: Path) -> Packer:
    (tmp_path / "made").mkdir()
    desk.write("assets/pictures.yaml", SMALL)
    return Packer(desk.places, tmp_path / "made")


def shown(made: Made) -> Library:
    assert made.pack is not None, made.errors
    assert manifest.verify(made.pack)
    return Library.open(made.pack)


def test_a_save_becomes_a_whole_pack_with_the_new_text(desk: Desk, packer: Packer) -> None:
    shown(packer.make())
    desk.change(CLUSTER, "Станки и детали.", "Станки для льна.")
    cluster = shown(packer.make()).cluster("factory")
    assert cluster is not None
    assert cluster.makes.ru == "Станки для льна."


def test_pictures_are_drawn_again_only_when_others_are_wanted(desk: Desk, packer: Packer) -> None:
    def pictures(made: Made) -> set[int]:
        assert made.pack is not None
        return {path.stat().st_ino for path in (made.pack / "pictures").iterdir()}

    first = pictures(packer.make())
    desk.change(CLUSTER, "Станки и детали.", "Станки для льна.")
    assert pictures(packer.make()) == first
    desk.change(CLUSTER, "picture: gear", "picture: rocket")
    made = packer.make()
    assert pictures(made) != first
    assert "rocket" in shown(made).picture_sizes


def test_errors_keep_the_last_good_pack_and_are_said_in_a_strip(desk: Desk, packer: Packer) -> None:
    good = packer.make()
    line = desk.change(CLUSTER, "picture: gear", "pictrue: gear")
    made = packer.make()
    assert made.pack is None
    assert any(said.startswith(f"{CLUSTER}:{line} pictrue: неизвестное") for said in made.strip)
    assert shown(good).cluster("factory") is not None
    desk.change(CLUSTER, "pictrue: gear", "picture: gear")
    assert packer.make().strip == []


def test_a_late_translation_is_said_and_does_not_keep_the_text_back(
    desk: Desk, packer: Packer
) -> None:
    from content.loading import load
    from content.rules.translated import said

    write(desk.places.root, confirm({}, said(load(desk.places.root))))
    desk.change(CLUSTER, "Станки и детали.", "Станки для льна.")
    made = packer.make()
    cluster = shown(made).cluster("factory")
    assert cluster is not None
    assert cluster.makes.ru == "Станки для льна."
    (strip,) = made.strip
    assert "английский остался прежним" in strip


def test_a_picture_there_is_not_is_an_error_and_no_half_of_a_pack_is_left(
    desk: Desk, packer: Packer, tmp_path: Path
) -> None:
    desk.change(CLUSTER, "picture: gear", "picture: gearr")
    assert packer.make().pack is None
    assert list((tmp_path / "made").iterdir()) == []


def test_few_packs_are_kept(packer: Packer, tmp_path: Path) -> None:
    for _ in range(4):
        packer.make()
    assert len(list((tmp_path / "made").iterdir())) == preview.KEPT


@pytest.mark.parametrize("how", ["changed", "new", "removed"])
def test_every_save_is_noticed(desk: Desk, how: str) -> None:
    before = preview.files(desk.places.root)
    if how == "changed":
        desk.change(CLUSTER, "Станки и детали.", "Станки.")
    elif how == "new":
        desk.write("exhibition/clusters/new.yaml", "id: new")
    else:
        desk.path(CLUSTER).unlink()
    assert preview.files(desk.places.root) != before


class Running:
    """A kiosk that runs for so many looks."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    def poll(self) -> int | None:
        self.looks -= 1
        return None if self.looks >= 0 else 0


def test_each_save_is_told_to_the_kiosk_until_its_window_is_closed(
    desk: Desk, packer: Packer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview.time, "sleep", lambda _s: None)
    heard: list[str] = []
    preview._follow(desk.places, packer, tmp_path, {}, Running(3), heard.append)
    note = showing.read(tmp_path)
    assert note is not None
    assert Library.open(Path(note.pack)).cluster("factory") is not None
    assert note.said == []
    assert heard[-1].endswith("показано")


def test_the_kiosk_never_reads_half_a_note(tmp_path: Path) -> None:
    assert showing.read(tmp_path) is None
    note = Showing("/pack", ["строка"])
    showing.tell(tmp_path, note)
    first = showing.stamp(tmp_path)
    assert showing.read(tmp_path) == note
    showing.tell(tmp_path, note)
    assert showing.stamp(tmp_path) != first
    (tmp_path / showing.FILE).write_bytes(b'{"pack": "/pa')
    assert showing.read(tmp_path) is None


def test_a_first_pack_with_errors_is_shown_from_the_last_build(desk: Desk) -> None:
    assert preview._standing(desk.places) is None
    from content.build import build

    desk.write("assets/pictures.yaml", SMALL)
    built = build(desk.places)
    assert preview._standing(desk.places) == built.folder.resolve()
