"""kill -9 of the kiosk and of the centre at seeded moments, and whether both agree afterwards."""

from __future__ import annotations

import json
import random
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.simulate import PEOPLE
from tests.faults.gate import Gate, gate
from tests.faults.programs import Centre, Programs

KINDS = ("kiosk recording", "kiosk sending", "centre receiving", "both")
NAMES = PEOPLE
"""Whom the simulation signs up."""
VISITS = 30
"""Visits recorded in a round: some three hundred records, one batch."""


class Killing:
    """One kiosk and one centre with a gate between them."""

    def __init__(self, programs: Programs, centre: Centre, way: Gate, seed: int) -> None:
        self.killed: Counter[str] = Counter()
        self._programs = programs
        self._centre = centre
        self._way = way
        self._chance = random.Random(seed)
        self._seed = seed

    def round(self, kind: str) -> None:
        """Record some visits and send them; kill what ``kind`` says somewhere on the way."""
        if kind == "kiosk recording":
            self._kill_recording()
            return
        self._record()
        self._kill_sending(kiosk=kind != "centre receiving", centre=kind != "kiosk sending")

    def agree(self) -> dict[str, int]:
        """Sync until nothing waits, and compare both sides record by record. The counts: total,
        lost, doubled (a place or an id twice, or a conflict), strange (held but not journalled)."""
        programs = self._programs
        self._centre.kill()
        self._centre.start()
        done = programs.told("kiosk", "sync")
        assert done["pending"] == 0, done
        again = programs.told("kiosk", "sync")
        assert (again["sent"], again["pending"]) == (0, 0), again
        journalled, held = programs.journalled(), programs.held()
        said, status = programs.told("centre", "records"), programs.told("kiosk", "status")
        assert said["total"] == sum(said["by_kind"].values()) == len(held)
        assert status["last_seq"] == status["acked_seq"]
        assert status["pending"] == 0
        for stream, epoch in {place[:2] for place in held}:
            seqs = sorted(place[2] for place in held if place[:2] == (stream, epoch))
            assert seqs == list(range(1, len(seqs) + 1)), (stream, epoch)
        return {
            "total": len(held),
            "lost": sum(held.get(place) != sha256 for place, sha256 in journalled.items()),
            "doubled": said["conflicts"] + said["quarantined"] + self._twice(),
            "strange": len(held.keys() - journalled.keys()),
        }

    def _record(self) -> None:
        seed = self._chance.randrange(10**6)
        self._programs.told("kiosk", "simulate", "--visits", VISITS, "--seed", seed)

    def _kill_recording(self) -> None:
        """Somewhere between the first bytes in the journal and the end of many visits."""
        wal = self._programs.kiosk_home / "journal.db-wal"
        process = self._programs.start("kiosk", "simulate", "--visits", "5000", "--json")
        size = self._chance.randrange(4096, 2_000_000)
        deadline = time.monotonic() + 60
        grown = 0
        while process.poll() is None and grown < size and time.monotonic() < deadline:
            try:
                grown = wal.stat().st_size
            except FileNotFoundError:
                grown = 0
            time.sleep(0.0005)
        self._end(process)
        assert process.returncode == -9, "the simulation ended before it was killed"
        self.killed["kiosk"] += 1

    def _kill_sending(self, kiosk: bool, centre: bool) -> None:
        """When a seeded number of bytes has gone up or down, and a seeded moment later."""
        way = self._chance.choice(("up", "up", "down"))
        byte = self._chance.randrange(200, 40_000 if way == "up" else 12_000)
        delay = self._chance.choice((0, 0, self._chance.uniform(0, 0.05)))
        process = self._programs.start("kiosk", "sync", "--json")

        def kill() -> None:
            time.sleep(delay)
            if centre:
                self._centre.kill()
                self.killed["centre"] += 1
            if kiosk:
                self._end(process)
                self.killed["kiosk"] += process.returncode == -9

        self._way.at(way, byte, kill)
        out, err = process.communicate(timeout=120)
        if process.returncode == 1:
            assert len(err.strip().splitlines()) == 1, err
        elif process.returncode == 0:
            assert json.loads(out)["pending"] == 0
        self._way.settle()
        if centre:
            self._centre.kill()
            self._centre.start()

    def _twice(self) -> int:
        import sqlite3

        path = self._programs.centre_home / "centre.db"
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
            (count,) = base.execute(
                "SELECT COUNT(*) - COUNT(DISTINCT hex(id)) FROM records"
            ).fetchone()
        base.close()
        return int(count)

    @staticmethod
    def _end(process: subprocess.Popen[str]) -> None:
        process.kill()
        process.wait(20)


@contextmanager
def killing(folder: Path, seed: int) -> Iterator[Killing]:
    """A centre that is set up, a kiosk enrolled to it through a gate."""
    programs = Programs(folder)
    programs.answer("centre", "init")
    centre = Centre(programs)
    centre.start()
    try:
        with gate(centre.port) as way:
            programs.enrol(way.url)
            yield Killing(programs, centre, way, seed)
    finally:
        centre.kill()
