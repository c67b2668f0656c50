"""The kiosk on the stage: it is the real one, and it can be switched off without a trace."""

from tests.screens.app_stage import AppStage


def test_a_touch_wakes_the_kiosk_and_the_way_home_is_open(app_stage: AppStage) -> None:
    assert app_stage.screen == "attract.attract"
    app_stage.wake()
    assert app_stage.screen == "home.home"
    app_stage.tap("Карта")
    assert app_stage.screen == "exhibition.map"
    app_stage.tap("Начало")
    assert app_stage.screen == "home.home"
