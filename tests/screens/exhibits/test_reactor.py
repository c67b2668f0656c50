"""The reactor, led by injected fingers."""

from __future__ import annotations

from typing import Any

import pytest

from content.exhibition.exhibits.reactor.model import rods_for
from screens.driving.finger import Finger
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.stage import LANDSCAPE, PORTRAIT, Stage

WAYS = pytest.mark.parametrize("way", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


def opened(app: AppStage, way: tuple[int, int]) -> Any:
    app.stage.turn(way)
    app.wake()
    app.show("exhibits.show", id="reactor")
    return app.page.view


def at(view: Any, share: float) -> tuple[float, float]:
    """The middle of the bar where the rods are lifted by a share."""
    box = view.core.box
    return view.to_window(box.x + box.width / 2, view.core.bar_at(share))


def lead(app: AppStage, view: Any, finger: Finger, seconds: float) -> None:
    """Follow the demand as a good operator does."""
    for _frame in range(round(seconds * 60)):
        finger.to(*at(view, rods_for(view.reactor.demand)))
        app.stage.step()


@WAYS
def test_the_bar_follows_a_finger_off_the_screen_and_back(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    finger = app_stage.stage.finger(*at(view, view.reactor.rods))
    finger.to(-500, at(view, 0)[1] - 900)
    app_stage.stage.step(60)
    assert view.reactor.rods == 0
    finger.to(*at(view, 0.6))
    app_stage.stage.step(60)
    assert view.reactor.rods == pytest.approx(0.6, abs=0.02)
    finger.up()


@WAYS
def test_a_hand_that_follows_lights_every_town(app_stage: AppStage, way: tuple[int, int]) -> None:
    view = opened(app_stage, way)
    finger = app_stage.stage.finger(*at(view, view.reactor.rods))
    lead(app_stage, view, finger, 10)
    finger.up()
    assert view.reactor.harmony > 0.9
    assert min(view.stars.levels.values()) > 0.9
    assert view.reactor.kept[6] > 0.9


def test_left_alone_the_morning_dims_the_towns(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    app_stage.stage.step(60 * 12)
    # A still kiosk sleeps three seconds after the last touch: it is kept awake by hand.
    for _frame in range(60 * 12):
        view.advance(1 / 60)
    assert max(view.stars.levels.values()) < 0.8
    assert view.reactor.harmony == 0


@WAYS
def test_the_first_finger_leads_and_nine_more_change_nothing(
    app_stage: AppStage, way: tuple[int, int]
) -> None:
    view = opened(app_stage, way)
    first = app_stage.stage.finger(*at(view, view.reactor.rods))
    others = [app_stage.stage.finger(*at(view, 0.1 * number)) for number in range(9)]
    first.to(*at(view, 0.3))
    app_stage.stage.step(60)
    assert view.reactor.rods == pytest.approx(0.3, abs=0.02)
    for finger in others:
        finger.to(0, 0)
        finger.up()
    app_stage.stage.step(30)
    assert view.reactor.rods == pytest.approx(0.3, abs=0.02)
    first.up()


def test_protection_takes_the_bar_out_of_the_hand_and_gives_it_back(app_stage: AppStage) -> None:
    view = opened(app_stage, PORTRAIT)
    finger = app_stage.stage.finger(*at(view, view.reactor.rods))
    finger.to(*at(view, 1.0))
    for _frame in range(60 * 8):
        finger.to(*at(view, 1.0))
        app_stage.stage.step()
        if view.reactor.tripped:
            break
    assert view.reactor.tripped
    app_stage.stage.step(120)
    finger.to(*at(view, 0.9))
    app_stage.stage.step(60)
    assert view.reactor.rods == 0, "the finger that lost the bar moves it no more"
    finger.up()
    again = app_stage.stage.finger(*at(view, 0.0))
    again.to(*at(view, 0.5))
    app_stage.stage.step(60)
    again.up()
    assert view.reactor.rods == pytest.approx(0.5, abs=0.02)


def test_again_is_the_beginning_and_leaving_with_a_finger_down_stops_it(
    app_stage: AppStage,
) -> None:
    view = opened(app_stage, PORTRAIT)
    finger = app_stage.stage.finger(*at(view, view.reactor.rods))
    finger.to(*at(view, 0.0))
    app_stage.stage.step(30)
    app_stage.tap("Заново")
    assert view.reactor.harmony == 1
    app_stage.show("home.home")
    assert not view.running
    finger.to(*at(view, 1.0))
    finger.up()


def test_it_plays_itself_and_keeps_the_lamps_lit(stage: Stage, tmp_path: Any) -> None:
    with switched_on(stage, tmp_path / "kiosk") as app:
        view = opened(app, PORTRAIT)
        view.demonstrates = True
        for _frame in range(60 * 90):
            view.advance(1 / 60)
        assert view.reactor.whole_day
