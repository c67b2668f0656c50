"""The day's end: how fast records reach a centre on the same machine, and what a sync with
nothing to send costs."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.bench.fleet import answer, enrolled
from tests.bench.measure import Measure, middle
from tests.bench.wire import counting

RECORDS = 10_000
RUNS = 3
EMPTY_RUNS = 9


def measures() -> list[Measure]:
    """A centre on embedded SQLite and one kiosk, each a process of its own."""
    with tempfile.TemporaryDirectory() as folder, enrolled(Path(folder)) as (places, url):
        rates = [_rate(places, seed) for seed in range(RUNS)]
        empty = [_sync(places)["seconds"] for _ in range(EMPTY_RUNS)]
        trips = _trips(places, url)
    return [
        Measure("sync of 10 000 records", middle(rates), 10_000, "records/s", more=True,
                note=f"median of {RUNS}, slowest {min(rates):.0f}"),
        Measure("sync with nothing to send", middle(empty), 0.05, "s",
                note=f"median of {EMPTY_RUNS}, longest {max(empty):.3f} s"),
        Measure("round trips of that", trips, 1, ""),
    ]  # fmt: skip


def _rate(places: Mapping[str, str], seed: int) -> float:
    answer(
        *("kiosk", "simulate", "--visits", "500", "--records", str(RECORDS)),
        *("--seed", str(seed), "--json"),
        places=places,
    )
    done = _sync(places)
    if done["pending"] or done["sent"] < RECORDS:
        raise RuntimeError(f"not everything was sent: {done}")
    return float(done["sent"] / done["seconds"])


def _trips(places: Mapping[str, str], url: str) -> int:
    """Requests of one empty sync, counted on the way to the centre."""
    identity = Path(places["KIOSK_HOME"]) / "identity.json"
    kept = identity.read_bytes()
    with counting(url) as counter:
        identity.write_text(json.dumps({**json.loads(kept), "url": counter.url}))
        try:
            _sync(places)
        finally:
            identity.write_bytes(kept)
        return counter.requests


def _sync(places: Mapping[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(answer("kiosk", "sync", "--json", places=places))
    return told
