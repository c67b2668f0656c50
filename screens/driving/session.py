"""A kiosk opened to be driven: the window, the machine, the driver, and an orderly end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from screens import window as windows

if TYPE_CHECKING:
    from kiosk.machine import Machine
    from kiosk.settings import Settings
    from screens.driving.driver import Driver


@contextmanager
def opened(settings: Settings, before: Callable[[Machine], None] | None = None) -> Iterator[Driver]:
    """The app on its attract screen and one who drives it. ``before`` is called with the machine
    when the window is there and nothing is shown yet. Without a display it is drawn offscreen."""
    from screens.app import open_kiosk

    offscreen = not windows.has_display()
    kiosk = open_kiosk(settings, offscreen=offscreen)
    from screens.driving.driver import Driver
    from screens.driving.frames import Frames

    frames = Frames(kiosk.window, polls=not offscreen)
    driver = Driver(kiosk, frames)
    try:
        if before is not None:
            before(kiosk.machine)
        kiosk.attract()
        frames.quiet()
        yield driver
    finally:
        close(driver.kiosk)
        frames.stop()


@contextmanager
def another(driver: Driver, settings: Settings) -> Iterator[None]:
    """The same window with another kiosk in it, for as long as the block lasts; the driver drives
    that one meanwhile."""
    from kiosk.machine import Machine
    from screens.kiosk import Kiosk

    first = driver.kiosk
    first.stop()
    second: Any = Kiosk(Machine.open(settings), driver.frames.window)
    second.unguarded = True
    driver.kiosk = second
    try:
        second.attract()
        driver.frames.quiet()
        yield
    finally:
        close(second)
        driver.kiosk = first


def close(kiosk: Any) -> None:
    """End the visit, stop the kiosk, give its data folder up."""
    if kiosk.visit is not None:
        kiosk.visit.end("idle")
        kiosk.visit = None
    kiosk.stop()
    kiosk.machine.close()
