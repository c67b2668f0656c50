"""Shapes to trace: a star, a flower of flax, a tower of a fortress; strokes in mm on the plate."""

from __future__ import annotations

import math
from collections.abc import Sequence

from content.exhibition.exhibits.milling.feed import Point
from content.exhibition.exhibits.milling.plate import SIDE

MIDDLE = SIDE / 2
Strokes = tuple[tuple[Point, ...], ...]


def _star() -> Strokes:
    corners = []
    for number in range(11):
        far = 92.0 if number % 2 == 0 else 40.0
        turn = math.pi / 2 + number * math.pi / 5
        corners.append((MIDDLE + far * math.cos(turn), MIDDLE - 6 + far * math.sin(turn)))
    return (tuple(corners),)


def _flax() -> Strokes:
    def petal(turn: float) -> Point:
        far = 60 + 30 * math.cos(5 * turn)
        angle = turn + math.pi / 2
        return MIDDLE + far * math.cos(angle), MIDDLE + far * math.sin(angle)

    def heart(turn: float) -> Point:
        return MIDDLE + 13 * math.cos(turn), MIDDLE + 13 * math.sin(turn)

    return (
        tuple(petal(number * math.tau / 120 + math.pi / 5) for number in range(121)),
        tuple(heart(number * math.tau / 36) for number in range(37)),
    )


def _tower() -> Strokes:
    """Merlons are forked like a swallow's tail, as on Smolensk's wall."""
    top, low = 196.0, 152.0
    outline: list[Point] = [(64, 34), (72, low)]
    outline += [(56, low + 8), (56, top)]
    for left in (56.0, 104.0, 152.0):
        outline += [(left, top), (left + 16, top - 14), (left + 32, top)]
        if left < 150:
            outline += [(left + 32, top - 30), (left + 48, top - 30)]
    outline += [(184, low + 8), (168, low), (176, 34), (64, 34)]
    arch = [
        (MIDDLE + 17 * math.cos(turn), 76 + 17 * math.sin(turn))
        for turn in (math.pi - number * math.pi / 12 for number in range(13))
    ]
    gate: list[Point] = [(MIDDLE - 17, 34), *arch, (MIDDLE + 17, 34)]
    return (tuple(outline), tuple(gate))


GHOSTS: dict[str, Strokes] = {"star": _star(), "flax": _flax(), "tower": _tower()}


def thinned(points: Sequence[Point], most: float) -> list[Point]:
    """Only the points a line needs to stay within ``most`` mm (Douglas and Peucker)."""
    if len(points) < 3:
        return list(points)
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, best = most, -1
        for index in range(first + 1, last):
            away = off(points[index], points[first], points[last])
            if away > far:
                far, best = away, index
        if best >= 0:
            keep.add(best)
            waiting += [(first, best), (best, last)]
    return [points[index] for index in sorted(keep)]


def off(point: Point, a: Point, b: Point) -> float:
    """How far a point is from a piece of line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    part = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square if square else 0.0
    part = min(1.0, max(0.0, part))
    return math.dist(point, (a[0] + dx * part, a[1] + dy * part))
