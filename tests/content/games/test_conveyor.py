"""The conveyor: it waits for the child, everything has one place, and nothing is lost."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import msgspec
import yaml
from hypothesis import given
from hypothesis import strategies as st

import content.games.conveyor as home
from content.games import Move, kind_of
from content.games.conveyor.rules import BELONGS, WORKERS, Level, Sorting, deal
from content.model import Game

GAME = msgspec.convert(
    yaml.safe_load((Path(home.__path__[0]) / "game.yaml").read_text("utf-8")), Game
)
LEVELS = [msgspec.convert(level, Level) for level in GAME.levels]
seeds = st.integers(0, 2**32 - 1)
levels = st.sampled_from(LEVELS)
choices = st.lists(st.integers(0, 99), max_size=60)


def played(level: Level, seed: int, choices: list[int]) -> Sorting:
    """A round in which those moves were tried, right and wrong."""
    now = deal(level, GAME, seed)
    for choice in choices:
        now = now.rested()
        if now.done:
            break
        now = now.after(now.moves[choice % len(now.moves)])
    return now


def test_no_thing_belongs_to_two_places_and_everything_has_a_picture() -> None:
    things = list(chain.from_iterable(BELONGS.values()))
    assert len(set(things)) == len(things)
    assert {*things, *BELONGS, *WORKERS.values()} == set(GAME.things)


@given(levels, seeds)
def test_every_place_gets_about_as_much_as_any_other(level: Level, seed: int) -> None:
    start = deal(level, GAME, seed)
    shares = [start.expected(place) for place in start.places]
    assert sum(shares) == level.loads * level.each
    assert min(shares) >= 1
    assert max(shares) - min(shares) <= 1
    assert [len(load) for load in start.loads] == [level.each] * level.loads
    assert len(set(chain.from_iterable(start.loads))) == sum(shares)


@given(levels, seeds, choices)
def test_a_thing_stays_only_where_it_belongs(level: Level, seed: int, choices: list[int]) -> None:
    now = played(level, seed, choices)
    for move in now.moves:
        belongs = kind_of(move.thing) in BELONGS[move.place]
        assert now.is_right(move) == belongs
        assert (move.thing in now.after(move).at(move.place)) == belongs


@given(levels, seeds, choices)
def test_the_belt_stands_while_anything_lies_on_it(
    level: Level, seed: int, choices: list[int]
) -> None:
    now = played(level, seed, choices)
    if now.lying:
        assert now.rested() == now
        assert {move.thing for move in now.moves} == set(now.lying)
    else:
        assert not now.moves
        assert now.done or now.rested().now == now.now + 1


@given(levels, seeds)
def test_two_can_always_begin_at_once(level: Level, seed: int) -> None:
    start = deal(level, GAME, seed)
    one, other = (Move(thing, start.belongs(thing)) for thing in start.lying[:2])
    both = start.after(one).after(other)
    assert set(both.sorted) == {one.thing, other.thing}
    assert set(start.after(other).after(one).sorted) == set(both.sorted)


@given(levels, seeds)
def test_whom_one_meets_works_in_the_places_shown(level: Level, seed: int) -> None:
    start = deal(level, GAME, seed)
    assert len(start.met) == level.places
    assert all(GAME.things[one].profession for one in start.met)
