"""What holds for every self-test: its design, its scores, what it leads to."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import content
from content.compose import compose
from content.library import Library
from content.loading import load
from content.model import SelfTest
from content.selftests.advice import LEAST, MOST, advise
from content.selftests.scoring import choices, leading, points, reach, scores, shares
from content.selftests.sheet import read, written

ROOT = Path(content.__path__[0])
EXHIBITION = load(ROOT)
TESTS = {test.id: test for test in EXHIBITION.values(SelfTest)}
LIBRARY = Library(compose(EXHIBITION, "2026-11-23T08:00:00+00:00", "test"), ROOT)
TODAY = dt.date(2026, 11, 23)


@st.composite
def sheets(draw: Any, id: str | None = None) -> tuple[SelfTest, list[int]]:
    test = TESTS[id or draw(st.sampled_from(sorted(TESTS)))]
    return test, [draw(st.integers(0, choices(test, item) - 1)) for item in test.items]


def extreme(test: SelfTest, trait: str, most: bool) -> list[int]:
    """The answers that bring a trait to one of its ends."""
    pick = max if most else min
    return [
        pick(
            range(choices(test, item)),
            key=lambda choice, item=item: points(test, item, choice).get(trait, 0),  # type: ignore[misc]
        )
        for item in test.items
    ]


@settings(max_examples=120, deadline=None)
@given(sheets())
def test_scores_stay_within_reach_and_shares_between_nothing_and_all(
    sheet: tuple[SelfTest, list[int]],
) -> None:
    test, answers = sheet
    score = scores(test, answers)
    for trait, (low, high) in reach(test).items():
        assert low <= score[trait] <= high
    assert all(0 <= share <= 1 for share in shares(test, score).values())


@pytest.mark.parametrize("id", TESTS)
def test_every_scale_reaches_both_its_ends(id: str) -> None:
    test = TESTS[id]
    for trait, (low, high) in reach(test).items():
        assert scores(test, extreme(test, trait, most=False))[trait] == low
        assert scores(test, extreme(test, trait, most=True))[trait] == high


@settings(max_examples=120, deadline=None)
@given(sheets("draws_me"))
def test_klimov_s_scores_always_sum_to_the_number_of_pairs(
    sheet: tuple[SelfTest, list[int]],
) -> None:
    test, answers = sheet
    assert sum(scores(test, answers).values()) == len(test.items) == 20


def test_klimov_s_design_is_balanced_in_the_file_itself() -> None:
    test = TESTS["draws_me"]
    pairs = Counter(
        frozenset(trait for answer in item.answers for trait in answer.adds) for item in test.items
    )
    assert {pairs[frozenset(two)] for two in combinations(test.traits, 2)} == {2}
    statements = Counter(
        trait for item in test.items for answer in item.answers for trait in answer.adds
    )
    assert set(statements.values()) == {8}
    said = [answer.say.ru for item in test.items for answer in item.answers]
    assert len(set(said)) == 40


@settings(max_examples=80, deadline=None)
@given(sheets())
def test_advice_is_never_empty_and_only_of_the_library(
    sheet: tuple[SelfTest, list[int]],
) -> None:
    test, answers = sheet
    score = scores(test, answers)
    advice = advise(LIBRARY, test, score, TODAY)
    assert LEAST <= len(advice.professions) <= MOST
    assert len({one.id for one in advice.professions}) == len(advice.professions)
    assert all(LIBRARY.profession(one.id) is one for one in advice.professions)
    assert advice.event is not None
    assert advice.programmes
    assert advise(LIBRARY, test, score, TODAY) == advice


@settings(max_examples=80, deadline=None)
@given(sheets())
def test_what_leads_has_the_highest_share_and_ties_are_told(
    sheet: tuple[SelfTest, list[int]],
) -> None:
    test, answers = sheet
    share = shares(test, scores(test, answers))
    lead = leading(test, scores(test, answers))
    best = max(share.values())
    assert set(lead.first) == {trait for trait, part in share.items() if best - part < 1e-6}
    assert all(share[one] < best for one in lead.second)


@settings(max_examples=60, deadline=None)
@given(sheets())
def test_a_sheet_written_and_read_is_the_same(sheet: tuple[SelfTest, list[int]]) -> None:
    _test, answers = sheet
    assert read(written(list(answers))) == list(answers)


@pytest.mark.parametrize("id", TESTS)
def test_leaning_to_a_trait_recommends_what_fits_it(id: str) -> None:
    from content.selftests.advice import fit

    test = TESTS[id]
    for trait, told in test.traits.items():
        if not (told.klimov or told.riasec or told.clusters):
            continue
        score = scores(test, extreme(test, trait, most=True))
        advice = advise(LIBRARY, test, score, TODAY)
        assert any(fit(told, one) > 0 for one in advice.professions), trait
