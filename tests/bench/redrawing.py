"""Opens every exhibit in one window drawn by software, lets it play itself, and prints what its
steps, frames and openings take. ``python -m tests.bench.redrawing``

A frame is timed whole: the clock's tick, the model's step, the drawing, and the wait until it is
drawn. Nothing paces it. The frames of plain pictures (:mod:`tests.bench.plain_pictures`) are drawn
in the same place on the same page, in turns with the exhibit's."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from kiosk.machine import Machine
from kiosk.settings import load
from screens.kiosk import Kiosk
from screens.window import open_window, prepare

STEPS = 1200
"""Steps of a model that are timed, twenty seconds of its time, played as on the attract screen."""
BEFORE, FRAMES, ROUNDS = 90, 60, 5
"""Frames until it is in full play, and then those timed, in so many rounds."""
OPENINGS = 4
"""The first of all is not counted: it makes what is then seen before."""


def main() -> None:
    """Measure and print."""
    only = sys.argv[1:]
    prepare(1080, 1920, offscreen=True)
    from screens import memory
    from screens.driving.driver import Driver
    from screens.driving.frames import Frames
    from screens.soaking.exhibits import Kind
    from screens.soaking.tally import Tally

    memory.tame()
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine.open(load(Path(folder) / "kiosk"))
        kiosk = Kiosk(machine, open_window())
        driver = Driver(kiosk, Frames(kiosk.window))
        kiosk.attract()
        kind = Kind(driver, Tally())
        kind.begin()
        shown = [one for one in kind.shown if not only or one.id in only]
        found: dict[str, dict[str, Any]] = {one.id: {"openings": []} for one in shown}
        for _round in range(OPENINGS):
            for exhibit in shown:
                found[exhibit.id]["openings"].append(kind.open(exhibit))
                kind.leave()
        for exhibit in shown:
            found[exhibit.id]["steps"] = _steps(exhibit)
            kind.open(exhibit)
            found[exhibit.id].update(_frames(driver))
            kind.leave()
        print(json.dumps(found))
        kiosk.stop()
        machine.close()


def _steps(exhibit: Any) -> list[float]:
    """Ms of each step while it plays itself; its view is not drawn."""
    from screens.exhibits.view import STEP, make_view

    view = make_view(exhibit)
    view.size = (1000, 1300)
    view.lay()
    took = []
    for number in range(STEPS):
        view.demonstrate(number * STEP)
        began = time.perf_counter()
        view.model.step(STEP)
        took.append(1000 * (time.perf_counter() - began))
        view.draw()
    view.stop()
    return took


def _frames(driver: Any) -> dict[str, Any]:
    """Ms of the exhibit's frames, of its plain pictures', and how many pictures those were."""
    from kivy.clock import Clock

    from screens.damage import damage
    from tests.bench.plain_pictures import pictures, things

    view = driver.kiosk.navigator.current.view
    x, y = view.to_window(*view.pos)
    box = (x, y, view.width, view.height)
    view.demonstrates = True
    driver.frames.step(BEFORE)
    ours: list[float] = []
    theirs: list[float] = []
    counts: list[int] = []

    def redraw(_dt: float) -> None:
        plain.canvas.ask_update()
        damage.mark(*box)

    for _round in range(ROUNDS):
        driver.frames.step(3)
        timed(driver.frames, ours)
        of = things(view)
        counts.append(len(of))
        plain = pictures(of)
        page, place = view.parent, view.parent.children.index(view)
        drawn, event = list(view.canvas.children), Clock.schedule_interval(redraw, 0)
        view.stop()
        view.canvas.clear()
        view.canvas.add(plain.canvas)
        driver.frames.step(3)
        timed(driver.frames, theirs)
        event.cancel()
        view.canvas.clear()
        for one in drawn:
            view.canvas.add(one)
        assert page.children[place] is view
        view.start()
        driver.frames.step(25)
    return {"ours": ours, "theirs": theirs, "pictures": counts}


def timed(frames: Any, taken: list[float], whole: Any = None, count: int = FRAMES) -> None:
    """Add the ms of so many frames; ``whole`` is a window to be drawn anew each time."""
    for _frame in range(count):
        began = time.perf_counter()
        if whole is not None:
            whole.canvas.ask_update()
        frames.step()
        taken.append(1000 * (time.perf_counter() - began))


if __name__ == "__main__":
    main()
