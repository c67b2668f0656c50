"""The sorting yard, led by injected fingers."""

from __future__ import annotations

from typing import Any

import pytest

from content.exhibition.exhibits.railway.track import END, ROOM
from screens.page import Box
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.stage import LANDSCAPE, PORTRAIT, Stage

WAYS = pytest.mark.parametrize("way", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


def opened(app: AppStage, way: tuple[int, int]) -> Any:
    app.stage.turn(way)
    app.wake()
    app.show("exhibits.show", id="railway")
    return app.page.view


def touch(app: AppStage, view: Any, place: tuple[float, float]) -> None:
    app.stage.finger(*view.to_window(*place)).up()


def sort(app: AppStage, view: Any, seconds: float) -> None:
    """Touch the points the next wagon needs, as a good operator does."""
    for _tenth in range(round(seconds * 10)):
        for number in sorted(view.wrong()):
            if not view.yard.locked(number):
                touch(app, view, view.plan.knob(number))
        view.yard.touch()
        for _frame in range(6):
            view.advance(1 / 60)


@WAYS
def test_levers_send_wagons_home_and_a_full_train_leaves(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    sort(app_stage, view, 45)
    assert sum(track.delivered for track in view.yard.tracks) >= 2
    assert all(track.own == ROOM * track.delivered for track in view.yard.tracks)


@WAYS
def test_a_touch_on_a_track_sets_the_whole_way(app_stage: AppStage, way: tuple[int, int]) -> None:
    view = opened(app_stage, way)
    for track in (3, 0, 2, 1):
        touch(app_stage, view, view.plan.at(END - 10, track // 2, track))
        assert view.yard.target == track
        hall = view.plan.hall(track)
        touch(app_stage, view, (hall.x + hall.width / 2, hall.y + hall.height / 2))
        assert view.yard.target == track


def test_points_under_a_wagon_do_not_move(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    touch(app_stage, view, view.plan.knob(0))
    for _frame in range(60 * 10):
        view.advance(1 / 60)
        if view.yard.locked(0):
            break
    before = list(view.yard.points)
    touch(app_stage, view, view.plan.knob(0))
    assert view.yard.points == before
    assert view.yard.locked(0)


@WAYS
def test_everything_is_within_the_view(app_stage: AppStage, way: tuple[int, int]) -> None:
    view = opened(app_stage, way)
    plan = view.plan
    for box in (plan.gate, *(plan.hall(track) for track in range(4))):
        assert inside(box, plan.box), box


def inside(box: Box, other: Box) -> bool:
    return (
        box.x >= other.x - 1
        and box.y >= other.y - 1
        and box.x + box.width <= other.x + other.width + 1
        and box.top <= other.top + 1
    )


def test_ten_fingers_at_once_do_no_harm(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    before = list(view.yard.points)
    fingers = [app_stage.stage.finger(*view.to_window(*view.plan.knob(0))) for _n in range(10)]
    assert view.yard.points == before, "ten throws are none"
    for finger in fingers:
        finger.to(0, 0)
        finger.up()
    assert view.yard.points == before


def test_again_is_the_beginning_and_leaving_stops_it(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    sort(app_stage, view, 8)
    assert view.yard.waiting[0].number > 0
    app_stage.tap("Заново")
    assert view.yard.waiting[0].number == 0
    app_stage.show("home.home")
    assert not view.running


def test_it_plays_itself_and_lights_every_hall(stage: Stage, tmp_path: Any) -> None:
    with switched_on(stage, tmp_path / "kiosk") as app:
        view = opened(app, PORTRAIT)
        view.demonstrates = True
        for _frame in range(60 * 75):
            view.advance(1 / 60)
        assert all(track.delivered >= 1 for track in view.yard.tracks)
        assert all(track.own == ROOM * track.delivered for track in view.yard.tracks)
