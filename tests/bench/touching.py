"""From a touch to what is seen: the first changed pixel beside an empty window's, and the
complete change to a screen that has been seen before."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench import browser, plain_window
from tests.bench.controls import Point, at
from tests.bench.glass import Change, Glass, glass
from tests.bench.measure import Measure, middle, p95
from tests.bench.process import BIN, running

ROAD = (
    ("home", "Карта кластеров"),
    ("map", "Строительство"),
    ("cluster-construction", "Назад"),
    ("map", "Назад"),
    ("home", "Программы Центра"),
    ("programmes", "Назад"),
    ("home", "Афиша и запись"),
    ("events", "Назад"),
)
"""A round trip: the screen one is on, as the tour calls it, and the control touched there."""
ROUNDS = 8
PLAIN_TOUCHES = 30
LOOK_S = 0.6
"""How long a visitor looks before the next touch: the screen's guard against double taps and
the raised frame rate are over by then."""


def measures() -> list[Measure]:
    """The same round trip again and again in one process; the empty window before and after it,
    on the same screen."""
    with tempfile.TemporaryDirectory() as folder, glass() as shown:
        road = [at(screen, label) for screen, label in ROAD]
        plain = _plain(shown)
        with _kiosk(shown, Path(folder)):
            shown.tap(shown.size[0] / 2, shown.size[1] / 2)  # wakes the attract screen
            _go(shown, road)  # now every screen of it has been seen
            changes = [change for _ in range(ROUNDS) for change in _go(shown, road)]
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


def _go(shown: Glass, road: Sequence[Point]) -> list[Change]:
    changes = []
    for point in road:
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
    for _ in range(PLAIN_TOUCHES):
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
