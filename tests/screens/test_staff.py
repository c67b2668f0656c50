"""What staff are promised: a door that holds, and a day that closes whatever the network does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import msgspec
import pytest
from kivy.uix.widget import Widget

from kiosk import staff
from kiosk.journal.errors import JournalError
from kiosk.machine import Machine
from kiosk.simulate import simulate
from screens.background import Teller, when_done
from screens.staff.outcome import outcome_of
from screens.staff.plot import busiest, hours_shown
from screens.staff.sending import last_line
from screens.theme import theme
from screens.units import measure
from sync.uplink import SyncResult, UplinkError
from tests.screens.app_stage import AppStage, switched_on
from tests.screens.stage import LANDSCAPE, Stage
from tests.sync.double import CentreDouble
from tests.sync.double_http import serving

PIN = "2580"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "kiosk"


def type_pin(app: AppStage, pin: str) -> None:
    """Type a PIN by touches and wait for the door's answer."""
    with app.driver.frames.unseen():
        for digit in pin:
            app.tap(digit)
        app.tap("Войти")
    app.driver.settle()


def come_in(app: AppStage) -> None:
    """Knock, and come in by PIN."""
    app.driver.knock()
    type_pin(app, PIN)
    app.driver.settle()


def said(words: Any) -> str:
    """What a label says, wherever its lines break."""
    return " ".join(words.text.split())


def fill(machine: Machine, visits: int) -> None:
    """Visits of today in the journal."""
    today = machine.now().astimezone().date()
    machine.worker.submit(simulate, machine, visits, 1, None, today).result()


def see_it_end(app: AppStage) -> None:
    """Wait until the sending has ended and what waits has been counted anew."""
    app.stage.until(lambda: app.kiosk.closing.ended)
    app.stage.step(2)
    app.driver.settle()


def close_day(app: AppStage) -> None:
    """Touch the big key and wait until the sending has ended."""
    app.tap("Закрыть день")
    see_it_end(app)


def count(machine: Machine, kind: str) -> int:
    """How many records of that kind the journal holds, by what the outbox would send."""

    def read() -> int:
        parcel = machine.journal.outbox().take((-1, -1), 10_000, 10**7)
        records = parcel.records if parcel else []
        return sum(kind.encode() in raw for raw in records)

    return machine.worker.submit(read).result()


# The door


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


# The day


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


# In words


def failed(error: BaseException) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(error)
    return future


def arrived(**parts: Any) -> Future[Any]:
    future: Future[Any] = Future()
    result = SyncResult(1672, 0, 0, 0, 0, 1.0, "")
    future.set_result(result._replace(**parts))
    return future


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_way_the_day_can_end_has_a_sentence_of_its_own(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from typing import get_args

    from kiosk.i18n import translator
    from sync.http import Reason

    monkeypatch.setattr(theme, "lang", lang)
    monkeypatch.setattr(theme, "gettext", translator(lang))
    ways = [failed(UplinkError(reason)) for reason in get_args(Reason)]
    ways += [failed(JournalError("x")), arrived(), arrived(sent=0), arrived(pending=7)]
    ways += [arrived(revoked=True), arrived(quarantined=2), arrived(gone=3)]
    told = [outcome_of(way) for way in ways]
    assert len({one.text for one in told}) == len(told)
    kept = told[: len(get_args(Reason))]
    word = "сохранено" if lang == "ru" else "kept"
    assert all(word in one.text and not one.sent for one in kept)
    if lang == "en":
        assert not any("а" <= sign <= "я" for one in kept for sign in one.text + one.title)


def test_an_error_nobody_foresaw_still_closes_the_day() -> None:
    outcome = outcome_of(failed(RuntimeError("boom")))
    assert "сохранено" in outcome.text
    assert "boom" not in outcome.text


def test_the_plot_shows_opening_hours_and_every_busy_hour() -> None:
    day = [0] * 24
    assert list(hours_shown(day)) == list(range(9, 18))
    assert busiest(day) is None
    day[7], day[20], day[12] = 1, 2, 2
    assert list(hours_shown(day)) == list(range(7, 21))
    assert busiest(day) == 12


def test_the_last_sending_is_said_as_people_say_it() -> None:
    moment = dt.datetime(2026, 11, 22, 18, 2).astimezone()
    today = dt.date(2026, 11, 22)
    stamp = moment.astimezone(dt.UTC).isoformat()
    assert last_line(stamp, today) == "Прошлая отправка: сегодня, 18:02."
    assert last_line(stamp, today + dt.timedelta(days=1)) == "Прошлая отправка: вчера, 18:02."
    assert last_line("", today) == "Ещё ни разу не отправляли."
    assert last_line("nonsense", today) == ""


# From threads to the screen


def test_a_result_comes_once_and_in_the_drawing_thread(stage: Stage) -> None:
    future: Future[int] = Future()
    seen: list[int] = []
    when_done(future, lambda done: seen.append(done.result()))
    stage.step(3)
    assert not seen
    future.set_result(7)
    assert not seen
    stage.step(3)
    assert seen == [7]


def test_who_has_left_hears_nothing(stage: Stage) -> None:
    future: Future[int] = Future()
    heard: list[Any] = []
    waiting = when_done(future, heard.append)
    teller = Teller(lambda: heard.append("news"))
    future.set_result(1)
    teller.tell()
    waiting.cancel()
    teller.cancel()
    teller.tell()
    stage.step(3)
    assert not heard


def test_a_cancelled_future_is_not_told(stage: Stage) -> None:
    future: Future[int] = Future()
    heard: list[Any] = []
    when_done(future, heard.append)
    future.cancel()
    stage.step(3)
    assert not heard
