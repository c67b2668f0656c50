"""What a benchmark answers: one line of the table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Measure:
    """One promise, measured. ``limit`` is what is promised: at most, or at least when ``more`` is
    better. ``peer`` is what a rival takes for the same, None where none is installed."""

    name: str
    ours: float
    limit: float
    unit: str
    more: bool = False
    peer: float | None = None
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether the promise holds."""
        return self.ours >= self.limit if self.more else self.ours <= self.limit

    def row(self) -> tuple[str, ...]:
        """The cells of its line."""
        sign = "≥" if self.more else "≤"
        return (
            self.name,
            f"{_plain(self.ours)} {self.unit}",
            f"{sign} {_plain(self.limit)} {self.unit}",
            "kept" if self.kept else "BROKEN",
            "—" if self.peer is None else f"{_plain(self.peer)} {self.unit}",
            self.note,
        )


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(0.95 * len(ordered)) - 1)]


def table(measures: Sequence[Measure]) -> str:
    """Lines with aligned columns."""
    rows = [("measure", "ours", "limit", "verdict", "peer", "note")]
    rows += [measure.row() for measure in measures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _plain(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
