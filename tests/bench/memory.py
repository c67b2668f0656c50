"""Memory of the whole process after every screen has been seen."""

from __future__ import annotations

import subprocess
import tempfile
import time

from tests.bench.browser import kiosk_page
from tests.bench.glass import Glass, glass
from tests.bench.measure import Measure
from tests.bench.process import BIN, memory_mb, running, whole_memory_mb

VISITS = 25
"""By then the soak's walk has come to every screen."""


def measures() -> list[Measure]:
    """``kiosk soak``: visitors who open everything, looked at until the end. The centre they sign
    up to is a process of its own and not counted."""
    with tempfile.TemporaryDirectory() as home, glass() as shown, kiosk_page() as page:
        ours = _after_every_screen(shown, home)
        peer = None if page is None else _of_page(shown, page)
    return [
        Measure("memory (PSS), every screen seen", ours[-1], 210, "MB", peer=peer,
                note=f"highest {max(ours):.0f} MB; peer: one page")
    ]  # fmt: skip


def _after_every_screen(shown: Glass, home: str) -> list[float]:
    """Memory over time, MB, until the program ends by itself."""
    seen = []
    command = [BIN / "kiosk", "soak", "--visits", str(VISITS), "--json"]
    with running(command, {"DISPLAY": shown.display, "KIOSK_HOME": home}) as process:
        while process.poll() is None:
            if now := memory_mb(process.pid):
                seen.append(now)
            time.sleep(0.1)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    # The very last looks fall into the tearing down.
    return seen[:-3]


def _of_page(shown: Glass, page: list[str]) -> float:
    with running(page, {"DISPLAY": shown.display}) as process:
        shown.settle(1.0, patience=60)
        return whole_memory_mb(process.pid)
