"""What is said of a result: three directions, a code, what to ask an employer; ties are said."""

from __future__ import annotations

from pathlib import Path

import content
from content.loading import load
from content.model import SelfTest
from content.selftests.scoring import reach
from screens.selftests.telling import said, tell

TESTS = {one.id: one for one in load(Path(content.__path__[0])).values(SelfTest)}


def test_bars_tell_of_three_directions_the_highest_first() -> None:
    test = TESTS["where_next"]
    score = {trait: number for number, trait in enumerate(test.traits)}
    told = tell(test, score, "ru")
    last = list(test.traits)[-3:]
    assert {text for _picture, text in told.leads} == {test.traits[id].text.ru for id in last}
    assert told.leads[0][1].startswith(told.title)


def test_a_direction_as_high_as_the_third_is_named() -> None:
    test = TESTS["where_next"]
    most = {trait: high for trait, (_low, high) in reach(test).items()}
    three = list(test.traits)[:3]
    score = {trait: most[trait] if trait in three[:2] else 0 for trait in test.traits}
    told = tell(test, score, "ru")
    assert len(told.leads) == 3
    others = [test.traits[id].name.ru for id in list(test.traits)[3:]]
    assert any(all(name in note for name in others) for note in told.notes)


def test_conditions_are_listed_as_answered_and_only_the_important_are_to_be_asked_about() -> None:
    test = TESTS["work_well"]
    first, second, *rest = test.traits
    score = {first: 2, second: 1, **dict.fromkeys(rest, 0)}
    told = tell(test, score, "ru")
    assert told.leads == [(test.traits[first].picture, test.traits[first].text.ru)]
    assert [said(test, score, id, "ru") for id in test.traits][:3] == [
        "Важно",
        "Хорошо бы",
        "Неважно",
    ]
    assert not tell(test, dict.fromkeys(test.traits, 0), "ru").leads


def test_a_code_stands_over_its_worlds_and_its_equals_are_explained() -> None:
    test = TESTS["six_worlds"]
    clear = tell(test, dict(zip(test.traits, (9, 8, 7, 3, 2, 1), strict=True)), "ru")
    assert clear.title == "R · I · A"
    assert clear.under == "Мастерство, Познание, Творчество"
    assert not clear.notes
    tied = tell(test, dict(zip(test.traits, (9, 8, 8, 3, 2, 1), strict=True)), "ru")
    assert tied.title == "R · I/A"
    assert tied.notes
