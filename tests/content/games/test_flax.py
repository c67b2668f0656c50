"""The road from seed to shirt: the true order, no way into a corner, kindness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.games.flax.rules import FLAX, GRAIN, SHOWN, Level, Road, deal, place_of
from content.games.round import Move
from content.model import Game, Text

GAME = Game("flax", Text("", ""), Text("", ""), "", 1, {}, [])
FULL = Level([list(FLAX)])
LEVELS = st.sampled_from(
    [
        Level([["seed", "flower", "shirt"]], given=("seed", "shirt"), shadows=True),
        FULL,
        Level([list(FLAX)], missing=3, strangers=2),
        Level([["flower", "thread", "cloth", "shirt"], list(GRAIN)]),
    ]
)
SEEDS = st.integers(0, 10_000)


def lay(now: Road, step: str) -> Road:
    return now.after(Move(step, place_of(step)))


@given(LEVELS, SEEDS, st.data())
def test_a_place_takes_its_own_step_only_and_wrong_moves_change_nothing(
    level: Level, seed: int, data: st.DataObject
) -> None:
    now = deal(level, GAME, seed)
    while not now.whole:
        move = data.draw(st.sampled_from(now.moves))
        after = now.after(move)
        own = move.place == place_of(move.thing)
        assert (after != now) == own
        now = after if own else lay(now, now.hint.thing if now.hint else "")


@given(LEVELS, SEEDS)
def test_something_in_the_tray_always_belongs_somewhere(level: Level, seed: int) -> None:
    now = deal(level, GAME, seed)
    while not now.whole:
        assert now.hint is not None
        assert now.hint in now.moves
        assert len(now.tray) <= SHOWN
        now = now.after(now.hint)
    assert not now.moves
    assert not now.done, "it is to be walked first"
    assert now.rested().done


@given(LEVELS, SEEDS)
def test_every_step_lies_there_waits_or_is_in_the_tray_and_only_once(
    level: Level, seed: int
) -> None:
    now = deal(level, GAME, seed)
    while not now.whole:
        seen = [*now.laid, *filter(None, now.tray), *now.queue]
        assert len(seen) == len(set(seen))
        assert set(now.steps) <= set(seen)
        now = now.eased()


def test_what_is_laid_does_not_move_what_lies_beside_it_in_the_tray() -> None:
    now = deal(FULL, GAME, 3)
    thing = now.tray[1]
    after = lay(now, thing)
    assert after.tray[1] == now.queue[0]
    assert [after.tray[slot] for slot in (0, 2, 3, 4)] == [now.tray[slot] for slot in (0, 2, 3, 4)]


@given(SEEDS)
def test_with_steps_missing_the_ends_of_the_road_stand_and_strangers_fit_nowhere(seed: int) -> None:
    now = deal(Level([list(FLAX)], missing=3, strangers=2), GAME, seed)
    assert {"seed", "shirt"} <= now.laid
    strangers = set(now.tray) - set(FLAX)
    assert len(strangers) == 2
    assert all(now.right_for(stranger) is None for stranger in strangers)


@pytest.mark.parametrize("road", [["shirt", "seed"], ["seed", "flour"], ["thread", "sheaf"], []])
def test_a_road_whose_order_is_not_true_is_no_road(road: list[str]) -> None:
    with pytest.raises(ValueError, match="order"):
        deal(Level([road]), GAME, 0)


def test_one_who_is_stuck_gets_a_step_and_sees_what_places_are_for() -> None:
    now = deal(FULL, GAME, 0)
    eased = now.eased()
    assert eased.shadows
    assert len(eased.laid) == len(now.laid) + 1
