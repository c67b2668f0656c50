"""What people write by mistake is said in their language, with what to do."""

from __future__ import annotations

import re

import pytest

from content.nodes import Unreadable, parse
from tests.content.conftest import Desk

CLUSTER = "exhibition/clusters/factory.yaml"
EVENTS = "exhibition/events/all.yaml"
PICTURES = "assets/pictures.yaml"
MAKES = "{ru: Станки и детали.,"

FOREIGN = re.compile(r"[A-Za-z]{3,}")


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        ("a: b: c\n", 1, "двоеточие внутри текста"),
        ("a: 1\n  b: 2\n", 2, "лишний отступ"),
        ("a:\n\tb: 1\n", 2, "табуляция"),
        ("a: 1\n---\nb: 2\n", 2, "посреди файла"),
        ("a:\n  - x\n - y\n", 3, "не под своим полем"),
        ("a: [1, 2\nb: 3\n", 2, "закрывающей скобки"),
        ('a: "x\nb: 1\n', 3, "кавычка открыта"),
        ('a: "\\q"\n', 1, "обратная черта"),
        ("a: - x\n", 1, "на строке поля"),
    ],
)
def test_a_slip_of_yaml_is_explained_in_russian(written: str, line: int, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as caught:
        parse(written.encode())
    assert caught.value.line == line
    assert FOREIGN.findall(str(caught.value)) == ["YAML"]


@pytest.mark.parametrize(
    "markup",
    ["&#xA0;", "&frac12;", "&Auml;", "**важно**", "__важно__", "[сюда](тут)", "`код`"],
)
def test_no_markup_of_any_kind_gets_through(desk: Desk, markup: str) -> None:
    line = desk.change(CLUSTER, MAKES, f'{{ru: "Станки {markup}",')
    (problem,) = (p for p in desk.problems() if "разметка" in p.text)
    assert (problem.file, problem.line, problem.field) == (CLUSTER, line, "makes.ru")


def test_two_spaces_in_a_row_are_a_warning(desk: Desk) -> None:
    desk.change(CLUSTER, MAKES, "{ru: Станки  и детали.,")
    (problem,) = desk.problems()
    assert (problem.field, problem.text, problem.warning) == (
        "makes.ru",
        "два пробела подряд",
        True,
    )


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        ("img/gear.png", "файл, а нужно имя картинки"),
        ("gear.SVG", "файл, а нужно имя картинки"),
        ("шестерёнка", "нужно английское имя картинки"),
        ("⚙️", "нужно английское имя картинки"),
        ("rocke", "может быть, «rocket»?"),
    ],
)
def test_a_picture_that_is_no_name_of_the_set_is_told_what_it_is(
    desk: Desk, picture: str, said: str
) -> None:
    line = desk.change(CLUSTER, "picture: gear", f"picture: {picture}")
    (problem,) = desk.problems()
    assert (problem.file, problem.line, problem.field) == (CLUSTER, line, "picture")
    assert said in problem.text


def test_pictures_no_atlas_takes_are_named(desk: Desk) -> None:
    small = "atlases: {shared: {sizes: [16], width: 256, height: 256, of: [ui]}}\nui: [house]\n"
    desk.write(PICTURES, small)
    said = [p.text for p in desk.problems() if p.field == "atlases"]
    assert "картинки из «clusters» не попадают ни в один атлас: допишите в of" in said


def test_pictures_larger_than_the_kiosk_s_memory_are_refused(desk: Desk) -> None:
    names = "house, gear, rocket, star, ticket, bell, books, eye, globe-with-meridians"
    vast = "{sizes: [1024], width: 2048, height: 2048, of: [ui]}"
    desk.write(PICTURES, f"atlases: {{vast: {vast}}}\nui: [{names}]\n")
    said = [p.text for p in desk.problems() if "МБ" in p.text]
    assert [re.sub(r"\d+", "N", text) for text in said] == [
        "страница займёт N.N МБ, а можно N: уменьшите её"
    ]


@pytest.mark.parametrize("date", ["2026-W50-1", "20.12.2026", "2026-12-20T10:00", "2026-2-1"])
def test_a_date_is_a_year_a_month_and_a_day(desk: Desk, date: str) -> None:
    desk.change(EVENTS, "date: 2026-12-20", f"date: {date}")
    (problem,) = desk.problems()
    assert (problem.field, problem.text) == ("date", f"«{date}» — не дата вида 2026-11-23")


def test_a_folder_named_like_a_file_is_said(desk: Desk) -> None:
    desk.path("exhibition/clusters/more.yaml").mkdir()
    assert "это папка, а нужен файл" in [problem.text for problem in desk.problems()]


def test_a_text_too_long_for_several_boxes_is_said_once_with_its_place(desk: Desk) -> None:
    desk.change(CLUSTER, "{ru: Здесь делают машины,", "{ru: " + "Здесь делают машины " * 9 + ",")
    (problem,) = desk.problems()
    assert problem.field == "lead.ru"
    assert "(под заголовком лёжа крупно)" in problem.text
