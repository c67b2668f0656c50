"""What is physically true of the reactor, and that it is sane whatever hands do."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exhibition.exhibits.reactor.demand import demand
from content.exhibition.exhibits.reactor.model import (
    COOLING_S,
    DECAY,
    DEFECT,
    MOST,
    PROTECTION,
    QUICK,
    SOURCE,
    Reactor,
    rods_for,
)
from content.exhibition.exhibits.reactor.towns import LINKS, TOWNS

STEP = 1 / 60
shares = st.floats(0, 1)


def let_pass(reactor: Reactor, seconds: float) -> None:
    for _step in range(round(seconds / STEP)):
        reactor.step(STEP)


@given(power=st.floats(0.2, 1.0), start=st.floats(0, 24))
@settings(max_examples=25, deadline=None)
def test_left_alone_it_settles_where_its_warmth_balances_the_rods(
    power: float, start: float
) -> None:
    reactor = Reactor()
    reactor.restart(start)
    reactor.lift(rods_for(power))
    let_pass(reactor, 30)
    # Steady means n = c = T, so rods - DEFECT n = -s / n: a little over ``power``, by the source.
    rods = DEFECT * power
    steady = (rods + math.sqrt(rods**2 + 4 * DEFECT * SOURCE)) / (2 * DEFECT)
    assert reactor.power == pytest.approx(steady, abs=0.02)
    assert reactor.temperature == pytest.approx(reactor.power, abs=0.02)


@given(low=shares, high=shares)
@settings(max_examples=25, deadline=None)
def test_rods_higher_never_mean_less_power(low: float, high: float) -> None:
    low, high = sorted((low, high))
    settled = []
    for rods in (low, high):
        reactor = Reactor()
        reactor.lift(min(rods, rods_for(1.1)))
        let_pass(reactor, 30)
        settled.append(reactor.power)
    assert settled[0] <= settled[1] + 0.01


def test_power_jumps_at_once_and_precursors_follow_slowly() -> None:
    reactor = Reactor()
    before = reactor.precursors
    reactor.rods = reactor.aim = reactor.rods + 0.2
    expected = (before + SOURCE) / (1 - reactor.reactivity)
    reactor.step(STEP)
    assert reactor.power == pytest.approx(expected)
    assert abs(reactor.precursors - before) < 0.05 * abs(expected - before) + 0.01


@pytest.mark.parametrize("rho", [-0.4, 0.1, 0.3])
def test_without_warmth_it_grows_with_the_period_of_the_inhour_equation(rho: float) -> None:
    reactor = Reactor()
    reactor.precursors = 100.0 * SOURCE
    first = reactor.precursors
    reactor.rods = reactor.aim = rods_for((rho + DEFECT * reactor.temperature) / DEFECT)
    reactor.step(STEP)
    rate = (reactor.precursors - first) / (STEP * QUICK)
    assert rate == pytest.approx(
        DECAY * (first * rho / (1 - rho) + SOURCE / (1 - rho)), rel=0.02, abs=1e-4
    )


def test_warmth_follows_power_by_the_law_of_cooling() -> None:
    reactor = Reactor()
    reactor.temperature = 0.0
    power = reactor.precursors
    reactor.rods = reactor.aim = 0.0
    reactor.step(STEP)
    assert 0 < reactor.temperature <= power * STEP * QUICK / COOLING_S


def test_pulled_up_at_a_stroke_it_is_lowered_kindly_and_can_be_led_again() -> None:
    reactor = Reactor()
    reactor.lift(1.0)
    for _step in range(600):
        reactor.step(STEP)
        if reactor.tripped:
            break
    assert reactor.tripped
    reactor.lift(1.0)
    assert reactor.aim == 0
    let_pass(reactor, 4)
    assert (reactor.tripped, reactor.rods) == (False, 0.0)
    for _step in range(60 * 40):
        reactor.lift(rods_for(reactor.demand))
        reactor.step(STEP)
        assert not reactor.tripped
    assert reactor.meets


def test_a_smooth_hand_keeps_a_whole_day() -> None:
    reactor = Reactor()
    for _step in range(60 * 86):
        reactor.lift(rods_for(demand(reactor.hour + 0.2)))
        reactor.step(STEP)
    assert reactor.whole_day
    assert reactor.harmony == 1


def test_left_at_night_it_does_not_carry_the_evening() -> None:
    reactor = Reactor()
    let_pass(reactor, 86)
    assert not reactor.whole_day


@given(
    pulls=st.lists(
        st.tuples(st.floats(), st.one_of(st.floats(0, 2), st.just(float("nan")), st.just(-1.0))),
        max_size=60,
    )
)
@settings(deadline=None)
def test_no_pull_and_no_pause_breaks_it(pulls: list[tuple[float, float]]) -> None:
    reactor = Reactor()
    for pull, seconds in pulls:
        reactor.lift(pull)
        reactor.step(seconds)
        assert 0 <= reactor.rods <= 1
        assert 0 < reactor.power <= PROTECTION * 1.1
        assert reactor.reactivity <= MOST
        assert 0 <= reactor.harmony <= 1
        assert 0 <= reactor.hour < 24


@pytest.mark.parametrize("rods", [0.0, 1.0])
def test_an_hour_at_either_end_leaves_it_sane(rods: float) -> None:
    reactor = Reactor()
    for _second in range(3600):
        reactor.lift(rods)
        reactor.step(1.0)
    assert math.isfinite(reactor.power)
    assert 0 < reactor.power <= PROTECTION * 1.1


@given(hour=st.floats(-100, 100), by=st.floats(0, 0.02))
def test_demand_has_no_jumps_and_repeats_every_day(hour: float, by: float) -> None:
    assert 0.4 <= demand(hour) <= 1
    assert abs(demand(hour + by) - demand(hour)) < 0.01
    assert demand(hour) == pytest.approx(demand(hour + 24), abs=1e-6)


def test_its_towns_are_the_region_s() -> None:
    written = yaml.safe_load(
        (Path(__file__).parents[3] / "content/exhibition/towns.yaml").read_text()
    )
    known = {town["id"]: town for town in written["towns"]}
    for town in TOWNS:
        same = known[town.id]
        assert (town.lat, town.lon, town.rank) == (same["lat"], same["lon"], same["rank"])
        assert (town.name.ru, town.name.en) == (same["name"]["ru"], same["name"]["en"])
    assert {frozenset(link) for link in LINKS} == {
        frozenset((link["a"], link["b"])) for link in written["links"]
    }
