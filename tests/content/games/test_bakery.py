"""Baking by the recipe: the right number, the right order, nothing spoilt by one too many."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.games.bakery.rules import (
    BAKERS,
    BOOK,
    BOWL,
    COUNTED,
    MOST,
    OVEN,
    Baking,
    Level,
    deal,
)
from content.games.round import Move, kind_of
from content.games.trial import settle, solve
from content.model import Game, Text

GAME = Game("bakery", Text("", ""), Text("", ""), "", 1, {}, [])
FREE = Level(["pie", "honeycake"], 5, others=1)
ORDERED = Level(["cookie", "shortcake"], 5, ordered=True)
TWO = Level(["flatbread", "croissant", "pretzel"], 4, recipes=2)
LEVELS = st.sampled_from([Level(["flatbread"], 2), FREE, ORDERED, TWO])
SEEDS = st.integers(0, 10_000)


def fill(now: Baking) -> Baking:
    """All of the recipe in the bowl."""
    while not now.full:
        assert now.hint is not None
        now = now.after(now.hint)
    return now


@given(LEVELS, SEEDS, st.data())
def test_the_bowl_takes_what_the_recipe_asks_for_and_no_more(
    level: Level, seed: int, data: st.DataObject
) -> None:
    now = deal(level, GAME, seed)
    asked = Counter(now.recipe.of)
    for _try in range(40):
        if now.stirred:
            break
        now = now.after(data.draw(st.sampled_from(now.moves)))
        assert Counter(now.poured) <= asked
    if now.stirred:
        assert Counter(now.poured) == asked


@given(LEVELS, SEEDS)
def test_a_full_bowl_is_stirred_baked_and_one_has_met_a_baker(level: Level, seed: int) -> None:
    now = deal(level, GAME, seed)
    made = solve(now)
    things = sum(len(recipe.of) for recipe in now.recipes)
    assert len(made) == things + 2 * len(now.recipes)
    assert [move.place for move in made].count(OVEN) == len(now.recipes)
    assert set(now.met) <= set(BAKERS)


@given(SEEDS)
def test_where_the_order_counts_only_the_next_thing_stays_in(seed: int) -> None:
    now = deal(ORDERED, GAME, seed)
    while not now.full:
        right = {kind_of(move.thing) for move in now.moves if now.is_right(move)}
        assert right == {now.recipe.of[len(now.poured)]}
        now = now.eased()
    assert now.poured == now.recipe.of


@given(SEEDS, st.randoms(use_true_random=False))
def test_where_it_does_not_count_any_order_fills_the_bowl(seed: int, random: object) -> None:
    now = deal(FREE, GAME, seed)
    order = list(now.recipe.of)
    random.shuffle(order)  # type: ignore[attr-defined]
    for kind in order:
        now = now.after(Move(now.offered(kind), BOWL))
    assert now.full


@given(LEVELS, SEEDS)
def test_one_too_many_changes_nothing(level: Level, seed: int) -> None:
    now = fill(deal(level, GAME, seed))
    for kind in now.tray:
        assert now.after(Move(now.offered(kind), BOWL)) == now
    assert now.right_for(BOWL) == Move(BOWL)


@given(LEVELS, SEEDS)
def test_a_bowl_that_is_not_full_is_not_stirred_and_no_raw_thing_goes_into_the_oven(
    level: Level, seed: int
) -> None:
    now = deal(level, GAME, seed)
    assert now.after(Move(BOWL)) == now
    assert now.after(Move(now.offered(now.tray[0]), OVEN)) == now


@given(SEEDS)
def test_nothing_is_named_twice_over_two_recipes(seed: int) -> None:
    made = [move.thing for move in solve(deal(TWO, GAME, seed)) if move.place]
    assert len(made) == len(set(made))


@given(SEEDS)
def test_the_second_recipe_begins_with_a_clean_bowl(seed: int) -> None:
    now = fill(deal(TWO, GAME, seed)).eased().eased()
    assert not now.moves, "it bakes"
    after = settle(now)
    assert (after.number, after.poured, after.stirred) == (1, (), False)
    assert after.recipe != now.recipe


@given(LEVELS, SEEDS)
def test_a_recipe_is_of_the_book_and_for_more_only_of_what_is_counted(
    level: Level, seed: int
) -> None:
    now = deal(level, GAME, seed)
    assert len(now.tray) <= MOST
    for recipe in now.recipes:
        assert tuple(dict.fromkeys(recipe.of)) == BOOK[recipe.bakes]
        assert len(recipe.of) == level.most
        assert all(recipe.of.count(kind) == 1 for kind in recipe.of if kind not in COUNTED)


@pytest.mark.parametrize(
    "level", [Level(["cookie"], 3), Level(["cookie", "loaf", "shortcake"], 4, recipes=3)]
)
def test_what_does_not_fit_the_bowl_or_the_tray_is_no_level(level: Level) -> None:
    with pytest.raises(ValueError, match=r"needs|fit"):
        deal(level, GAME, 0)
