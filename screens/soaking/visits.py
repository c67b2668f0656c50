"""Whole visits: the first ones see every screen, each in another mode; then the walk is random."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from screens.driving.route import Route
from screens.driving.sights import Sights
from screens.soaking.tally import SEED
from screens.theme import _
from screens.widgets.bar import BarKey

if TYPE_CHECKING:
    from screens.driving.controls import Control
    from screens.driving.driver import Driver
    from screens.soaking.tally import Tally

MODES = ("normal", "contrast", "large", "reach", "calm")
TAPS = (4, 14)
SIGNUP_SHARE, IDLE_SHARE, STAFF_SHARE = 0.08, 0.2, 0.05


class Kind:
    """A visit from the attract screen back to it."""

    warm_up = 25

    def __init__(self, driver: Driver, tally: Tally) -> None:
        self._driver = driver
        self._tally = tally
        self._chance = random.Random(SEED)  # noqa: S311 - the same walk each time

    def once(self, number: int) -> None:
        """A visit."""
        if number <= len(MODES):
            self._whole_way(MODES[number - 1])
        else:
            self._visit()
        kiosk = self._driver.kiosk
        if kiosk.visit is not None or self._driver.screen != "attract.attract":
            kiosk.end("idle")
            self._driver.frames.quiet()

    def _whole_way(self, mode: str) -> None:
        pin = self._driver.kiosk.machine.settings.pin
        route = Route(self._driver, lambda _name: None, mode, pin)
        route.begin()
        route.exhibition()
        Sights(route).all()
        route.board()
        route.pick_event()
        route.age(under14=True)
        route.form(with_problems=True)
        route.consent()
        route.thanks()
        route.staff_door()
        route.close_day()

    def _visit(self) -> None:
        driver, chance = self._driver, self._chance
        driver.wake()
        if chance.random() < SIGNUP_SHARE:
            route = Route(driver, lambda _name: None)
            route.board()
            route.pick_event()
            route.age()
            route.form()
            route.consent()
            route.thanks()
            return
        for _tap in range(chance.randint(*TAPS)):
            self._tap()
            if driver.screen == "attract.attract":
                return
        self._end()

    def _tap(self) -> None:
        """Touch something: mostly what the screen is about, now and then its bar."""
        driver, chance = self._driver, self._chance
        there = [one for one in driver.controls() if one.role != "image"]
        bar = [one for one in there if isinstance(one.widget, BarKey)]
        own = [one for one in there if not isinstance(one.widget, BarKey)]
        chosen: Control = chance.choice(bar if bar and (not own or chance.random() < 0.2) else own)
        if chosen.label == _("Согласен, записаться"):
            driver.settle()
        page: Any = driver.kiosk.navigator.current
        shown = page.name, page.args
        driver.tap_control(chosen)
        self._tally.tap(driver.tap_ms)
        page = driver.kiosk.navigator.current
        if (page.name, page.args) != shown:
            self._tally.screen(driver.load_ms)
        driver.settle()

    def _end(self) -> None:
        driver, draw = self._driver, self._chance.random()
        if draw < IDLE_SHARE:
            settings = driver.kiosk.machine.settings
            driver.let_pass(settings.form_idle_s + settings.idle_warning_s + 2)
        elif draw < IDLE_SHARE + STAFF_SHARE:
            driver.knock()
            driver.tap(_("Вернуться"))
        else:
            driver.kiosk.frame.close_all()
            driver.tap(_("Выйти"))
            driver.tap(_("Готово"))
