"""Where the corners of a result's radar are, in its own units. Pure geometry."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 320, 260
RADIUS = 92
NAME = 18
"""How far beyond its corner a name stands."""
SHORT = 11
"""Characters of a name that has room beside its corner."""
FEWEST = 3


@dataclass(frozen=True)
class Corner:
    """A trait's name and where it stands; ``anchor`` is SVG's ``text-anchor``."""

    name: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Radar:
    """``rings`` and ``shape`` are SVG ``points``."""

    rings: list[str]
    shape: str
    corners: list[Corner]
    width: int = WIDTH
    height: int = HEIGHT


def radar(names: Sequence[str], shares: Sequence[float]) -> Radar | None:
    """A radar of shares 0 to 1; None where there are too few or a name has no room."""
    count = len(names)
    if count < FEWEST or any(len(name) > SHORT for name in names):
        return None

    def at(number: int, far: float) -> tuple[float, float]:
        angle = 2 * math.pi * number / count
        return WIDTH / 2 + far * math.sin(angle), HEIGHT / 2 + 4 - far * math.cos(angle)

    def outline(fars: Sequence[float]) -> str:
        return " ".join("{:.1f},{:.1f}".format(*at(n, far)) for n, far in enumerate(fars))

    rings = [outline([RADIUS * part / 4] * count) for part in (4, 3, 2, 1)]
    shape = outline([RADIUS * max(share, 0.03) for share in shares])
    corners = []
    for number, name in enumerate(names):
        x, y = at(number, RADIUS + NAME)
        side = x - WIDTH / 2
        anchor = "middle" if abs(side) < 1 else "start" if side > 0 else "end"
        x -= NAME / 2 * (side > 1) - NAME / 2 * (side < -1)
        corners.append(Corner(name, round(x, 1), round(y + 5, 1), anchor))
    return Radar(rings, shape, corners)
