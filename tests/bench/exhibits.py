"""Exhibits: how long a model's step takes, how quickly a view redraws beside as many plain
pictures, and how soon one that was seen before is open."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from tests.bench.measure import Measure, middle, p95

STEP_MS, SHARE, OPEN_MS = 2.0, 0.8, 250.0


def measures() -> list[Measure]:
    """All exhibits in one process of their own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.redrawing"], check=True, capture_output=True, text=True
    )
    found: dict[str, dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    rows = []
    for name, exhibit in found.items():
        ours, theirs = (
            len(exhibit[whose]) / sum(exhibit[whose]) * 1000 for whose in ("ours", "theirs")
        )
        openings = exhibit["openings"][1:]
        rows += [
            Measure(f"{name}: a step of its model, p95", p95(exhibit["steps"]), STEP_MS, "ms",
                    note=f"median {middle(exhibit['steps']):.2f}, "
                    f"longest {max(exhibit['steps']):.1f}"),
            Measure(f"{name}: frames a second, share of plain pictures'", ours / theirs, SHARE, "",
                    more=True, note=f"{ours:.0f} a second; {middle(exhibit['pictures']):.0f} plain "
                    f"pictures {theirs:.0f}"),
            Measure(f"{name}: opening one seen before", max(openings), OPEN_MS, "ms",
                    note=f"the longest of {len(openings)}; the first {exhibit['openings'][0]:.0f}"),
        ]  # fmt: skip
    return rows
