"""The statistics of 100 000 answer sheets: from the centre's database to every figure."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import msgspec

import content
from content.loading import load
from content.model import SelfTest
from content.selftests.scoring import choices
from sync.centre.store.engine import Store, open_store
from sync.centre.store.schema import upgrade
from sync.centre.store.tables import records, rollups
from sync.records import uuid7
from tests.bench.measure import Measure, middle

SHEETS = 100_000
OTHER = 300_000
"""Records of other kinds that lie between."""
TIMES = 3
_AT_ONCE = 20_000


def measures() -> list[Measure]:
    """In this process, on SQLite; every test has its part of the sheets."""
    tests = load(Path(content.__path__[0])).values(SelfTest)
    import_ms = _import_ms()
    from sync.centre.measuring.figures import figures
    from sync.centre.measuring.gathering import gather

    known = {(one.id, one.version): one for one in tests}
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/centre.db")
        upgrade(store)
        _fill(store, tests)
        took, read = [], []
        for _again in range(TIMES):
            began = time.perf_counter()
            with store.read() as connection:
                piles = gather(connection)
            read.append(time.perf_counter() - began)
            found = [figures(pile, known[pile.test, pile.version]) for pile in piles]
            took.append(time.perf_counter() - began)
        store.close()
    assert sum(one.finished for one in found) == SHEETS
    return [
        Measure("statistics of 100 000 answer sheets", middle(took), 5, "s",
                note=f"of it {middle(read):.2f} s to read them among {OTHER} other records; "
                f"{len(found)} tests"),
        Measure("numpy, imported by the first page that asks", import_ms, 500, "ms"),
    ]  # fmt: skip


def _import_ms() -> float:
    code = "import time; t=time.perf_counter(); import numpy; print(1000*(time.perf_counter()-t))"
    done = [
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        for _again in range(TIMES)
    ]
    return middle([float(one.stdout) for one in done])


def _fill(store: Store, tests: list[SelfTest]) -> None:
    """Sheets filled in at random, none of them of a person."""
    random = Random(7)
    bodies: list[tuple[str, bytes]] = [("screen.seen", b'{"screen":"home.menu"}')] * OTHER
    for n in range(SHEETS):
        test = tests[n % len(tests)]
        answers = "".join("abcdefghi"[random.randrange(choices(test, one))] for one in test.items)
        body = {
            "test": test.id,
            "version": test.version,
            "lang": "ru",
            "answers": answers,
            "ms": [random.randrange(800, 9000) for _item in test.items],
        }
        bodies.append(("selftest.finished", msgspec.json.encode(body)))
    random.shuffle(bodies)
    base = {"kiosk": "BENCH", "stream": "use", "epoch": "e", "schema": 1, "visit": b"", "key": "",
            "at": "2026-11-23T09:00:00.000Z", "sha256": b"", "batch": 1}  # fmt: skip
    with store.write() as connection:
        for start in range(0, len(bodies), _AT_ONCE):
            rows = [
                base | {"seq": start + n + 1, "id": uuid7(), "kind": kind, "body": body}
                for n, (kind, body) in enumerate(bodies[start : start + _AT_ONCE])
            ]
            connection.execute(records.insert(), rows)
        row = {"kiosk": "BENCH", "day": "2026-11-23", "kind": "selftest.finished"}
        connection.execute(rollups.insert(), [row | {"count": SHEETS, "total": 0}])
