"""A sheet being filled in: forward, back, careless or not."""

from __future__ import annotations

from pathlib import Path

import pytest

import content
from content.loading import load
from content.model import SelfTest
from content.selftests.scoring import scores
from content.selftests.sheet import HASTY_MS, Sheet, doubt, read

TEST = next(one for one in load(Path(content.__path__[0])).values(SelfTest) if one.id == "draws_me")
SLOW = 4 * HASTY_MS


def filled(choice_of: object, ms: int = SLOW) -> Sheet:
    sheet = Sheet(TEST)
    for number in range(len(TEST.items)):
        sheet.choose(choice_of(number) if callable(choice_of) else 0, ms)
    return sheet


def test_an_answer_can_be_changed_by_going_back() -> None:
    sheet = Sheet(TEST)
    sheet.choose(0, SLOW)
    assert sheet.back()
    sheet.choose(1, SLOW)
    assert sheet.answers[:2] == [1, None]
    assert sheet.ms[0] == 2 * SLOW
    assert not Sheet(TEST).back()


def test_a_sheet_is_done_when_everything_is_answered_and_takes_no_more() -> None:
    sheet = filled(lambda number: number % 2)
    assert sheet.done
    assert not sheet.doubt
    before = list(sheet.answers)
    sheet.choose(1, SLOW)
    assert sheet.answers == before


@pytest.mark.parametrize(
    ("choice_of", "ms", "told"),
    [
        (lambda number: number % 2, SLOW, ""),
        (lambda number: number % 2, HASTY_MS // 2, "hasty"),
        (lambda _number: 0, SLOW, "same"),
        (lambda _number: 1, HASTY_MS // 2, "hasty"),
    ],
)
def test_careless_sheets_are_known(choice_of: object, ms: int, told: str) -> None:
    assert filled(choice_of, ms).doubt == told


def test_of_few_answers_nothing_is_said() -> None:
    assert doubt([0, 0, None], [1, 1, 0]) == ""


@pytest.mark.parametrize("text", ["abx", "a b", "0", "я"])
def test_what_is_no_answer_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no answer"):
        read(text)


def test_more_answers_than_items_and_choices_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="answers"):
        scores(TEST, [0] * (len(TEST.items) + 1))
    with pytest.raises(ValueError, match="no answer"):
        scores(TEST, [7])
