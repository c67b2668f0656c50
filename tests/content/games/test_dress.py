"""Each is dressed in what protects at that work, and in nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import content
from content.games.book import deal
from content.games.dress.rules import OUTFITS, PLACES, STRANGE, UNSAFE, Dressing
from content.games.round import Move
from content.loading import load
from content.model import Game

GAME = next(g for g in load(Path(content.__path__[0])).values(Game) if g.id == "dress")
seeds = st.integers(0, 2**32 - 1)
levels = st.integers(0, len(GAME.levels) - 1)


def dealt(level: int, seed: int) -> Dressing:
    found = deal(GAME, level, seed)
    assert isinstance(found, Dressing)
    return found


@pytest.mark.parametrize("job", OUTFITS)
def test_everybody_has_hands_body_and_feet_protected(job: str) -> None:
    assert {"body", "hands", "feet"} <= set(OUTFITS[job]) <= set(PLACES)
    assert not set(OUTFITS[job].values()) & set(UNSAFE)
    assert not set(OUTFITS[job].values()) & set(STRANGE[job])
    assert GAME.things[job].profession


@settings(max_examples=80, deadline=None)
@given(levels, seeds)
def test_a_place_takes_what_protects_it_and_nothing_else(level: int, seed: int) -> None:
    now = dealt(level, seed)
    while not now.done:
        for move in now.moves:
            right = OUTFITS[now.job][move.place] == move.thing
            assert now.is_right(move) == right
        for place in now.bare:
            assert sum(now.is_right(move) for move in now.moves if move.place == place) == 1
        assert now.hint is not None
        now = now.after(now.hint)


@settings(max_examples=80, deadline=None)
@given(levels, seeds)
def test_what_protects_nobody_is_left_in_the_tray(level: int, seed: int) -> None:
    now = dealt(level, seed)
    start = now
    while now.hint is not None:
        now = now.after(now.hint)
    assert now.done
    wanted = {OUTFITS[now.job][place] for place in start.bare}
    assert set(now.left) == set(start.tray) - wanted
    assert not set(now.left) & set(OUTFITS[now.job].values())


@settings(max_examples=80, deadline=None)
@given(levels, seeds)
def test_who_is_dressed_is_dressed_in_any_order(level: int, seed: int) -> None:
    start = dealt(level, seed)
    right = [move for move in start.moves if start.is_right(move)]
    there, back = start, start
    for move in right:
        there = there.after(move)
    for move in reversed(right):
        back = back.after(move)
    assert there == back
    assert there.done
    assert there.met == (start.job,)


@settings(max_examples=60, deadline=None)
@given(levels, seeds)
def test_the_tray_has_room_for_all_and_nothing_lies_twice(level: int, seed: int) -> None:
    start = dealt(level, seed)
    assert len(set(start.tray)) == len(start.tray) <= 6
    assert len(start.bare) >= 2


def test_a_hat_that_is_no_helmet_is_softly_refused() -> None:
    builder = Dressing("builder", ("cook-hat", "sun-hat", "helmet"), frozenset(PLACES) - {"head"})
    for hat in ("cook-hat", "sun-hat"):
        assert builder.after(Move(hat, "head")) == builder
    assert builder.after(Move("helmet", "head")).done
