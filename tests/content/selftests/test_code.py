"""The three-letter code of the hexagon, and what a test of conditions takes for an answer."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import content
from content.loading import load
from content.model import SelfTest
from content.selftests.code import LETTERS, code, has_code, letters
from content.selftests.sheet import HASTY_MS, Sheet

TESTS = {one.id: one for one in load(Path(content.__path__[0])).values(SelfTest)}
WORLDS = TESTS["six_worlds"]
SLOW = 4 * HASTY_MS


def score(*points: int) -> dict[str, int]:
    return dict(zip(WORLDS.traits, points, strict=True))


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ((20, 15, 10, 5, 4, 3), "R · I · A"),
        ((3, 4, 5, 10, 15, 20), "C · E · S"),
        ((20, 10, 10, 5, 5, 5), "R · I/A"),
        ((9, 9, 9, 5, 4, 3), "R/I/A"),
        ((20, 12, 7, 7, 7, 0), "R · I · A/S/E"),
        ((6, 6, 6, 6, 6, 6), "R/I/A/S/E/C"),
    ],
)
def test_a_code_is_three_letters_and_no_lot_is_drawn_among_equals(
    points: tuple[int, ...], said: str
) -> None:
    found = code(WORLDS, score(*points))
    assert letters(WORLDS, found) == said
    assert sum(map(len, found)) >= LETTERS


def test_the_hexagon_stands_in_holland_s_order_five_items_a_world() -> None:
    assert "".join(trait.riasec or "" for trait in WORLDS.traits.values()) == "RIASEC"
    asked = [item.trait for item in WORLDS.items]
    assert {asked.count(trait) for trait in WORLDS.traits} == {5}
    assert all(one != two for one, two in pairwise(asked))
    assert not has_code(TESTS["draws_me"])


@pytest.mark.parametrize("choice", [0, 2])
def test_who_needs_every_condition_or_none_is_not_called_careless(choice: int) -> None:
    needs = Sheet(TESTS["work_well"])
    for _item in needs.test.items:
        needs.choose(choice, SLOW)
    assert needs.doubt == ""
    leaning = Sheet(WORLDS)
    for _item in leaning.test.items:
        leaning.choose(choice, SLOW)
    assert leaning.doubt == "same"


def test_the_conditions_asked_about_are_those_vacancies_may_name() -> None:
    from content.model import Condition

    known = [one.id for one in load(Path(content.__path__[0])).values(Condition)]
    test = TESTS["work_well"]
    assert [trait.conditions for trait in test.traits.values()] == [[id] for id in known]
    for item in test.items:
        assert [sum(answer.adds.values()) for answer in item.answers] == [2, 1, 0]
