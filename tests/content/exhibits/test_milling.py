"""What is physically true of the milling machine, and that it is sane whatever hands draw."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exhibition.exhibits.milling.feed import Course, Limits, Point, bend
from content.exhibition.exhibits.milling.model import HOME, MATERIALS, RAPID, Mill
from content.exhibition.exhibits.milling.plate import CELL, CELLS, DEPTH, RADIUS, SIDE, Plate
from content.exhibition.exhibits.milling.shapes import GHOSTS, off, thinned

STEP = 1 / 60
places = st.tuples(st.floats(0, SIDE), st.floats(0, SIDE))
paths = st.lists(places, min_size=1, max_size=12)
limits = st.builds(
    Limits, feed=st.floats(20, 400), gain=st.floats(50, 900), corner=st.floats(50, 900)
)


def finish(mill: Mill, seconds: float = 200) -> None:
    for _step in range(round(seconds / STEP)):
        mill.step(STEP)
        if not mill.busy and mill.course is None and mill.tip == HOME:
            return
    raise AssertionError("it never came home")


@given(path=paths, bounds=limits)
@settings(max_examples=40, deadline=None)
def test_it_keeps_its_feed_its_gain_and_arrives(path: list[Point], bounds: Limits) -> None:
    course = Course(path, bounds)
    way = speed = 0.0
    for _step in range(60 * 600):
        before, speed_before = way, speed
        way, speed = course.move(way, speed, STEP)
        assert before <= way <= course.long + 1e-9
        assert speed <= bounds.feed + 1e-6
        assert abs(speed - speed_before) <= bounds.gain * STEP + 1e-6
        assert speed <= course.most(way) + 1e-6
        if course.long - way < 1e-3:
            return
    raise AssertionError("it never arrived")


@given(radius=st.floats(5, 80), bounds=limits)
@settings(max_examples=25, deadline=None)
def test_in_a_bend_the_pull_to_the_side_stays_within_its_limit(
    radius: float, bounds: Limits
) -> None:
    turns = [number / (8 * radius) for number in range(int(8 * radius * math.tau))]
    circle = [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
    course = Course(circle, bounds)
    way = speed = 0.0
    while course.long - way > 1e-3:
        way, speed = course.move(way, speed, STEP)
        assert speed**2 / radius <= bounds.corner * 1.1


def test_a_straight_line_is_a_trapezium_of_speed() -> None:
    bounds = Limits(feed=60.0, gain=120.0, corner=100.0)
    course = Course([(0, 0), (200, 0)], bounds)
    way = speed = seconds = 0.0
    while course.long - way > 1e-3:
        way, speed = course.move(way, speed, STEP)
        seconds += STEP
    # Torricelli: gaining and losing take v / a each, the rest is gone at full feed.
    assert seconds == pytest.approx(200 / 60 + 60 / 120, abs=0.1)


def test_a_corner_takes_longer_than_the_same_way_straight() -> None:
    def time_of(path: list[Point]) -> int:
        course, steps = Course(path, MATERIALS["steel"]), 0
        way = speed = 0.0
        while course.long - way > 1e-3:
            way, speed = course.move(way, speed, STEP)
            steps += 1
        return steps

    assert time_of([(0, 0), (80, 0), (80, 80)]) > time_of([(0, 0), (160, 0)]) + 5


def test_a_bend_is_the_radius_of_its_circle() -> None:
    assert bend((1, 0), (0, 1), (-1, 0)) == pytest.approx(1)
    assert bend((0, 0), (1, 0), (2, 0)) == math.inf
    assert bend((0, 0), (1, 0), (0, 0)) == 0


@given(path=st.lists(places, min_size=2, max_size=5), depth=st.floats(0, DEPTH))
@settings(max_examples=15, deadline=None)
def test_chips_weigh_what_the_plate_lost_and_nothing_grows_back(
    path: list[Point], depth: float
) -> None:
    plate = Plate()
    before = plate.depths[:]
    for a, b in pairwise(path):
        plate.cut(*a, *b, depth)
        assert all(now >= was for now, was in zip(plate.depths, before, strict=True))
        before = plate.depths[:]
    assert plate.lost == pytest.approx(sum(plate.depths) * CELL**2, rel=1e-3, abs=1e-3)
    assert max(plate.depths) <= depth + 1e-6


@given(path=st.lists(places, min_size=2, max_size=5))
@settings(max_examples=10, deadline=None)
def test_the_groove_is_along_the_path_and_nowhere_else(path: list[Point]) -> None:
    plate = Plate()
    for a, b in pairwise(path):
        plate.cut(*a, *b, DEPTH)
    for row in range(0, CELLS, 7):
        for column in range(0, CELLS, 7):
            place = ((column + 0.5) * CELL, (row + 0.5) * CELL)
            far = min(off(place, a, b) for a, b in pairwise(path))
            depth = plate.depths[row * CELLS + column]
            assert (depth > 0) == (far < RADIUS) or abs(far - RADIUS) < 1e-3


@pytest.mark.parametrize("number", range(3))
def test_a_traced_shape_is_cut_and_becomes_a_sign(number: int) -> None:
    mill = Mill()
    mill.blank(number)
    for line in GHOSTS[mill.shape]:
        assert mill.draw(line)
    assert not mill.keep(0), "not while it is being cut"
    finish(mill)
    assert mill.traced == 1
    assert all(mill.plate.depth(*point) > DEPTH * 0.6 for point in mill.ghost)
    assert mill.keep(2)
    assert all(0 < x < 1 and 0 < y < 1 for line in mill.signs[2].lines for x, y in line)
    assert mill.number == (number + 1) % 3
    assert mill.plate.lost == 0


def test_an_uncut_plate_is_no_sign() -> None:
    mill = Mill()
    assert not mill.keep(0)
    assert mill.signs == {}


@given(
    lines=st.lists(
        st.lists(st.tuples(st.floats(), st.floats()), max_size=8), min_size=1, max_size=6
    ),
    pauses=st.lists(st.floats(), max_size=5),
)
@settings(max_examples=25, deadline=None)
def test_no_line_and_no_pause_breaks_it(lines: list[list[Point]], pauses: list[float]) -> None:
    mill = Mill()
    for line in lines:
        mill.draw(line)
    for pause in pauses:
        mill.step(pause)
        assert 0 <= mill.lift <= 1
        assert 0 <= mill.speed <= RAPID.feed
        assert all(math.isfinite(value) for value in (*mill.tip, mill.speed, mill.plate.lost))


def test_a_thousand_lines_at_once_are_as_many_as_it_takes() -> None:
    mill = Mill()
    taken = [mill.draw([(20, 20), (21, 21)]) for _line in range(1000)]
    assert 0 < sum(taken) < 100
    finish(mill)


@given(path=st.lists(places, min_size=2, max_size=20))
@settings(max_examples=25, deadline=None)
def test_a_thinned_line_stays_near_the_line(path: list[Point]) -> None:
    thin = thinned(path, 3.0)
    assert (thin[0], thin[-1]) == (path[0], path[-1])
    for point in path:
        assert min(off(point, a, b) for a, b in pairwise(thin)) <= 3.0 + 1e-6
