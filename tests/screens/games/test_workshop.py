"""The scene of the workshop: room for each thing, and everything says its name."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from screens.games.sprite import LEAST
from screens.games.workshop.plan import plan, spots
from screens.page import Box
from screens.units import u
from screens.voice import voice
from tests.screens.app_stage import AppStage

ROOMS = [Box(0, 24, 1080, 1650), Box(0, 24, 1920, 810), Box(0, 24, 1080, 690)]


@given(st.sampled_from(ROOMS), st.integers(4, 6), st.integers(6, 12), st.integers(0, 2**32))
def test_each_thing_has_a_place_of_its_own_within_the_room(
    box: Box, asked: int, things: int, seed: int
) -> None:
    where = plan(box, asked, things)
    found = spots(where, Random(seed))
    assert (len(found), len(where.asked)) == (things, asked)
    for spot in found:
        assert spot.width >= u(LEAST)
        assert where.room.x <= spot.x
        assert spot.x + spot.width <= where.room.x + where.room.width
        assert where.room.y <= spot.y
        assert spot.top <= where.room.top
    for one, other in combinations([*found, where.strip], 2):
        assert apart(one, other)
    for one, other in combinations([*where.asked, where.figure], 2):
        assert apart(one, other)


def apart(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x + 1 or other.x + other.width <= one.x + 1
    return beside or one.top <= other.y + 1 or other.top <= one.y + 1


def opened(app: AppStage) -> Any:
    app.wake()
    app.show("games.play", id="workshop")
    return app.page.stage


def test_what_nobody_asked_for_says_its_name_and_stays(app_stage: AppStage) -> None:
    stage = opened(app_stage)
    wrong = next(move for move in stage.round.moves if not stage.round.is_right(move))
    sprite = stage.sprites[wrong.thing]
    app_stage.driver.tap_at(*sprite.middle)
    assert voice.caption == stage.game.things[wrong.thing].name.say("ru")
    app_stage.driver.let_pass(1)
    app_stage.driver.frames.quiet()
    assert sprite.middle == sprite.home


def test_a_picture_of_the_strip_says_its_name(app_stage: AppStage) -> None:
    stage = opened(app_stage)
    name = stage.round.asked[-1]
    before = stage.round
    app_stage.driver.tap_at(*stage.sprites[f"asked {name}"].middle)
    assert voice.caption == stage.game.things[name].name.say("ru")
    assert stage.round == before


def test_what_was_found_lies_in_the_strip_and_is_no_control_any_more(app_stage: AppStage) -> None:
    stage = opened(app_stage)
    name = stage.round.asked[0]
    app_stage.driver.tap_at(*stage.sprites[name].middle)
    app_stage.driver.let_pass(1)
    app_stage.driver.frames.quiet()
    card = stage.sprites[f"asked {name}"]
    assert stage.sprites[name].middle == card.middle
    assert not stage.sprites[name].lively
    assert stage.sprites[f"tick {name}"].shown
