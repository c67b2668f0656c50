"""The tractor: cards fly into the strip, a drive that strays comes back, nothing is overlooked."""

from __future__ import annotations

from typing import Any

from content.games import Move
from content.games.tractor.rules import GO, card
from screens.games.tractor.view import FAINT, View
from tests.screens.app_stage import AppStage

TWO = 1
"""The level whose programs have two cards."""


def dealt(app: AppStage, level: int) -> Any:
    app.wake()
    app.show("games.play", id="tractor")
    session = app.page.session
    app.show("games.menu")
    session.level = level
    session.again()
    app.show("games.play", id="tractor")
    assert isinstance(app.page.stage, View)
    return app.page.stage


def press(app: AppStage, stage: Any, name: str) -> None:
    app.driver.tap_at(*stage.sprites[name].middle)


def wrong(stage: Any) -> str:
    """An arrow that does not lead home from the start."""
    plan = stage.round
    return next(key for key in plan.keys if plan.after(Move(key)).hint in (Move(card(0)), Move(GO)))


def test_a_card_is_laid_by_a_press_and_taken_back_by_another(app_stage: AppStage) -> None:
    stage = dealt(app_stage, TWO)
    press(app_stage, stage, "up")
    app_stage.driver.frames.quiet()
    assert stage.round.strip == ("up", "")
    laid = stage.sprites[card(0)]
    assert (laid.shown, laid.kind) == (True, "up")
    press(app_stage, stage, card(0))
    assert stage.round.strip == ("", "")
    assert not laid.shown


def test_keys_are_faint_while_the_strip_is_full_and_go_while_it_is_empty(
    app_stage: AppStage,
) -> None:
    stage = dealt(app_stage, TWO)
    assert stage.sprites[GO].dim == FAINT
    for _card in range(2):
        press(app_stage, stage, "up")
        app_stage.driver.frames.quiet()
    assert stage.sprites["up"].dim == FAINT
    assert stage.sprites[GO].dim == 1


def test_a_drive_that_strays_comes_back_with_its_cards_and_counts_as_a_try(
    app_stage: AppStage,
) -> None:
    stage = dealt(app_stage, TWO)
    arrow = wrong(stage)
    press(app_stage, stage, arrow)
    app_stage.driver.frames.quiet()
    press(app_stage, stage, GO)
    app_stage.driver.let_pass(4)
    app_stage.driver.frames.quiet()
    assert stage.round.steps is None
    assert stage.round.strip == (arrow, "")
    assert stage.driver.middle == stage.board.place(stage.round.field.start)
    assert app_stage.page.session.slips == 1
    laid, slot = stage.sprites[card(0)], stage.slots[0]
    assert laid.middle[1] > slot.middle[1]


def test_an_arrow_against_the_fence_only_bumps(app_stage: AppStage) -> None:
    stage = dealt(app_stage, 0)
    ride = stage.round
    arrow = next(move.thing for move in ride.moves if not ride.is_right(move))
    press(app_stage, stage, arrow)
    app_stage.driver.frames.quiet()
    assert stage.round == ride
    assert stage.driver.middle == stage.board.place(ride.field.start)


def test_leaving_in_the_middle_of_a_drive_leaves_nothing_running(app_stage: AppStage) -> None:
    stage = dealt(app_stage, TWO)
    press(app_stage, stage, "up")
    press(app_stage, stage, GO)
    app_stage.show("games.menu")
    assert not stage.running
    assert stage._later is None
    app_stage.show("games.play", id="tractor")
    app_stage.driver.let_pass(4)
    assert app_stage.page.stage.round.steps is None or app_stage.page.stage.round.done
