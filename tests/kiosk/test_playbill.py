"""The attract screen's playbill: by the hour, by the day, and never empty."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import Library
from content.model import FORMAT, Challenge, Contact, Event, Exhibit, Pack, Text
from kiosk.playbill import USUAL, Scene, playbill
from kiosk.settings import SettingsError, load

NOON = dt.datetime(2026, 11, 23, 12, 30)


def both(word: str) -> Text:
    return Text(word, word)


def library(exhibits: int = 5, *, today: bool = False) -> Library:
    shown = [
        Exhibit(f"x{n}", both("x"), both("x"), "it", "gear", both("x"), "GK", n)
        for n in range(exhibits)
    ]
    day = NOON.date() if today else NOON.date() + dt.timedelta(days=2)
    event = Event("tour", both("e"), both("e"), both("e"), ["pupil"], "x", date=day)
    challenge = Challenge(
        "weld", both("w"), both("w"), "welding", "fire", *[both("w")] * 2, "GK", 1
    )
    pack = Pack(
        format=FORMAT, version="1", built_at="2026-11-01T10:00:00Z",
        contact=Contact(both("Центр"), both("База")), audiences=[], towns=[], links=[],
        clusters=[], employers=[], colleges=[], professions=[], programmes=[], events=[event],
        consents=[], sources={}, exhibits=shown, challenges=[challenge],
    )  # fmt: skip
    return Library(pack, Path())


def test_the_usual_playbill_is_the_sky_three_exhibits_the_next_event_and_the_best() -> None:
    scenes = playbill((), library(), NOON, {"weld": 7})
    assert [scene.kind for scene in scenes] == list(USUAL)
    assert len({scene.ref for scene in scenes if scene.kind == "exhibit"}) == 3


def test_another_day_has_other_exhibits_until_all_were_shown() -> None:
    shown = set()
    for day in range(5):
        scenes = playbill((), library(), NOON + dt.timedelta(days=day), {})
        shown |= {scene.ref for scene in scenes if scene.kind == "exhibit"}
    assert shown == {f"x{n}" for n in range(5)}


def test_hours_before_a_scene_say_when_it_stands() -> None:
    lines = ["9-12 exhibit:x1", "12-18 exhibit:x2"]
    assert playbill(lines, library(), NOON, {}) == [Scene("exhibit", "x2")]
    assert playbill(lines, library(), NOON.replace(hour=9), {}) == [Scene("exhibit", "x1")]
    assert playbill(lines, library(), NOON.replace(hour=20), {}) == [Scene("sky")]


def test_what_is_on_today_stands_first_and_again() -> None:
    scenes = playbill((), library(today=True), NOON, {})
    assert scenes[0] == Scene("event", "tour")
    assert scenes.count(Scene("event", "tour")) == 2


@given(
    st.lists(
        st.sampled_from(
            ["sky", "exhibit", "exhibit:x1", "exhibit:gone", "event", "best", "0-3 sky"]
        )
    ),
    st.integers(0, 6),
    st.integers(0, 23),
    st.booleans(),
)
def test_there_is_always_a_scene_and_each_is_of_something_that_is_there(
    lines: list[str], exhibits: int, hour: int, today: bool
) -> None:
    shown = library(exhibits, today=today)
    scenes = playbill(lines, shown, NOON.replace(hour=hour), {})
    assert scenes
    known = {"", "tour", *(one.id for one in shown.every(Exhibit))}
    assert {scene.ref for scene in scenes} <= known


@pytest.mark.parametrize("line", ["film", "25-26 sky", "12-9 sky", "exhibit:", "sky; rm"])
def test_a_line_that_says_nothing_is_named(line: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="attract"):
        load(tmp_path, attract=[line])
