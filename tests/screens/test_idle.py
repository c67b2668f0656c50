"""Silence: the warning, its twenty seconds, and what is forgotten afterwards."""

import json

import pytest

from screens.theme import theme
from tests.screens.app_stage import AppStage


def wait_for_warning(app: AppStage, after: float) -> None:
    app.driver.let_pass(after - 2)
    assert app.kiosk.idle.warning is None, "too early"
    app.driver.let_pass(4)
    assert app.kiosk.idle.warning is not None, "too late"


def test_the_warning_lasts_twenty_seconds_and_then_the_attract_screen_returns(
    app_stage: AppStage,
) -> None:
    app_stage.wake()
    wait_for_warning(app_stage, 60)
    lasted = 0
    while app_stage.kiosk.idle.warning is not None:
        app_stage.driver.let_pass(1)
        lasted += 1
    assert 18 <= lasted <= 20, "some of them passed before we counted"
    assert app_stage.screen == "attract.attract"
    assert app_stage.kiosk.visit is None


def test_one_touch_extends_it_ten_times_in_a_row(app_stage: AppStage) -> None:
    app_stage.wake()
    visit = app_stage.kiosk.visit
    for _time in range(10):
        wait_for_warning(app_stage, 60)
        app_stage.tap("Я здесь")
        assert app_stage.kiosk.idle.warning is None
    assert app_stage.kiosk.visit is visit
    assert app_stage.screen == "home.home"


def test_beneath_the_warning_nothing_can_be_pressed(app_stage: AppStage) -> None:
    app_stage.wake()
    wait_for_warning(app_stage, 60)
    assert {one.label for one in app_stage.driver.controls()} == {"Я здесь", "Закончить"}
    app_stage.driver.tap_at(270, 1500)
    assert app_stage.screen == "home.home"
    assert app_stage.kiosk.idle.warning is not None


def test_the_warning_can_be_answered_by_leaving(app_stage: AppStage) -> None:
    app_stage.wake()
    wait_for_warning(app_stage, 60)
    app_stage.tap("Закончить")
    assert app_stage.screen == "attract.attract"


def test_a_form_is_given_more_time(enrolled: AppStage) -> None:
    enrolled.wake()
    enrolled.show("signup.start", id=enrolled.kiosk.board()[0].event.id)
    enrolled.tap("Заполнить здесь")
    enrolled.tap("18 и больше")
    wait_for_warning(enrolled, 180)


def test_while_something_plays_the_clock_stands(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.kiosk.idle.hold("video")
    app_stage.driver.let_pass(300)
    assert app_stage.kiosk.idle.warning is None
    app_stage.kiosk.idle.release("video")
    wait_for_warning(app_stage, 60)


def test_the_attract_screen_never_warns(app_stage: AppStage) -> None:
    app_stage.driver.let_pass(600)
    assert app_stage.kiosk.idle.warning is None
    assert app_stage.screen == "attract.attract"


def test_afterwards_modes_language_and_what_was_typed_are_forgotten(enrolled: AppStage) -> None:
    enrolled.wake()
    enrolled.tap("Крупно")
    enrolled.tap("Контраст")
    enrolled.tap("English")
    enrolled.show("signup.start", id=enrolled.kiosk.board()[0].event.id)
    enrolled.tap("Fill in here")
    enrolled.tap("18 and over")
    enrolled.driver.type("Тест")
    enrolled.driver.let_pass(180 + 21 + 2)
    assert enrolled.screen == "attract.attract"
    assert (theme.modes, theme.lang) == (frozenset(), "ru")
    assert enrolled.kiosk.draft is None
    texts = [w.text for w in enrolled.kiosk.window.children[0].walk() if hasattr(w, "text")]
    assert "Созвездие" in " ".join(texts)
    enrolled.wake()
    enrolled.show("signup.form", id=enrolled.kiosk.board()[0].event.id)
    assert not [w for w in enrolled.page.walk() if "Тест" in getattr(w, "text", "")]


@pytest.mark.parametrize("way", ["idle", "finished", "staff"])
def test_the_journal_says_how_the_visit_ended(app_stage: AppStage, way: str) -> None:
    app_stage.wake()
    if way == "idle":
        app_stage.driver.let_pass(60 + 21 + 2)
    elif way == "finished":
        app_stage.tap("Выйти")
        app_stage.tap("Готово")
    else:
        app_stage.driver.knock()
    app_stage.driver.settle()
    ended = [json.loads(one.body) for one in app_stage.records() if one.kind == "visit.ended"]
    assert [one["how"] for one in ended] == [way]
