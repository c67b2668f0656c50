"""How fast a cutter may go along a path: as the look-ahead of any CNC controller plans it.

Two textbook laws of motion bound the speed v along the way s: in a bend of radius r the centripetal
acceleration v² / r stays within ``corner``, and along the path v² may change by at most 2 a s
(uniform acceleration, Torricelli's equation). A pass backwards from the end, where v is 0, gives
the envelope; on its way the cutter gains at most a t and never exceeds the envelope: a trapezium of
speed on a straight line, a dip at every corner.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
GRAIN = 1.0
"""Millimetres between the points a path is planned by."""
SHARPEST = 0.4
"""Radius a corner without one counts as, mm: the machine rounds it by so much."""
SPAN = 3
"""Points to either side a bend is judged by."""
HALVINGS = 24


@dataclass(frozen=True)
class Limits:
    """What the drives and the material allow: ``feed`` mm/s, ``gain`` along and ``corner`` across
    the path mm/s²."""

    feed: float
    gain: float
    corner: float


class Course:
    """A path with its envelope of speed."""

    def __init__(self, points: Sequence[Point], limits: Limits) -> None:
        self.points = resample(points)
        self.limits = limits
        self.ways = [0.0]
        for a, b in pairwise(self.points):
            self.ways.append(self.ways[-1] + math.dist(a, b))
        self.squares = self._envelope()
        self.bends = [limit * limit for limit in self._bends()]

    @property
    def long(self) -> float:
        """The length of the way, mm."""
        return self.ways[-1]

    def at(self, way: float) -> Point:
        """The place after so many mm."""
        index, part = self._where(way)
        (ax, ay), (bx, by) = self.points[index], self.points[index + 1]
        return ax + (bx - ax) * part, ay + (by - ay) * part

    def index(self, way: float) -> int:
        """The number of the last planned point passed."""
        return self._where(way)[0]

    def most(self, way: float) -> float:
        """The highest speed from which everything ahead can still be met, mm/s."""
        index, part = self._where(way)
        a, b = self.squares[index], self.squares[index + 1]
        return math.sqrt(max(0.0, a + (b - a) * part))

    def move(self, way: float, speed: float, dt: float) -> tuple[float, float]:
        """The way and the speed after ``dt`` seconds: the quickest the limits allow. Going down by
        gain * dt always keeps to the envelope, so the search has an answer."""
        gain = self.limits.gain * dt
        low, high = max(0.0, speed - gain), speed + gain
        if high <= self.most(way + high * dt):
            return way + high * dt, high
        for _turn in range(HALVINGS):
            middle = (low + high) / 2
            if middle <= self.most(way + middle * dt):
                low = middle
            else:
                high = middle
        return min(self.long, way + low * dt), low

    def _where(self, way: float) -> tuple[int, float]:
        last = len(self.ways) - 2
        index = min(last, max(0, bisect_right(self.ways, way) - 1))
        long = self.ways[index + 1] - self.ways[index]
        part = (way - self.ways[index]) / long if long > 0 else 1.0
        return index, min(1.0, max(0.0, part))

    def _bends(self) -> list[float]:
        points, last = self.points, len(self.points) - 1
        found = []
        for index in range(last + 1):
            reach = min(SPAN, index, last - index)
            radius = math.inf
            if reach > 0:
                radius = bend(points[index - reach], points[index], points[index + reach])
            allowed = math.sqrt(self.limits.corner * max(SHARPEST, radius))
            found.append(min(self.limits.feed, allowed))
        # The first point has no bend of its own: the next one's begins there.
        return [found[1], *found[1:]]

    def _envelope(self) -> list[float]:
        squares = [limit * limit for limit in self._bends()]
        squares[-1] = 0.0
        for index in range(len(squares) - 2, -1, -1):
            step = self.ways[index + 1] - self.ways[index]
            squares[index] = min(squares[index], squares[index + 1] + 2 * self.limits.gain * step)
        return squares


def bend(a: Point, b: Point, c: Point) -> float:
    """Radius of the circle through three points, mm; none where they lie in a line."""
    ab, bc, ac = math.dist(a, b), math.dist(b, c), math.dist(a, c)
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    straight = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
    if area < 1e-9 * max(1e-9, ab * bc):
        return math.inf if straight > 0 else 0.0
    return ab * bc * ac / (4 * area)


def resample(points: Sequence[Point]) -> list[Point]:
    """The same path by points :data:`GRAIN` apart, first and last kept; at least two."""
    found = [points[0]]
    owed = GRAIN
    for a, b in pairwise(points):
        long = math.dist(a, b)
        while long > 0 and owed <= long:
            part = owed / long
            found.append((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part))
            owed += GRAIN
        owed -= long
    if math.dist(found[-1], points[-1]) > 1e-6 or len(found) < 2:
        found.append(points[-1])
    found[-1] = points[-1]
    return found


def smooth(points: Sequence[Point], turns: int = 2) -> list[Point]:
    """A hand's tremor taken out; corners stay within a grain or two."""
    found = list(points)
    for _turn in range(turns):
        found = [
            found[0],
            *(
                ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)
                for a, b, c in zip(found, found[1:], found[2:], strict=False)
            ),
            *found[-1:],
        ]  # fmt: skip
    return found
