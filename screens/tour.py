"""``kiosk tour``: a picture of every screen, and what its controls are, by injected touches.

It works on a data folder and a demo centre of its own, which are gone afterwards; the kiosk's
own folder is only asked which content it shows.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.machine import Machine
    from kiosk.settings import Settings
    from screens.driving.driver import Driver

PIN = "2468"
EVENING = dt.time(18, 30)
"""The local hour of the day the pack was built at which every tour takes place, so that pictures
of the same content are the same."""
VISITS = 120

log = logging.getLogger(__name__)


def tour(settings: Settings, out: Path, lang: str, mode: str) -> int:
    """Walk through every screen; pictures and ``tour.json`` go to ``out``. 0, or 1 and one line
    on stderr."""
    from kiosk import packs

    out.mkdir(parents=True, exist_ok=True)
    pack = packs.look(settings.home, settings.pack)
    with tempfile.TemporaryDirectory(prefix="sozvezdie-tour-") as scratch:
        folder = Path(scratch)
        throw_away = replace(
            settings,
            home=folder / "kiosk",
            pack=pack,
            lang=lang,
            pin=PIN,
            still=True,
            fullscreen=False,
            place=settings.place or "Выставка",
        )
        try:
            _tour(throw_away, out, mode, folder)
        except Exception as error:
            log.debug("the tour stopped", exc_info=True)
            print(f"tour: {type(error).__name__}: {error}", file=sys.stderr)
            return 1
    return 0


class Album:
    """The pictures as they are taken, and what ``tour.json`` says of them."""

    def __init__(self, driver: Driver, out: Path) -> None:
        self._driver = driver
        self._out = out
        self._number = 0
        self.screens: list[dict[str, Any]] = []

    def stop(self, name: str) -> None:
        """Picture what is shown; a second picture where there is more below."""
        self._number += 1
        load_ms = self._driver.load_ms
        file = f"{self._number:02}-{name}"
        self._take(name, file, load_ms)
        if self._driver.scroller is not None and not self._driver.kiosk.frame.over:
            self._driver.scroll_to_end()
            self._take(f"{name}-2", f"{file}-2", load_ms)

    def _take(self, name: str, file: str, load_ms: float) -> None:
        picture = self._driver.save(self._out / f"{file}.png")
        self.screens.append(
            {
                "name": name,
                "file": picture.name,
                "load_ms": round(load_ms, 1),
                "controls": [control.told() for control in self._driver.visible()],
            }
        )


def _tour(settings: Settings, out: Path, mode: str, scratch: Path) -> None:
    from screens.driving.demo import DemoCentre
    from screens.driving.session import another, opened

    centre = DemoCentre(scratch / "centre", settings.pack)
    try:

        def before(machine: Machine) -> None:
            centre.take_in(machine, PIN)
            _fill_the_day(machine)

        with opened(settings, before) as driver:
            album = Album(driver, out)
            _walk(driver, album, mode)
            with another(driver, replace(settings, home=scratch / "fair", profile="fair")):
                _first_screen(driver, album, mode, "fair")
            empty = _without_events(settings.pack, scratch / "packs")
            with another(driver, replace(settings, home=scratch / "empty", pack=empty)):
                _empty_board(driver, album, mode)
            _write(driver, album, settings, mode, out)
    finally:
        centre.stop()


def _fill_the_day(machine: Machine) -> None:
    """It is the evening of the day the pack was built, with a day of visits behind it."""
    from kiosk.simulate import simulate

    day = machine.library.pack.built_on
    _stop_the_clock(machine)
    machine.worker.submit(simulate, machine, VISITS, 1, None, day).result()


def _stop_the_clock(machine: Machine) -> None:
    moment = dt.datetime.combine(machine.library.pack.built_on, EVENING).astimezone(dt.UTC)
    machine.now = lambda: moment  # type: ignore[method-assign]


def _walk(driver: Driver, album: Album, mode: str) -> None:
    """Every screen of the exhibition's kiosk."""
    from screens.driving.route import Route
    from screens.driving.sights import Sights

    route = Route(driver, album.stop, mode, PIN)
    _attract(driver, album, mode)
    route.begin()
    route.exhibition()
    Sights(route).all()
    route.board()
    event = route.pick_event()
    if event.classes:
        route.sign_up_class()
    route.age(under14=True)
    route.form(with_problems=True)
    route.consent()
    route.thanks()
    route.begin()
    route.idle_warning()
    route.goodbye()
    route.begin()
    route.staff_door(wrong=True)
    route.lead_group()
    route.staff_door()
    route.close_day()


def _attract(driver: Driver, album: Album, mode: str) -> None:
    """The attract screen. Its own choices wake it, so a visitor never sees it in a mode; it is
    pictured in one all the same, for it is drawn for each."""
    if mode != "normal":
        driver.kiosk.set_modes(frozenset({mode}))
        driver.frames.quiet()
    album.stop("attract")
    driver.kiosk.set_modes(frozenset())
    driver.frames.quiet()


def _first_screen(driver: Driver, album: Album, mode: str, name: str) -> None:
    from screens.driving.route import Route

    _stop_the_clock(driver.kiosk.machine)
    route = Route(driver, album.stop, mode)
    driver.wake()
    route.switch_mode()
    album.stop(name)
    route.leave()


def _empty_board(driver: Driver, album: Album, mode: str) -> None:
    from screens.driving.route import Route
    from screens.theme import _

    _stop_the_clock(driver.kiosk.machine)
    route = Route(driver, album.stop, mode)
    route.begin()
    driver.tap(_("Афиша и запись"))
    album.stop("events-empty")
    route.leave()


def _without_events(pack: Path, folder: Path) -> Path:
    """A copy of a pack whose event board is empty."""
    made = folder / "empty"
    shutil.copytree(pack, made)
    told = json.loads((made / "pack.json").read_bytes())
    told["events"] = []
    body = json.dumps(told, ensure_ascii=False).encode()
    (made / "pack.json").write_bytes(body)
    manifest = json.loads((made / "manifest.json").read_bytes())
    manifest["files"]["pack.json"] = hashlib.sha256(body).hexdigest()
    (made / "manifest.json").write_text(json.dumps(manifest))
    return made


def _write(driver: Driver, album: Album, settings: Settings, mode: str, out: Path) -> None:
    from screens.units import measure

    told = {
        "size": [measure.width, measure.height],
        "unit_px": measure.unit,
        "mm_per_px": round(measure.mm_per_px, 5),
        "lang": settings.lang,
        "mode": mode,
        "screens": album.screens,
    }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (out / "tour.json").write_text(text + "\n", encoding="utf-8")
