"""The tasks on the mock phone: fair, without marks, and leading to the course."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import content
from content.compose import compose
from content.library import Library
from content.loading import load
from content.model import SelfTest, Text
from content.selftests.advice import advise
from content.selftests.scoring import reach, scores

ROOT = Path(content.__path__[0])
EXHIBITION = load(ROOT)
TEST = next(one for one in EXHIBITION.values(SelfTest) if one.id == "digital")
LIBRARY = Library(compose(EXHIBITION, "2026-11-23T08:00:00+00:00", "test"), ROOT)
TODAY = dt.date(2026, 11, 23)
DOMAIN = re.compile(r"\w[\w-]*(?:\.[\w-]+)+", re.ASCII)


def texts(scene_only: bool = False) -> list[Text]:
    found: list[Text] = []
    for item in TEST.items:
        if item.scene is not None:
            found += [item.scene.title, *item.scene.lines, *item.scene.keys]
        if not scene_only:
            found += [text for text in (item.ask, item.why) if text is not None]
            found += [answer.say for answer in item.answers]
    return found


def test_twelve_tasks_each_show_something_and_ask_about_each_topic_equally_often() -> None:
    assert len(TEST.items) == 12
    assert all(item.scene is not None for item in TEST.items)
    assert set(Counter(item.trait for item in TEST.items).values()) == {3}


def test_the_right_answer_stands_in_each_place_equally_often() -> None:
    places = Counter([one.right for one in item.answers].index(True) for item in TEST.items)
    assert set(places.values()) == {4}


def test_every_address_belongs_to_nobody_and_no_number_can_be_called() -> None:
    for text in texts():
        for said in (text.say("ru"), text.say("en")):
            assert all(found.endswith(".example") for found in DOMAIN.findall(said)), said
            assert not re.search(r"\d", said), said


def test_each_topic_is_told_of_whatever_was_reached() -> None:
    for trait, (low, high) in reach(TEST).items():
        least = [band.least for band in TEST.bands if band.trait == trait]
        assert least[0] == low
        assert least[-1] == high


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=12, max_size=12))
def test_the_course_comes_first_whether_all_is_known_or_nothing(answers: list[int]) -> None:
    advice = advise(LIBRARY, TEST, scores(TEST, answers), TODAY)
    assert advice.programmes[0].id == "digital-skills"
    assert advice.event is not None
    assert "digital" in advice.event.event.tags
