"""What every soak counts, and what a kind of soak is."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from screens.driving.driver import Driver

SEED = 67
"""Walks are random and always the same."""


class Tally:
    """Milliseconds of touches and of changes of screens, one after another."""

    def __init__(self) -> None:
        self._taps: list[float] = []
        self._screens: list[float] = []

    def tap(self, ms: float) -> None:
        """A touch drew its first change so late; 0 where it drew none."""
        if ms:
            self._taps.append(ms)

    def screen(self, ms: float) -> None:
        """Another screen was complete so late."""
        if ms:
            self._screens.append(ms)

    @property
    def tap_ms_p95(self) -> float:
        """The touch that 95 of 100 do not exceed, 0 of none."""
        return _p95(self._taps)

    @property
    def screen_ms_p95(self) -> float:
        """The same of changes of screens."""
        return _p95(self._screens)


class Soaked(Protocol):
    """One kind of soak: what ``Kind`` of each module here is."""

    warm_up: int
    """How often before memory is first measured; a quarter where less is asked for."""

    def __init__(self, driver: Driver, tally: Tally) -> None: ...

    def once(self, number: int) -> None:
        """Do it, from wherever the last time ended; ``number`` counts from 1. May raise: that is
        counted, the visit is ended, and the next time begins on the attract screen."""


def rss_mb() -> float:
    """Memory of this process that is in use after a collection, MB."""
    gc.collect()
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


def _p95(values: list[float]) -> float:
    if not values:
        return 0.0
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1)
