"""A leaf with its veins, what sits on it and what ails it."""

from __future__ import annotations

import math
from random import Random

from content.exhibition.challenges.leaf.rules import Leaf
from screens.challenges.brush import Point, ellipse, fill, spot, stroke
from screens.theme import Colour, mix, rgba

LIGHT, DEEP = rgba("#7CC46A"), rgba("#2E8B4A")
BROWN, HALO, RUST, DRY, PALE = (
    rgba("#5B3A1E"),
    rgba("#E6D27A"),
    rgba("#D9701F"),
    rgba("#8A6A3C"),
    rgba("#F2E27A"),
)
WHITE = rgba("#FFFFFF")
STEPS = 48
VEINS = 5


class _Blade:
    """The outline of a leaf in its place: ``at(along, aside)`` is a point of it, along from 0 at
    the stalk to 1 at the tip, aside from -1 to 1 between its edges."""

    def __init__(self, leaf: Leaf, x: float, y: float, wide: float, tall: float) -> None:
        self._shape = leaf.shape
        self.long = min(tall * 0.84, wide * 1.0)
        slim = {"willow": 0.24, "birch": 0.46, "round": 0.5, "maple": 0.52}[leaf.shape]
        self.half = min(self.long * slim, wide * 0.47)
        self._turn = leaf.turn * 0.3
        self._x, self._y = x + wide / 2, y + tall / 2

    def width(self, along: float) -> float:
        """Half of the leaf's width at a share of its length, of its greatest half."""
        if self._shape == "willow":
            return math.sin(math.pi * along) ** 0.8
        if self._shape == "round":
            return math.sqrt(max(0.0, 1 - (2 * along - 1) ** 2))
        if self._shape == "birch":
            return math.sin(math.pi * along**0.62) ** 0.9
        lobes = 0.78 + 0.22 * math.cos(along * math.pi * 6.2)
        return math.sin(math.pi * along**0.75) ** 0.7 * lobes

    def at(self, along: float, aside: float) -> Point:
        """A point of the leaf, px."""
        px = aside * self.width(min(1.0, max(0.0, along))) * self.half
        py = (along - 0.5) * self.long
        cos, sin = math.cos(self._turn), math.sin(self._turn)
        return self._x + px * cos - py * sin, self._y + px * sin + py * cos

    def rim(self, within: float = 1.0, start: float = 0.0, end: float = 1.0) -> list[Point]:
        """The edge, from ``start`` to ``end`` of the length on both sides."""
        shares = [start + (end - start) * step / STEPS for step in range(STEPS + 1)]
        right = [
            self.at(share, within * self._tooth(number)) for number, share in enumerate(shares)
        ]
        left = [
            self.at(share, -within * self._tooth(number)) for number, share in enumerate(shares)
        ]
        return right + left[::-1]

    def _tooth(self, number: int) -> float:
        toothed = self._shape in ("birch", "maple")
        return 1 - 0.07 * (number % 2) if toothed else 1.0


def paint(leaf: Leaf, x: float, y: float, wide: float, tall: float) -> None:
    """Draw the leaf, then what ails it, then what sits on it."""
    blade = _Blade(leaf, x, y, wide, tall)
    random = Random(leaf.seed)  # noqa: S311 - play, no secret
    green = mix(LIGHT, DEEP, 0.15 + leaf.green * 0.7)
    vein = mix(green, DEEP, 0.75) if leaf.ill == "yellow" else mix(green, WHITE, 0.35)
    body = mix(green, PALE, 0.88) if leaf.ill == "yellow" else green
    thin = max(2.0, blade.long * 0.012)
    stroke((blade.at(-0.1, 0), blade.at(0.05, 0)), thin * 2.4, mix(green, BROWN, 0.4))
    fill(blade.rim(), body, mix(green, DEEP, 0.8), thin)
    if leaf.ill == "scorch":
        _scorch(blade, thin)
    _veins(blade, vein, thin * (2.2 if leaf.ill == "yellow" else 1.0))
    if leaf.ill in ("spots", "rust", "bloom", "holes"):
        _marks(leaf.ill, blade, random)
    if leaf.guest == "drops":
        for _drop in range(3):
            px, py = blade.at(random.uniform(0.25, 0.7), random.uniform(-0.55, 0.55))
            radius = blade.long * random.uniform(0.022, 0.034)
            spot(px, py, radius, (0.8, 0.93, 1, 0.75))
            spot(px - radius * 0.3, py + radius * 0.35, radius * 0.3, WHITE)
    elif leaf.guest == "ladybird":
        _ladybird(
            *blade.at(random.uniform(0.35, 0.65), random.uniform(-0.4, 0.4)), blade.long * 0.05
        )


def _veins(blade: _Blade, colour: Colour, thin: float) -> None:
    stroke((blade.at(0.0, 0), blade.at(0.94, 0)), thin * 1.6, colour)
    for number in range(VEINS):
        base = 0.12 + number * 0.15
        for side in (-1, 1):
            end = blade.at(min(0.95, base + 0.16), side * 0.78)
            stroke((blade.at(base, 0), end), thin, colour, joints=False)


def _marks(ill: str, blade: _Blade, random: Random) -> None:
    count = {"spots": 7, "rust": 16, "bloom": 6, "holes": 5}[ill]
    for number in range(count):
        along = 0.18 + 0.64 * (number + random.random()) / count
        px, py = blade.at(along, random.uniform(0.12, 0.72) * (1 if number % 2 else -1))
        size = blade.long * random.uniform(0.8, 1.25)
        if ill == "spots":
            spot(px, py, size * 0.042, HALO)
            spot(px, py, size * 0.028, BROWN)
        elif ill == "rust":
            spot(px, py, size * 0.017, RUST)
        elif ill == "bloom":
            for _flake in range(4):
                dx, dy = (random.uniform(-0.035, 0.035) * size for _axis in range(2))
                spot(px + dx, py + dy, size * 0.036, (1, 1, 1, 0.72))
        else:
            wide = size * 0.085
            rim = ellipse(px, py, wide, wide * 0.72, random.uniform(0, 3))
            fill(rim, WHITE, mix(DEEP, BROWN, 0.7), max(2.0, size * 0.01))


def _scorch(blade: _Blade, thin: float) -> None:
    for within, colour, width in ((0.95, PALE, 7.0), (0.98, DRY, 4.6)):
        rim = blade.rim(within, 0.42, 1.0)
        stroke(rim, thin * width, colour)


def _ladybird(x: float, y: float, radius: float) -> None:
    spot(x, y + radius * 0.7, radius * 0.55, rgba("#1B1B22"))
    spot(x, y, radius, rgba("#D8322A"))
    stroke(
        ((x, y - radius * 0.95), (x, y + radius * 0.95)), max(1.5, radius * 0.12), rgba("#1B1B22")
    )
    for dx, dy in ((-0.45, 0.3), (0.45, 0.3), (-0.45, -0.35), (0.45, -0.35)):
        spot(x + dx * radius, y + dy * radius, radius * 0.18, rgba("#1B1B22"))
