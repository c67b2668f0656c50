"""A centre on embedded SQLite and a kiosk enrolled to it, for as long as a benchmark needs them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.bench.process import BIN

PIN = "246813"


@contextmanager
def enrolled(folder: Path) -> Iterator[tuple[dict[str, str], str]]:
    """The environment of both, and the centre's address; ends with the block."""
    places = {
        "CENTRE_HOME": f"{folder}/centre",
        "KIOSK_HOME": f"{folder}/kiosk",
        "CENTRE_PASSPHRASE": "a bench keeps no secrets",
        "CENTRE_ADMIN": "bench",
        "CENTRE_ADMIN_PASSWORD": "a bench keeps no secrets",
        "KIOSK_PIN": PIN,
    }
    answer("centre", "init", places=places)
    serving = subprocess.Popen(
        [BIN / "centre", "serve", "--port", "0", "--json"],
        env={**os.environ, **places},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stdout is not None
        url = json.loads(serving.stdout.readline())["url"]
        answer("kiosk", "enrol", url, answer("centre", "enrol-code", places=places), places=places)
        yield places, url
    finally:
        serving.terminate()
        serving.wait(20)


def answer(*command: str, places: Mapping[str, str]) -> str:
    """The last line of what a command says; RuntimeError with its own words when it fails."""
    done = subprocess.run(
        [BIN / command[0], *command[1:]],
        env={**os.environ, **places},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout.strip().splitlines()[-1]
