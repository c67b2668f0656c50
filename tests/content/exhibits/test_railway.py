"""What is physically true of the sorting yard, and that no hand makes wagons meet."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exhibition.exhibits.railway.model import (
    FIRST,
    FIRST_CLEAR,
    SECOND,
    SECOND_CLEAR,
    SIGNAL,
    TRACKS,
    Yard,
)
from content.exhibition.exhibits.railway.track import END, ROOM, SOFT
from content.exhibition.exhibits.railway.wagon import (
    GENTLE,
    LONG,
    RESISTANCE,
    Cut,
    G,
    Wagon,
    height,
)

STEP = 1 / 60
hands = st.lists(st.tuples(st.integers(0, 150), st.integers(0, 6)), max_size=25)
"""Steps until a touch, and what is touched: points 0 to 2, or tracks from 3."""


def touch(yard: Yard, what: int) -> None:
    if what < 3:
        yard.flip(what)
    else:
        yard.route(what - 3)


def ways(yard: Yard) -> dict[int, list[Wagon]]:
    """The wagons of each track, and those not yet sent to one, from the front."""
    found: dict[int, list[Wagon]] = {}
    for wagon in yard.wagons:
        found.setdefault(-1 if wagon.track is None else wagon.track, []).append(wagon)
    return {key: sorted(wagons, key=lambda one: -one.s) for key, wagons in found.items()}


def safe(yard: Yard) -> None:
    """No two wagons in one place: on one way, or where ways meet at points."""
    for wagons in ways(yard).values():
        for ahead, behind in pairwise(wagons):
            assert behind.s <= ahead.tail + 1e-6
    others = yard.wagons
    for points, clear in ((FIRST, FIRST_CLEAR), (SECOND, SECOND_CLEAR)):
        over = [one for one in others if one.s > points and one.tail < clear]
        if points == SECOND:
            legs = Counter(one.branch for one in over)
            assert all(count == 1 for count in legs.values())
        else:
            assert len(over) <= 1


@given(plan=hands)
@settings(max_examples=30, deadline=None)
def test_whatever_is_touched_no_two_meet_and_occupied_points_lie_still(
    plan: list[tuple[int, int]],
) -> None:
    yard = Yard()
    yard.touch()
    last_of: dict[int, int] = {}
    for pause, what in plan:
        before = list(yard.points)
        occupied = [yard.locked(number) for number in range(3)]
        under = [
            any(one.s > FIRST and one.tail < FIRST_CLEAR for one in yard.wagons),
            *(
                any(
                    one.branch == leg and one.s > SECOND and one.tail < SECOND_CLEAR
                    for one in yard.wagons
                )
                for leg in (0, 1)
            ),
        ]
        touch(yard, what)
        for number in range(3):
            if under[number]:
                assert occupied[number]
            if occupied[number]:
                assert yard.points[number] == before[number]
        for step in range(pause):
            yard.step(STEP)
            if step % 4 == 0:
                safe(yard)
            for wagon in yard.wagons:
                if wagon.track is not None:
                    assert last_of.setdefault(wagon.number, wagon.track) == wagon.track
                    assert wagon.branch == wagon.track // 2


@given(plan=hands)
@settings(max_examples=20, deadline=None)
def test_energy_only_goes_but_for_the_wagon_just_let_go(plan: list[tuple[int, int]]) -> None:
    yard = Yard()
    for pause, what in plan:
        touch(yard, what)
        for _step in range(pause):
            before = {
                one.number: cut.speed**2 / 2 + G * height(one.s - LONG / 2)
                for cut in yard._all_rolling()
                for one in cut.wagons
            }
            yard.step(STEP)
            now = {
                one.number: cut.speed**2 / 2 + G * height(one.s - LONG / 2)
                for cut in yard._all_rolling()
                for one in cut.wagons
            }
            both = before.keys() & now.keys()
            assert sum(now[one] for one in both) <= sum(before[one] for one in both) + 1e-6


@given(s=st.floats(0, 60), speed=st.floats(0.5, 5))
@settings(deadline=None)
def test_without_brakes_height_becomes_speed(s: float, speed: float) -> None:
    cut = Cut([Wagon(0, 0, s)], speed)
    for _step in range(100):
        before, start = cut.energy, cut.front
        cut.roll(1 / 15, 500.0, 100.0, 1.0)
        lost = RESISTANCE * G * (cut.front - start)
        assert cut.energy == pytest.approx(before - lost, abs=1e-9)


@given(ours=st.integers(1, 3), theirs=st.integers(1, 3), fast=st.floats(0, 3), slow=st.floats(0, 3))
def test_coupling_keeps_momentum_and_loses_energy(
    ours: int, theirs: int, fast: float, slow: float
) -> None:
    front = Cut([Wagon(n, 0, 100 - n * LONG) for n in range(ours)], min(fast, slow))
    rear = Cut([Wagon(9 + n, 0, front.tail - n * LONG) for n in range(theirs)], max(fast, slow))
    momentum = front.speed * ours + rear.speed * theirs
    energy = front.energy + rear.energy
    front.couple(rear)
    assert front.speed * (ours + theirs) == pytest.approx(momentum)
    assert front.energy <= energy + 1e-9


@given(distance=st.floats(8, 60), speed=st.floats(0, 3.5))
def test_a_wagon_stops_before_a_red_signal(distance: float, speed: float) -> None:
    cut = Cut([Wagon(0, 0, LONG)], min(speed, math.sqrt(2 * GENTLE * distance)))
    for _step in range(60 * 20):
        cut.roll(1 / 15, LONG + distance - cut.front, 0.0, GENTLE)
    assert cut.speed == 0
    assert LONG + distance - 0.1 < cut.front <= LONG + distance + 1e-9


def play(yard: Yard, seconds: float) -> None:
    for _step in range(round(seconds / STEP)):
        if yard.head.track is None:
            yard.route(yard.head.town)
        yard.step(STEP)


def test_wagons_sent_home_leave_in_full_trains() -> None:
    yard = Yard()
    play(yard, 60)
    assert sum(track.delivered for track in yard.tracks) >= 4
    assert all(track.own == ROOM * track.delivered for track in yard.tracks)


def test_wagons_meet_softly() -> None:
    yard = Yard()
    yard.route(0)
    met: list[tuple[int, float, float]] = []
    for _step in range(60 * 60):
        yard.touch()
        yard.step(STEP)
        met += yard.bumps
    assert len(met) > ROOM
    assert all(0 <= speed <= SOFT + 1e-6 for _track, _place, speed in met)


def test_points_left_alone_fill_one_track_and_its_train_leaves_with_strangers_coming_back() -> None:
    yard = Yard()
    yard.route(0)
    gone: list[Wagon] = []
    for _step in range(60 * 30):
        yard.touch()
        yard.step(STEP)
        gone += yard.sent
    assert len(gone) >= ROOM
    assert yard.tracks[0].own == sum(wagon.town == 0 for wagon in gone)
    assert yard.tracks[0].delivered <= yard.tracks[0].own / ROOM


def test_before_a_full_track_a_wagon_waits_and_goes_on_when_the_points_are_thrown() -> None:
    yard = Yard()
    yard.route(0)
    for _step in range(60 * 40):
        yard.touch()
        yard.step(STEP)
        waits = [cut for cut in yard.ladder if cut.held and cut.front > SIGNAL - 1]
        if waits:
            break
    else:
        raise AssertionError("nothing ever waited")
    wagon = waits[0].wagons[0]
    assert not yard.hump_green()
    assert not yard.green(0)
    assert yard.flip(1)
    for _step in range(60 * 5):
        yard.step(STEP)
    assert wagon.track == 1


def test_the_shunter_waits_for_a_hand() -> None:
    yard = Yard()
    for _step in range(60 * 20):
        yard.step(STEP)
    assert yard.ladder == []
    yard.route(yard.waiting[0].town)
    for _step in range(60):
        yard.step(STEP)
    assert len(yard.ladder) == 1


@given(pauses=st.lists(st.floats(), max_size=12))
@settings(max_examples=15, deadline=None)
def test_no_pause_breaks_it(pauses: list[float]) -> None:
    yard = Yard()
    for pause in pauses:
        yard.route(2)
        yard.step(pause)
        safe(yard)


def test_an_hour_leaves_it_sane() -> None:
    yard = Yard()
    for second in range(1800):
        touch(yard, second % 7)
        yard.step(1.0)
        yard.step(1.0)
    safe(yard)
    assert len(yard.wagons) < 4 * ROOM + 10
    assert all(math.isfinite(wagon.s) and wagon.s < END + 200 for wagon in yard.wagons)
    assert len(yard.tracks) == TRACKS
