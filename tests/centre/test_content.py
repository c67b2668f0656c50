"""Published content: checked on the way in, active at once, cut into pictures."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from sync.centre.home import Home
from sync.centre.packs import PublishError, Shelf, current_name, publish
from sync.centre.pages.pictures import PictureError, picture
from tests.centre.packing import build

DAY = "2026-11-23T00:00:00+00:00"


def test_a_pack_is_active_once_it_is_published(home: Path, tmp_path: Path) -> None:
    shelf = Shelf(Home(home))
    assert (shelf.pack(), current_name(Home(home))) == (None, "")
    first = publish(Home(home), build(tmp_path / "a", DAY))
    assert current_name(Home(home)) == first
    pack = shelf.pack()
    assert pack is not None
    assert [event.id for event in pack.events] == ["open-day", "consultation", "gone"]
    second = publish(Home(home), build(tmp_path / "b", "2026-12-01T00:00:00+00:00"))
    renewed = shelf.pack()
    assert renewed is not None
    assert (first != second, renewed.built_at) == (True, "2026-12-01T00:00:00+00:00")
    assert publish(Home(home), tmp_path / "a") == first


@pytest.mark.parametrize("harm", ["changed", "missing", "manifest", "outside"])
def test_a_damaged_pack_changes_nothing(home: Path, tmp_path: Path, harm: str) -> None:
    good = publish(Home(home), build(tmp_path / "a", DAY))
    bad = build(tmp_path / "b", "2026-12-01T00:00:00+00:00")
    if harm == "changed":
        (bad / "pictures" / "shared-0.png").write_bytes(b"x")
    elif harm == "missing":
        (bad / "pictures" / "shared-0.png").unlink()
    elif harm == "manifest":
        (bad / "manifest.json").write_text("{")
    else:
        text = (bad / "manifest.json").read_text()
        (bad / "manifest.json").write_text(text.replace("pictures/index.json", "../../evil"))
    with pytest.raises(PublishError):
        publish(Home(home), bad)
    assert current_name(Home(home)) == good


def test_a_picture_is_cut_from_where_kivy_would_take_it(tmp_path: Path) -> None:
    folder = build(tmp_path / "a", DAY)
    for name, colour in (("door", (255, 0, 0)), ("calendar", (0, 0, 255))):
        with Image.open(io.BytesIO(picture(folder, name, 40))) as image:
            assert image.size == (40, 40)
            assert image.convert("RGB").getpixel((20, 20)) == colour
    with pytest.raises(PictureError):
        picture(folder, "no-such-picture", 40)
