"""A crane's hook goes where its part goes, and comes back empty."""

from __future__ import annotations

from typing import Any

from screens.driving.finger import Finger
from tests.screens.app_stage import AppStage

NEAR = 3
"""Pixels of rounding."""


def begin(app: AppStage, level: int) -> Any:
    app.wake()
    app.show("games.play", id="crane")
    page, session = app.page, app.page.session
    # A stage that is left keeps its round.
    page.stage.stop()
    page.stage = None
    session.level = level
    session.again()
    app.kiosk.navigator.rebuild()
    app.driver.frames.quiet()
    return app.page.stage


def test_the_hook_follows_the_part_in_the_hand_and_goes_up_without_it(app_stage: AppStage) -> None:
    stage = begin(app_stage, 0)
    part = stage.sprites[stage.round.hint.thing]
    finger = Finger(*part.middle).down()
    app_stage.driver.frames.step()
    for x, y in ((300, 900), (600, 1200), (420, 700)):
        finger.to(x, y)
        app_stage.driver.frames.step()
        hook = next(one for one in stage.hooks if one.load is part)
        assert abs(hook.middle[0] - part.middle[0]) <= NEAR
        assert hook.middle[1] > part.middle[1]
    finger.up()
    app_stage.driver.let_pass(2)
    assert all(one.load is None for one in stage.hooks)
    assert abs(hook.middle[0] - hook.park) <= NEAR


def test_a_part_is_as_large_in_the_hand_as_in_the_house_and_small_in_the_tray(
    app_stage: AppStage,
) -> None:
    stage = begin(app_stage, 1)
    move = stage.round.hint
    part, place = stage.sprites[move.thing], stage.sprites[move.place]
    small = part.extent
    finger = Finger(*part.middle).down()
    app_stage.driver.frames.step()
    finger.to(900, 1500)
    app_stage.driver.frames.step()
    assert part.extent == place.extent > small
    finger.up()
    app_stage.driver.let_pass(2)
    assert part.extent == small
    assert abs(part.middle[0] - part.home[0]) <= NEAR


def test_two_hands_have_a_hook_each(app_stage: AppStage) -> None:
    stage = begin(app_stage, 1)
    names = [one for one in stage.round.ready if one][:2]
    fingers = [Finger(*stage.sprites[name].middle).down() for name in names]
    app_stage.driver.frames.step()
    for number, finger in enumerate(fingers):
        finger.to(300 + 400 * number, 1000)
    app_stage.driver.frames.step()
    assert {one.load.name for one in stage.hooks if one.load} == set(names)
    for finger in fingers:
        finger.up()
    app_stage.driver.let_pass(2)


def test_only_what_something_carries_can_be_touched(app_stage: AppStage) -> None:
    stage = begin(app_stage, 2)
    for part in stage.round.parts:
        assert stage.sprites[part.place].lively == (part.y == 0)


def test_lamps_are_lit_and_somebody_moves_in_when_the_house_stands(app_stage: AppStage) -> None:
    stage = begin(app_stage, 1)
    assert not any(one.shown for one in stage.family)
    while not stage.round.done:
        stage.make(stage.round.hint)
        app_stage.driver.frames.step()
    windows = [stage.sprites[thing] for _place, thing in stage.round.built if "window" in thing]
    assert windows, stage.round
    assert all(one.picture == "crane-window-lit" for one in windows)
    assert all(one.shown for one in stage.family)
    app_stage.driver.let_pass(4)


def test_a_screen_left_in_the_middle_of_a_lift_leaves_nothing_running(app_stage: AppStage) -> None:
    stage = begin(app_stage, 1)
    part = stage.sprites[stage.round.hint.thing]
    finger = Finger(*part.middle).down()
    app_stage.driver.frames.step()
    finger.to(500, 1200)
    app_stage.driver.frames.step()
    app_stage.show("games.menu")
    finger.up()
    app_stage.driver.frames.quiet()
    assert not stage.running
    assert all(one.load is None for one in stage.hooks)
