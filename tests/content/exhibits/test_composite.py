"""What is physically true of a laminate, and that hands never break the sums."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exhibition.exhibits.composite.laminate import (
    ANGLES,
    CLOTHS,
    DRY,
    SPAN,
    THICK,
    WIDE,
    Layer,
    bending,
    holds,
    loads,
    modulus,
    stiffness,
    tsai_hill,
)
from content.exhibition.exhibits.composite.model import (
    CARRIES,
    DEEPEST,
    MOST,
    Composite,
    nearest,
)

STEP = 1 / 60
cloths = st.sampled_from(sorted(CLOTHS))
angles = st.sampled_from(ANGLES)
layers = st.builds(Layer, cloths, angles, st.floats(0, 1))
soaked = st.builds(Layer, cloths, angles, st.just(1.0))


def bar_of(*sheets: tuple[str, int], wet: bool = True) -> Composite:
    bar = Composite()
    for cloth, angle in sheets:
        assert bar.lay(cloth, angle)
    if wet:
        for _step in range(60):
            bar.pour(STEP)
    return bar


def lean(bar: Composite, way: float, seconds: float = 2.0) -> None:
    steps = round(seconds / STEP)
    for step in range(steps):
        bar.press(way * (step + 1) / steps)
        bar.step(STEP)


@given(cloth=cloths, count=st.integers(1, MOST))
def test_a_soaked_stack_of_one_cloth_is_as_stiff_as_one_thick_sheet(cloth: str, count: int) -> None:
    stack = [Layer(cloth, 0, 1.0)] * count
    whole = CLOTHS[cloth].along * WIDE * (count * THICK) ** 3 / 12
    assert bending(stack) == pytest.approx(whole)
    assert stiffness(stack) == pytest.approx(48 * whole / SPAN**3)


@given(cloth=cloths, angle=angles, count=st.integers(1, MOST))
def test_dry_layers_only_add_up(cloth: str, angle: int, count: int) -> None:
    one, many = (bending([Layer(cloth, angle)] * n) for n in (1, count))
    assert many == pytest.approx(count * one)
    assert one == pytest.approx(DRY * bending([Layer(cloth, angle, 1.0)]))


@given(cloth=cloths, angle=st.floats(0, 180))
def test_a_sheet_is_stiffest_along_its_threads_and_stands_either_way_up(
    cloth: str, angle: float
) -> None:
    one = CLOTHS[cloth]
    assert modulus(cloth, 0) == pytest.approx(one.along)
    assert modulus(cloth, 90) == pytest.approx(one.across)
    assert modulus(cloth, angle) <= one.along * (1 + 1e-9)
    assert modulus(cloth, angle) == pytest.approx(modulus(cloth, 180 - angle))


@given(stack=st.lists(layers, min_size=1, max_size=MOST - 1), more=layers)
def test_one_more_layer_never_makes_it_softer(stack: list[Layer], more: Layer) -> None:
    assert bending([*stack, more]) >= bending(stack) * (1 - 1e-9)


@given(stack=st.lists(layers, min_size=1, max_size=MOST), more=st.floats(0, 1))
def test_resin_never_makes_it_softer(stack: list[Layer], more: float) -> None:
    wetter = [layer.soak((1 - layer.soaked) * more) for layer in stack]
    assert bending(wetter) >= bending(stack) * (1 - 1e-9)


@given(cloth=cloths, angle=angles)
def test_at_its_strengths_the_criterion_is_one(cloth: str, angle: int) -> None:
    one = CLOTHS[cloth]
    assert tsai_hill(cloth, 0, one.strong) == pytest.approx(1)
    assert tsai_hill(cloth, 90, one.weak) == pytest.approx(1)
    assert tsai_hill(cloth, angle, 2e6) == pytest.approx(2 * tsai_hill(cloth, angle, 1e6))


@given(stack=st.lists(soaked, min_size=1, max_size=MOST), share=st.floats(0.01, 0.99))
def test_the_first_layer_gives_exactly_at_what_the_bar_holds(
    stack: list[Layer], share: float
) -> None:
    limit = holds(stack)
    assert max(loads(stack, limit)) == pytest.approx(1)
    assert max(loads(stack, share * limit)) == pytest.approx(share)


@given(angle=angles, cloth=cloths, count=st.integers(1, MOST))
def test_it_holds_most_with_its_threads_along(angle: int, cloth: str, count: int) -> None:
    along = holds([Layer(cloth, 0, 1.0)] * count)
    assert holds([Layer(cloth, angle, 1.0)] * count) <= along * (1 + 1e-9)


def test_outer_layers_carry_more_than_inner_ones() -> None:
    outside = [Layer("carbon", 0, 1.0), *[Layer("glass", 0, 1.0)] * 4, Layer("carbon", 0, 1.0)]
    inside = [*[Layer("glass", 0, 1.0)] * 2, *[Layer("carbon", 0, 1.0)] * 2]
    inside += [Layer("glass", 0, 1.0)] * 2
    assert bending(outside) > 1.5 * bending(inside)


def test_one_sheet_bends_like_paper_and_eight_carry_a_cow() -> None:
    sheet = bar_of(("carbon", 0))
    lean(sheet, 1.0)
    assert sheet.broken is None
    assert sheet.sag > 0.9 * DEEPEST
    assert sheet.carried <= 1
    thick = bar_of(*[("carbon", 0)] * MOST)
    lean(thick, 0.97)
    assert thick.broken is None
    assert thick.sag < DEEPEST / 4
    assert thick.carried == len(CARRIES)


def test_the_same_eight_without_resin_carry_no_backpack() -> None:
    bar = bar_of(*[("carbon", 0)] * MOST, wet=False)
    lean(bar, 1.0)
    assert bar.carried <= 1


def test_laid_across_it_splits_and_one_lays_again() -> None:
    bar = bar_of(*[("carbon", 90)] * 4)
    lean(bar, 1.0)
    assert bar.broken is not None
    assert not bar.lay("glass", 0)
    for _step in range(240):
        bar.step(STEP)
    assert (bar.layers, bar.broken) == ([], None)
    assert bar.lay("glass", 0)


def test_at_rest_the_bar_gives_back_what_it_is_leant_on_with() -> None:
    bar = bar_of(*[("glass", 0)] * 6)
    for _step in range(200):
        bar.press(0.4)
        bar.step(STEP)
    assert bar.force == pytest.approx(stiffness(bar.layers) * bar.sag)
    bar.release()
    for _step in range(200):
        bar.step(STEP)
    assert bar.sag == pytest.approx(0, abs=1e-5)


@given(angle=st.floats(-1e6, 1e6))
def test_a_sheet_comes_to_lie_one_of_four_ways(angle: float) -> None:
    assert nearest(angle) in ANGLES
    assert nearest(angle + 180) == nearest(angle)


@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(("lay", "pour", "press", "release")),
            st.floats(),
            cloths,
            st.one_of(st.floats(0, 3), st.just(math.nan), st.just(-1.0)),
        ),
        max_size=60,
    )
)
@settings(deadline=None)
def test_no_order_of_hands_breaks_it(acts: list[tuple[str, float, str, float]]) -> None:
    bar = Composite()
    for act, value, cloth, seconds in acts:
        if act == "lay":
            bar.lay(cloth, value)
        elif act == "release":
            bar.release()
        else:
            getattr(bar, act)(value)
        bar.step(seconds)
        assert len(bar.layers) <= MOST
        assert abs(bar.sag) <= DEEPEST
        assert math.isfinite(bar.speed)
        assert 0 <= bar.force < 1e5


def test_an_hour_under_a_finger_leaves_it_sane() -> None:
    bar = bar_of(*[("carbon", 0)] * MOST)
    for _second in range(3600):
        bar.press(0.9)
        bar.step(1.0)
    assert bar.broken is None
    assert math.isfinite(bar.sag)
