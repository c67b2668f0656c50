"""What staff are promised of their door: it holds, and it opens to those it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.units import measure
from tests.screens.app_stage import switched_on
from tests.screens.staffing import PIN, count, said, type_pin
from tests.screens.stage import Stage


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "kiosk"


def test_five_knocks_and_the_pin_open_the_day(stage: Stage, home: Path) -> None:
    with switched_on(stage, home, pin=PIN) as app:
        app.wake()
        app.driver.knock()
        assert app.screen == "staff.door"
        assert app.kiosk.visit is None
        type_pin(app, PIN)
        assert app.screen == "staff.day"


def test_a_wrong_pin_is_said_kindly_and_the_digits_are_gone(stage: Stage, home: Path) -> None:
    with switched_on(stage, home, pin=PIN) as app:
        app.driver.knock()
        type_pin(app, "1111")
        assert app.screen == "staff.door"
        assert said(app.page.line) == "PIN не подошёл. Осталось 4 попытки."
        assert app.page.dots.count == 0
        app.tap("2")
        assert said(app.page.line) == ""
        app.tap("Стереть")
        type_pin(app, PIN)
        assert app.screen == "staff.day"


def test_fewer_than_four_digits_cost_no_try(stage: Stage, home: Path) -> None:
    with switched_on(stage, home, pin=PIN) as app:
        app.driver.knock()
        for _try in range(6):
            type_pin(app, "1")
            app.tap("Стереть")
        type_pin(app, PIN)
        assert app.screen == "staff.day"


def test_five_wrong_pins_lock_the_door_and_a_restart_does_not_open_it(
    stage: Stage, home: Path
) -> None:
    with switched_on(stage, home, pin=PIN) as app:
        app.driver.knock()
        for _try in range(5):
            type_pin(app, "1111")
        assert "Подождите" in said(app.page.line)
        assert not app.driver.has("1")
        assert count(app.kiosk.machine, "staff.action") == 1
    with switched_on(stage, home, pin=PIN) as app:
        app.driver.knock()
        assert "Подождите" in said(app.page.line)
        before = said(app.page.line)
        app.driver.let_pass(2)
        assert "Подождите" in said(app.page.line) != before
        assert not app.driver.has("1")
        assert app.driver.has("Вернуться")


def test_the_pad_wakes_when_the_wait_is_over(
    stage: Stage, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("kiosk.pin._uptime", lambda: now[0])
    with switched_on(stage, home, pin=PIN) as app:
        app.driver.knock()
        for _try in range(5):
            type_pin(app, "1111")
        for _part in range(3):  # touching the glass keeps the door from closing meanwhile
            now[0] += 20
            app.driver.let_pass(20)
            app.driver.tap_at(measure.width / 2, measure.height * 0.9)
        app.driver.let_pass(2)
        app.driver.settle()
        type_pin(app, PIN)
        assert app.screen == "staff.day"


def test_without_a_pin_the_door_says_how_to_set_one(stage: Stage, home: Path) -> None:
    with switched_on(stage, home) as app:
        app.driver.knock()
        assert "KIOSK_PIN" in said(app.page.line)
        assert not app.driver.has("1")
        app.tap("Вернуться")
        assert app.screen == "attract.attract"


def test_a_door_left_alone_closes_in_half_a_minute(stage: Stage, home: Path) -> None:
    with switched_on(stage, home, pin=PIN) as app:
        app.driver.knock()
        app.tap("2")
        app.driver.let_pass(25)
        app.tap("5")
        app.driver.let_pass(25)
        assert app.screen == "staff.door"
        app.driver.let_pass(8)
        assert app.screen == "attract.attract"
        app.driver.knock()
        assert app.page.dots.count == 0


def test_in_the_reach_mode_every_key_of_both_screens_is_in_the_lower_half(
    stage: Stage, home: Path
) -> None:
    for modes in ({"reach"}, {"reach", "large"}):
        with switched_on(stage, home, pin=PIN) as app:
            app.driver.knock()
            app.kiosk.set_modes(frozenset(modes))
            app.driver.settle()
            for screen in ("staff.door", "staff.day"):
                assert app.screen == screen
                found = app.driver.visible()
                assert len(found) >= 3
                for control in found:
                    assert control.box.y + control.box.height <= measure.height / 2, control
                if screen == "staff.door":
                    type_pin(app, PIN)
