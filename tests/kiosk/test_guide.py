"""Paths: what an audience wants leads to what answers it, and never to nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from content.library import Library
from content.model import (
    FORMAT,
    Audience,
    Contact,
    Event,
    Feature,
    Pack,
    Programme,
    Text,
    Want,
)
from kiosk import guide

TODAY = dt.date(2026, 11, 23)
TAGS = ["play", "test", "trial", "training"]


def both(word: str) -> Text:
    return Text(word, word)


TAGGED = st.lists(st.sampled_from(TAGS), unique=True, max_size=2)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    audience = Audience(
        "pupil",
        both("Школьник"),
        both("…"),
        both("…"),
        "x",
        "#FFFFFF",
        "ты",
        1,
        wants=[Want(tag, both(tag)) for tag in draw(st.permutations(TAGS))],
    )
    features = [
        Feature(f"f{n}", both("f"), both("f"), "x", f"a.s{n}", ["pupil"], draw(TAGGED), n)
        for n in range(draw(st.integers(0, 4)))
    ]
    programmes = [
        Programme(
            f"p{n}",
            both("p"),
            both("p"),
            both("p"),
            both("p"),
            ["pupil"],
            "x",
            "seed",
            n,
            tags=draw(TAGGED),
        )
        for n in range(draw(st.integers(0, 4)))
    ]
    events = [
        Event(f"e{n}", both("e"), both("e"), both("e"), ["pupil"], "x", tags=draw(TAGGED))
        for n in range(draw(st.integers(0, 4)))
    ]
    pack = Pack(
        format=FORMAT, version="1", built_at="2026-11-01T10:00:00Z",
        contact=Contact(both("Центр"), both("База")), audiences=[audience], towns=[], links=[],
        clusters=[], employers=[], colleges=[], professions=[], programmes=programmes,
        events=events, consents=[], sources={}, features=features,
    )  # fmt: skip
    return Library(pack, Path())


@given(libraries())
def test_each_thing_stands_once_under_a_want_it_answers_and_no_step_is_empty(
    library: Library,
) -> None:
    path = guide.path(library, "pupil", TODAY)
    wants = {want.title: want.tag for want in library.audiences[0].wants}
    stood: list[str] = []
    for step in path.steps:
        things = [*step.features, *step.programmes, *(entry.event for entry in step.events)]
        assert things
        assert all(wants[step.title] in thing.tags for thing in things)
        stood += [thing.id for thing in things]
    assert len(stood) == len(set(stood))
    tagged = [*library.every(Feature), *library.programmes, *library.pack.events]
    assert set(stood) == {thing.id for thing in tagged if thing.tags}


@given(libraries())
def test_a_screen_this_kiosk_has_not_got_is_never_offered(library: Library) -> None:
    path = guide.path(library, "pupil", TODAY, has=lambda screen: screen != "a.s0")
    assert "f0" not in {feature.id for step in path.steps for feature in step.features}


@given(libraries())
def test_the_same_question_has_the_same_answer(library: Library) -> None:
    assert guide.path(library, "pupil", TODAY) == guide.path(library, "pupil", TODAY)
