"""What is physically true of the circuit, and that it is sane whatever is wired."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exhibition.exhibits.circuit.model import (
    EMF,
    INSIDE,
    KINDS,
    MINUS,
    MOST_WIRES,
    PLUS,
    POSTS,
    WIRE,
    Circuit,
)
from content.exhibition.exhibits.circuit.network import voltages

STEP = 1 / 60
OHMS = {kind.name: kind.ohms for kind in KINDS}
posts = st.sampled_from(POSTS)
wirings = st.lists(st.tuples(posts, posts), max_size=MOST_WIRES)


def wired(*wires: tuple[str, str]) -> Circuit:
    """A circuit of these wires alone, at the moment the fuse has not yet warmed."""
    circuit = Circuit()
    circuit.disconnect(PLUS, "lamp.a")
    for a, b in wires:
        circuit.connect(a, b)
    circuit.step(0)
    return circuit


def beside(*tools: str) -> list[tuple[str, str]]:
    return [wire for tool in tools for wire in ((PLUS, f"{tool}.a"), (f"{tool}.b", MINUS))]


def chain(*tools: str) -> list[tuple[str, str]]:
    ends = [PLUS, *(f"{tool}.{side}" for tool in tools for side in "ab"), MINUS]
    return list(zip(ends[::2], ends[1::2], strict=True))


def run(circuit: Circuit, seconds: float) -> None:
    for _step in range(round(seconds / STEP)):
        circuit.step(STEP)


@given(wirings)
@settings(deadline=None)
def test_what_flows_into_a_post_flows_out_of_it(wires: list[tuple[str, str]]) -> None:
    circuit = wired(*wires)
    sums = dict.fromkeys(POSTS, 0.0)
    for (a, b), amperes in circuit.wires.items():
        sums[a] -= amperes
        sums[b] += amperes
    for name, tool in circuit.tools.items():
        sums[f"{name}.a"] -= tool.amperes
        sums[f"{name}.b"] += tool.amperes
    sums[PLUS] += circuit.amperes
    sums[MINUS] -= circuit.amperes
    assert all(abs(total) < 1e-3 for total in sums.values())


@given(wirings)
@settings(deadline=None)
def test_energy_is_kept(wires: list[tuple[str, str]]) -> None:
    circuit = wired(*wires)
    given_out = EMF * circuit.amperes
    taken = INSIDE * circuit.amperes**2
    taken += sum(WIRE * amperes**2 for amperes in circuit.wires.values())
    taken += sum(tool.volts * tool.amperes for tool in circuit.tools.values())
    assert taken == pytest.approx(given_out, rel=1e-4, abs=1e-3)


@given(st.lists(st.sampled_from(sorted(OHMS)), min_size=1, max_size=4, unique=True))
def test_side_by_side_they_add_their_currents_and_share_one_voltage(tools: list[str]) -> None:
    circuit = wired(*beside(*tools))
    across = [circuit.tools[tool].volts for tool in tools]
    assert max(across) - min(across) < 0.5
    assert circuit.amperes == pytest.approx(sum(circuit.tools[t].amperes for t in tools), abs=1e-4)
    alone = 1 / sum(1 / (OHMS[tool] + 2 * WIRE) for tool in tools)
    assert circuit.amperes == pytest.approx(EMF / (alone + INSIDE), rel=1e-6)


@given(st.lists(st.sampled_from(sorted(OHMS)), min_size=1, max_size=4, unique=True))
def test_in_a_chain_they_have_one_current_and_add_their_voltages(tools: list[str]) -> None:
    circuit = wired(*chain(*tools))
    expected = EMF / (INSIDE + sum(OHMS[t] for t in tools) + WIRE * (len(tools) + 1))
    assert circuit.amperes == pytest.approx(expected, rel=1e-6)
    for tool in tools:
        assert circuit.tools[tool].amperes == pytest.approx(expected, rel=1e-5)


def test_in_a_chain_each_does_less_than_alone() -> None:
    alone, together = wired(*beside("lamp")), wired(*chain("lamp", "fan"))
    for circuit in (alone, together):
        run(circuit, 3)
    assert together.tools["lamp"].level < 0.6 * alone.tools["lamp"].level
    assert together.working == 0


def test_all_four_side_by_side_work_and_the_fuse_holds() -> None:
    circuit = wired(*beside(*OHMS))
    run(circuit, 60)
    assert circuit.fuse
    assert circuit.working == len(OHMS)


def test_a_wire_past_everything_opens_the_fuse_and_it_can_be_pushed_back() -> None:
    circuit = wired(*beside("lamp"), (PLUS, MINUS))
    run(circuit, 1)
    assert not circuit.fuse
    assert circuit.amperes == 0
    run(circuit, 2)
    assert circuit.tools["lamp"].level < 0.01
    circuit.push_fuse()
    run(circuit, 1)
    assert not circuit.fuse, "the fault is still there"
    circuit.disconnect(PLUS, MINUS)
    circuit.push_fuse()
    run(circuit, 2)
    assert circuit.fuse
    assert circuit.tools["lamp"].level > 0.8


def test_a_motor_turns_back_when_its_wires_are_swapped() -> None:
    ahead, back = wired(*beside("fan")), wired((PLUS, "fan.b"), ("fan.a", MINUS))
    for circuit in (ahead, back):
        run(circuit, 2)
    assert ahead.tools["fan"].pace == pytest.approx(-back.tools["fan"].pace)
    assert ahead.tools["fan"].pace > 0.8


def test_an_open_switch_stops_everything() -> None:
    circuit = wired(*beside(*OHMS))
    run(circuit, 2)
    circuit.flip()
    run(circuit, 6)
    assert all(tool.level < 0.01 for tool in circuit.tools.values())
    assert all(abs(amperes) < 1e-6 for amperes in circuit.wires.values())


@given(
    actions=st.lists(
        st.one_of(
            st.tuples(st.just("connect"), posts, posts),
            st.tuples(st.just("disconnect"), posts, posts),
            st.tuples(st.just("flip")),
            st.tuples(st.just("push")),
            st.tuples(st.just("step"), st.floats(allow_nan=True, allow_infinity=True)),
        ),
        max_size=60,
    )
)
@settings(deadline=None)
def test_nothing_one_can_do_breaks_it(actions: list[tuple[object, ...]]) -> None:
    circuit = Circuit()
    for name, *rest in actions:
        {
            "connect": circuit.connect,
            "disconnect": circuit.disconnect,
            "flip": circuit.flip,
            "push": circuit.push_fuse,
            "step": circuit.step,
        }[str(name)](*rest)  # type: ignore[operator]
        circuit.step(STEP)
        assert len(circuit.wires) <= MOST_WIRES
        for tool in circuit.tools.values():
            assert 0 <= tool.level <= 1.01
            assert abs(tool.pace) <= 1.01
            assert math.isfinite(tool.turns)
        assert 0 <= circuit.amperes <= EMF / INSIDE + 1e-6


def test_an_hour_of_work_leaves_it_sane() -> None:
    circuit = wired(*beside(*OHMS))
    for _second in range(3600 * 4):
        circuit.step(0.25)
    assert circuit.working == len(OHMS)
    assert 0 <= circuit.tools["fan"].turns < 60


def test_a_known_bridge_is_solved_as_the_book_solves_it() -> None:
    # Wheatstone's bridge in balance: no current through its middle.
    found = voltages(
        4, [(1, 2, 1 / 10), (2, 0, 1 / 20), (1, 3, 1 / 30), (3, 0, 1 / 60), (2, 3, 1 / 5)], [(1, 1)]
    )
    assert found[2] == pytest.approx(found[3])
    assert found[1] == pytest.approx(30 * 90 / 120)
