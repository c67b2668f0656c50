"""Challenges by injected touches: from the menu to the stars, alone and as two."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import content.exhibition.challenges as home
from content.exhibition.challenges.match import Match
from kiosk.best import board
from screens.driving.finger import Finger
from tests.screens.app_stage import AppStage
from tests.screens.stage import LANDSCAPE, PORTRAIT

IDS = sorted(path.parent.name for path in Path(home.__path__[0]).glob("*/challenge.yaml"))
DUELS = ("weld", "drawing", "leaf", "waste", "wires", "guess", "quiz")


def begin(app: AppStage, challenge: str, key: str = "Начать") -> Match:
    """Go to a challenge and press a key that begins a match."""
    if app.kiosk.visit is None:
        app.wake()
    app.show("challenges.play", id=challenge)
    app.tap(key)
    return current(app)


def current(app: AppStage) -> Match:
    """The match on the screen."""
    match = app.page.match
    assert isinstance(match, Match)
    return match


def option(app: AppStage, seat: int, choice: int) -> Any:
    """The thing with a number on a player's side."""
    found = app.page.seats[seat].view.options
    return next(one for one in found if one.choice == choice)


def answer(app: AppStage, seat: int = 0) -> None:
    """Touch everything that is right in the task in hand."""
    task = current(app).rounds[seat].task
    assert task is not None
    for choice in task.right:
        app.stage.tap(option(app, seat, choice))
        app.stage.step(2)


def wait_for_next(app: AppStage, seconds: float = 4.0) -> None:
    """Let what was right be looked at."""
    app.stage.step(int(seconds * 5), 0.2)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_each_challenge_is_played_by_touch_in_both_orientations(
    app_stage: AppStage, size: tuple[int, int]
) -> None:
    app_stage.stage.turn(size)
    for challenge in IDS:
        match = begin(app_stage, challenge)
        answer(app_stage)
        assert match.rounds[0].flawless == 1, challenge
        wait_for_next(app_stage, 1.0)
        assert match.rounds[0].number == 1, challenge


