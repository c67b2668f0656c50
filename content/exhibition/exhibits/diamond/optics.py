"""A ray in a convex stone: Snell's law, Fresnel's formulas for unpolarised light, and total
internal reflection (any course of optics; M. Born, E. Wolf, «Principles of Optics», chapter 1).

The stone is a polygon in its own plane, its corners clockwise, y upwards. At every face a ray is
split in two; a convex stone lets no ray in again, so what leaves has left, and one path inside
carries the rest. Lengths are in half-widths of the stone, angles in radians, energy in shares of
the ray that came.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

INDEX = 2.417
"""Diamond's refractive index in yellow light (the sodium line): a textbook figure."""
RED, VIOLET = 2.407, 2.451
"""The same at the ends of what the eye sees (Fraunhofer's B and G); their difference, 0.044, is
what jewellers call dispersion."""
BOUNCES = 48
"""Faces a ray is followed to; what is left then counts as kept."""
SPENT = 1e-3
"""A ray weaker than this is followed no more."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Leaving:
    """Light that leaves through a face: where, in which direction, how much."""

    at: Point
    way: Point
    energy: float
    bounce: int
    """Faces met inside before; -1 where it never went in."""

    @property
    def back(self) -> bool:
        """Whether it goes back up to the light: through the crown, not out of the pavilion's
        sides, which are below 0."""
        return self.way[1] > 0 and self.at[1] > 0


@dataclass(frozen=True)
class Path:
    """What became of a ray. ``corners`` are where it met faces; ``carried`` is what it carried on
    inside after each."""

    corners: tuple[Point, ...]
    carried: tuple[float, ...]
    leaving: tuple[Leaving, ...]
    kept: float

    @property
    def glare(self) -> float:
        """What the first face sent back without letting it in."""
        return sum(out.energy for out in self.leaving if out.bounce < 0)

    @property
    def returned(self) -> float:
        """What went in and came back out of the crown upwards."""
        return sum(out.energy for out in self.leaving if out.bounce >= 0 and out.back)

    @property
    def leaked(self) -> float:
        """What went in and was lost below."""
        return sum(out.energy for out in self.leaving if out.bounce >= 0 and not out.back)


def critical(index: float = INDEX) -> float:
    """The angle from a face's normal beyond which all light inside is reflected, radians."""
    return math.asin(1 / index)


def reflected(cosine: float, here: float, there: float) -> tuple[float, float]:
    """The share of light a face reflects, and the cosine beyond it (0 where all is reflected).
    ``cosine`` is of the angle to the normal on this side, ``here`` and ``there`` the indices."""
    sine = here / there * math.sqrt(max(0.0, 1 - cosine * cosine))
    if sine >= 1:
        return 1.0, 0.0
    beyond = math.sqrt(1 - sine * sine)
    across = ((here * cosine - there * beyond) / (here * cosine + there * beyond)) ** 2
    along = ((here * beyond - there * cosine) / (here * beyond + there * cosine)) ** 2
    return (across + along) / 2, beyond


class Stone:
    """A convex polygon that refracts."""

    def __init__(self, corners: Sequence[Point], index: float = INDEX) -> None:
        self.corners = tuple(corners)
        self.index = index
        self._faces: list[tuple[float, float, float, float, float, float]] = []
        for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
            long = math.hypot(bx - ax, by - ay)
            self._faces.append((ax, ay, bx - ax, by - ay, -(by - ay) / long, (bx - ax) / long))

    def trace(self, start: Point, way: Point, spent: float = SPENT) -> Path | None:
        """Follow a ray from outside; None where it passes by."""
        x, y = start
        dx, dy = way
        far, face = self._in(x, y, dx, dy)
        if face < 0:
            return None
        corners: list[Point] = []
        carried: list[float] = []
        leaving: list[Leaving] = []
        energy, bounce = 1.0, -1
        while face >= 0:
            x, y = x + dx * far, y + dy * far
            _ax, _ay, _ex, _ey, nx, ny = self._faces[face]
            toward = dx * nx + dy * ny
            here, there = (1.0, self.index) if bounce < 0 else (self.index, 1.0)
            share, beyond = reflected(min(1.0, abs(toward)), here, there)
            back = (dx - 2 * toward * nx, dy - 2 * toward * ny)
            ratio = here / there
            side = math.copysign(1.0, toward) * (beyond - ratio * abs(toward))
            through = (ratio * dx + side * nx, ratio * dy + side * ny)
            if bounce < 0:
                leaving.append(Leaving((x, y), back, energy * share, bounce))
                energy *= 1 - share
                dx, dy = through
            else:
                if share < 1:
                    out = energy * (1 - share)
                    leaving.append(Leaving((x, y), through, out, bounce))
                energy *= share
                dx, dy = back
            corners.append((x, y))
            carried.append(energy)
            bounce += 1
            if bounce > BOUNCES or energy < spent:
                break
            far, face = self._out(x, y, dx, dy, face)
        return Path(tuple(corners), tuple(carried), tuple(leaving), energy)

    def _out(self, x: float, y: float, dx: float, dy: float, but: int) -> tuple[float, int]:
        """From inside: how far the face is at which the ray comes out, and which; -1 where there is
        none. Of a convex stone it is the nearest plane of those that look the ray's way."""
        near, found = math.inf, -1
        for number, (ax, ay, _ex, _ey, nx, ny) in enumerate(self._faces):
            toward = dx * nx + dy * ny
            if toward > 1e-12 and number != but:
                far = ((ax - x) * nx + (ay - y) * ny) / toward
                if 1e-9 < far < near:
                    near, found = far, number
        return near, found

    def _in(self, x: float, y: float, dx: float, dy: float) -> tuple[float, int]:
        """From outside: how far the first face is, and which; -1 where the ray passes by."""
        near, found = math.inf, -1
        for number, (ax, ay, ex, ey, _nx, _ny) in enumerate(self._faces):
            bent = dx * ey - dy * ex
            if abs(bent) < 1e-12:
                continue
            far = ((ax - x) * ey - (ay - y) * ex) / bent
            if far < near and far > 1e-9:
                place = ((ax - x) * dy - (ay - y) * dx) / bent
                if -1e-9 <= place <= 1 + 1e-9:
                    near, found = far, number
        return near, found
