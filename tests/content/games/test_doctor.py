"""A visit to the doctor: the order of care."""

from __future__ import annotations

from pathlib import Path
from random import Random

import msgspec
import yaml
from hypothesis import given
from hypothesis import strategies as st

import content.games.doctor as home
from content.games import Move
from content.games.doctor.rules import CARERS, HEART, NEEDS, STRANGE, WASH, WORN, Level, Visit, deal
from content.games.trial import settle, solve
from content.model import Game

GAME = msgspec.convert(
    yaml.safe_load((Path(home.__path__[0]) / "game.yaml").read_text("utf-8")), Game
)
LEVELS = [msgspec.convert(level, Level) for level in GAME.levels]
seeds = st.integers(0, 2**32 - 1)
levels = st.sampled_from(LEVELS)


def played(level: Level, seed: int, moves: int) -> Visit:
    """A visit in which so many right moves were made, of as many as there are."""
    visit = deal(level, GAME, seed)
    for move in solve(visit)[:moves]:
        visit = settle(visit.after(move))
    return visit


@given(levels, seeds)
def test_hands_are_washed_before_each_patient_is_touched(level: Level, seed: int) -> None:
    moves = solve(deal(level, GAME, seed))
    assert moves[0] == WASH
    after_thanks = [moves[n + 1] for n, move in enumerate(moves[:-1]) if move == HEART]
    assert after_thanks == [WASH] * (level.patients - 1)
    assert moves[-1] == HEART


@given(levels, seeds)
def test_each_is_looked_at_before_being_helped(level: Level, seed: int) -> None:
    moves = [move for move in solve(deal(level, GAME, seed)) if move not in (WASH, HEART)]
    needs = [need for one in deal(level, GAME, seed).patients for need in one.needs]
    assert moves == [step for need in needs for step in NEEDS[need.id]]


@given(levels, seeds, st.integers(0, 12))
def test_only_the_next_thing_to_do_does_anything(level: Level, seed: int, count: int) -> None:
    visit = played(level, seed, count)
    right = [move for move in visit.moves if visit.is_right(move)]
    assert right == ([] if visit.done else [visit.hint])


@given(levels, seeds, st.integers(0, 12))
def test_a_patient_never_feels_worse_and_is_well_only_in_the_end(
    level: Level, seed: int, count: int
) -> None:
    visit = played(level, seed, count)
    hint = visit.hint
    if hint is None:
        return
    after = visit.after(hint)
    if hint == HEART:
        assert visit.gladness == 1.0
    else:
        assert visit.gladness < 1.0
        assert after.gladness >= visit.gladness


@given(levels, seeds, st.integers(0, 12))
def test_what_is_asked_for_is_at_hand_and_what_is_worn_is_not(
    level: Level, seed: int, count: int
) -> None:
    visit = played(level, seed, count)
    assert not visit.worn & set(visit.tray)
    assert visit.worn <= WORN
    if visit.hint not in (None, HEART):
        assert visit.hint.thing in visit.tray
        assert "soap" in visit.tray


@given(levels, seeds)
def test_a_tray_has_room_for_small_hands(level: Level, seed: int) -> None:
    for patient in deal(level, GAME, seed).patients:
        for need in patient.needs:
            assert len(set(need.tray)) == len(need.tray) <= 6


def test_what_is_used_goes_back_by_itself_and_a_plaster_stays() -> None:
    visit = deal(Level(patients=1, needs=1, among=["scratch"]), GAME, 1)
    for move, at_its_place in ((WASH, True), (Move("water", "paw"), True)):
        visit = visit.after(move)
        assert (visit.using == move) is at_its_place
        visit = visit.rested()
        assert visit.using is None
        assert not visit.worn
    assert visit.after(Move("plaster", "paw")).rested().worn == {"plaster"}


def test_the_thought_is_plain_for_the_smallest_and_a_complaint_for_the_others() -> None:
    seed = Random(5).getrandbits(32)
    plain = played(LEVELS[0], seed, 1)
    assert plain.hint is not None
    assert plain.thought == plain.hint.thing
    later = played(LEVELS[-1], seed, 1)
    assert later.now is not None
    assert later.thought == later.now.id
    assert played(LEVELS[-1], seed, 0).thought == "soap"


def test_who_is_here_meets_who_cares_for_them() -> None:
    for seed in range(20):
        visit = deal(LEVELS[-1], GAME, seed)
        assert set(visit.met) == {CARERS[one.kind] for one in visit.patients}
        assert all(GAME.things[name].profession for name in visit.met)


def test_everything_that_can_be_thought_of_or_lie_there_has_its_picture() -> None:
    steps = {step.thing for need in NEEDS.values() for step in need}
    assert {*NEEDS, *steps, *STRANGE, HEART.thing, WASH.thing} <= set(GAME.things)
