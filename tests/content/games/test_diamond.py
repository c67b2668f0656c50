"""The stone: one edge after another, and a facet only across from its twin."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import content.games.diamond as home
from content.games import Move
from content.games.diamond.cuts import HALVES, OUTLINES, mirrored
from content.games.diamond.rules import (
    CUTTER,
    SHOWN,
    Level,
    Mirror,
    Trace,
    deal,
    place,
    point,
)
from content.games.trial import solve
from content.model import Game

GAME = msgspec.convert(
    yaml.safe_load((Path(home.__path__[0]) / "game.yaml").read_text("utf-8")), Game
)
LEVELS = [msgspec.convert(level, Level) for level in GAME.levels]
MIRRORS = [level for level in LEVELS if level.colours]
seeds = st.integers(0, 2**32 - 1)


def test_tracing_and_mirroring_take_turns_and_grow() -> None:
    kinds = [bool(level.colours) for level in LEVELS[:4]]
    assert kinds == [False, True, False, True]
    long = [len(solve(deal(level, GAME, 0))) for level in LEVELS]
    assert long[0] < long[2]
    assert long[1] < long[3] < long[4]


@pytest.mark.parametrize("cut", OUTLINES)
def test_an_outline_is_traced_all_round_back_to_its_first_corner(cut: str) -> None:
    moves = solve(Trace(cut))
    corners = len(OUTLINES[cut])
    assert moves == [Move(CUTTER, point(n % corners)) for n in range(1, corners + 1)]


@given(st.sampled_from(list(OUTLINES)), st.integers(0, 9))
def test_the_spark_goes_to_the_very_next_corner_only(cut: str, passed: int) -> None:
    trace = Trace(cut, min(passed, len(OUTLINES[cut])))
    right = [move for move in trace.moves if trace.is_right(move)]
    assert right == ([] if trace.done else [trace.hint])
    assert Move(CUTTER, point(trace.at)) not in trace.moves


@pytest.mark.parametrize("cut", OUTLINES)
def test_an_outline_is_alike_left_and_right(cut: str) -> None:
    corners = {(round(x, 6), round(y, 6)) for x, y in OUTLINES[cut]}
    assert {(round(1 - x, 6), y) for x, y in corners} == corners


@pytest.mark.parametrize("cut", HALVES)
def test_facets_lie_in_the_right_half_and_are_found_inside_themselves(cut: str) -> None:
    for facet in HALVES[cut]:
        assert all(x >= 0.5 for x, _y in facet.corners)
        assert inside(facet.anchor, facet.corners)
        assert all(mirrored(mirrored(corner)) == corner for corner in facet.corners)


@pytest.mark.parametrize("cut", HALVES)
def test_no_two_facets_of_a_half_have_one_shape(cut: str) -> None:
    shapes = set()
    for facet in HALVES[cut]:
        low_x = min(x for x, _y in facet.corners)
        low_y = min(y for _x, y in facet.corners)
        shapes.add(frozenset((round(x - low_x, 6), round(y - low_y, 6)) for x, y in facet.corners))
    assert len(shapes) == len(HALVES[cut])


@given(st.sampled_from(MIRRORS), seeds)
def test_as_many_colours_as_the_level_says(level: Level, seed: int) -> None:
    mirror = deal(level, GAME, seed)
    assert isinstance(mirror, Mirror)
    assert len(set(mirror.colours)) == level.colours
    assert sorted(mirror.order) == list(range(len(HALVES[level.cut])))


@given(st.sampled_from(MIRRORS), seeds, st.lists(st.integers(0, 99), max_size=30))
def test_a_facet_is_laid_only_across_from_its_twin_and_stays(
    level: Level, seed: int, choices: list[int]
) -> None:
    now = deal(level, GAME, seed)
    assert isinstance(now, Mirror)
    for choice in choices:
        if now.done:
            break
        assert 1 <= len(now.tray) <= SHOWN
        move = now.moves[choice % len(now.moves)]
        number = int(move.thing.partition("#")[2])
        after = now.after(move)
        if move.place == place(number):
            assert after.laid == now.laid | {number}
        else:
            assert after == now
        now = after
    assert len(now.laid) + len(now.tray) <= len(now.colours)


def inside(spot: tuple[float, float], corners: tuple[tuple[float, float], ...]) -> bool:
    """Whether a point lies in a polygon, by the edges a ray from it crosses."""
    x, y = spot
    crossed = False
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossed = not crossed
    return crossed
