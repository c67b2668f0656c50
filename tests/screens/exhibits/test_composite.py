"""The composite, laid, soaked and bent by injected fingers."""

from __future__ import annotations

from typing import Any

import pytest

from content.exhibition.exhibits.composite.laminate import Layer
from content.exhibition.exhibits.composite.model import CARRIES, MOST
from screens.driving.finger import Finger
from screens.exhibits.composite.bench import PICTURES
from screens.exhibits.composite.show import LOOP_S
from tests.screens.app_stage import AppStage
from tests.screens.stage import LANDSCAPE, PORTRAIT

WAYS = pytest.mark.parametrize("way", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


def opened(app: AppStage, way: tuple[int, int]) -> Any:
    app.stage.turn(way)
    app.wake()
    app.show("exhibits.show", id="composite")
    return app.page.view


def down(app: AppStage, view: Any, x: float, y: float) -> Finger:
    finger = app.stage.finger(*view.to_window(x, y))
    app.stage.step(2)
    return finger


def lay(app: AppStage, view: Any, cloth: str) -> None:
    finger = down(app, view, *view.tray.dials[cloth][:2])
    finger.to(*view.to_window(*view.bench.bar.top(view.composite)))
    app.stage.step(2)
    finger.up()
    app.stage.step(2)


def pour(app: AppStage, view: Any) -> None:
    finger = down(app, view, *view.tray.jar_home)
    x, y = view.bench.bar.top(view.composite)
    finger.to(*view.to_window(x, y + view.bench.bar.span * 0.3))
    app.stage.step(100)
    finger.up()
    app.stage.step(2)


def press(app: AppStage, view: Any, way: float) -> Finger:
    x, y = view.bench.handle_at(view.composite)
    finger = down(app, view, x, y)
    for step in range(1, 41):
        finger.to(*view.to_window(x, y - way * view.bench.travel * step / 40))
        app.stage.step(2)
    app.stage.step(20)
    return finger


@WAYS
def test_one_sheet_follows_the_finger_down(app_stage: AppStage, way: tuple[int, int]) -> None:
    view = opened(app_stage, way)
    lay(app_stage, view, "carbon")
    assert view.composite.layers == [Layer("carbon", 0)]
    finger = press(app_stage, view, 0.9)
    assert view.composite.sag > 0
    assert view.composite.carried == 0
    finger.up()
    app_stage.stage.step(120)
    assert abs(view.composite.sag) < 1e-3


@WAYS
def test_eight_sheets_in_resin_light_every_weight(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    for _sheet in range(MOST):
        lay(app_stage, view, "carbon")
    pour(app_stage, view)
    assert not view.composite.dry
    press(app_stage, view, 0.97).up()
    assert view.composite.carried == len(CARRIES) == len(PICTURES)
    assert view.composite.broken is None


@WAYS
def test_too_much_breaks_it_softly_and_the_bench_is_free_again(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    for cloth in ("glass",) * 5:
        lay(app_stage, view, cloth)
    pour(app_stage, view)
    finger = press(app_stage, view, 1.0)
    assert view.composite.broken is not None
    app_stage.stage.step(200)
    finger.up()
    assert view.composite.layers == []
    lay(app_stage, view, "glass")
    assert len(view.composite.layers) == 1


def test_a_tap_and_the_knob_turn_a_sheet(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    down(app_stage, view, *view.tray.dials["glass"][:2]).up()
    app_stage.stage.step(60)
    lay(app_stage, view, "glass")
    finger = down(app_stage, view, *view.tray.knob("carbon", 0))
    finger.to(*view.to_window(*view.tray.knob("carbon", 83)))
    app_stage.stage.step(2)
    finger.up()
    app_stage.stage.step(60)
    lay(app_stage, view, "carbon")
    assert [layer.angle for layer in view.composite.layers] == [45, 90]


@WAYS
def test_ten_fingers_everywhere_and_off_the_screen_do_no_harm(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    lay(app_stage, view, "carbon")
    spots = [
        *(view.tray.dials[cloth][:2] for cloth in ("glass", "carbon") for _twice in range(2)),
        view.tray.jar_home, view.tray.jar_home,
        view.bench.handle_at(view.composite), view.bench.handle_at(view.composite),
        view.tray.knob("glass", 0), view.center,
    ]  # fmt: skip
    fingers = [down(app_stage, view, *spot) for spot in spots]
    for finger in fingers:
        finger.to(-4000, 9000)
        app_stage.stage.step()
    assert len(view.sheets) == 2
    for finger in fingers:
        finger.up()
    app_stage.stage.step(10)
    assert not view.sheets
    assert view.jar is None
    assert view.composite.leant is None


def test_leaving_in_the_middle_lets_everything_go(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    finger = down(app_stage, view, *view.tray.dials["glass"][:2])
    app_stage.show("exhibits.menu")
    assert not view.running
    assert not view.sheets
    finger.up()


@pytest.mark.parametrize("mode", ["contrast", "large", "reach", "calm"])
def test_in_every_mode_it_can_be_laid_and_bent(app_stage: AppStage, mode: str) -> None:
    app_stage.wake()
    app_stage.kiosk.set_modes(frozenset({mode}))
    view = opened(app_stage, PORTRAIT)
    lay(app_stage, view, "glass")
    finger = press(app_stage, view, 0.5)
    assert view.composite.sag > 0
    finger.up()


def test_left_to_itself_it_shows_how_eight_layers_carry_all(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    view.stop()
    view.demonstrates = True
    most = 0
    for _step in range(round(LOOP_S * 60)):
        view.advance(1 / 60)
        most = max(most, view.composite.carried)
    assert most == len(CARRIES)
    assert view.composite.broken is None
