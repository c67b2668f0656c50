"""From a touch to what is seen: the first changed pixel beside an empty window's, and the
complete change to a screen that has been seen before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench import browser, plain_window
from tests.bench.glass import Change, Glass, glass
from tests.bench.measure import Measure, middle, p95
from tests.bench.process import BIN, running

ROUNDS = 30
LOOK_S = 0.6
"""How long a visitor looks before the next touch: the screen's guard against double taps and
the raised frame rate are over by then."""

Point = tuple[float, float]


def measures() -> list[Measure]:
    """Home to the subject of its largest tile and back, again and again, in one process; the
    empty window before and after it, on the same screen."""
    with tempfile.TemporaryDirectory() as folder, glass() as shown:
        tile, back = _controls(Path(folder))
        plain = _plain(shown)
        with _kiosk(shown, Path(folder)):
            shown.tap(shown.size[0] / 2, shown.size[1] / 2)  # wakes the attract screen
            _there_and_back(shown, tile, back, 2)
            changes = _there_and_back(shown, tile, back, ROUNDS)
        plain += _plain(shown)
        peer = _browser(shown)
    first = [1000 * change.first for change in changes]
    complete = [1000 * change.last for change in changes]
    limit = 2000 * p95([change.first for change in plain])
    return [
        Measure("touch to first pixel, p95", p95(first), limit, "ms",
                peer=peer and 1000 * peer,
                note=f"median {middle(first):.0f}; limit is twice an empty window's p95"),
        Measure("touch to complete seen screen, p95", p95(complete), 150, "ms",
                note=f"median {middle(complete):.0f}"),
    ]  # fmt: skip


def _there_and_back(shown: Glass, tile: Point, back: Point, rounds: int) -> list[Change]:
    changes = []
    for _ in range(rounds):
        for point in (tile, back):
            time.sleep(LOOK_S)
            changes.append(shown.tap(*point))
    return changes


def _plain(shown: Glass) -> list[Change]:
    left, top, width, height = plain_window.BUTTON
    command = [sys.executable, "-m", "tests.bench.plain_window"]
    with running(command, {"DISPLAY": shown.display}):
        return _taps(shown, (left + width / 2, top + height / 2))


def _browser(shown: Glass) -> float | None:
    with browser.kiosk_page() as page:
        if page is None:
            return None
        with running(page, {"DISPLAY": shown.display}):
            return p95([change.first for change in _taps(shown, browser.BUTTON)])


def _taps(shown: Glass, point: Point) -> list[Change]:
    shown.settle(1.0, patience=60)
    changes = []
    for _ in range(ROUNDS):
        time.sleep(LOOK_S)
        changes.append(shown.tap(*point, still=0.2))
    return changes[2:]  # the first draw of a colour is not what is compared


@contextmanager
def _kiosk(shown: Glass, folder: Path) -> Iterator[None]:
    places = {"DISPLAY": shown.display, "KIOSK_HOME": str(folder / "kiosk")}
    with running([BIN / "kiosk", "run", "--still"], places):
        shown.settle(1.0, patience=60)
        yield
    shown.wait_blank()


def _controls(folder: Path) -> tuple[Point, Point]:
    """Middles of home's largest control and of "back" on the screen it leads to."""
    out = folder / "tour"
    subprocess.run(
        [BIN / "kiosk", "tour", "--out", out],
        env={**os.environ, "KIOSK_HOME": str(folder / "tour-home")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    screens = {s["name"]: s for s in json.loads((out / "tour.json").read_text())["screens"]}
    home = screens["home.home"]["controls"]
    return _middle(max(home, key=_area)), _middle(_back(screens))


def _back(screens: dict[str, Any]) -> dict[str, Any]:
    for screen in screens.values():
        for control in screen["controls"]:
            if control["label"] == "Назад":
                return dict(control)
    raise LookupError("no way back on any screen")


def _area(control: dict[str, Any]) -> float:
    return float(control["rect_px"][2] * control["rect_px"][3])


def _middle(control: dict[str, Any]) -> Point:
    x, y, width, height = control["rect_px"]
    return x + width / 2, y + height / 2
