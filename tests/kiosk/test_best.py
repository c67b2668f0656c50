"""Best of today: a number without a name, for one day, in memory alone."""

from __future__ import annotations

import datetime as dt
import gc

from hypothesis import given
from hypothesis import strategies as st

from kiosk.best import Board, board

DAY = dt.date(2026, 3, 14)


class Switched:
    """Stands for a kiosk that is switched on."""


@given(st.lists(st.integers(0, 100), max_size=30))
def test_the_best_is_the_highest_of_the_day(scores: list[int]) -> None:
    best = Board()
    records = [best.offer("weld", score, DAY) for score in scores]
    assert (best.of("weld", DAY) or 0) == max(scores, default=0)
    highest = 0
    for score, record in zip(scores, records, strict=True):
        assert record == (score > highest)
        highest = max(highest, score)


def test_midnight_forgets_everything() -> None:
    best = Board()
    best.offer("weld", 9, DAY)
    assert best.all(DAY) == {"weld": 9}
    assert best.all(DAY + dt.timedelta(days=1)) == {}
    assert best.of("weld", DAY) is None, "nor does yesterday come back"


def test_each_kiosk_has_its_own_board_and_takes_it_along_when_it_stops() -> None:
    one, two = Switched(), Switched()
    board(one).offer("weld", 5, DAY)
    assert board(one).of("weld", DAY) == 5
    assert board(two).of("weld", DAY) is None
    del one
    gc.collect()
    assert board(two).all(DAY) == {}
