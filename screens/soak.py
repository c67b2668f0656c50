"""``kiosk soak``: many visits through the real screens by injected touches, for what shows only
after a while: memory that grows, a screen that stumbles, a touch that gets slow.

It happens on a data folder and a demo centre of its own. What is done again and again is a module
of :mod:`screens.soaking`.
"""

from __future__ import annotations

import importlib
import importlib.util
import logging
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.settings import Settings
    from screens.driving.driver import Driver
    from screens.soaking.tally import Soaked

PIN = "2468"
MOST_LOGGED = 10
REST_S = 3.0
"""Memory is measured this long after the last touch: what was left behind has been swept."""

log = logging.getLogger(__name__)


def can_soak(only: str) -> bool:
    """Whether there is anything of that kind yet."""
    return importlib.util.find_spec(f"screens.soaking.{only}") is not None


def soak(settings: Settings, visits: int, only: str | None = None) -> dict[str, int | float]:
    """Make ``visits`` visits, or open so many things of the kind ``only`` (see :func:`can_soak`).
    Milliseconds are from a finger's coming down to the first drawn change (``tap_ms_p95``) and to
    the last one of a change of screens (``screen_ms_p95``); memory is the whole process's, in MB,
    after a warm-up and at the end."""
    from kiosk import packs
    from screens.driving.demo import DemoCentre
    from screens.driving.session import opened

    pack = packs.look(settings.home, settings.pack)
    with tempfile.TemporaryDirectory(prefix="sozvezdie-soak-") as scratch:
        folder = Path(scratch)
        centre = DemoCentre(folder / "centre", pack)
        try:
            throw_away = replace(settings, home=folder / "kiosk", pack=pack, pin=PIN)
            with opened(throw_away, lambda machine: centre.take_in(machine, PIN)) as driver:
                return soaked(driver, visits, only or "visits")
        finally:
            centre.stop()


def soaked(driver: Driver, times: int, kind: str) -> dict[str, int | float]:
    """Do a kind of thing so often with a kiosk on its attract screen; what was measured."""
    from screens.soaking.tally import Tally, rss_mb

    tally = Tally()
    module: Any = importlib.import_module(f"screens.soaking.{kind}")
    what: Soaked = module.Kind(driver, tally)
    warm = min(what.warm_up, max(1, times // 4))
    first, exceptions = 0.0, 0
    for number in range(1, times + 1):
        try:
            what.once(number)
        except Exception:  # counting whatever a visitor could have met is what a soak is for
            exceptions += 1
            if exceptions <= MOST_LOGGED:
                log.exception("%s failed on %s", kind, driver.screen)
            driver.kiosk.end("idle")
            driver.frames.quiet()
        if number == warm:
            driver.let_pass(REST_S)
            first = rss_mb()
    driver.let_pass(REST_S)
    return {
        "visits": times,
        "exceptions": exceptions,
        "rss_mb_first": first,
        "rss_mb_last": rss_mb(),
        "tap_ms_p95": tally.tap_ms_p95,
        "screen_ms_p95": tally.screen_ms_p95,
    }
