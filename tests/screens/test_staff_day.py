"""What staff are promised of their day: it closes whatever the network does."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import msgspec
import pytest
from kivy.uix.widget import Widget

from kiosk import staff
from kiosk.machine import Machine
from screens.staff.plot import hours_shown
from sync.uplink import SyncResult
from tests.screens.app_stage import switched_on
from tests.screens.staffing import PIN, close_day, come_in, fill, said, see_it_end, type_pin
from tests.screens.stage import LANDSCAPE, Stage
from tests.sync.double import CentreDouble
from tests.sync.double_http import serving


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "kiosk"


def test_a_day_with_the_centre_off_closes_and_keeps_everything(stage: Stage, home: Path) -> None:
    with switched_on(stage, home, CentreDouble(), pin=PIN) as app:
        machine = app.kiosk.machine
        fill(machine, 12)
        come_in(app)
        waited = machine.worker.submit(machine.journal.pending).result()
        report = machine.worker.submit(staff.day_report, machine).result()
        assert report.visits >= 12
        assert said(app.page.figures.cards[0].number) == str(report.visits)
        close_day(app)
        assert said(app.page.sending.title) == "День закрыт, отправим в следующий раз"
        line = said(app.page.sending.words)
        assert "Связи с Центром сейчас нет, всё сохранено на киоске." in line
        pending = machine.worker.submit(machine.journal.pending).result()
        assert pending == waited + 1  # the record that the day was closed
        assert str(pending) in line
        app.tap("Готово, выйти")
        assert app.screen == "attract.attract"


def test_a_day_with_the_centre_on_is_sent_to_the_last_record(stage: Stage, home: Path) -> None:
    centre = CentreDouble()
    with serving(centre) as url, switched_on(stage, home, centre, pin=PIN) as app:
        machine = app.kiosk.machine
        machine.learn(msgspec.structs.replace(machine.identity, url=url))
        fill(machine, 12)
        come_in(app)
        close_day(app)
        assert said(app.page.sending.title) == "День закрыт, всё отправлено"
        assert app.page.sending.progress.value == 1
        assert machine.worker.submit(machine.journal.pending).result() == 0
        assert len(centre.held) > 24
        assert not app.driver.has("Ещё раз")
        app.tap("Готово, выйти")
        come_in(app)
        assert app.driver.has("Закрыть день")


def test_sending_can_be_tried_again(stage: Stage, home: Path) -> None:
    centre = CentreDouble()
    with switched_on(stage, home, centre, pin=PIN) as app:
        machine = app.kiosk.machine
        come_in(app)
        close_day(app)
        with serving(centre) as url:
            machine.learn(msgspec.structs.replace(machine.identity, url=url))
            app.tap("Ещё раз")
            see_it_end(app)
        assert said(app.page.sending.title) == "День закрыт, всё отправлено"


def test_leaving_while_it_sends_stops_nothing_but_the_looking(
    stage: Stage, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doing: Future[Any] = Future()

    def slowly(_machine: Machine, progress: Callable[[int, int], None]) -> SyncResult:
        progress(300, 1200)
        return doing.result(30)

    monkeypatch.setattr("kiosk.staff.close_day", slowly)
    with switched_on(stage, home, pin=PIN) as app:
        come_in(app)
        app.tap("Закрыть день")
        page = app.page
        app.stage.until(lambda: said(page.sending.words) == "Записи: 300 из 1 200")
        assert page.sending.percent.text == "25 %"
        assert not app.driver.has("Отправляем…")
        app.kiosk.end("staff")
        assert app.screen == "attract.attract"
        doing.set_result(SyncResult(1200, 0, 0, 0, 0, 1.0, ""))
        app.driver.settle()
        assert page.sending.percent.text == "25 %"
        come_in(app)
        assert said(app.page.sending.title) == "День закрыт, всё отправлено"


def test_turning_the_window_keeps_the_outcome(stage: Stage, home: Path) -> None:
    with switched_on(stage, home, pin=PIN) as app:
        come_in(app)
        close_day(app)
        line = said(app.page.sending.words)
        assert "не подключён" in line
        stage.turn(LANDSCAPE)
        app.driver.settle()
        assert said(app.page.sending.words) == line
        assert app.driver.has("Готово, выйти")


def test_an_empty_day_is_in_good_order(stage: Stage, home: Path) -> None:
    with switched_on(stage, home, pin=PIN) as app:
        app.kiosk.open_door()  # not by knocking, which would begin a visit
        app.driver.settle()
        type_pin(app, PIN)
        app.driver.settle()
        assert [card.number.text for card in app.page.figures.cards] == ["0", "0", "0", "—"]
        assert not app.driver.has("Посещения по часам")
        assert app.driver.has("Закрыть день")


def test_a_finger_on_a_bar_shows_its_number(stage: Stage, home: Path) -> None:
    with switched_on(stage, home, pin=PIN) as app:
        fill(app.kiosk.machine, 40)
        come_in(app)
        plot = app.page.plot.plot
        other = next(hour for hour in hours_shown(plot.by_hour) if hour != plot.chosen)
        bar: Widget = plot._bars[other][0]
        app.driver.tap_at(bar.center_x, bar.y + 2)
        assert plot.chosen == other
        number = said(app.page.plot.caption)
        assert number.startswith(f"С {other}:00 до {other + 1}:00: {plot.by_hour[other]} ")


def test_a_day_left_alone_goes_back_to_the_beginning(stage: Stage, home: Path) -> None:
    with switched_on(stage, home, pin=PIN) as app:
        come_in(app)
        app.driver.let_pass(170)
        assert app.screen == "staff.day"
        app.driver.let_pass(15)
        assert app.screen == "attract.attract"


def test_the_checkup_says_what_it_found_and_closes(stage: Stage, home: Path) -> None:
    with switched_on(stage, home, pin=PIN) as app:
        come_in(app)
        app.tap("Проверка")
        app.driver.settle()
        assert len(app.kiosk.frame.over) == 1
        app.tap("Понятно")
        assert not app.kiosk.frame.over
        assert app.driver.has("Проверка")
