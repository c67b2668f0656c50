"""The tractor: a program runs as it is laid, is kept when it strays, and can be mended."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import content.games.tractor as home
from content.games import Move
from content.games.tractor.dealing import NoField, field_for
from content.games.tractor.field import ARROWS, TWICE, Field, rest_of, unfold
from content.games.tractor.rules import GO, PATIENCE, Level, Plan, Ride, card, deal
from content.games.trial import settle, solve
from content.model import Game

GAME = msgspec.convert(
    yaml.safe_load((Path(home.__path__[0]) / "game.yaml").read_text("utf-8")), Game
)
LEVELS = [msgspec.convert(level, Level) for level in GAME.levels]
PLANS = [level for level in LEVELS if not level.direct]
LANE = Field(4, 2, (0, 0), (2, 1), blocks=(((1, 0), "stone"),), goods=((1, 1),))
"""A stone to the right of the start; a sheaf below it; the barn to the right of the sheaf."""
seeds = st.integers(0, 2**32 - 1)
plans = st.sampled_from(PLANS)
choices = st.lists(st.integers(0, 99), max_size=60)


def planned(*cards: str, room: int = 3, twice: bool = False) -> Plan:
    """A plan on the lane with these cards laid."""
    strip = (*cards, *("",) * (room - len(cards)))
    return Plan(LANE, "field", "tractor", "farmer", strip, twice=twice)


def driven(plan: Plan) -> Plan:
    """After a whole drive."""
    after = settle(plan.after(Move(GO)))
    assert isinstance(after, Plan)
    return after


def played(level: Level, seed: int, choices: list[int]) -> Plan:
    """A plan in which those moves were tried, each drive to its end."""
    now = deal(level, GAME, seed)
    assert isinstance(now, Plan)
    for choice in choices:
        if now.done:
            break
        now = now.after(now.moves[choice % len(now.moves)])
        after = settle(now)
        assert isinstance(after, Plan)
        now = after
    return now


@pytest.mark.parametrize("level", LEVELS, ids=str)
@given(seed=seeds)
def test_a_way_has_just_the_cards_of_its_level(level: Level, seed: int) -> None:
    drive = deal(level, GAME, seed)
    moves = solve(drive)
    assert len(moves) == level.cards + (not level.direct)
    assert len(drive.field.goods) == level.goods
    assert [kind for _cell, kind in drive.field.blocks] == list(level.blocks)


@given(seeds)
def test_stones_of_a_level_that_leads_around_are_really_in_the_way(seed: int) -> None:
    level = next(level for level in LEVELS if level.around)
    field = deal(level, GAME, seed).field
    direct = abs(field.start[0] - field.barn[0]) + abs(field.start[1] - field.barn[1])
    bare = Field(field.columns, field.rows, field.start, field.barn, field.blocks)
    way = bare.way((field.start,))
    assert way is not None
    assert direct < len(way) <= level.cards


@given(seeds)
def test_twice_is_needed_where_it_is_offered(seed: int) -> None:
    level = next(level for level in LEVELS if level.twice)
    plan = deal(level, GAME, seed)
    assert isinstance(plan, Plan)
    assert rest_of(plan.field, (), level.cards, twice=False) is None
    assert Move(TWICE) in solve(plan)


def test_the_same_seed_deals_the_same_field() -> None:
    assert all(deal(level, GAME, 7) == deal(level, GAME, 7) for level in LEVELS)


def test_a_level_that_does_not_fit_its_field_says_so() -> None:
    from random import Random

    with pytest.raises(NoField):
        field_for(Level(columns=2, rows=2, cards=6, worker="farmer"), Random(1))


def test_an_arrow_into_a_stone_or_out_of_the_field_drives_nowhere() -> None:
    ride = Ride(LANE, "field", "tractor", "farmer")
    assert ride.after(Move("right")) == ride
    assert ride.after(Move("up")) == ride
    assert ride.after(Move("down")).at == (0, 1)


def test_the_barn_alone_is_not_the_end_while_a_sheaf_lies_there() -> None:
    field = Field(3, 1, (1, 0), (2, 0), goods=((0, 0),))
    ride = Ride(field, "field", "tractor", "farmer").after(Move("right"))
    assert ride.at == field.barn
    assert not ride.done
    for arrow in ("left", "left", "right", "right"):
        ride = ride.after(Move(arrow))
    assert ride.done


def test_cards_fill_the_first_free_place_and_can_be_taken_back() -> None:
    plan = planned("down", "left").after(Move(card(0)))
    assert plan.strip == ("", "left", "")
    assert plan.after(Move("up")).strip == ("up", "left", "")


def test_no_card_is_laid_on_a_full_strip() -> None:
    plan = planned("down", "left", "up")
    assert all(move.thing not in ARROWS for move in plan.moves)
    assert plan.after(Move("down")) == plan


def test_a_right_program_brings_everything_home_cell_by_cell() -> None:
    now = planned("down", "right", "right").after(Move(GO))
    seen = [now.at]
    while not now.done:
        assert now.moves == []
        now = now.rested()
        seen.append(now.at)
    assert seen == [(0, 0), (0, 1), (1, 1), (2, 1)]
    assert now.left == frozenset()
    assert now.rested() == now


def test_a_program_that_strays_goes_as_far_as_it_goes_and_comes_back_with_its_cards() -> None:
    plan = planned("down", "left", "right")
    now = plan.after(Move(GO)).rested()
    assert now.at == (0, 1)
    assert now.reading == 0
    back = now.rested()
    assert back.at == LANE.start
    assert back.steps is None
    assert back.strip == plan.strip
    assert (back.proved, back.slip) == (1, 1)


def test_a_card_that_led_right_stays_and_the_one_that_strayed_is_mended() -> None:
    back = driven(planned("down", "left", "right"))
    assert Move(card(0)) not in back.moves
    assert back.hint == Move(card(1))
    mended = back.after(Move(card(1)))
    assert mended.slip == -1
    assert mended.hint == Move("right")
    assert driven(mended.after(Move("right"))).done


def test_a_part_of_a_right_program_may_be_tried_and_is_no_mistake() -> None:
    back = driven(planned("down"))
    assert (back.proved, back.slip, back.strays) == (1, -1, 0)


def test_a_card_that_strays_again_and_again_is_mended_by_itself() -> None:
    now = planned("down", "left", "right")
    for drive in range(PATIENCE):
        assert now.strip[1] == "left", drive
        now = driven(now)
    assert now.strip == ("down", "right", "right")
    assert now.proved == 2
    assert now.slip == -1


def test_twice_drives_everything_before_it_once_more() -> None:
    assert [arrow for _card, arrow in unfold(("up", "left", TWICE, "down"))] == [
        *("up", "left"),
        *("up", "left"),
        "down",
    ]
    assert unfold((TWICE, "", "up")) == [(2, "up")]


@given(plans, seeds, choices)
def test_what_was_proved_is_never_lost(level: Level, seed: int, choices: list[int]) -> None:
    proved = 0
    for count in range(len(choices)):
        now = played(level, seed, choices[: count + 1])
        assert now.proved >= proved or now.done
        assert all(now.strip[: now.proved])
        proved = now.proved


@given(plans, seeds, choices)
def test_from_wherever_one_strayed_the_hints_lead_home(
    level: Level, seed: int, choices: list[int]
) -> None:
    now = played(level, seed, choices)
    assert now.done or len(solve(now)) <= 2 * level.cards + 1
