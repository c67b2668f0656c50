"""A large region's content: how long it takes to load, what it takes in memory, and how soon an
author sees a save."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from content.library import Library
from content.model import Condition, Event, Pack, Text, Vacancy
from tests.bench.generated import SEED, grown, library_of
from tests.bench.glass import Glass, glass
from tests.bench.measure import Measure, middle
from tests.bench.process import BIN, memory_mb, running

PROFESSIONS, EVENTS, VACANCIES = 1000, 500, 2000
RUNS = 5
SAVES = 5
ROOT = Path(__file__).parents[2]
SIZE = (540, 960)
MIDDLE = (270, 480)


def measures() -> list[Measure]:
    """Each load in a process of its own; then saves in a preview, watched from outside."""
    with tempfile.TemporaryDirectory() as folder:
        loads = [_load(_large(Path(folder))) for _ in range(RUNS)]
    saves = _saves()
    seconds = middle([load["seconds"] for load in loads])
    found = middle([load["search_seconds"] for load in loads])
    with_search = middle([load["search_mb"] for load in loads])
    return [
        Measure("load 1000 professions, 500 events, 2000 vacancies", seconds, 0.5, "s",
                note=f"the index for the search, by the worker: {found:.2f} s"),
        Measure("memory of that (PSS)", middle([load["mb"] for load in loads]), 25, "MB",
                note=f"with the index for the search {with_search:.0f} MB"),
        Measure("preview: from a save to the last new pixel", max(saves), 2.0, "s",
                note=f"the longest of {SAVES}, median {middle(saves):.2f} s"),
    ]  # fmt: skip


def _large(folder: Path) -> Path:
    """A pack of that many things, its text alone: pictures are no different."""
    library = grown(library_of(ROOT / "build" / "packs" / "current"), PROFESSIONS)
    (folder / "pack.json").write_bytes(msgspec.json.encode(_filled(library)))
    return folder


def _filled(library: Library) -> Pack:
    """The library's pack with events and vacancies as long as real ones."""
    draw, pack = random.Random(SEED), library.pack
    towns = [town.id for town in pack.towns]

    def said(words: int) -> Text:
        of = draw.choice(pack.professions).day
        return Text(_cut(of.ru, words), _cut(of.en, words))

    events = [
        msgspec.structs.replace(
            draw.choice(pack.events),
            id=f"event-{n}", title=said(5), lead=said(12), place=said(7), in_days=n % 60,
        )
        for n in range(EVENTS)
    ]  # fmt: skip
    conditions = [Condition(f"condition-{n}", said(2), "house", n) for n in range(9)]
    vacancies = [
        Vacancy(
            f"vacancy-{n}", said(4), said(4), draw.choice(towns),
            [c.id for c in draw.sample(conditions, 3)], said(24), "house", sample=True,
        )
        for n in range(VACANCIES)
    ]  # fmt: skip
    assert all(isinstance(event, Event) for event in events)
    return msgspec.structs.replace(pack, events=events, conditions=conditions, vacancies=vacancies)


def _cut(text: str, words: int) -> str:
    return " ".join(text.split()[:words])


def _load(pack: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.loading", pack],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=ROOT, check=True,
    )  # fmt: skip
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def load_here(pack: Path) -> dict[str, float]:
    """Load the pack in this process: seconds and MB of 2^20 bytes it took, then with the index."""
    from kiosk.search import Search
    from screens import memory

    memory.tame()
    before, begun = memory_mb(os.getpid()), time.perf_counter()
    library = Library.open(pack)
    taken = time.perf_counter() - begun
    loaded, begun = memory_mb(os.getpid()), time.perf_counter()
    Search(library).prepare()
    indexed = time.perf_counter() - begun
    return {
        "seconds": taken,
        "mb": loaded - before,
        "search_seconds": indexed,
        "search_mb": memory_mb(os.getpid()) - before,
    }


def _saves() -> list[float]:
    """Seconds from saving the name of the first tile of home to the kiosk's new picture."""
    with tempfile.TemporaryDirectory() as folder, glass(*SIZE) as shown:
        copy = Path(folder) / "content"
        for part in ("exhibition", "assets", "games", "voice"):
            if (ROOT / "content" / part).is_dir():
                shutil.copytree(ROOT / "content" / part, copy / part)
        command = [BIN / "content", "--content", copy, "preview", "--size", "540x960"]
        with running(command, {"DISPLAY": shown.display, "KIOSK_STILL": "1"}):
            shown.settle(1.0, patience=120)
            shown.tap(*MIDDLE, still=1.0)
            return [_save(shown, copy, number) for number in range(SAVES)]


def _save(shown: Glass, copy: Path, number: int) -> float:
    file = next((copy / "exhibition" / "audiences").glob("*.yaml"))
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if "name: {ru: " in line)
    lines[place] = f"  name: {{ru: Проба {number}, en: Trial {number}}}\n"
    before, begun = shown.look(), time.perf_counter()
    file.write_text("".join(lines), encoding="utf-8")
    while not shown.differs(before):
        if time.perf_counter() - begun > 30:
            raise TimeoutError("the save was never shown")
        time.sleep(0.005)
    return shown.settle(0.6, patience=30) - begun


if __name__ == "__main__":
    print(json.dumps(load_here(Path(sys.argv[1]))))
