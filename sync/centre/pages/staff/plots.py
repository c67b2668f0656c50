"""Small plots of bars, in their own units. Pure geometry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT, BASE, TOP = 150, 122, 22
"""The bars stand on ``BASE`` and reach up to ``TOP``."""
SPARSE = 12
"""Bars beyond which only every other has its number below."""


@dataclass(frozen=True)
class Bar:
    """One bar; ``below`` and ``above`` are written at its ends."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    below: str
    above: str


@dataclass(frozen=True)
class Plot:
    """A row of bars. ``said`` is the same for who listens: ``1: 4, 2: 0``."""

    bars: list[Bar]
    width: int
    said: str
    height: int = HEIGHT
    base: int = BASE


def plot(
    values: Sequence[float], below: Sequence[str], above: Sequence[str], width: int = 620
) -> Plot:
    """Bars as high as their values; the highest reaches the top. ``above`` may be empty texts."""
    most = max([*values, 1e-9])
    step = width / max(1, len(values))
    sparse = 2 if len(values) > SPARSE and width < 400 else 1
    made = []
    for n, value in enumerate(values):
        height = max(1.5, (BASE - TOP) * value / most)
        made.append(
            Bar(
                round(n * step + step * 0.14, 1),
                round(BASE - height, 1),
                round(step * 0.72, 1),
                round(height, 1),
                round(n * step + step / 2, 1),
                below[n] if n % sparse == 0 else "",
                above[n],
            )
        )
    said = ", ".join(
        f"{name}: {round(value, 1):g}" for name, value in zip(below, values, strict=True)
    )
    return Plot(made, width, said)
