"""The day's end: how fast records reach a centre on the same machine, and what a sync with
nothing to send costs."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.measure import Measure, middle
from tests.bench.process import BIN
from tests.bench.wire import counting

RECORDS = 10_000
RUNS = 3
EMPTY_RUNS = 9


def measures() -> list[Measure]:
    """A centre on embedded SQLite and one kiosk, each a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        places = {
            "CENTRE_HOME": f"{folder}/centre",
            "KIOSK_HOME": f"{folder}/kiosk",
            "CENTRE_PASSPHRASE": "a bench keeps no secrets",
            "CENTRE_ADMIN": "bench",
            "CENTRE_ADMIN_PASSWORD": "a bench keeps no secrets",
            "KIOSK_PIN": "246813",
        }
        _run("centre", "init", environment=places)
        with _centre(places) as url:
            code = _run("centre", "enrol-code", environment=places)
            _run("kiosk", "enrol", url, code, environment=places)
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
    _run(
        *("kiosk", "simulate", "--visits", "500", "--records", str(RECORDS)),
        *("--seed", str(seed), "--json"),
        environment=places,
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
    answer: dict[str, Any] = json.loads(_run("kiosk", "sync", "--json", environment=places))
    return answer


def _run(*command: str, environment: Mapping[str, str]) -> str:
    """The last line of what a command says."""
    done = subprocess.run(
        [BIN / command[0], *command[1:]],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout.strip().splitlines()[-1]


@contextmanager
def _centre(places: Mapping[str, str]) -> Iterator[str]:
    serving = subprocess.Popen(
        [BIN / "centre", "serve", "--port", "0", "--json"],
        env={**os.environ, **places},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stdout is not None
        yield json.loads(serving.stdout.readline())["url"]
    finally:
        serving.terminate()
        serving.wait(20)
