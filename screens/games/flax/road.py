"""Where a winding road goes and what stands along it: geometry, px."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from screens.page import Box
from screens.units import u

Point = tuple[float, float]
TURN = 0.44
"""How far a turn reaches beyond what stands there, parts of a column."""
STEPS = 16
"""Straight pieces of the curve between two points."""


@dataclass(frozen=True)
class Course:
    """A road: where each of its things stands, the points it winds through, how much room each
    thing has, px."""

    stops: list[Point]
    bends: list[Point]
    """The stops and the turns between rows, in order."""
    room: float

    @property
    def curve(self) -> list[Point]:
        """The road itself, through all bends."""
        return _through(self.bends)


def course(box: Box, count: int) -> Course:
    """A road of ``count`` things to and fro through a box, in as many rows as leave most room."""
    rows = max(range(1, count + 1), key=lambda rows: _room(box, count, rows))
    lengths = _lengths(count, rows)
    column, row_tall = box.width / max(lengths), box.height / rows
    room = min(column, row_tall)
    # Up and down as far as the row lets it, so that it winds.
    sway = min(room * 0.1, max(0.0, (row_tall - room) / 2))
    stops: list[Point] = []
    bends: list[Point] = []
    for row, length in enumerate(lengths):
        right = 1 if row % 2 == 0 else -1
        middle = box.x + box.width / 2
        y = box.top - (row + 0.5) * row_tall
        here = [
            (
                middle + right * (number - (length - 1) / 2) * column,
                y + (sway if number % 2 else -sway),
            )
            for number in range(length)
        ]
        if bends:
            (ax, ay), (bx, by) = bends[-1], here[0]
            side = max(ax, bx) if right < 0 else min(ax, bx)
            edge = side - right * TURN * column
            limit = box.x - u(30) if right > 0 else box.x + box.width + u(30)
            bends.append((max(edge, limit) if right > 0 else min(edge, limit), (ay + by) / 2))
        stops += here
        bends += here
    return Course(stops, bends, room)


def _room(box: Box, count: int, rows: int) -> float:
    return min(box.width / max(_lengths(count, rows)), box.height / rows)


def _lengths(count: int, rows: int) -> list[int]:
    """How many things stand in each row: rows in the middle have one more."""
    least, more = divmod(count, rows)
    inner = sorted(range(rows), key=lambda row: abs(row - (rows - 1) / 2))[:more]
    return [least + (row in inner) for row in range(rows)]


def _through(points: list[Point]) -> list[Point]:
    """A smooth curve through points (E. Catmull, R. Rom)."""
    if len(points) < 3:
        return list(points)
    (ax, ay), (bx, by), (yx, yy), (zx, zy) = points[0], points[1], points[-2], points[-1]
    padded = [(2 * ax - bx, 2 * ay - by), *points, (2 * zx - yx, 2 * zy - yy)]
    found: list[Point] = []
    for number in range(len(points) - 1):
        p, q, r, s = padded[number : number + 4]
        for step in range(STEPS):
            t = step / STEPS
            found.append((_spline(p[0], q[0], r[0], s[0], t), _spline(p[1], q[1], r[1], s[1], t)))
    return [*found, points[-1]]


def _spline(p: float, q: float, r: float, s: float, t: float) -> float:
    a, b = 2 * p - 5 * q + 4 * r - s, 3 * q - p - 3 * r + s
    return 0.5 * (2 * q + (r - p) * t + a * t * t + b * t**3)


def dashes(curve: list[Point], dash: float, gap: float) -> list[tuple[Point, Point]]:
    """Short lines along a curve, ``dash`` px long, ``gap`` px apart."""
    found: list[tuple[Point, Point]] = []
    phase = 0.0
    for (ax, ay), (bx, by) in pairwise(curve):
        long = math.hypot(bx - ax, by - ay)
        at = 0.0
        while long - at > 1e-6:
            left = (dash if phase < dash else dash + gap) - phase
            end = min(long, at + left)
            if phase < dash:
                a, b = at / long, end / long
                start = (ax + (bx - ax) * a, ay + (by - ay) * a)
                found.append((start, (ax + (bx - ax) * b, ay + (by - ay) * b)))
            phase += end - at
            if phase >= dash + gap - 1e-6:
                phase = 0.0
            at = end
    return found
