"""Pictures are drawn where the atlas says, smooth at their edges, and never touch each other."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from content import atlas
from content.pictures import DRAWINGS, PictureSet, PicturesMissing, UnknownPicture
from content.places import Places
from tests.content.conftest import PROJECT

PLACES = Places.of(PROJECT)


@pytest.fixture(name="pictures", scope="module")
def _pictures() -> PictureSet:
    return PictureSet(PLACES.modules, PLACES.cache)


def test_a_picture_is_drawn_with_soft_edges_and_no_dark_rim(pictures: PictureSet) -> None:
    image = pictures.png("star", 96)
    assert (image.mode, image.size) == ("RGBA", (96, 96))
    alpha = Counter(image.getchannel("A").tobytes())
    assert alpha[255] > 96 * 96 // 5
    assert sum(count for value, count in alpha.items() if 0 < value < 255) > 96
    pixels = image.load()
    assert pixels is not None
    edge = [
        pixels[x + 1, y][:3]
        for y in range(96)
        for x in range(95)
        if pixels[x, y][3] > 0 and pixels[x + 1, y][3] == 0
    ]
    assert edge
    assert all(max(colour) > 60 for colour in edge), "a transparent neighbour is black"


def test_a_mirrored_alias_is_the_mirror_of_its_parent(pictures: PictureSet) -> None:
    left = pictures.png("backhand-index-pointing-left", 48)
    right = pictures.png("backhand-index-pointing-right", 48)
    mirrored = left.transpose(Image.Transpose.FLIP_LEFT_RIGHT).getchannel("A").tobytes()
    off = [abs(a - b) for a, b in zip(mirrored, right.getchannel("A").tobytes(), strict=True)]
    assert max(off) <= 8


def test_an_unknown_name_is_named(pictures: PictureSet) -> None:
    with pytest.raises(UnknownPicture, match="half-moon"):
        pictures.png("half-moon", 96)


def test_the_large_file_is_read_only_when_the_cache_lacks_a_picture(tmp_path: Path) -> None:
    package = tmp_path / "modules" / "@iconify-json" / "fluent-emoji"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"version": "9.9.9"}')
    body = '<circle cx="16" cy="16" r="12" fill="red"/>'
    (package / "icons.json").write_text(json.dumps({"icons": {"dot": {"body": body}}}))
    first = PictureSet(tmp_path / "modules", tmp_path / "cache").png("dot", 32)
    (package / "icons.json").unlink()
    again = PictureSet(tmp_path / "modules", tmp_path / "cache")
    assert again.names == {"dot"}
    assert again.png("dot", 32).tobytes() == first.tobytes()
    assert again.png("dot", 64).size == (64, 64), "another size comes from the kept SVG"


def test_what_the_set_lacks_is_drawn_by_us_and_a_changed_drawing_is_drawn_anew(
    tmp_path: Path,
) -> None:
    def drawn(colour: str) -> bytes:
        head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        square = f'{head}<rect width="32" height="32" fill="{colour}"/></svg>'
        (tmp_path / "half-moon.svg").write_text(square)
        ours = PictureSet(PLACES.modules, tmp_path / "cache", tmp_path)
        assert {"half-moon", "star"} <= ours.names
        return ours.png("half-moon", 32).tobytes()

    assert drawn("#ff0000")[:3] == b"\xff\x00\x00"
    assert drawn("#0000ff")[:3] == b"\x00\x00\xff"


@pytest.mark.parametrize(
    "path", sorted((PLACES.root / DRAWINGS).glob("*.svg")), ids=lambda p: p.stem
)
def test_a_drawing_of_ours_fills_its_square_as_pictures_of_the_set_do(
    path: Path, tmp_path: Path
) -> None:
    ours = PictureSet(PLACES.modules, tmp_path, PLACES.root / DRAWINGS)
    image = ours.png(path.stem, 64)
    box = image.getchannel("A").getbbox()
    assert box is not None
    assert max(box[2] - box[0], box[3] - box[1]) >= 0.75 * 64


@pytest.mark.parametrize("damage", ["", "{", '{"icons": []}'])
def test_a_damaged_package_says_what_to_do(tmp_path: Path, damage: str) -> None:
    package = tmp_path / "@iconify-json" / "fluent-emoji"
    package.mkdir(parents=True)
    with pytest.raises(PicturesMissing, match="make setup"):
        PictureSet(tmp_path, tmp_path / "cache")
    (package / "package.json").write_text('{"version": "9.9.9"}')
    (package / "icons.json").write_text(damage)
    with pytest.raises(PicturesMissing, match="make setup"):
        _ = PictureSet(tmp_path, tmp_path / "cache").names


@given(
    st.integers(0, 300),
    st.lists(st.integers(16, 398), min_size=1, max_size=3),
    st.integers(402, 4000),
    st.integers(402, 4000),
)
def test_a_layout_holds_every_picture_once_apart_and_in_bounds(
    count: int, sizes: list[int], width: int, height: int
) -> None:
    names = [f"n{i}" for i in range(count)]
    size, pages = atlas.fit(names, atlas.Plan(sizes, width, height, []))
    assert size in sizes
    assert [name for page in pages for name in page.boxes] == names
    for page in pages:
        assert page.width <= min(width, atlas.MAX_SIDE)
        assert page.height <= min(height, atlas.MAX_SIDE)
        taken: set[tuple[int, int]] = set()
        for x, y, w, h in page.boxes.values():
            assert (w, h) == (size, size)
            assert (x - atlas.GAP) % (size + atlas.GAP) == (y - atlas.GAP) % (size + atlas.GAP) == 0
            assert x + w + atlas.GAP <= page.width
            assert y + h + atlas.GAP <= page.height
            taken.add((x, y))
        assert len(taken) == len(page.boxes)


def test_a_size_that_fits_no_page_is_passed_over() -> None:
    sizes = [atlas.fit(["n"], atlas.Plan([100, 16], 104, side, []))[0] for side in (103, 104)]
    assert sizes == [16, 100]


def test_a_layout_takes_the_largest_size_that_fits_one_page() -> None:
    plan = atlas.Plan([100, 50, 20], 208, 208, [])
    assert [atlas.fit(["n"] * n, plan)[0] for n in (1, 4, 5, 9, 10)] == [100, 100, 50, 50, 20]


def test_the_atlas_file_says_where_each_picture_lies_counted_from_the_bottom(
    tmp_path: Path,
) -> None:
    colours = {f"n{i}": (i * 20, 255 - i * 20, 7, 255) for i in range(7)}
    size, pages = atlas.fit(list(colours), atlas.Plan([16], 64, 40, []))
    assert len(pages) > 1
    atlas.write(tmp_path, "few", pages, lambda name: Image.new("RGBA", (16, 16), colours[name]))
    where = json.loads((tmp_path / "few.atlas").read_text())
    seen = {}
    for file, boxes in where.items():
        with Image.open(tmp_path / file) as page:
            for name, (x, y, w, h) in boxes.items():
                top = page.height - y - h
                assert page.crop((x, top, x + w, top + h)).getcolors() == [(256, colours[name])]
                around = page.crop((x - 2, top - 2, x + w + 2, top + h + 2)).getcolors()
                assert sorted(around or []) == [(144, (0, 0, 0, 0)), (256, colours[name])]
                seen[name] = size
    assert seen.keys() == colours.keys()
