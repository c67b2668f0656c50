"""``kiosk soak``: many visits through the real screens by injected touches, for what shows only
after a while: memory that grows, a screen that stumbles, a touch that gets slow.

The walk is random and always the same. It happens on a data folder and a demo centre of its own.
"""

from __future__ import annotations

import gc
import logging
import random
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screens.theme import _

if TYPE_CHECKING:
    from kiosk.settings import Settings
    from screens.driving.controls import Control
    from screens.driving.driver import Driver

SEED = 67
PIN = "2468"
MODES = ("normal", "contrast", "large", "reach", "calm")
"""The first visits see every screen, each in one of these; then the walk is random."""
WARM_UP = 25
"""Visits before memory is first measured."""
TAPS = (4, 14)
SIGNUP_SHARE, IDLE_SHARE, STAFF_SHARE = 0.08, 0.2, 0.05
MOST_LOGGED = 10

log = logging.getLogger(__name__)


def soak(settings: Settings, visits: int, only: str | None = None) -> dict[str, int | float]:
    """Make ``visits`` visits. Milliseconds are from a finger's coming down to the first drawn
    change (``tap_ms_p95``) and to the last one of a change of screens (``screen_ms_p95``);
    memory is the whole process's, in MB, after a warm-up and at the end. ``only`` names kinds of
    things that there are none of yet: ValueError."""
    from kiosk import packs
    from screens.driving.demo import DemoCentre
    from screens.driving.session import opened

    if only is not None:
        raise ValueError(f"there are no {only} yet")
    pack = packs.look(settings.home, settings.pack)
    with tempfile.TemporaryDirectory(prefix="sozvezdie-soak-") as scratch:
        folder = Path(scratch)
        centre = DemoCentre(folder / "centre", pack)
        try:
            throw_away = replace(settings, home=folder / "kiosk", pack=pack, pin=PIN)
            with opened(throw_away, lambda machine: centre.take_in(machine, PIN)) as driver:
                return Soak(driver, visits).run()
        finally:
            centre.stop()


class Soak:
    """The visits of one soak and what was measured."""

    def __init__(self, driver: Driver, visits: int) -> None:
        self._driver = driver
        self._visits = visits
        self._chance = random.Random(SEED)  # noqa: S311 - the same walk each time
        self._taps: list[float] = []
        self._screens: list[float] = []
        self._exceptions = 0

    def run(self) -> dict[str, int | float]:
        """Make the visits; what was measured."""
        first = 0.0
        warm = min(WARM_UP, max(1, self._visits // 4))
        for number in range(1, self._visits + 1):
            if number <= len(MODES):
                self._one(partial(self._whole_way, MODES[number - 1]))
            else:
                self._one(self._visit)
            if number == warm:
                first = rss_mb()
        return {
            "visits": self._visits,
            "exceptions": self._exceptions,
            "rss_mb_first": first,
            "rss_mb_last": rss_mb(),
            "tap_ms_p95": _p95(self._taps),
            "screen_ms_p95": _p95(self._screens),
        }

    def _one(self, visit: Callable[[], None]) -> None:
        kiosk = self._driver.kiosk
        try:
            visit()
        except Exception:  # counting whatever a visitor could have met is what a soak is for
            self._exceptions += 1
            if self._exceptions <= MOST_LOGGED:
                log.exception("a visit failed on %s", self._driver.screen)
        if kiosk.visit is not None or self._driver.screen != "attract.attract":
            kiosk.end("idle")
            self._driver.frames.quiet()

    def _whole_way(self, mode: str) -> None:
        from screens.driving.route import Route
        from screens.driving.sights import Sights

        route = Route(self._driver, lambda _name: None, mode, PIN)
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
        from screens.driving.route import Route

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
        from screens.widgets.bar import BarKey

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
        if driver.tap_ms:
            self._taps.append(driver.tap_ms)
        page = driver.kiosk.navigator.current
        if (page.name, page.args) != shown and driver.load_ms:
            self._screens.append(driver.load_ms)
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


def rss_mb() -> float:
    """Memory of this process that is in use after a collection, MB."""
    gc.collect()
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


def _p95(values: list[float]) -> float:
    """The 95th percentile, 0 of nothing."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1)
