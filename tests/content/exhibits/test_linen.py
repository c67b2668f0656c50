"""What is true of flax and its crafts, and that the road is sane whatever hands do."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exhibition.exhibits.linen.craft import (
    CORE,
    FULL,
    MOST,
    PICKS,
    PLACES,
    RATIO,
    STROKES,
    WARPS,
    WHEEL_TURNS,
    Loom,
    Shirt,
    Stalk,
    Wheel,
    over,
)
from content.exhibition.exhibits.linen.field import (
    BASE_C,
    GROWTH,
    PLANTS,
    RAIN_C,
    RET,
    RIPE,
    ROOT,
    SPROUT,
    Field,
    grown,
    where,
)
from content.exhibition.exhibits.linen.model import REST_S, Road, Stage

STEP = 1 / 60
shares = st.floats(0, 1)


@given(heat=st.floats(0, RIPE - 1))
def test_height_follows_the_logistic_law_over_heat(heat: float) -> None:
    slope = (grown(heat + 0.5) - grown(heat)) / 0.5
    middle = grown(heat + 0.25)
    assert slope == pytest.approx(GROWTH * middle * (1 - middle), rel=1e-3)
    assert grown(0) == pytest.approx(SPROUT)
    assert grown(RIPE) == pytest.approx(1 - SPROUT)


@given(sun=shares, more=shares)
@settings(max_examples=30, deadline=None)
def test_heat_is_a_sum_of_degrees_above_the_base_and_never_falls(sun: float, more: float) -> None:
    field = Field()
    before = field.heat
    for weather in (sun, more):
        field.weather(weather)
        for _step in range(120):
            field.grow(STEP)
            assert field.heat >= before
            before = field.heat
    assert RAIN_C > BASE_C
    assert 0 <= field.water <= 1


def test_without_rain_it_stands_still_and_with_both_it_ripens() -> None:
    dry, fed = Field(), Field()
    dry.weather(1.0)
    for step in range(60 * 30):
        dry.grow(STEP)
        fed.weather(0.65 + 0.3 * math.sin(step / 60))
        fed.grow(STEP)
    thirsty = dry.heat
    for _step in range(60):
        dry.grow(STEP)
    assert dry.heat - thirsty < 0.01 * RIPE
    assert dry.heat < RIPE
    assert fed.progress(1) == 1
    assert fed.ripeness == 1
    assert fed.flowering == 0


def test_a_hand_drawn_over_the_whole_strip_sows_all_of_it() -> None:
    field = Field()
    field.sow(where(3))
    assert 0 < field.progress(0) < 0.2
    for share in range(101):
        field.sow(share / 100)
    assert field.progress(0) == 1


@given(place=shares, lift=st.floats(0, 3))
def test_a_root_lets_go_only_when_pulled_enough(place: float, lift: float) -> None:
    field = Field()
    field.finish(2)
    stalks = field.grasp(place)
    assert stalks
    field.raise_(stalks, lift)
    assert [field.pulled[one] for one in stalks] == [lift >= ROOT] * len(stalks)
    assert sum(field.pulled) == (len(stalks) if lift >= ROOT else 0)


def test_glue_goes_by_half_in_equal_times_and_only_in_water() -> None:
    field = Field()
    field.finish(2)
    field.raise_([0, 1], 1.0)
    half = math.log(2) / RET
    for expected in (0.5, 0.25, 0.125):
        field.ret(half)
        assert field.glue[0] == pytest.approx(expected)
    assert field.glue[5] == 1


@given(strokes=st.integers(0, STROKES + 2))
def test_free_fibre_is_in_proportion_to_strokes(strokes: int) -> None:
    stalk = Stalk()
    for number in range(strokes):
        stalk.stroke(*((-0.1, 1.1) if number % 2 else (1.1, -0.1)))
    assert stalk.free == pytest.approx(min(1.0, strokes / STROKES))


@given(start=shares, end=shares)
def test_a_stroke_frees_only_what_it_crosses_the_same_both_ways(start: float, end: float) -> None:
    there, back = Stalk(), Stalk()
    fell = there.stroke(start, end)
    assert sorted(fell) == sorted(back.stroke(end, start))
    assert there.free == pytest.approx(len(fell) / STROKES / PLACES)


@given(turns=st.lists(st.floats(-0.5, 0.5), max_size=40))
def test_twist_is_the_spindles_turns_and_the_bobbin_holds_the_yarn(turns: list[float]) -> None:
    wheel = Wheel()
    for by in turns:
        wheel.turn(by)
    assert abs(wheel.turns) <= WHEEL_TURNS
    assert wheel.twist == pytest.approx(wheel.turns * RATIO)
    filled = (wheel.bobbin**2 - CORE**2) / (FULL**2 - CORE**2)
    assert filled == pytest.approx(wheel.yarn)


def test_a_wheel_let_go_coasts_and_stops() -> None:
    wheel = Wheel()
    wheel.held = True
    wheel.step(1.0)
    assert wheel.turns == 0
    wheel.let_go(2.0)
    for _step in range(600):
        wheel.step(STEP)
    assert 1.4 < wheel.turns < 1.8
    assert abs(wheel.speed) < 0.001


def test_cloth_is_plain_weave_and_a_row_needs_the_whole_width() -> None:
    assert all(
        over(r, w) != over(r + 1, w) != over(r + 1, w + 1) for r in range(9) for w in range(WARPS)
    )
    loom = Loom()
    assert not loom.slide(0.5)
    assert not loom.slide(0.0)
    assert loom.slide(1.0)
    assert not loom.slide(1.0)
    assert not loom.slide(0.3)
    assert loom.slide(-3.0)
    assert loom.picks == 2


@given(speed=st.floats(-3, 3))
@settings(max_examples=20, deadline=None)
def test_the_shirt_comes_to_rest_from_any_push(speed: float) -> None:
    shirt = Shirt()
    shirt.push(speed)
    for _step in range(60 * 20):
        shirt.step(STEP)
        assert abs(shirt.angle) <= MOST
    assert abs(shirt.angle) < 0.01


WORK: dict[Stage, Callable[[Road, float], object]] = {
    Stage.SOW: lambda road, t: road.field.sow(t / 3 % 1.05),
    Stage.GROW: lambda road, t: road.field.weather(0.6 + 0.3 * math.sin(2 * t)),
    Stage.PULL: lambda road, t: road.field.raise_(road.field.grasp(t / 2 % 1), 1.0),
    Stage.COMB: lambda road, t: road.stalk.stroke(-0.1, 1.1),
    Stage.SPIN: lambda road, t: road.wheel.turn(0.03),
    Stage.WEAVE: lambda road, t: road.loom.slide(0.5 - 0.6 * math.cos(4 * t)),
}


def test_steady_hands_come_from_seed_to_shirt_and_may_go_back_to_any_star() -> None:
    road = Road()
    seen = [road.stage]
    for step in range(60 * 60):
        if road.stage is Stage.SHIRT:
            break
        if not road.done:
            WORK[road.stage](road, step * STEP)
        road.step(STEP)
        if road.stage != seen[-1]:
            seen.append(road.stage)
    assert seen == list(Stage)
    for stage in Stage:
        assert road.go(stage)
        assert road.stage is stage
        assert road.done == (stage is Stage.SHIRT)
    assert not road.go(7)


def test_a_road_not_walked_cannot_be_skipped_and_waits_for_hands() -> None:
    road = Road()
    assert not road.go(Stage.GROW)
    for _second in range(3600):
        road.step(1.0)
    assert road.stage is Stage.SOW
    for number in range(PLANTS):
        road.field.sow(where(number))
    road.step(REST_S / 8)
    assert road.stage is Stage.SOW
    for _step in range(8):
        road.step(REST_S / 4)
    assert road.stage is Stage.GROW


@given(
    pulls=st.lists(
        st.tuples(st.integers(-1, 8), st.floats(), st.floats(), st.floats()), max_size=40
    )
)
@settings(deadline=None)
def test_no_hand_and_no_pause_breaks_it(pulls: list[tuple[int, float, float, float]]) -> None:
    road = Road()
    road.reached = Stage.SHIRT
    for stage, a, b, seconds in pulls:
        road.go(stage)
        road.field.sow(a)
        road.field.weather(a)
        road.field.raise_(road.field.grasp(a), b)
        road.stalk.stroke(a, b)
        road.wheel.turn(a)
        road.wheel.let_go(b)
        road.loom.slide(a)
        road.shirt.push(b)
        road.step(seconds)
        assert 0 <= road.progress <= 1
        assert 0 <= road.field.heat <= RIPE
        assert math.isfinite(road.shirt.angle + road.wheel.turns + road.field.height)
        assert 0 <= road.loom.picks <= PICKS
