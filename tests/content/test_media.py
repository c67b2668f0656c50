"""Photographs and videos: what an author may get wrong is said by file and field, and what comes
into a pack is small, upright and tells nothing of who took it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from content import captions, containers
from content.build import build
from content.library import Library
from content.media import (
    LEAST_SIDE,
    MOST_BYTES,
    MOST_SIDE,
    BadPhoto,
    packed,
    packed_captions,
    photo,
)
from content.model import Media
from content.nodes import parse
from content.problems import Problem
from content.rules.media import ALT, SIDE, SIGNED
from content.typed import Reader
from tests.content import filming
from tests.content.conftest import Desk

GUIDE = (Path(__file__).parents[2] / "docs" / "ru" / "media.md").read_text("utf-8")
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
CLUSTERS = "exhibition/clusters/media.yaml"
FEW = """\
atlases:
  shared: {sizes: [48], width: 512, height: 512, of: [ui, clusters, events]}
  heroes: {sizes: [64, 56], width: 128, height: 128, of: [clusters, programmes]}
ui: [star]
"""
ONE = """\
- file: {file}
  kind: {kind}
  alt: {{ru: Люди строят дом из карт, en: People build a house of cards}}
  credit: {{ru: Снято для проверки, en: Taken for a test}}
  licence: CC0
