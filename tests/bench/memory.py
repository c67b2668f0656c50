"""Memory of the whole process after every screen has been seen."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.browser import kiosk_page
from tests.bench.controls import Point, at
from tests.bench.fleet import PIN, enrolled
from tests.bench.glass import Glass, glass
from tests.bench.measure import Measure
from tests.bench.process import BIN, memory_mb, running, whole_memory_mb

LOOK_S = 0.6
VISITS = 2
"""What the second visit adds is what piles up, not what is seen for the first time."""
REST_S = 2.0
"""On the attract screen the kiosk gives back what a visit left; this long after it, it has."""
CORNER, KNOCKS = (1050, 30), 5
"""The staff's way in: so many taps in the top right corner of the attract screen."""


def measures() -> list[Measure]:
    """A visit through every screen and the day's end, then another, touched from outside."""
    with tempfile.TemporaryDirectory() as folder, glass() as shown, kiosk_page() as page:
        with enrolled(Path(folder)) as (places, _url):
            ours = _after_each_visit(shown, places)
        peer = None if page is None else _of_page(shown, page)
    return [
        Measure("memory (PSS), every screen seen", ours[-1], 210, "MB", peer=peer,
                note=f"on attract {ours[0]:.0f} MB, after the first visit {ours[1]:.0f} MB;"
                     " peer: one page")
    ]  # fmt: skip


def _after_each_visit(shown: Glass, places: dict[str, str]) -> list[float]:
    """Memory on the attract screen, then after each visit, MB."""
    command = [BIN / "kiosk", "run", "--still"]
    with running(command, {**places, "DISPLAY": shown.display}) as process:
        shown.settle(1.0, patience=60)
        time.sleep(REST_S)
        seen = [memory_mb(process.pid)]
        for _ in range(VISITS):
            for point in _visit():
                time.sleep(LOOK_S)
                shown.tap(*point, patience=20)
            shown.settle(1.0, patience=60)
            seen.append(memory_mb(process.pid))
            shown.knock(*CORNER, times=KNOCKS)
            for point in _day_end():
                time.sleep(LOOK_S)
                shown.tap(*point, patience=60, still=2.0)
            shown.settle(1.0, patience=60)
            time.sleep(REST_S)
            seen[-1] = memory_mb(process.pid)
        return seen


def _visit() -> Iterator[Point]:
    """The touches of a visitor who opens everything and signs up."""
    yield at("attract", "Коснитесь экрана")
    yield at("home", "Карта кластеров")
    yield at("map", "Строительство")
    yield at("cluster-construction", "650")
    yield at("source", "Понятно")
    yield at("cluster-construction", "Мастер-строитель")
    for screen in ("profession", "cluster-construction", "map"):
        yield at(screen, "Назад")
    yield at("home", "Программы Центра")
    yield at("programmes", "Постоянная выставка")
    yield at("programme", "Назад")
    yield at("programmes", "Назад")
    for audience in ("Малыш", "Школьник", "Студент", "Работаю", "50+", "Равные"):
        yield at("home", audience)
        yield at("path-pupil", "Назад")
    yield at("home", "Афиша и запись")
    yield at("events", "Экскурсия по выставке")
    yield at("signup-start", "Весь класс")
    yield at("signup-class", "Назад")
    yield at("signup-start", "Заполнить здесь")
    yield at("signup-age", "Меньше 14")
    yield at("signup-parent", "Выбрать другой возраст")
    yield at("signup-age", "18 и больше")
    for key in "ТЕСТ":
        yield at("signup-form", key)
    yield at("signup-form", "Телефон")
    for digit in "9000000000":
        yield at("signup-form-filled", digit)
    yield at("signup-form-filled", "Дальше")
    yield at("signup-consent", "Согласен, записаться")
    yield at("signup-thanks", "Отлично")
    yield at("signup-thanks-rated", "Готово")


def _day_end() -> Iterator[Point]:
    """The touches of staff behind the door."""
    for digit in PIN:
        yield at("staff-door", digit)
    yield at("staff-door", "Войти")
    yield at("staff-day", "Закрыть день")
    yield at("staff-day-closed", "Готово, выйти")


def _of_page(shown: Glass, page: list[str]) -> float:
    with running(page, {"DISPLAY": shown.display}) as process:
        shown.settle(1.0, patience=60)
        return whole_memory_mb(process.pid)
