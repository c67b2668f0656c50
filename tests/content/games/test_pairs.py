"""Memory pairs: turning is never wrong, pairs stay, and nobody is left alone."""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml
from hypothesis import given
from hypothesis import strategies as st

import content.games.pairs as home
from content.games import Move
from content.games.pairs.rules import MISSES, PLACES, Level, Pairs, deal, fellow
from content.games.trial import solve
from content.model import Game

GAME = msgspec.convert(
    yaml.safe_load((Path(home.__path__[0]) / "game.yaml").read_text("utf-8")), Game
)
LEVELS = [msgspec.convert(level, Level) for level in GAME.levels]
seeds = st.integers(0, 2**32 - 1)
levels = st.sampled_from(LEVELS)
hard = st.sampled_from([level for level in LEVELS if level.pairs > MISSES])
choices = st.lists(st.integers(0, 99), max_size=40)


def played(level: Level, seed: int, choices: list[int]) -> Pairs:
    """A round in which those moves were tried, with a rest wherever the number is even."""
    now = deal(level, GAME, seed)
    for choice in choices:
        if now.done:
            break
        now = now.after(now.moves[choice % len(now.moves)])
        now = now.rested() if choice % 2 == 0 else now
    return now


def strangers(now: Pairs) -> tuple[str, str]:
    """Two cards left that do not belong together."""
    left = [card for card in now.cards if card not in now.found]
    return left[0], next(card for card in left if card not in (left[0], fellow(left[0])))


@given(levels, seeds)
def test_every_worker_lies_there_with_the_place_of_the_work(level: Level, seed: int) -> None:
    cards = deal(level, GAME, seed).cards
    assert len(set(cards)) == len(cards) == 2 * level.pairs
    assert {fellow(card) for card in cards} == set(cards)
    assert all(GAME.things[card].profession for card in cards if card in PLACES)


@given(levels, seeds, choices)
def test_turning_a_card_is_never_wrong(level: Level, seed: int, choices: list[int]) -> None:
    now = played(level, seed, choices)
    assert all(now.is_right(move) for move in now.moves)


@given(levels, seeds, choices)
def test_what_was_found_stays_found(level: Level, seed: int, choices: list[int]) -> None:
    before = played(level, seed, choices[: len(choices) // 2])
    now = played(level, seed, choices)
    assert before.found <= now.found
    assert all(now.rested().shows(card) for card in before.found)


@given(levels, seeds)
def test_two_that_do_not_belong_together_turn_back_by_themselves(level: Level, seed: int) -> None:
    start = deal(level, GAME, seed).rested()
    first, second = strangers(start)
    both = start.after(Move(first)).after(Move(second))
    assert {first, second} <= {card for card in both.cards if both.shows(card)}
    back = both.rested()
    assert (back.shows(first), back.shows(second)) == (start.open, start.open)
    assert (back.up, back.found) == ((), frozenset())


@given(hard, seeds)
def test_a_quick_child_need_not_wait_for_them_to_turn_back(level: Level, seed: int) -> None:
    start = deal(level, GAME, seed).rested()
    first, second = strangers(start)
    third = next(card for card in start.cards if card not in (first, second))
    now = start.after(Move(first)).after(Move(second)).after(Move(third))
    assert now.up == (third,)


@given(levels, seeds)
def test_cards_shown_at_first_turn_back_at_once_when_one_is_touched(
    level: Level, seed: int
) -> None:
    start = deal(level, GAME, seed)
    card = start.cards[0]
    now = start.after(Move(card))
    assert [one for one in now.cards if now.shows(one)] == [*(now.cards if now.open else [card])]


@given(levels, seeds, choices)
def test_a_hint_is_never_in_vain(level: Level, seed: int, choices: list[int]) -> None:
    now = played(level, seed, choices).rested()
    hint = now.hint
    if hint is None:
        assert now.done
        return
    first = now.after(hint)
    then = first if hint.thing in first.found else first.after(first.hint or hint)
    assert hint.thing in then.found


@given(levels, seeds, choices)
def test_a_hint_tells_of_a_pair_that_was_seen_where_there_is_one(
    level: Level, seed: int, choices: list[int]
) -> None:
    now = played(level, seed, choices).rested()
    known = [
        card for card in now.cards if card not in now.found and {card, fellow(card)} <= now.seen
    ]
    if known and not now.up:
        assert now.hint is not None
        assert now.hint.thing in known


@given(hard, seeds)
def test_after_misses_the_fellow_gives_itself_away_until_a_pair_is_found(
    level: Level, seed: int
) -> None:
    now = deal(level, GAME, seed).rested()
    first, second = strangers(now)
    for _miss in range(MISSES):
        assert now.after(Move(first)).given_away is None
        now = now.after(Move(first)).after(Move(second)).rested()
    shown = now.after(Move(first))
    assert shown.given_away == fellow(first)
    assert shown.after(Move(fellow(first))).misses == 0


@given(levels, seeds, choices)
def test_easing_finds_one_pair(level: Level, seed: int, choices: list[int]) -> None:
    now = played(level, seed, choices)
    eased = now.eased()
    assert len(eased.found) == len(now.found) + (0 if now.done else 2)
    assert eased.up == () or now.done


@given(levels, seeds)
def test_by_the_hints_each_card_is_turned_once(level: Level, seed: int) -> None:
    moves = solve(deal(level, GAME, seed))
    assert sorted(move.thing for move in moves) == sorted(deal(level, GAME, seed).cards)