"""
TITLES = "  captions: {ru: ru.vtt, en: en.vtt}\n"


def carry(desk: Desk, *entries: str) -> None:
    """Let the profession of the good exhibition carry these."""
    file = next((desk.places.root / "exhibition" / "professions").glob("*.yaml"))
    text = file.read_text("utf-8")
    first = text.split("\n- id:")[0].rstrip("\n") + "\n"
    indent = "  " if text.startswith("- ") else ""
    media = "".join(entries)
    block = f"{indent}media:\n" + "".join(f"{indent}{line}\n" for line in media.splitlines())
    file.write_text(first + block + text[len(first) :].lstrip("\n"), "utf-8")


def home(desk: Desk) -> Path:
    return desk.places.root / "exhibition" / "media"


def said(desk: Desk) -> list[Problem]:
    """What the check says of media."""
    return [one for one in desk.problems() if "media" in one.field or "/media/" in one.file]


@pytest.fixture(name="desk")
def _few(desk: Desk) -> Desk:
    desk.write("assets/pictures.yaml", FEW)
    return desk


def test_a_photograph_and_a_video_with_captions_are_taken_as_they_should_be(desk: Desk) -> None:
    filming.photograph(home(desk) / "house.png")
    filming.film(home(desk) / "cards.mp4")
    filming.captions(home(desk) / "ru.vtt", "Раз", "Два")
    filming.captions(home(desk) / "en.vtt", "One", "Two")
    carry(desk, ONE.format(file="house.png", kind="photo"),
          ONE.format(file="cards.mp4", kind="video") + TITLES)  # fmt: skip
    assert said(desk) == []
    library = Library.open(build(desk.places, NOON).folder)
    (carrier,) = (one for one in library.pack.professions if one.media)
    still, film = carrier.media
    with Image.open(packed(library.folder, still)) as image:
        assert (image.format, image.size) == ("JPEG", (800, 500))
    assert packed(library.folder, film).read_bytes() == (home(desk) / "cards.mp4").read_bytes()
    spoken = packed_captions(library.folder, film, "ru")
    assert spoken is not None
    assert captions.said_at(captions.read(spoken), 1.5) == "Два"


def test_a_changed_photograph_makes_another_pack(desk: Desk) -> None:
    filming.photograph(home(desk) / "house.png")
    carry(desk, ONE.format(file="house.png", kind="photo"))
    before = build(desk.places, NOON)
    assert not build(desk.places, NOON).fresh
    filming.photograph(home(desk) / "house.png", (700, 500))
    assert build(desk.places, NOON).folder != before.folder


def test_a_photograph_is_scaled_stood_upright_and_says_nothing_of_its_camera(
    tmp_path: Path,
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Invented Camera"
    exif.get_ifd(0x8825)[1] = "N"
    file = filming.photograph(tmp_path / "big.jpg", (4000, 2000), exif=exif)
    image = photo(file)
    assert image.size == (MOST_SIDE // 2, MOST_SIDE)
    image.save(tmp_path / "out.jpg")
    with Image.open(tmp_path / "out.jpg") as out:
        assert not dict(out.getexif())
    assert b"Invented" not in (tmp_path / "out.jpg").read_bytes()
    red, _green, blue = image.getpixel((400, 20))  # type: ignore[misc]
    assert red > blue, "the left half is above after a quarter turn"


def test_what_lies_open_is_shown_on_white(tmp_path: Path) -> None:
    Image.new("RGBA", (600, 600), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert photo(tmp_path / "clear.png").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("name", "spoil", "what"),
    [
        ("gone.jpg", None, "нет файла exhibition/media/gone.jpg"),
        ("Дом.jpg", None, "латиницей"),
        ("../house.jpg", None, "латиницей"),
        ("house.gif", None, "должен кончаться"),
        ("empty.jpg", lambda path: path.write_bytes(b""), "файл пуст"),
        ("folder.jpg", lambda path: path.mkdir(parents=True), "это папка"),
        ("text.jpg", lambda path: path.write_bytes(b"<html>" * 40), "это не фотография"),
        ("small.png", lambda path: filming.photograph(path, (200, 100)), "квадраты"),
        ("png.jpg", lambda path: filming.photograph(path, format="PNG"), "на деле это PNG"),
    ],
)
def test_a_wrong_photograph_is_said_at_its_field(
    desk: Desk, name: str, spoil: object, what: str
) -> None:
    home(desk).mkdir(parents=True)
    if callable(spoil):
        spoil(home(desk) / name)
    carry(desk, ONE.format(file=name, kind="photo"))
    (problem,) = (one for one in said(desk) if not one.warning)
    assert problem.field == "media[0].file"
    assert what in problem.text


def test_a_photograph_cut_short_is_said(tmp_path: Path) -> None:
    whole = filming.photograph(tmp_path / "whole.jpg").read_bytes()
    (tmp_path / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadPhoto, match="повреждена или обрывается"):
        photo(tmp_path / "cut.jpg")


def test_a_file_of_five_hundred_megabytes_is_said_without_being_read(desk: Desk) -> None:
    home(desk).mkdir(parents=True)
    with (home(desk) / "huge.mp4").open("wb") as stream:
        stream.truncate(500 * 10**6)  # a hole: nothing is written
    carry(desk, ONE.format(file="huge.mp4", kind="video") + TITLES)
    filming.captions(home(desk) / "ru.vtt", "Раз", "Два")
    filming.captions(home(desk) / "en.vtt", "One", "Two")
    (problem,) = said(desk)
    assert problem.field == "media[0].file"
    assert f"500 МБ, а можно до {MOST_BYTES // 10**6}" in problem.text


@pytest.mark.parametrize("part", [0.3, 0.97])
def test_a_video_cut_short_is_said(desk: Desk, part: float) -> None:
    whole = filming.film(home(desk) / "cards.mp4").read_bytes()
    (home(desk) / "cards.mp4").write_bytes(whole[: int(len(whole) * part)])
    carry(desk, ONE.format(file="cards.mp4", kind="video"))
    (problem,) = (one for one in said(desk) if not one.warning)
    assert (problem.field, "обрывается" in problem.text) == ("media[0].file", True)


def test_a_video_of_another_codec_is_said_with_those_that_play(desk: Desk) -> None:
    filming.film(home(desk) / "old.mp4", codec="mpeg4")
    carry(desk, ONE.format(file="old.mp4", kind="video"))
    (problem,) = (one for one in said(desk) if not one.warning)
    assert problem.field == "media[0].file"
    assert "сжато в mpeg4" in problem.text
    assert "h264" in problem.text


def test_a_video_whose_frames_are_noise_is_said_although_its_index_is_whole(desk: Desk) -> None:
    path = filming.film(home(desk) / "noise.mp4", seconds=0.4)
    raw = bytearray(path.read_bytes())
    at = raw.index(b"mdat")
    size = int.from_bytes(raw[at - 4 : at], "big")
    raw[at + 4 : at - 4 + size] = b"\xff" * (size - 8)
    path.write_bytes(raw)
    assert containers.look(path).codecs == {"h264"}
    carry(desk, ONE.format(file="noise.mp4", kind="video"))
    assert any("ни одного кадра" in one.text or "не читается" in one.text for one in said(desk))


def test_a_webm_is_known_by_what_it_holds(tmp_path: Path) -> None:
    path = filming.film(tmp_path / "film.webm", seconds=0.4, codec="libvpx")
    assert containers.look(path) == containers.Film("webm", frozenset({"vp8"}))
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(containers.NotAFilm, match="обрывается"):
        containers.look(path)


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"\0\0\0\x18ftypisom", b"\x1a\x45\xdf\xa3webm"])
)
def test_no_bytes_whatever_make_the_look_at_a_video_fail_otherwise(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, head: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.mp4"
    path.write_bytes(head + raw)
    try:
        said = containers.look(path).container
    except containers.NotAFilm as error:
        said = str(error)
    assert said


def test_two_videos_of_one_thing_and_a_file_nobody_names_are_said(desk: Desk) -> None:
    filming.film(home(desk) / "one.mp4", 0.4)
    filming.photograph(home(desk) / "lost.jpg")
    video = ONE.format(file="one.mp4", kind="video")
    carry(desk, video, video)
    found = {(one.field or one.file): one.text for one in said(desk)}
    assert "одно" in found["media"]
    assert "никто не называет" in found["exhibition/media/lost.jpg"]
    assert "нет титров" in found["media[0]"]


def test_words_too_long_to_stand_beside_it_are_said(desk: Desk) -> None:
    filming.photograph(home(desk) / "house.png")
    entry = ONE.format(file="house.png", kind="photo")
    carry(desk, entry.replace("People build", "People build and " * 12).replace("CC0", "CC" * 30))
    assert {one.field for one in said(desk)} == {
        "media[0].alt.en", "media[0].credit.ru", "media[0].credit.en"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "WEBVTT"),
        ("WEBVTT\n\n", 1, "ни одной реплики"),
        ("WEBVTT\n\nслова без времени\n", 3, "нет времени"),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nРаз\n", 3, "пишут так"),
        ("WEBVTT\n\n1\n00:03.000 --> 00:02.000\nРаз\n", 4, "раньше"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>\n", 3, "нет текста"),
    ],
)
def test_a_slip_in_captions_is_said_by_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(captions.CaptionsError, match=what) as caught:
        captions.parse(text)
    assert caught.value.line == line


def test_captions_lose_their_markup_and_keep_their_words() -> None:
    cues = captions.parse(
        "WEBVTT - titles\nKind: captions\n\nNOTE\nnot shown\n\nSTYLE\n::cue {}\n\n"
        "1\n00:00.000 --> 00:02.000 line:0\n<v Мастер>Раз &amp; <b>два</b>\nтри\n\n"
        "01:00:00.000 --> 01:00:01.500\nчас"
    )
    assert cues == [
        captions.Cue(0, 2, "Раз & два\nтри"),
        captions.Cue(3600, 3601.5, "час"),
    ]
    assert captions.said_at(cues, 1.9) == "Раз & два\nтри"
    assert captions.said_at(cues, 2) == ""


@given(st.text(max_size=120))
def test_captions_are_read_or_refused_by_line_whatever_they_are(text: str) -> None:
    try:
        found = len(captions.parse("WEBVTT\n\n" + text))
    except captions.CaptionsError as error:
        found = error.line
    assert found >= 1


def test_what_the_guide_shows_is_what_the_program_takes() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    node = parse(example.encode())
    assert isinstance(node, yaml.MappingNode)
    reader = Reader("guide")
    reader.read(node.value[0][1], list[Media])
    assert reader.problems == []
    (titles,) = re.findall(r"```\n(WEBVTT.*?)```", GUIDE, re.DOTALL)
    assert len(captions.parse(titles)) == 2
    for figure in (MOST_BYTES // 10**6, LEAST_SIDE, MOST_SIDE, SIDE, ALT, SIGNED):
        assert str(figure) in GUIDE
