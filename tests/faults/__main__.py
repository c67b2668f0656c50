"""``make faults``: kill and cut and forge for so many seconds, then count what came of it.

Prints one line for each kind of fault with how often it was tried, then ``lost``, ``doubled``,
``read`` (files in which something typed was found) and ``forged`` (receipts believed that no
centre gave). Exits 1 unless all four are nothing.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.killing import KINDS, NAMES, killing
from tests.faults.searching import where
from tests.sync.test_faults import Road

KILLING_SHARE = 0.7
"""Of the time; the rest goes to a wire that loses, doubles and forges."""


def main() -> int:
    """Run for ``--seconds``."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--seconds", type=float, default=1800)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    chosen = parser.parse_args()
    end = time.monotonic() + chosen.seconds
    print(f"seed {chosen.seed}", flush=True)
    tried: Counter[str] = Counter()
    found = _kill(chosen.seed, time.monotonic() + chosen.seconds * KILLING_SHARE, tried)
    found["forged"] = _forge(end, tried)
    for name, count in (*sorted(tried.items()), *found.items()):
        print(f"{name}: {count}")
    return 1 if any(found.values()) else 0


def _kill(seed: int, end: float, tried: Counter[str]) -> dict[str, int]:
    with (
        tempfile.TemporaryDirectory() as folder,
        killing(Path(folder), seed) as road,
    ):
        for kind in itertools.cycle(KINDS):
            if time.monotonic() >= end:
                break
            road.round(kind)
        tried.update({f"{side} killed": count for side, count in road.killed.items()})
        agreed = road.agree()
        tried["records"] = agreed["total"]
        return {
            "lost": agreed["lost"],
            "doubled": agreed["doubled"] + agreed["strange"],
            "read": len(where([Path(folder)], NAMES)),
        }


def _forge(end: float, tried: Counter[str]) -> int:
    class Counting(Road):
        def _fault(self, fault, path, body, pass_on):  # type: ignore[no-untyped-def]
            if fault != "none":
                tried[f"wire: {fault}"] += 1
            return super()._fault(fault, path, body, pass_on)

    longest = 0.0
    while (began := time.monotonic()) + longest < end:
        try:
            run_state_machine_as_test(
                Counting,
                settings=settings(
                    max_examples=10,
                    stateful_step_count=20,
                    deadline=None,
                    derandomize=False,
                    database=None,
                    suppress_health_check=list(HealthCheck),
                ),
            )
        except AssertionError as error:
            print(error, file=sys.stderr)
            return 1
        longest = max(longest, time.monotonic() - began)
    return 0


if __name__ == "__main__":
    sys.exit(main())
