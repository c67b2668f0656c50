"""Finding tools: what the master asks for is there once, and nothing else is taken."""

from __future__ import annotations

from pathlib import Path
from random import Random

import msgspec
import yaml
from hypothesis import given
from hypothesis import strategies as st

import content.games.workshop as home
from content.games import Move
from content.games.trial import solve
from content.games.workshop.rules import PLACES, Level, Search, deal
from content.model import Game

GAME = msgspec.convert(
    yaml.safe_load((Path(home.__path__[0]) / "game.yaml").read_text("utf-8")), Game
)
LEVELS = [msgspec.convert(level, Level) for level in GAME.levels]
seeds = st.integers(0, 2**32 - 1)
levels = st.sampled_from(LEVELS)


def searched(level: Level, seed: int, found: int) -> Search:
    """A round in which so many things were found, in any order."""
    now = deal(level, GAME, seed)
    for thing in Random(seed).sample(now.asked, min(found, len(now.asked))):
        now = now.after(Move(thing))
    return now


@given(levels, seeds)
def test_everything_asked_for_is_there_once_and_is_a_tool_of_the_place(
    level: Level, seed: int
) -> None:
    now = deal(level, GAME, seed)
    assert len(set(now.things)) == len(now.things)
    assert set(now.asked) <= set(now.things) & set(PLACES[now.place].tools)
    assert len(now.asked) == level.find


def test_in_no_workshop_a_thing_is_both_its_tool_and_a_stranger() -> None:
    for place in PLACES.values():
        everything = (*place.tools, *place.alike, *place.strange)
        assert len(set(everything)) == len(everything)
        assert set(everything) <= set(GAME.things)
        assert GAME.things[place.master].profession


def test_no_two_things_of_the_game_look_the_same() -> None:
    pictures = [thing.picture for thing in GAME.things.values()]
    assert len(set(pictures)) == len(pictures)


@given(levels, seeds, st.integers(0, 6))
def test_what_is_not_asked_for_stays_where_it_is(level: Level, seed: int, found: int) -> None:
    now = searched(level, seed, found)
    for move in now.moves:
        assert now.is_right(move) == (move.thing in now.asked)


@given(levels, seeds, st.integers(0, 6))
def test_things_are_found_in_any_order_and_stay_found(level: Level, seed: int, found: int) -> None:
    now = searched(level, seed, found)
    assert len(now.found) == min(found, level.find)
    assert now.done == (found >= level.find)
    assert now.found.isdisjoint(move.thing for move in now.moves)


@given(levels, seeds)
def test_hints_follow_the_strip(level: Level, seed: int) -> None:
    start = deal(level, GAME, seed)
    assert [move.thing for move in solve(start)] == list(start.asked)


@given(seeds)
def test_each_level_has_more_to_look_through(seed: int) -> None:
    counts = [len(deal(level, GAME, seed).things) for level in LEVELS]
    assert counts == sorted(set(counts))
