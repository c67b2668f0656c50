"""Processor time of a screen on which nothing moves."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.browser import kiosk_page
from tests.bench.glass import Glass, glass
from tests.bench.measure import Measure
from tests.bench.process import BIN, processor_s, running

WATCHED_S = 10.0
LET_BE_S = 5.0
"""What is put off until after the first frame is not idling yet."""


def measures() -> list[Measure]:
    """``kiosk run --still``, left alone."""
    with tempfile.TemporaryDirectory() as home, glass() as shown, kiosk_page() as page:
        ours = _used(shown, [BIN / "kiosk", "run", "--still"], home)
        peer = None if page is None else _used(shown, page, home)
    return [Measure("idle processor use in 10 s", ours, 0.3, "s", peer=peer)]


def _used(shown: Glass, command: Sequence[str | Path], home: str) -> float:
    with running(command, {"DISPLAY": shown.display, "KIOSK_HOME": home}) as process:
        shown.settle(1.0, patience=60)
        time.sleep(LET_BE_S)
        before = processor_s(process.pid)
        time.sleep(WATCHED_S)
        return processor_s(process.pid) - before
