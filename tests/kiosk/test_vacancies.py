"""Which vacancies fit what a visitor asks of a job, and what to let go of when none does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content.model import Text, Vacancy
from kiosk.vacancies import Needs, fitting, reliefs

CONDITIONS = ["remote", "part-time", "seated", "ramp"]
TOWNS = ["smolensk", "vyazma"]
SAID = Text("Образец", "Sample")

vacancies = st.lists(
    st.builds(
        lambda town, conditions: Vacancy("v", SAID, SAID, town, conditions, SAID, "wrench"),
        st.sampled_from(TOWNS),
        st.lists(st.sampled_from(CONDITIONS), unique=True),
    ),
    max_size=8,
)
needs = st.builds(
    Needs,
    st.frozensets(st.sampled_from([*CONDITIONS, "unheard-of"])),
    st.sampled_from(["", *TOWNS]),
)


@given(vacancies, needs)
def test_what_fits_has_every_condition_asked_for_and_nothing_else_is_left_out(
    every: list[Vacancy], asked: Needs
) -> None:
    found = fitting(every, asked)
    for one in every:
        meets = asked.conditions <= set(one.conditions) and asked.town in ("", one.town)
        assert (one in found) == meets
    assert fitting(every, Needs()) == every


@given(vacancies, needs)
def test_a_relief_says_truly_how_many_then_fit(every: list[Vacancy], asked: Needs) -> None:
    found = reliefs(every, asked)
    for relief in found:
        assert relief.need in asked.conditions or (relief.need == "" and asked.town)
        assert len(fitting(every, asked.without(relief.need))) == relief.found > 0
    assert [one.found for one in found] == sorted((one.found for one in found), reverse=True)
    helpful = [
        need
        for need in [*asked.conditions, *([""] if asked.town else [])]
        if fitting(every, asked.without(need))
    ]
    assert sorted(helpful) == sorted(one.need for one in found)


@given(needs, st.sampled_from(CONDITIONS))
def test_a_second_touch_takes_the_first_back(asked: Needs, condition: str) -> None:
    assert asked.toggled(condition) != asked
    assert asked.toggled(condition).toggled(condition) == asked
