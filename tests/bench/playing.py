"""Games: how quickly a stage redraws beside as many plain pictures, how soon a drag is seen, and
how soon one that was seen before is open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from tests.bench.measure import Measure, middle

SHARE, OPEN_MS, LATE = 0.8, 250.0, 2


def measures() -> list[Measure]:
    """All games in one process of their own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.dragging"],
        env={**os.environ, "SDL_AUDIODRIVER": "dummy"},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    found: dict[str, dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    rows = []
    for name, game in found.items():
        ours, theirs = (len(game[whose]) / sum(game[whose]) * 1000 for whose in ("ours", "theirs"))
        openings = game["openings"][1:]
        rows += [
            Measure(f"{name}: frames a second, share of plain pictures'", ours / theirs, SHARE, "",
                    more=True, note=f"{ours:.0f} a second; {middle(game['pictures']):.0f} plain "
                    f"pictures {theirs:.0f}"),
            Measure(f"{name}: frames until a drag is seen", game["late"], LATE, "",
                    note=f"a frame of it {middle(game['dragged']):.0f} ms"),
            Measure(f"{name}: opening one seen before", max(openings), OPEN_MS, "ms",
                    note=f"the longest of {len(openings)}; the first {game['openings'][0]:.0f}"),
        ]  # fmt: skip
    return rows
