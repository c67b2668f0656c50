"""The bench, wired by injected fingers."""

from __future__ import annotations

from typing import Any

import pytest

from content.exhibition.exhibits.circuit.model import KINDS, MINUS, PLUS
from tests.screens.app_stage import AppStage
from tests.screens.stage import LANDSCAPE, PORTRAIT

WAYS = pytest.mark.parametrize("way", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


def opened(app: AppStage, way: tuple[int, int]) -> Any:
    app.stage.turn(way)
    app.wake()
    app.show("exhibits.show", id="circuit")
    return app.page.view


def post(view: Any, name: str) -> tuple[float, float]:
    return view.to_window(*view.places.posts[name])


def drag(app: AppStage, view: Any, start: str, end: str) -> None:
    finger = app.stage.finger(*post(view, start))
    app.stage.step()
    finger.to(*post(view, end))
    app.stage.step()
    finger.up()
    app.stage.step(2)


def let_pass(view: Any, seconds: float) -> None:
    for _frame in range(round(seconds * 60)):
        view.advance(1 / 60)


def middle(view: Any, wire: tuple[str, str]) -> tuple[float, float]:
    points = view.hands.fixed[wire].points
    return view.to_window(*points[len(points) // 2])


def centre(view: Any, box: Any) -> tuple[float, float]:
    return view.to_window(box.x + box.width / 2, box.y + box.height / 2)


@WAYS
def test_one_cable_lights_the_lamp_and_eight_wake_the_workshop(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    drag(app_stage, view, "lamp.b", MINUS)
    let_pass(view, 1)
    assert view.circuit.tools["lamp"].level > 0.8
    for kind in KINDS[1:]:
        drag(app_stage, view, PLUS, f"{kind.name}.a")
        drag(app_stage, view, f"{kind.name}.b", MINUS)
    let_pass(view, 4)
    assert view.circuit.working == len(KINDS)


@WAYS
def test_a_short_opens_the_fuse_and_both_are_mended_by_hand(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    drag(app_stage, view, "lamp.b", MINUS)
    drag(app_stage, view, PLUS, MINUS)
    let_pass(view, 1)
    assert not view.circuit.fuse
    short = (MINUS, PLUS)
    finger = app_stage.stage.finger(*middle(view, short))
    app_stage.stage.step()
    assert short not in view.circuit.wires
    finger.to(*centre(view, view.places.cells["fan"]))
    finger.up()
    app_stage.stage.step(30)
    finger = app_stage.stage.finger(*centre(view, view.places.fuse))
    assert view.circuit.fuse, "at once, on the way down"
    finger.up()
    let_pass(view, 1)
    assert view.circuit.fuse
    assert view.circuit.tools["lamp"].level > 0.8


@pytest.mark.parametrize("mode", ["contrast", "contrast calm"])
def test_in_ink_alone_a_still_sign_asks_for_the_fuse(app_stage: AppStage, mode: str) -> None:
    app_stage.wake()
    app_stage.kiosk.set_modes(frozenset(mode.split()))
    view = opened(app_stage, PORTRAIT)
    assert view._supply._sign.a == 0
    drag(app_stage, view, PLUS, MINUS)
    let_pass(view, 1)
    assert not view.circuit.fuse
    assert (view._supply._sign.a, view._supply._ask.a) == (1, 0)
    finger = app_stage.stage.finger(*middle(view, (MINUS, PLUS)))
    finger.to(*centre(view, view.places.cells["fan"]))
    finger.up()
    app_stage.stage.finger(*centre(view, view.places.fuse)).up()
    let_pass(view, 1)
    assert view._supply._sign.a == 0


def test_the_switch_is_thrown_by_a_touch(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    drag(app_stage, view, "lamp.b", MINUS)
    finger = app_stage.stage.finger(*centre(view, view.places.switch))
    finger.up()
    let_pass(view, 1)
    assert view.circuit.tools["lamp"].level < 0.01


def test_two_taps_make_a_cable_for_those_who_only_tap(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    for name in ("lamp.b", MINUS):
        app_stage.stage.finger(*post(view, name)).up()
        app_stage.stage.step(2)
    assert (MINUS, "lamp.b") in view.circuit.wires


def test_a_cable_let_go_beside_everything_springs_back_and_is_gone(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    before = dict(view.circuit.wires)
    finger = app_stage.stage.finger(*post(view, "fan.a"))
    finger.to(-300, 5000)
    app_stage.stage.step(3)
    finger.up()
    app_stage.stage.step(60)
    assert view.circuit.wires.keys() == before.keys()
    assert not view.hands.springing
    assert not view.hands.held


@WAYS
def test_ten_fingers_draw_ten_cables_and_none_fights_another(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    fingers = [app_stage.stage.finger(*post(view, name)) for name in view.places.posts]
    assert len(view.hands.held) == len(fingers) == 10
    for number, finger in enumerate(fingers):
        finger.to(*post(view, MINUS if number % 2 else PLUS))
        app_stage.stage.step()
    for finger in fingers:
        finger.up()
    app_stage.stage.step(30)
    assert not view.hands.held
    assert view.hands.fixed.keys() == view.circuit.wires.keys()


def test_again_and_leaving_with_a_cable_in_hand_leave_nothing_behind(
    app_stage: AppStage,
) -> None:
    view = opened(app_stage, PORTRAIT)
    finger = app_stage.stage.finger(*post(view, "fan.a"))
    app_stage.tap("Заново")
    assert list(view.circuit.wires) == [(PLUS, "lamp.a")]
    other = app_stage.stage.finger(*post(view, "press.a"))
    app_stage.show("home.home")
    assert not view.running
    assert not view.hands.held
    for each in (finger, other):
        each.to(10, 10)
        each.up()


def test_it_wires_itself_breaks_and_mends_the_circuit(app_stage: AppStage) -> None:
    view = opened(app_stage, LANDSCAPE)
    view.demonstrates = True
    let_pass(view, 13)
    assert view.circuit.working == len(KINDS)
    let_pass(view, 2.5)
    assert not view.circuit.fuse
    let_pass(view, 4)
    assert view.circuit.fuse
    assert view.circuit.working == len(KINDS)
