"""The milling machine, led by injected fingers."""

from __future__ import annotations

from typing import Any

import pytest

from content.exhibition.exhibits.milling.model import HOME
from content.exhibition.exhibits.milling.plate import DEPTH, SIDE
from content.exhibition.exhibits.milling.shapes import GHOSTS
from screens.page import Box
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.stage import LANDSCAPE, PORTRAIT, Stage

WAYS = pytest.mark.parametrize("way", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


def opened(app: AppStage, way: tuple[int, int]) -> Any:
    app.stage.turn(way)
    app.wake()
    app.show("exhibits.show", id="milling")
    return app.page.view


def at(view: Any, x: float, y: float) -> tuple[float, float]:
    """A place on the plate, mm, on the glass."""
    return view.to_window(*view.places.to_px(x, y))


def middle(view: Any, box: Box) -> tuple[float, float]:
    return view.to_window(box.x + box.width / 2, box.y + box.height / 2)


def trace(app: AppStage, view: Any, line: tuple[tuple[float, float], ...]) -> None:
    finger = app.stage.finger(*at(view, *line[0]))
    for point in line[1:]:
        finger.to(*at(view, *point))
    finger.up()


def milled(view: Any) -> None:
    """Let the machine work to its end; a still kiosk would sleep meanwhile."""
    for _frame in range(60 * 60):
        view.advance(1 / 60)
        if not view.mill.busy and view.mill.tip == HOME:
            return
    raise AssertionError("it never came home")


@WAYS
def test_a_traced_star_is_milled_lifted_and_becomes_a_town_s_sign(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    for line in GHOSTS[view.mill.shape]:
        trace(app_stage, view, line)
    milled(view)
    assert view.mill.traced > 0.9
    finger = app_stage.stage.finger(*middle(view, view.places.grip))
    assert view.holder is not None
    finger.to(*middle(view, view.places.signs[1]))
    app_stage.stage.step(20)
    assert view.aim == 1
    finger.up()
    assert 1 in view.mill.signs
    assert view.mill.plate.lost == 0


@WAYS
def test_a_line_may_leave_the_plate_and_is_cut_within_it(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    trace(app_stage, view, ((120, 120), (600, 120), (120, -300), (120, 100)))
    milled(view)
    assert view.mill.plate.depth(120, 60) > DEPTH * 0.6
    assert all(0 < x < SIDE and 0 < y < SIDE for x, y in view.mill.done[0])


def test_ten_fingers_draw_ten_lines(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    fingers = [app_stage.stage.finger(*at(view, 20 + 20 * n, 40)) for n in range(10)]
    for number, finger in enumerate(fingers):
        finger.to(*at(view, 20 + 20 * number, 80))
    for finger in fingers:
        finger.up()
    assert view.lines == {}
    milled(view)
    assert len(view.mill.done) == 10


def test_the_grip_holds_nothing_until_there_is_a_part_and_then_one_finger(
    app_stage: AppStage,
) -> None:
    view = opened(app_stage, PORTRAIT)
    early = app_stage.stage.finger(*middle(view, view.places.grip))
    assert view.holder is None
    early.up()
    trace(app_stage, view, ((60, 60), (90, 90)))
    milled(view)
    first = app_stage.stage.finger(*middle(view, view.places.grip))
    holder = view.holder
    second = app_stage.stage.finger(*middle(view, view.places.grip))
    third = app_stage.stage.finger(*at(view, 120, 120))
    assert view.holder is holder
    assert view.lines == {}
    for finger in (second, third, first):
        finger.up()
    assert view.holder is None
    assert view.mill.signs == {}


def test_another_blank_is_another_material(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    app_stage.stage.finger(*middle(view, view.places.blanks[2])).up()
    assert (view.mill.material, view.mill.shape) == ("oak", "tower")


def test_again_is_the_beginning_and_leaving_with_a_finger_down_stops_it(
    app_stage: AppStage,
) -> None:
    view = opened(app_stage, PORTRAIT)
    trace(app_stage, view, ((60, 60), (90, 90)))
    milled(view)
    app_stage.tap("Заново")
    assert view.mill.done == []
    finger = app_stage.stage.finger(*at(view, 120, 120))
    app_stage.show("home.home")
    assert not view.running
    assert view.lines == {}
    finger.to(*at(view, 50, 50))
    finger.up()


def test_it_plays_itself_and_fills_the_sky(stage: Stage, tmp_path: Any) -> None:
    with switched_on(stage, tmp_path / "kiosk") as app:
        view = opened(app, PORTRAIT)
        view.demonstrates = True
        for _frame in range(60 * 50):
            view.advance(1 / 60)
        assert len(view.mill.signs) >= 2
