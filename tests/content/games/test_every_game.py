"""What holds for every game and each of its levels: it can be finished, nothing is lost."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import content
from content.games.book import LevelWrong, deal, rules
from content.games.round import Move, Round, kind_of
from content.games.session import STARS, Session
from content.games.trial import play_blindly, settle, solve
from content.loading import load
from content.model import Game, Thing

GAMES = {game.id: game for game in load(Path(content.__path__[0])).values(Game)}
LEVELS = [(id, number) for id, game in GAMES.items() for number in range(len(game.levels))]
PATIENCE = 400
seeds = st.integers(0, 2**32 - 1)
levels = st.sampled_from(LEVELS)


def test_there_are_at_least_ten_games_of_four_levels() -> None:
    assert len(GAMES) >= 10
    assert all(len(game.levels) >= 4 for game in GAMES.values())
    assert sum(game.hands == 2 for game in GAMES.values()) >= 3


@settings(max_examples=150, deadline=None)
@given(levels, seeds)
def test_the_hints_lead_to_the_end(level: tuple[str, int], seed: int) -> None:
    assert solve(deal(GAMES[level[0]], level[1], seed))


@settings(max_examples=150, deadline=None)
@given(levels, seeds)
def test_a_patient_child_who_knows_nothing_finishes(level: tuple[str, int], seed: int) -> None:
    start = deal(GAMES[level[0]], level[1], seed)
    assert play_blindly(start, Random(seed), PATIENCE) <= PATIENCE


@settings(max_examples=60, deadline=None)
@given(levels, seeds)
def test_one_who_only_waits_is_led_to_the_end(level: tuple[str, int], seed: int) -> None:
    now = settle(deal(GAMES[level[0]], level[1], seed))
    for _help in range(PATIENCE):
        if now.done:
            break
        easier = now.eased()
        assert easier != now, "help that changes nothing"
        now = settle(easier)
    assert now.done


@settings(max_examples=60, deadline=None)
@given(levels, seeds)
def test_the_same_seed_deals_the_same_round(level: tuple[str, int], seed: int) -> None:
    game = GAMES[level[0]]
    assert deal(game, level[1], seed) == deal(game, level[1], seed)


@settings(max_examples=80, deadline=None)
@given(levels, seeds, st.randoms(use_true_random=False))
def test_what_can_be_moved_is_drawn_and_named(
    level: tuple[str, int], seed: int, random: Random
) -> None:
    game = GAMES[level[0]]
    now = settle(deal(game, level[1], seed))
    while not now.done:
        for move in now.moves:
            assert kind_of(move.thing) in game.things, move
        hint = now.hint
        assert hint is not None
        now = settle(now.after(hint))
    assert all(kind_of(name) in game.things for name in now.met)


@settings(max_examples=100, deadline=None)
@given(levels, seeds, st.text(max_size=5), st.text(max_size=5))
def test_a_move_that_cannot_be_made_changes_nothing(
    level: tuple[str, int], seed: int, thing: str, place: str
) -> None:
    now = settle(deal(GAMES[level[0]], level[1], seed))
    move = Move(thing, place)
    if move not in now.moves:
        assert now.after(move) == now


@pytest.mark.parametrize("id", GAMES)
def test_somebody_of_the_region_is_met(id: str) -> None:
    game = GAMES[id]
    now: Round = settle(deal(game, 0, 1))
    for move in solve(now):
        now = settle(now.after(move))
    met = [game.things[kind_of(name)] for name in now.met]
    assert any(thing.profession for thing in met), "nobody to tell the parent of"
    assert all(isinstance(thing, Thing) for thing in met)


@pytest.mark.parametrize("id", GAMES)
def test_levels_rise_with_success_and_fall_kindly(id: str) -> None:
    session = Session(GAMES[id], 7)
    for _round in range(STARS):
        session.steps = len(solve(session.round))
        session.finish()
        session.go_on()
    assert session.won
    highest = session.level
    assert highest == min(STARS, len(GAMES[id].levels) - 1)
    session.eased = True
    session.finish()
    assert session.level == highest - 1


def test_a_level_that_is_none_is_said_with_its_number() -> None:
    game = next(iter(GAMES.values()))
    broken = Game(
        id=game.id, name=game.name, ask=game.ask, picture=game.picture, order=1,
        things=game.things, levels=[game.levels[0], {"no": "such field"}],
    )  # fmt: skip
    with pytest.raises(LevelWrong) as wrong:
        deal(broken, 1, 0)
    assert wrong.value.number == 1


def test_a_game_of_another_program_has_no_rules() -> None:
    assert rules("chess") is None
    assert rules("../../etc") is None
