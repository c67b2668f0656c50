"""Scrolls the search's list by a finger, empty and with a thousand rows, and prints how long each
frame took. ``python -m tests.bench.scrolling``

A frame is timed from its start until the next one could start: drawn, and waited for until the
sixtieth of a second is over, as a screen does. A frame that is ready in time is so no slower than
an empty one."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import Any

from kivy.clock import Clock

from kiosk.machine import Machine
from kiosk.settings import load
from screens.driving.finger import Finger
from screens.kiosk import Kiosk
from screens.window import open_window, prepare

ROWS, DRAGS, STEPS, STEP = 1000, 8, 20, 26
"""Drags of so many frames, each frame by so many pixels."""
SLOT = 1000 / 60
ROUNDS = 3
"""Empty and full in turns: what else the machine does falls on both."""


def main() -> None:
    """Measure and print."""
    prepare(1080, 1920, offscreen=True)
    from screens.driving.driver import Driver
    from screens.driving.frames import Frames
    from tests.bench.generated import grown

    with tempfile.TemporaryDirectory() as folder:
        machine = Machine.open(load(Path(folder) / "kiosk", still=True))
        machine._library = grown(machine.library, ROWS)
        kiosk = Kiosk(machine, open_window())
        frames = Frames(kiosk.window)
        driver = Driver(kiosk, frames)
        kiosk.attract()
        driver.wake()
        kiosk.go("exhibition.find")
        frames.quiet()
        page: Any = kiosk.navigator.current
        items = list(page.roll.items)
        taken: dict[str, list[float]] = {"empty": [], "full": []}
        for _round in range(ROUNDS):
            for kind in taken:
                # The empty list is as long, so it scrolls as far, and shows no row.
                page.roll.fill(items if kind == "full" else [], None)
                if kind == "empty":
                    page.roll.minimum_height = len(items) * 160
                frames.quiet()
                _drag(frames, taken[kind])
        print(json.dumps(taken))
        kiosk.stop()
        machine.close()


def _drag(frames: Any, taken: list[float]) -> None:
    for number in range(DRAGS):
        finger = Finger(540, 700).down()
        for step in range(STEPS):
            finger.to(540, 700 + STEP * (step + 1))
            began = time.perf_counter()
            Clock._max_fps = 0
            frames.step()
            took = 1000 * (time.perf_counter() - began)
            if number:  # the first rows of all are made, not moved
                taken.append(max(SLOT, took))
        finger.up()
        frames.step(2)


if __name__ == "__main__":
    main()
