"""The stone: one finger may go all the way round without lifting, and light goes through."""

from __future__ import annotations

from typing import Any

from content.games.diamond.rules import CUTTER, Mirror, Trace, point
from screens.driving.finger import Finger
from screens.driving.player import Player
from screens.games.diamond.pieces import Shine
from screens.games.diamond.view import View
from tests.screens.app_stage import AppStage


def dealt(app: AppStage, level: int) -> Any:
    app.wake()
    app.show("games.play", id="diamond")
    session = app.page.session
    app.show("games.menu")
    session.level = level
    session.again()
    app.show("games.play", id="diamond")
    assert isinstance(app.page.stage, View)
    return app.page.stage


def test_one_finger_traces_the_whole_outline_without_lifting(app_stage: AppStage) -> None:
    stage = dealt(app_stage, 2)
    finger = Finger(*stage.sprites[CUTTER].middle).down()
    for number in [*range(1, stage.round.corners), 0]:
        assert not stage.round.done
        finger.to(*stage.sprites[point(number)].middle)
    assert stage.round.done
    assert app_stage.page.session.slips == 0
    finger.up()
    app_stage.driver.let_pass(1)
    assert app_stage.page.session.stars == 1


def test_a_finger_that_goes_straight_across_cuts_nothing_and_the_spark_comes_home(
    app_stage: AppStage,
) -> None:
    stage = dealt(app_stage, 2)
    start = stage.sprites[CUTTER].middle
    finger = Finger(*start).down()
    finger.to(*stage.sprites[point(4)].middle)
    assert stage.round.passed == 0
    finger.up()
    app_stage.driver.frames.quiet()
    assert stage.sprites[CUTTER].middle == start
    assert app_stage.page.session.slips == 1


def test_the_next_corner_shines_most_and_those_passed_are_no_places_any_more(
    app_stage: AppStage,
) -> None:
    stage = dealt(app_stage, 2)
    player = Player(app_stage.driver)
    player.step()
    player.step()
    assert isinstance(stage.round, Trace)
    glows = {n: stage.sprites[point(n)].glow for n in range(stage.round.corners)}
    assert [n for n, glow in glows.items() if glow == 2] == [3]
    assert glows[1] == glows[2] == 0
    lively = [one.name for one in stage.sprites.values() if isinstance(one, Shine) and one.lively]
    assert set(lively) == {point(n) for n in (3, 4, 5, 6, 7, 0)}


def test_a_finished_stone_lets_light_through_and_no_tray_is_left(app_stage: AppStage) -> None:
    stage = dealt(app_stage, 1)
    assert isinstance(stage.round, Mirror)
    assert stage.rays.opacity == 0
    Player(app_stage.driver).finish_round()
    app_stage.driver.let_pass(0.7)
    assert stage.rays.opacity == 1
    assert stage.tray.opacity == 0
