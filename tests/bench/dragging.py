"""Opens every game in one window drawn by software, at its highest level, drags in it, and prints
what its openings and frames take. ``python -m tests.bench.dragging``

Frames of two kinds are timed: those of a drag, where only what moves is drawn, and those of the
whole stage drawn anew, in turns with as many plain pictures (:mod:`tests.bench.plain_pictures`) on
the same page. Nothing paces them."""

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
from tests.bench.redrawing import timed

OPENINGS = 4
"""The first of all is not counted: it makes what is then seen before."""
WHOLE, ROUNDS = 25, 3
"""Frames of the whole window that are timed, in so many rounds."""
DRAG = 30
"""Frames of a drag."""


def main() -> None:
    """Measure and print."""
    only = sys.argv[1:]
    prepare(1080, 1920, offscreen=True)
    from content.model import Game
    from screens import memory
    from screens.driving.driver import Driver
    from screens.driving.frames import Frames
    from screens.games.menu import playable

    memory.tame()
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine.open(load(Path(folder) / "kiosk"))
        kiosk = Kiosk(machine, open_window())
        driver = Driver(kiosk, Frames(kiosk.window))
        kiosk.attract()
        driver.wake()
        shown = [one for one in machine.library.every(Game) if playable(one)]
        found: dict[str, dict[str, Any]] = {
            one.id: {"openings": []} for one in shown if not only or one.id in only
        }
        for _round in range(OPENINGS):
            for id, told in found.items():
                told["openings"].append(_open(driver, id))
        for id, told in found.items():
            _open(driver, id)
            kiosk.navigator.current.play_level(99)
            driver.frames.step(60)
            told.update(_dragged(driver))
            told.update(_redrawn(driver))
        print(json.dumps(found))
        kiosk.end("finished")
        kiosk.stop()
        machine.close()


def _open(driver: Any, game: str) -> float:
    """Ms from the touch on its tile to the last frame of its appearance."""
    from content.model import Game
    from screens.theme import theme

    driver.kiosk.navigator.start("games.menu")
    # Somebody looks at it: what the screen before left behind is swept meanwhile.
    driver.frames.step(90)
    name = driver.kiosk.machine.library.find(Game, game).name.say(theme.lang)
    x, y = driver.control(name).box.centre
    began = driver.frames.mark()
    driver.kiosk.go("games.play", id=game)
    driver.frames.step(3)
    assert driver.frames.last is not None, (x, y)
    return 1000 * (driver.frames.last - began)


def _dragged(driver: Any) -> dict[str, Any]:
    """Ms of each frame of a drag, and after how many frames the thing was where the finger is."""
    from screens.driving.finger import Finger

    stage = driver.kiosk.navigator.current.stage
    move = stage.round.hint
    start, end = stage.where(move)
    if end is None:
        return {"dragged": [0.0], "late": 0}
    sprite = stage.sprites[move.thing]
    finger = Finger(*start).down()
    driver.frames.step(2)
    took, late = [], 0
    for number in range(1, DRAG + 1):
        share = 0.7 * number / DRAG
        x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        began = time.perf_counter()
        finger.to(x, y)
        driver.frames.step()
        took.append(1000 * (time.perf_counter() - began))
        waited = 1
        while number > 5 and abs(sprite.middle[0] - x) + abs(sprite.middle[1] - y) > 3:
            driver.frames.step()
            waited += 1
            if waited > 9:
                break
        late = max(late, waited)
    finger.up()
    driver.frames.quiet()
    return {"dragged": took, "late": late}


def _redrawn(driver: Any) -> dict[str, Any]:
    """Ms of frames of the whole stage, of its plain pictures', and how many pictures those are."""
    from tests.bench.plain_pictures import pictures, things

    kiosk = driver.kiosk
    stage = kiosk.navigator.current.stage
    ours: list[float] = []
    theirs: list[float] = []
    counts: list[int] = []
    for _round in range(ROUNDS):
        driver.frames.step(3)
        timed(driver.frames, ours, kiosk.window, WHOLE)
        of = things(stage)
        counts.append(len(of))
        plain = pictures(of)
        drawn = list(stage.canvas.children)
        stage.canvas.clear()
        stage.canvas.add(plain.canvas)
        driver.frames.step(3)
        timed(driver.frames, theirs, kiosk.window, WHOLE)
        stage.canvas.clear()
        for one in drawn:
            stage.canvas.add(one)
    return {"ours": ours, "theirs": theirs, "pictures": counts}


if __name__ == "__main__":
    main()
