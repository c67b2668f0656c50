"""Touches: what acts when, what scrolls, and what a stray finger does not do."""

from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest

from screens.driving.finger import Finger
from screens.theme import theme
from screens.widgets.choice import Choice
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.stage import LANDSCAPE, PORTRAIT, Stage


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_the_first_touch_wakes_the_kiosk_and_presses_nothing_beneath(
    stage: Stage, size: tuple[int, int], tmp_path: Path
) -> None:
    stage.turn(size)
    with switched_on(stage, tmp_path / "kiosk") as app:
        choices = [one for one in app.driver.visible() if isinstance(one.widget, Choice)]
        assert choices
        for x, y in product((0.05, 0.4, 0.8), (0.05, 0.3, 0.5, 0.7, 0.97)):
            at = size[0] * x, size[1] * y
            if any(choice.box.has(*at) for choice in choices):
                continue
            app.driver.tap_at(*at)
            assert (app.screen, theme.modes, theme.lang) == ("home.home", frozenset(), "ru")
            app.kiosk.end("finished")
            app.driver.frames.quiet()


@pytest.mark.parametrize("mode", ["Крупно", "Контраст", "Ниже"])
def test_a_choice_on_the_attract_screen_wakes_it_in_that_mode(
    app_stage: AppStage, mode: str
) -> None:
    app_stage.tap(mode)
    assert app_stage.screen == "home.home"
    assert len(theme.modes) == 1
    assert app_stage.kiosk.visit.modes == theme.modes


def test_a_control_acts_on_the_press_and_looks_pressed_in_the_same_frame(
    app_stage: AppStage,
) -> None:
    app_stage.wake()
    tile = app_stage.control("Карта кластеров")
    finger = app_stage.stage.finger_on(tile)
    assert tile.pressed
    assert tile.sunk == tile.edge > 0
    app_stage.stage.step(2)
    assert app_stage.screen == "exhibition.map", "it acts before the finger lifts"
    finger.up()
    assert not tile.pressed


def test_in_a_list_that_scrolls_a_drag_scrolls_and_presses_nothing(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.tap("Программы Центра")
    scroller = app_stage.driver.scroller
    row = app_stage.driver.visible()[2].widget
    finger = app_stage.stage.finger_on(row)
    x, y = row.center
    app_stage.stage.step(3)
    assert app_stage.screen == "exhibition.programmes", "a press alone may still become a drag"
    for step in range(1, 6):
        finger.to(x, y + 60 * step)
        app_stage.stage.step()
    assert scroller.offset == pytest.approx(300, abs=2)
    assert not row.pressed
    finger.to(x, y + 300)
    finger.up()
    app_stage.driver.frames.quiet()
    assert app_stage.screen == "exhibition.programmes"


def test_in_a_list_that_scrolls_a_tap_opens(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.tap("Программы Центра")
    name = app_stage.kiosk.machine.library.programmes[-1].name.ru
    app_stage.tap(name)
    assert app_stage.screen == "exhibition.programme"
    assert app_stage.page.args == {"id": app_stage.kiosk.machine.library.programmes[-1].id}


def test_a_trembling_tap_is_a_tap(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.tap("Программы Центра")
    row = app_stage.driver.visible()[2].widget
    finger = app_stage.stage.finger_on(row)
    x, y = row.center
    for dx, dy in ((6, 9), (-5, 14), (3, -12)):
        finger.to(x + dx, y + dy)
        app_stage.stage.step()
    finger.up()
    app_stage.driver.frames.quiet()
    assert app_stage.screen == "exhibition.programme"


def test_a_list_is_scrolled_to_its_end_by_taps_alone(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.tap("Программы Центра")
    scroller = app_stage.driver.scroller
    taps = 0
    while app_stage.driver.has("Ниже есть ещё"):
        app_stage.tap("Ниже есть ещё")
        taps += 1
        assert taps < 20
    assert scroller.reach - scroller.offset < 30
    assert taps > 0


def test_a_flung_list_glides_on_and_a_touch_stops_it(stage: Stage, tmp_path: Path) -> None:
    with switched_on(stage, tmp_path / "kiosk", still=False) as app:
        app.wake()
        app.tap("Программы Центра")
        scroller = app.driver.scroller
        finger = Finger(540, 700).down()
        for step in range(1, 5):
            finger.to(540, 700 + 40 * step)
            stage.step()
        finger.up()
        at_rest = scroller.offset
        stage.step(4)
        assert scroller.offset > at_rest + 40
        held = Finger(540, 700).down()
        stopped = scroller.offset
        stage.step(4)
        assert scroller.offset == stopped
        held.up()
        app.driver.frames.quiet()


def test_a_resting_palm_does_not_block_a_tap(app_stage: AppStage) -> None:
    app_stage.wake()
    palm = Finger(540, 1890).down()
    thumb = Finger(20, 900).down()
    app_stage.stage.step(5)
    app_stage.tap("Карта кластеров")
    assert app_stage.screen == "exhibition.map"
    palm.up()
    thumb.up()


def test_two_fingers_on_two_keys_press_both(enrolled: AppStage) -> None:
    enrolled.wake()
    event = next(one.event for one in enrolled.kiosk.board())
    enrolled.show("signup.start", id=event.id)
    enrolled.tap("Заполнить здесь")
    enrolled.tap("18 и больше")
    first, second = (enrolled.control(sign) for sign in "ТЕ")
    one = enrolled.stage.finger_on(first)
    two = enrolled.stage.finger_on(second)
    assert first.pressed
    assert second.pressed
    enrolled.driver.frames.quiet()
    one.up()
    two.up()
    assert enrolled.kiosk.draft.fields["name"].lower() == "те"


def test_a_touch_meant_for_the_screen_before_does_nothing(
    app_stage: AppStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("screens.frame.time", SimpleNamespace(monotonic=lambda: now[0]))
    app_stage.wake()
    app_stage.kiosk.unguarded = False
    for waited, ends_in in ((0.2, "home.home"), (0.3, "exhibition.map")):
        app_stage.kiosk.go_home()
        app_stage.driver.frames.quiet()
        now[0] += waited
        app_stage.tap("Карта")
        assert app_stage.screen == ends_in


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_five_taps_in_the_corner_open_the_staff_door_and_four_do_not(
    stage: Stage, size: tuple[int, int], tmp_path: Path
) -> None:
    stage.turn(size)
    with switched_on(stage, tmp_path / "kiosk") as app:
        app.wake()
        for _tap in range(4):
            Finger(size[0] - 30, size[1] - 30).down().up()
        app.driver.frames.quiet()
        assert app.screen == "home.home"
        Finger(size[0] - 30, size[1] - 30).down().up()
        app.driver.settle()
        assert app.screen == "staff.door"
        assert app.kiosk.visit is None, "staff are no visitors"
        assert app.kiosk.draft is None