def test_from_the_menu_to_the_result_and_to_the_competence(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.show("challenges.menu")
    app_stage.tap("Найдите плохой шов")
    app_stage.tap("Начать")
    answer(app_stage)
    while app_stage.screen == "challenges.play":
        # Somebody is there and thinks.
        finger = app_stage.stage.finger(540, 1500)
        app_stage.stage.step(1, 1.0)
        finger.up()
    assert app_stage.screen == "challenges.result"
    assert board(app_stage.kiosk.machine).of("weld", app_stage.kiosk.today) == 1
    finished = [one for one in app_stage.records() if one.kind == "game.finished"]
    assert len(finished) == 1
    app_stage.tap("Сварочные технологии")
    assert app_stage.screen == "exhibition.competence"


def test_a_wrong_touch_is_not_crossed_out_and_shows_the_right_one(app_stage: AppStage) -> None:
    match = begin(app_stage, "leaf")
    task = match.rounds[0].task
    assert task is not None
    wrong = (task.right[0] + 1) % task.choices
    app_stage.stage.tap(option(app_stage, 0, wrong))
    app_stage.stage.step(2)
    assert option(app_stage, 0, task.right[0]).mark == "wanted"
    assert option(app_stage, 0, wrong).mark == "missed"
    assert match.rounds[0].score == 0


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_two_press_at_the_same_moment_and_each_touch_is_its_owners(
    app_stage: AppStage, size: tuple[int, int]
) -> None:
    app_stage.stage.turn(size)
    for challenge in DUELS:
        match = begin(app_stage, challenge, "Вдвоём")
        task = match.rounds[0].task
        assert task is not None
        right = task.right[0]
        wrong = next(choice for choice in range(task.choices) if choice != right)
        fingers: list[Finger] = [
            app_stage.stage.finger_on(option(app_stage, 0, right)),
            app_stage.stage.finger_on(option(app_stage, 1, wrong)),
        ]
        app_stage.stage.step(3)
        for finger in reversed(fingers):
            finger.up()
        app_stage.stage.step(2)
        assert [one.score for one in match.rounds] == [1, 0], challenge
        assert [one.step for one in match.rounds] == [1, 1], challenge


def test_the_calm_mode_has_twelve_tasks_and_no_clock(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.kiosk.set_modes(frozenset({"calm"}))
    match = begin(app_stage, "waste")
    assert not match.timed
    for _task in range(12):
        assert app_stage.screen == "challenges.play"
        answer(app_stage)
        wait_for_next(app_stage, 1.0)
    assert app_stage.screen == "challenges.result"
    assert match.stars(0) == 3
    assert board(app_stage.kiosk.machine).of("waste", app_stage.kiosk.today) is None


def test_the_clock_stands_behind_the_idle_warning(app_stage: AppStage) -> None:
    match = begin(app_stage, "weld")
    app_stage.driver.let_pass(61)
    assert app_stage.kiosk.idle.warning is not None
    left = match.left
    assert left > 40, "it waited long before"
    app_stage.driver.let_pass(5)
    assert match.left == left
    app_stage.tap("Я здесь")
    assert app_stage.screen == "challenges.play"
    assert current(app_stage) is match


def test_a_change_of_mode_language_or_size_keeps_the_match(app_stage: AppStage) -> None:
    match = begin(app_stage, "wires")
    answer(app_stage)
    wait_for_next(app_stage)
    score, number = match.rounds[0].score, match.rounds[0].number
    app_stage.kiosk.set_modes(frozenset({"large"}))
    app_stage.kiosk.switch_language()
    app_stage.stage.turn(LANDSCAPE)
    assert current(app_stage) is match
    assert (match.rounds[0].score, match.rounds[0].number) == (score, number)
    answer(app_stage)
    assert match.rounds[0].flawless == number + 1


def test_leaving_in_the_middle_of_what_is_shown_leaves_nothing_running(
    app_stage: AppStage,
) -> None:
    # What runs on, the stage finds after the test.
    for challenge in IDS:
        begin(app_stage, challenge)
        answer(app_stage)
        app_stage.kiosk.end("finished")
        app_stage.stage.step(2)
        assert app_stage.screen == "attract.attract", challenge


def test_ten_fingers_at_once_and_touches_beside_everything_do_no_harm(app_stage: AppStage) -> None:
    match = begin(app_stage, "weld", "Вдвоём")
    page = app_stage.page
    fingers = [
        app_stage.stage.finger(page.width * (n + 0.5) / 10, page.height * (0.15 + 0.06 * n))
        for n in range(10)
    ]
    app_stage.stage.step(3)
    for finger in fingers:
        finger.up()
    app_stage.stage.step(3)
    assert app_stage.screen == "challenges.play"
    assert all(one.step <= 1 for one in match.rounds)


def test_what_one_visitor_played_is_not_there_for_the_next(app_stage: AppStage) -> None:
    begin(app_stage, "weld")
    app_stage.kiosk.end("finished")
    app_stage.wake()
    app_stage.show("challenges.play", id="weld")
    assert app_stage.page.match is None
    assert app_stage.driver.has("Начать")


def test_a_quiz_leads_to_what_was_missed_and_its_best_is_kept_for_the_day(
    app_stage: AppStage,
) -> None:
    app_stage.wake()
    app_stage.show("challenges.menu")
    app_stage.tap("Чьи инструменты?")
    app_stage.tap("Начать")
    match = current(app_stage)
    task = match.rounds[0].task
    assert task is not None
    app_stage.stage.tap(option(app_stage, 0, (task.right[0] + 1) % task.choices))
    wait_for_next(app_stage)
    answer(app_stage)
    while app_stage.screen == "challenges.play":
        finger = app_stage.stage.finger(540, 1500)
        app_stage.stage.step(1, 1.0)
        finger.up()
    assert app_stage.screen == "challenges.result"
    assert board(app_stage.kiosk.machine).of("guess", app_stage.kiosk.today) == 1
    app_stage.tap(task.trades[task.right[0]].name.ru)
    assert app_stage.screen == "exhibition.profession"
    assert app_stage.page.args["id"] == task.about[1]
