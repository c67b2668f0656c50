"""A house is built from the ground up: nothing hangs in the air, nothing fits a foreign place."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import content
from content.games.book import deal
from content.games.crane.plans import OTHER_SIZE, PLANS, SIZES, carriers
from content.games.crane.rules import SLOTS, Build
from content.games.round import Move, kind_of
from content.games.trial import solve
from content.loading import load
from content.model import Game

GAME = next(g for g in load(Path(content.__path__[0])).values(Game) if g.id == "crane")
seeds = st.integers(0, 2**32 - 1)
levels = st.integers(0, len(GAME.levels) - 1)


def dealt(level: int, seed: int) -> Build:
    found = deal(GAME, level, seed)
    assert isinstance(found, Build)
    return found


@pytest.mark.parametrize("name", PLANS)
def test_every_part_of_a_plan_rests_on_the_ground_or_on_another(name: str) -> None:
    plan = PLANS[name]
    for part in plan:
        assert part.y == 0 or carriers(plan, part), part.place
    assert len({part.place for part in plan}) == len(plan)


@pytest.mark.parametrize("name", PLANS)
def test_a_roof_waits_for_all_the_walls_under_it(name: str) -> None:
    plan = PLANS[name]
    roof = next(part for part in plan if part.place == "roof")
    under = carriers(plan, roof)
    assert len(under) == round(max(part.x + part.width for part in under))
    assert all(part.place.startswith("wall") for part in under)


def test_a_kind_has_one_size_wherever_it_is_built_in() -> None:
    for plan in PLANS.values():
        for part in plan:
            assert SIZES[part.kind] == (part.width, part.height)


@settings(max_examples=60, deadline=None)
@given(levels, seeds, st.randoms(use_true_random=False))
def test_whatever_is_tried_nothing_ever_hangs_in_the_air(
    level: int, seed: int, random: Random
) -> None:
    now = dealt(level, seed)
    for _try in range(120):
        if now.done:
            break
        now = now.after(random.choice(list(now.moves)))
        for part in now.parts:
            if part.place in now.standing:
                assert now.carries(part)
                assert kind_of(now.standing[part.place]) == part.kind


@settings(max_examples=60, deadline=None)
@given(levels, seeds)
def test_something_that_lies_ready_can_always_be_built_in(level: int, seed: int) -> None:
    now = dealt(level, seed)
    while not now.done:
        assert len(now.ready) == SLOTS
        assert now.hint is not None
        now = now.after(now.hint)
    assert not now.coming


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_the_roof_before_the_walls_stays_where_it_was(seed: int) -> None:
    now = dealt(0, seed)
    early = Move(next(one for one in now.ready if kind_of(one) == "narrow-roof"), "roof")
    assert early in now.moves
    assert now.after(early) == now
    for move in solve(now)[:2]:
        now = now.after(move)
    assert now.after(early).done


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_a_part_too_large_or_too_small_fits_nowhere(seed: int) -> None:
    start = dealt(3, seed)
    strange = [one for one in (*start.ready, *start.coming) if "strange" in one]
    assert len(strange) == 1
    assert OTHER_SIZE[kind_of(strange[0])] in {part.kind for part in start.parts}
    now = start
    while not now.done:
        assert not any(now.is_right(move) for move in now.moves if move.thing in strange)
        assert now.hint is not None
        now = now.after(now.hint)


@settings(max_examples=40, deadline=None)
@given(levels, seeds)
def test_parts_that_look_alike_are_as_good_as_one_another(level: int, seed: int) -> None:
    now = dealt(level, seed)
    while not now.done:
        hint = now.hint
        assert hint is not None
        alike = [one for one in now.ready if one and kind_of(one) == kind_of(hint.thing)]
        assert all(now.is_right(Move(one, hint.place)) for one in alike)
        now = now.after(hint)
