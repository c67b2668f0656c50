"""What holds for every challenge: its tasks, the score, the patient clock."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import content.exhibition.challenges as home
from content.exhibition.challenges.match import QUIET_S, SECONDS, Match, rules, tasks
from content.exhibition.challenges.round import Round
from content.exhibition.challenges.task import LEAST
from tests.content.challenges.library import own

IDS = sorted(path.parent.name for path in Path(home.__path__[0]).glob("*/challenge.yaml"))
ids = st.sampled_from(IDS)
seeds = st.integers(0, 2**32 - 1)
langs = st.sampled_from(["ru", "en"])
touches = st.lists(st.integers(0, 40), max_size=60)


def played(challenge: str, seed: int, choices: list[int]) -> Round:
    one = Round(tasks(challenge, own(), seed, "ru"))
    for choice in choices:
        one.touch(choice)
        one.next()
    return one


def test_there_are_at_least_eight() -> None:
    assert len(IDS) >= 8


@settings(max_examples=60, deadline=None)
@given(ids, seeds, langs)
def test_a_seed_always_gives_the_same_tasks(challenge: str, seed: int, lang: str) -> None:
    assert tasks(challenge, own(), seed, lang) == tasks(challenge, own(), seed, lang)


@settings(max_examples=60, deadline=None)
@given(ids, seeds, langs)
def test_no_two_tasks_of_a_round_are_alike_and_a_calm_round_never_lacks_any(
    challenge: str, seed: int, lang: str
) -> None:
    made = tasks(challenge, own(), seed, lang)
    assert len({task.key for task in made}) == len(made) >= LEAST


@settings(max_examples=60, deadline=None)
@given(ids, seeds, langs)
def test_what_is_right_is_there_to_be_touched(challenge: str, seed: int, lang: str) -> None:
    for task in tasks(challenge, own(), seed, lang):
        assert task.right
        assert all(0 <= choice < task.choices for choice in task.right)
        assert task.stays or len(set(task.right)) == len(task.right)


@settings(max_examples=60, deadline=None)
@given(ids, seeds, touches)
def test_a_score_never_falls(challenge: str, seed: int, choices: list[int]) -> None:
    one, before = Round(tasks(challenge, own(), seed, "ru")), 0
    for choice in choices:
        one.touch(choice)
        assert before <= one.score <= before + 1
        before = one.score
        one.next()
    assert one.score <= one.best


@settings(max_examples=60, deadline=None)
@given(ids, seeds, st.lists(st.booleans(), min_size=1, max_size=40), st.data())
def test_a_better_answer_is_never_worth_less(
    challenge: str, seed: int, knows: list[bool], data: st.DataObject
) -> None:
    better = data.draw(st.integers(0, len(knows) - 1))
    scores = []
    for known in (knows, [one or number == better for number, one in enumerate(knows)]):
        one = Round(tasks(challenge, own(), seed, "ru"))
        for right in known:
            if one.task is None:
                break
            wanted = one.task.right[one.step]
            wrong = [
                choice
                for choice in range(one.task.choices)
                if choice not in one.task.right[: one.step + 1]
            ]
            one.touch(wanted if right or not wrong else wrong[0])
            one.next()
        scores.append(one.score)
    assert scores[0] <= scores[1]


@pytest.mark.parametrize("challenge", IDS)
def test_who_is_always_right_gets_every_point_and_three_stars(challenge: str) -> None:
    match = Match(challenge, 3, own(), timed=False)
    one = match.rounds[0]
    while one.task is not None:
        verdict = one.touch(one.task.right[one.step])
        assert verdict is not None
        assert verdict.right
        one.next()
    assert one.flawless == len(one.tasks) == LEAST
    assert one.score == sum(len(task.right) for task in one.tasks)
    assert match.stars(0) == 3
    assert match.over


@pytest.mark.parametrize("challenge", IDS)
def test_the_stars_of_a_minute_rise_and_can_be_reached(challenge: str) -> None:
    one, two, three = rules(challenge).STARS
    whole = sum(len(task.right) for task in tasks(challenge, own(), 1, "ru"))
    assert 0 < one < two < three <= whole


def test_a_wrong_touch_shows_what_was_right_and_the_next_one_does_not_count_twice() -> None:
    one = Round(tasks("weld", None, 1, "ru"))
    assert one.task is not None
    wanted = one.task.right[0]
    verdict = one.touch((wanted + 1) % one.task.choices)
    assert verdict is not None
    assert not verdict.right
    assert verdict.wanted == wanted
    assert one.touch(wanted) is None, "the task is only looked at now"
    assert one.score == 0


def test_two_players_get_the_same_tasks_and_their_own_scores() -> None:
    match = Match("leaf", 9, players=2)
    first, second = match.rounds
    assert first.tasks == second.tasks
    assert first.task is not None
    match.touch(0, first.task.right[0])
    assert (first.score, second.score) == (1, 0)
    assert second.step == 0


def test_the_clock_waits_for_who_has_stepped_away() -> None:
    match = Match("weld", 1)
    for _second in range(300):
        match.tick(1.0)
    assert match.left >= SECONDS - QUIET_S - 1
    match.touch(0, 0)
    match.tick(1.0)
    assert not match.waits


def test_the_clock_ends_a_match_and_nothing_counts_after_it() -> None:
    match = Match("weld", 1)
    while not match.over:
        match.touch(0, -1)
        match.tick(1.0)
    assert match.passed == SECONDS
    task = match.rounds[0].task
    assert task is not None
    assert match.touch(0, task.right[0]) is None


def test_without_a_clock_time_takes_nothing_away() -> None:
    match = Match("weld", 1, timed=False)
    for _second in range(1000):
        match.touch(0, -1)
        match.tick(1.0)
    assert not match.over


def test_turning_calm_in_the_middle_takes_the_clock_away_and_keeps_the_score() -> None:
    match = Match("weld", 1)
    task = match.rounds[0].task
    assert task is not None
    match.touch(0, task.right[0])
    match.calm()
    assert not match.timed
    assert match.rounds[0].score == 1
    assert len(match.rounds[0].tasks) == LEAST
