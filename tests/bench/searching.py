"""The search over a thousand professions: how long a keystroke takes, how long the index, and how
its list scrolls beside an empty one."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from content.library import Library
from kiosk.search import Search
from kiosk.settings import load
from tests.bench.generated import grown
from tests.bench.measure import Measure, middle, p95
from tests.bench.process import BIN

PROFESSIONS = 1000
TYPED = (
    "сварщик ручной",
    "технолог машиностроения",
    "учителем начальных классов",
    "электромонтёр в вязьме",
    "сваршик метала",
    "ghjuhfvvbcn",
    "programming",
    "nurse smolensk",
)
"""What is typed letter by letter: words, forms, errors, the wrong layout, English."""
BUILDS = 5
SLOWER = 0.10


def measures() -> list[Measure]:
    """Search in this process, frames in one of their own."""
    with tempfile.TemporaryDirectory() as folder:
        library = grown(Library.open(load(Path(folder)).pack), PROFESSIONS)
    built, search = [], Search(library)
    for _again in range(BUILDS):
        search = Search(library)
        began = time.perf_counter()
        search.prepare()
        built.append(1000 * (time.perf_counter() - began))
    keys = []
    for text in TYPED:
        for end in range(1, len(text) + 1):
            began = time.perf_counter()
            search.find(text[:end], limit=10_000)
            keys.append(1000 * (time.perf_counter() - began))
    frames = _frames()
    limit = p95(frames["empty"])
    late = sum(frame > limit for frame in frames["full"]) / len(frames["full"])
    return [
        Measure("search per keystroke, p95", p95(keys), 30, "ms",
                note=f"median {middle(keys):.1f}, all results ranked"),
        Measure("search index built", middle(built), 150, "ms",
                note=f"{PROFESSIONS} professions"),
        Measure("frames of a scrolled list slower than an empty list's", 100 * late,
                100 * SLOWER, "%",
                note=f"paced at 60 a second; {PROFESSIONS} rows; medians "
                f"{middle(frames['full']):.1f} and {middle(frames['empty']):.1f} ms"),
    ]  # fmt: skip


def _frames() -> dict[str, list[float]]:
    command = [str(BIN / "python") if (BIN / "python").exists() else sys.executable]
    done = subprocess.run(
        [*command, "-m", "tests.bench.scrolling"], check=True, capture_output=True, text=True
    )
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found
