"""The points of the line of years: all that has a year and a source, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import Library
from content.model import Championship, Chapter, Figure, Movement, Pack, Text
from content.model.base import Figure as AFigure
from kiosk.timeline import LANES, points, years

PUBLISHED = Path(__file__).parents[2] / "build" / "packs" / "current"


def _text(word: str) -> Text:
    return Text(word, f"{word} in English")


def _figure(year: int, source: str = "S1") -> AFigure:
    return Figure(_text("3"), _text("бронзы"), source, year)


def _chapter(title: str, year: int | None, level: str | None, *figures: AFigure) -> Chapter:
    return Chapter(
        title=_text(title), text=_text("Рассказ"), picture="star", source="S2", year=year,
        level=level, figures=list(figures),  # type: ignore[arg-type]
    )  # fmt: skip


def _movement(*chapters: Chapter) -> Movement:
    return Movement(
        id="made-up", name=_text("Движение"), lead=_text("Зачин"), what=_text("Суть"),
        picture="trophy", hue="#4A6CF7", source="S3", order=1, chapters=list(chapters),
    )  # fmt: skip


def _contest(id: str, year: int, level: str) -> Championship:
    return Championship(
        id=id, movement="made-up", level=level, year=year, name=_text(id), source="S4"  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture(scope="module")
def published() -> Library:
    return Library.open(PUBLISHED)


def _library(published: Library, *contests: Championship, movement: Movement) -> Library:
    import msgspec

    pack: Pack = msgspec.structs.replace(
        published.pack, movements=[movement], championships=list(contests)
    )
    return Library(pack, published.folder)


def test_every_championship_and_every_placed_chapter_is_on_the_line(published: Library) -> None:
    found = points(published)
    ids = [one.id for one in found]
    assert len(set(ids)) == len(ids)
    assert {f"contest:{one.id}" for one in published.every(Championship)} <= set(ids)
    for movement in published.every(Movement):
        for number, chapter in enumerate(movement.chapters):
            on_line = f"chapter:{movement.id}:{number}" in ids
            assert on_line == (chapter.level is not None and chapter.year is not None)


def test_the_line_begins_in_spain_and_soon_comes_to_japan(published: Library) -> None:
    first, second = points(published)[:2]
    assert (first.year, first.lane, first.movement.id) == (1950, "world", "worldskills")
    assert (second.year, second.lane, second.movement.id) == (1972, "world", "abilympics")
    assert {one.lane for one in points(published)} == set(LANES)


def test_every_point_has_a_source_the_pack_knows(published: Library) -> None:
    for one in points(published):
        assert one.source.strip()
        codes = [code.strip() for code in one.source.split(",")]
        assert all(code in published.pack.sources for code in codes), one.id
        assert one.text is not None or one.figures or one.contest is not None


def test_figures_of_another_year_stand_in_their_own_year(published: Library) -> None:
    movement = _movement(
        _chapter("Начало", 2015, "region", _figure(2015), _figure(2016, "S7"), _figure(2016, "S8")),
    )
    found = points(_library(published, movement=movement))
    assert [(one.year, len(one.figures), one.source) for one in found] == [
        (2015, 1, "S2"),
        (2016, 2, "S7, S8"),
    ]
    assert found[1].text is None


def test_a_chapter_without_a_year_or_a_place_is_not_on_the_line(published: Library) -> None:
    movement = _movement(_chapter("Правила", None, "world"), _chapter("Повтор", 2019, None))
    assert points(_library(published, movement=movement)) == []


def test_a_contest_of_an_unknown_movement_is_passed_over(published: Library) -> None:
    stranger = _contest("stranger", 2020, "world")
    import msgspec

    stranger = msgspec.structs.replace(stranger, movement="nobody")
    library = _library(published, stranger, movement=_movement())
    assert points(library) == []


@given(
    contests=st.lists(st.tuples(st.integers(1950, 2030), st.sampled_from(LANES)), max_size=30),
    today=st.integers(1990, 2040),
)
def test_points_are_in_order_and_the_years_hold_them_all(
    published: Library, contests: list[tuple[int, str]], today: int
) -> None:
    made = [_contest(f"c{n}", year, level) for n, (year, level) in enumerate(contests)]
    found = points(_library(published, *made, movement=_movement()))
    assert sorted(one.id for one in found) == sorted(f"contest:{one.id}" for one in made)
    keys = [(one.year, LANES.index(one.lane)) for one in found]
    assert keys == sorted(keys)
    shown = years(found, today)
    assert all(one.year in shown for one in found)
    if found:
        assert shown[0] == found[0].year
        assert shown[-1] >= found[-1].year
        assert shown[-1] in (today, found[-1].year)
    else:
        assert not shown


def test_points_are_frozen(published: Library) -> None:
    first = points(published)[0]
    assert replace(first, year=1) != first
