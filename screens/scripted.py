"""``kiosk run --scripted DIR``: one whole visit and the day's end by injected touches, in the
same app, on the kiosk's own data folder; for machines without a display."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.settings import Settings
    from screens.driving.driver import Driver


def scripted(settings: Settings, out: Path) -> int:
    """Attract, home, map, cluster, profession, events, a sign-up by form, the ticket, a rating;
    then the staff door and the day's end with a real sync. A picture of each step goes to
    ``out``. 0, or 1 and one line on stderr: not enrolled, no PIN, or what failed."""
    from screens.driving.session import opened

    try:
        with opened(settings) as driver:
            return _visit(driver, settings, out)
    except (LookupError, TimeoutError) as error:
        print(f"run --scripted: {error}", file=sys.stderr)
        return 1


def _visit(driver: Driver, settings: Settings, out: Path) -> int:
    from screens.driving.route import Route

    pictures: list[Path] = []

    def stop(name: str) -> None:
        pictures.append(driver.save(out / f"{len(pictures) + 1:02}-{name}.png"))

    route = Route(driver, stop, pin=settings.pin)
    stop("attract")
    route.begin()
    stop("home")
    route.walk_to_profession()
    route.board()
    if driver.kiosk.machine.identity is not None and driver.kiosk.board():
        route.pick_event()
        route.age()
        route.form()
        route.consent()
        route.thanks()
    else:
        route.goodbye()
    if not settings.pin:
        print("run --scripted: KIOSK_PIN is not set, the day stays open", file=sys.stderr)
        return 1
    route.staff_door()
    outcome = route.close_day()
    print(f"{len(pictures)} → {out}")
    if not outcome:
        print("run --scripted: the day is closed, but not everything was sent", file=sys.stderr)
    return 0 if outcome else 1
