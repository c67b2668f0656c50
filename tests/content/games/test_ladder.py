"""Which level comes next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content.games.ladder import following

levels = st.integers(0, 9)
counts = st.integers(0, 30)


@given(levels, counts, counts, st.booleans())
def test_the_next_level_is_a_neighbour_and_exists(
    level: int, slips: int, hints: int, eased: bool
) -> None:
    after = following(level, 10, slips=slips, hints=hints, eased=eased)
    assert 0 <= after <= 9
    assert abs(after - level) <= 1


@given(st.integers(0, 8))
def test_who_needed_nothing_goes_up(level: int) -> None:
    assert following(level, 10, slips=0, hints=0) == level + 1


@given(st.integers(1, 9), counts, counts)
def test_who_was_helped_on_goes_down(level: int, slips: int, hints: int) -> None:
    assert following(level, 10, slips=slips, hints=hints, eased=True) == level - 1


@given(levels, st.integers(0, 9), counts, counts)
def test_more_trouble_never_leads_higher(level: int, more: int, slips: int, hints: int) -> None:
    easy = following(level, 10, slips=slips, hints=hints)
    assert following(level, 10, slips=slips + more, hints=hints) <= easy
