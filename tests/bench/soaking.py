"""Memory after five hundred openings of exhibits."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile

from tests.bench.measure import Measure
from tests.bench.process import BIN

OPENINGS = 500
GROWTH_MB, WHOLE_MB = 5.0, 230.0


def measures() -> list[Measure]:
    """``kiosk soak`` in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [BIN / "kiosk", "soak", "--visits", str(OPENINGS), "--only", "exhibits", "--json"],
            env={**os.environ, "KIOSK_HOME": f"{folder}/kiosk"},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True,
        )  # fmt: skip
    found = json.loads(done.stdout.splitlines()[-1])
    first, last = found["rss_mb_first"], found["rss_mb_last"]
    return [
        Measure(f"growth of memory over {OPENINGS} openings of exhibits", last - first, GROWTH_MB,
                "MB", note=f"{first:.0f} MB after 50; exceptions: {found['exceptions']}"),
        Measure("memory after them", last, WHOLE_MB, "MB"),
    ]  # fmt: skip
