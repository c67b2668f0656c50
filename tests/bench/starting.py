"""From the start of the process to a complete attract screen."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.browser import kiosk_page
from tests.bench.glass import Glass, glass
from tests.bench.measure import Measure, middle
from tests.bench.process import BIN, running

RUNS = 5
STILL_S = 1.0


def measures() -> list[Measure]:
    """Warm: the first run, which fills the caches, is not counted."""
    with tempfile.TemporaryDirectory() as home, glass() as shown, kiosk_page() as page:
        ours = _starts(shown, [BIN / "kiosk", "run", "--still"], Path(home))
        peer = None if page is None else middle(_starts(shown, page, Path(home)))
    return [
        Measure("start to attract screen", middle(ours), 1.2, "s", peer=peer,
                note=f"median of {RUNS}, longest {max(ours):.2f} s")
    ]  # fmt: skip


def _starts(shown: Glass, command: Sequence[str | Path], home: Path) -> list[float]:
    """Seconds each run took to its last change of the screen."""
    taken = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        with running(command, {"DISPLAY": shown.display, "KIOSK_HOME": str(home)}):
            taken.append(shown.settle(STILL_S, patience=60) - begun)
        shown.wait_blank()
    return taken[1:]
