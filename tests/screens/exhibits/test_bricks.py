"""The wall, laid and tried by injected fingers."""

from __future__ import annotations

from typing import Any

import pytest

from content.exhibition.exhibits.bricks.bond import COURSES, LONG, course_of
from content.exhibition.exhibits.bricks.rocking import QUARTER, TALL
from screens.driving.finger import Finger
from screens.exhibits.bricks.site import PILE
from screens.exhibits.bricks.view import LOOP_S
from tests.screens.app_stage import AppStage
from tests.screens.stage import LANDSCAPE, PORTRAIT

WAYS = pytest.mark.parametrize("way", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


def opened(app: AppStage, way: tuple[int, int]) -> Any:
    app.stage.turn(way)
    app.wake()
    app.show("exhibits.show", id="bricks")
    return app.page.view


def down(app: AppStage, view: Any, place: tuple[float, float]) -> Finger:
    finger = app.stage.finger(*view.to_window(*place))
    app.stage.step(2)
    return finger


def build(app: AppStage, view: Any, bond: str) -> None:
    down(app, view, view.chips.middle(bond)).up()
    app.stage.step(240)
    assert view.wall.done


def swing(app: AppStage, view: Any) -> None:
    finger = down(app, view, view.site.ball(view.wall.swing))
    finger.to(*view.to_window(*view.site.ball(1.2)))
    app.stage.step(2)
    finger.up()
    app.stage.step(120)


@WAYS
def test_a_wall_of_columns_falls_and_a_bonded_one_stands(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    build(app_stage, view, "none")
    swing(app_stage, view)
    assert view.wall.fallen == 1
    for bond in ("half", "english"):
        build(app_stage, view, bond)
        swing(app_stage, view)
        assert view.wall.trials == 1
        assert len(view.wall.bricks) == sum(
            len(course_of(bond, course)) for course in range(COURSES)
        )


@WAYS
def test_a_finger_drawn_along_the_courses_lays_a_bonded_wall(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    for course in range(COURSES):
        y = (course + 0.5) * TALL
        finger = down(app_stage, view, view.site.at(0.02, y))
        for step in range(1, 17):
            finger.to(*view.to_window(*view.site.at(step / 16 * LONG * QUARTER, y)))
            app_stage.stage.step()
        finger.up()
    assert view.wall.done
    swing(app_stage, view)
    assert view.wall.trials == 1


@WAYS
def test_a_brick_is_carried_from_the_pile_to_where_one_likes(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    finger = down(app_stage, view, view.site.at(PILE[0], 0.1))
    finger.to(*view.to_window(*view.site.at(0.5, 0.2)))
    app_stage.stage.step(2)
    finger.up()
    assert [brick.left for brick in view.wall.bricks] == [6]
    finger = down(app_stage, view, view.site.at(PILE[0], 0.1))
    finger.to(-900, -900)
    app_stage.stage.step(2)
    finger.up()
    assert len(view.wall.bricks) == 1


@WAYS
def test_ten_fingers_at_once_do_no_harm(app_stage: AppStage, way: tuple[int, int]) -> None:
    view = opened(app_stage, way)
    ball, pile = view.site.ball(0), view.site.at(PILE[0], 0.1)
    wall = view.site.at(0.5, 0.3)
    fingers = [
        down(app_stage, view, spot)
        for spot in (ball, ball, ball, pile, pile, pile, wall, wall, wall, view.center)
    ]
    for finger in fingers:
        finger.to(*view.to_window(*view.site.ball(0.8)))
        app_stage.stage.step()
    held = view.wall.swing
    fingers[1].to(5000, 5000)
    assert view.wall.swing == held
    for finger in fingers:
        finger.up()
    app_stage.stage.step(30)
    assert not view.wall.held


def test_leaving_in_the_middle_lets_everything_go(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    finger = down(app_stage, view, view.site.ball(0))
    finger.to(*view.to_window(*view.site.ball(0.9)))
    app_stage.show("exhibits.menu")
    assert not view.running
    assert not view.wall.held
    finger.up()


@pytest.mark.parametrize("mode", ["contrast", "large", "reach", "calm"])
def test_in_every_mode_a_wall_is_laid_and_tried(app_stage: AppStage, mode: str) -> None:
    app_stage.wake()
    app_stage.kiosk.set_modes(frozenset({mode}))
    view = opened(app_stage, PORTRAIT)
    down(app_stage, view, view.chips.middle("none")).up()
    for _step in range(240):
        view.advance(1 / 60)
    swing(app_stage, view)
    assert view.wall.hits >= 1


def test_left_to_itself_it_shows_both_walls(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    view.stop()
    view.demonstrates = True
    for _step in range(round(LOOP_S * 60) - 60):
        view.advance(1 / 60)
    assert view.wall.fallen == 1
    assert view.wall.trials == 1
