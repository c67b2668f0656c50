"""The way between screens: go, back, start; what is kept on it and what is not."""

import pytest

from screens.theme import theme
from tests.screens.app_stage import AppStage


def test_back_returns_the_way_one_came(app_stage: AppStage) -> None:
    app_stage.wake()
    clusters = app_stage.kiosk.machine.library.clusters
    app_stage.tap("Карта кластеров")
    app_stage.tap(clusters[0].title.ru)
    app_stage.tap(app_stage.kiosk.machine.library.professions_of(clusters[0].id)[0].title.ru)
    way = ["exhibition.profession"]
    for _back in range(3):
        app_stage.tap("Назад")
        way.append(app_stage.screen)
    assert way == ["exhibition.profession", "exhibition.cluster", "exhibition.map", "home.home"]


def test_back_returns_to_where_the_list_was_scrolled(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.tap("Программы Центра")
    app_stage.tap(app_stage.kiosk.machine.library.programmes[-1].name.ru)
    app_stage.tap("Назад")
    scroller = app_stage.driver.scroller
    assert scroller.offset > 0
    assert app_stage.driver.control(app_stage.kiosk.machine.library.programmes[-1].name.ru).in_sight


def test_a_list_opened_anew_starts_at_its_top(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.tap("Программы Центра")
    app_stage.driver.scroll_to_end()
    app_stage.tap("Начало")
    app_stage.tap("Программы Центра")
    assert app_stage.driver.scroller.offset == 0


def test_home_forgets_the_way(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.tap("Карта")
    app_stage.tap("Начало")
    app_stage.kiosk.go_back()
    assert app_stage.screen == "home.home"


def test_the_same_screen_twice_is_one_step(app_stage: AppStage) -> None:
    app_stage.wake()
    app_stage.tap("Карта")
    app_stage.tap("Карта")
    app_stage.tap("Назад")
    assert app_stage.screen == "home.home"


@pytest.mark.parametrize("switch", ["Контраст", "Крупно", "Ниже", "Спокойно", "English"])
def test_a_switch_of_mode_or_language_keeps_the_place_and_the_scroll(
    app_stage: AppStage, switch: str
) -> None:
    app_stage.wake()
    app_stage.tap("Программы Центра")
    app_stage.driver.scroll(app_stage.driver.scroller, 300)
    offset = app_stage.driver.scroller.offset
    app_stage.tap(switch)
    assert app_stage.screen == "exhibition.programmes"
    assert app_stage.driver.scroller.offset == pytest.approx(offset, abs=1)
    assert app_stage.kiosk.visit.modes == theme.modes
    assert app_stage.kiosk.visit.lang == theme.lang


def test_a_switch_of_language_keeps_what_was_typed(enrolled: AppStage) -> None:
    enrolled.wake()
    event = next(one.event for one in enrolled.kiosk.board())
    enrolled.show("signup.start", id=event.id)
    enrolled.tap("Заполнить здесь")
    enrolled.tap("18 и больше")
    enrolled.driver.type("Тест")
    enrolled.tap("English")
    enrolled.tap("Контраст" if enrolled.driver.has("Контраст") else "Contrast")
    assert enrolled.screen == "signup.form"
    assert enrolled.kiosk.draft.fields == {"name": "Тест"}
    shown = [w.text for w in enrolled.page.walk() if getattr(w, "text", "").startswith("Тест")]
    assert shown


def test_every_touch_of_a_mode_switch_is_undone_by_another(app_stage: AppStage) -> None:
    app_stage.wake()
    for name in ("Контраст", "Крупно", "Ниже", "Спокойно"):
        app_stage.tap(name)
        app_stage.tap(name)
    assert theme.modes == frozenset()


def test_the_fair_starts_at_its_own_board(stage, tmp_path) -> None:
    from tests.screens.app_stage import switched_on
    from tests.screens.stage import LANDSCAPE

    stage.turn(LANDSCAPE)
    with switched_on(stage, tmp_path / "kiosk", profile="fair", place="Ярмарка") as app:
        app.wake()
        assert app.screen == "exhibition.events"
        listed = {entry.event.id for entry in app.kiosk.board()}
        assert listed == {
            entry.event.id
            for entry in app.kiosk.machine.library.events_on(app.kiosk.today)
            if entry.event.fair
        }
        assert listed
        app.driver.settle()
        started = next(one for one in app.records() if one.kind == "visit.started")
        assert "Ярмарка".encode() in started.body
