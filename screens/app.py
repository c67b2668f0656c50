"""Opening the kiosk and running it; where its command line leads."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from screens import memory
from screens import window as windows
from screens.kiosk import Kiosk

if TYPE_CHECKING:
    from kiosk.machine import Machine
    from kiosk.settings import Settings


WARM_S = 2.0
"""What the first sign-up needs is loaded this long after the start: the attract screen first."""


def open_kiosk(settings: Settings, *, offscreen: bool) -> Kiosk:
    """A window with a kiosk in it; the caller runs the loop."""
    from kiosk.machine import Machine

    memory.tame()
    machine = Machine.open(settings)
    cache = settings.home / "cache" / "mesa"
    with contextlib.suppress(OSError):  # a full disk costs a slower start, not the start
        cache.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("MESA_SHADER_CACHE_DIR", str(cache))
    try:
        width, height = settings.size
        windows.prepare(width, height, fullscreen=settings.fullscreen, offscreen=offscreen)
        return Kiosk(machine, windows.open_window())
    except BaseException:
        machine.close()
        raise


def run(settings: Settings) -> int:
    """Open the kiosk and stay until the window is closed or the process is told to stop."""
    from kiosk import logs

    logs.to_file(settings.home)
    kiosk = open_kiosk(settings, offscreen=not windows.has_display())
    # Only now: Kivy reads what windows.prepare has set when it is first imported.
    from kivy.base import runTouchApp, stopTouchApp
    from kivy.clock import Clock

    from screens.preview import Preview
    from screens.safety import SafeScreens

    machine = kiosk.machine
    safe = SafeScreens(kiosk)
    safe.install()
    preview = Preview(kiosk) if Preview.wanted(settings.home) else None
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_args: Clock.schedule_once(lambda _dt: stopTouchApp(), 0))
    try:
        kiosk.attract()
        if preview is not None:
            preview.start()
        Clock.schedule_once(lambda _dt: _warm(machine), WARM_S)
        runTouchApp()
    finally:
        safe.remove()
        if preview is not None:
            preview.stop()
        if kiosk.visit is not None:
            kiosk.visit.end("idle")
        kiosk.stop()
        machine.close()
    return 0


def _warm(machine: Machine) -> None:
    """Load what comes later, and count it to what stays."""
    from kivy.clock import Clock

    loading = machine.warm()
    if loading is not None:
        loading.add_done_callback(lambda _: Clock.schedule_once(lambda _dt: memory.settle(), 0))


def scripted(settings: Settings, out: Path) -> int:
    """One visit and the day's end by injected touches (:func:`screens.scripted.scripted`)."""
    from screens.scripted import scripted as visit

    return visit(settings, out)


def tour(settings: Settings, out: Path, lang: str, mode: str) -> int:
    """A picture of every screen (:func:`screens.tour.tour`)."""
    from screens.tour import tour as walk

    return walk(settings, out, lang, mode)


def can_soak(only: str) -> bool:
    """Whether there is anything of that kind to soak (:func:`screens.soak.can_soak`)."""
    from screens.soak import can_soak as can

    return can(only)


def soak(settings: Settings, visits: int, only: str | None) -> dict[str, int | float]:
    """Many visits by injected touches (:func:`screens.soak.soak`)."""
    from screens.soak import soak as drive

    return drive(settings, visits, only)
