"""Loading a train: the right wagon, no more than there is room for, and it leaves when loaded."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import content.games.train as home
from content.games import Move
from content.games.train.rules import PLATFORM, Kind, Level, Loading, deal
from content.games.trial import solve
from content.model import Game

GAME = msgspec.convert(
    yaml.safe_load((Path(home.__path__[0]) / "game.yaml").read_text("utf-8")), Game
)
LEVELS = [msgspec.convert(level, Level) for level in GAME.levels]
seeds = st.integers(0, 2**32 - 1)
levels = st.sampled_from(LEVELS)
choices = st.lists(st.integers(0, 99), max_size=60)


def played(level: Level, seed: int, choices: list[int]) -> Loading:
    """A round in which those moves were tried, right and wrong."""
    now = deal(level, GAME, seed)
    for choice in choices:
        if not now.moves:
            break
        now = now.after(now.moves[choice % len(now.moves)])
    return now


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("red#2", Kind(colour="red")),
        ("wagon small", Kind(size="small")),
        ("blue-big#1", Kind(colour="blue", size="big")),
        ("wagon green-two", Kind(colour="green", count="two")),
    ],
)
def test_a_name_says_what_a_box_or_a_wagon_is_like(name: str, kind: Kind) -> None:
    assert Kind.of(name) == kind
    assert Kind.of(kind.key) == kind


@given(levels, seeds)
def test_there_is_exactly_one_place_for_every_box(level: Level, seed: int) -> None:
    start = deal(level, GAME, seed)
    kinds = [Kind.of(box) for box in start.boxes]
    assert len(set(start.boxes)) == len(start.boxes)
    assert len(set(start.wagons)) == len(start.wagons)
    for wagon in start.wagons:
        assert kinds.count(Kind.of(wagon)) == level.rooms
    assert len(kinds) == level.rooms * len(start.wagons)
    assert {kind.key for kind in kinds} <= set(GAME.things)


@given(levels, seeds, choices)
def test_only_a_box_of_the_wagon_s_kind_stays_on_it(
    level: Level, seed: int, choices: list[int]
) -> None:
    now = played(level, seed, choices)
    for move in now.moves:
        assert now.is_right(move) == (Kind.of(move.thing) == Kind.of(move.place))


@given(levels, seeds, choices)
def test_no_wagon_takes_more_than_it_has_room_for(
    level: Level, seed: int, choices: list[int]
) -> None:
    now = played(level, seed, choices)
    for wagon in now.wagons:
        assert len(now.on(wagon)) <= level.rooms
        assert now.has_room(wagon) or wagon not in {move.place for move in now.moves}


@given(levels, seeds, choices)
def test_no_box_is_lost_and_the_others_stay_where_they_stand(
    level: Level, seed: int, choices: list[int]
) -> None:
    now = played(level, seed, choices)
    assert set(now.boxes) == set(deal(level, GAME, seed).boxes)
    for move in now.moves:
        after = now.after(move)
        kept = zip(now.platform, after.platform, strict=True)
        assert all(a == b for a, b in kept if a != move.thing)


@given(levels, seeds, choices)
def test_the_platform_is_full_as_long_as_boxes_are_coming(
    level: Level, seed: int, choices: list[int]
) -> None:
    now = played(level, seed, choices)
    assert len(now.platform) <= PLATFORM
    assert all(now.platform) or not now.coming


@given(levels, seeds, choices)
def test_the_train_leaves_once_everything_is_loaded_and_not_before(
    level: Level, seed: int, choices: list[int]
) -> None:
    now = played(level, seed, choices)
    assert now.rested().away == (len(now.loaded) == len(now.boxes))
    assert not now.done


@given(levels, seeds)
def test_a_round_is_as_many_moves_as_boxes(level: Level, seed: int) -> None:
    start = deal(level, GAME, seed)
    assert 4 <= len(solve(start)) == len(start.boxes) <= 12


def test_a_move_that_nobody_can_make_changes_nothing() -> None:
    start = deal(LEVELS[0], GAME, 1)
    assert start.after(Move("train", "wagon red")) == start
