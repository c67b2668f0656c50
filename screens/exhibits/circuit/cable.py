"""One cable: a round tube that hangs, with a plug at each end."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, Mesh

from screens.exhibits import strokes
from screens.exhibits.circuit.places import BENDS, Point, hang
from screens.theme import BLACK, WHITE, mix, rgba, theme

HUES = ("#FF7A59", "#4FC3F7", "#7BD88F", "#C792EA", "#FFC94D", "#F48FB1", "#9FD356", "#64D8CB")
DOT_GAP = 0.85
"""Diameters of posts between two dots of current."""


class Cable:
    """Drawn in a canvas of its own, which its owner shows and removes."""

    def __init__(self, number: int, thick: float) -> None:
        self.number, self.thick = number, thick
        self.points: list[Point] = []
        self.phase = 0.0
        self.canvas = Canvas()
        colour = BLACK if theme.contrast else rgba(HUES[number % len(HUES)])
        indices = list(range(2 * (BENDS + 1)))
        with self.canvas:
            Color(*(WHITE if theme.contrast else mix(colour, BLACK, 0.6)))
            self._rim = Mesh(mode="triangle_strip", indices=indices)
            Color(*colour)
            texture = None if theme.contrast else strokes.tube()
            self._core = Mesh(mode="triangle_strip", indices=indices, texture=texture)
            self._plugs = []
            for shade, share in ((mix(colour, BLACK, 0.55), 1.25), (colour, 0.9)):
                Color(*shade)
                self._plugs += [(strokes.ball(0, 0, 1), share), (strokes.ball(0, 0, 1), share)]

    def lay(self, start: Point, end: Point, slack: float) -> None:
        """Hang it between two places."""
        self.points = hang(start, end, slack)
        self._rim.vertices = _ribbon(self.points, self.thick * 0.66)
        self._core.vertices = _ribbon(self.points, self.thick * 0.5)
        for number, (plug, share) in enumerate(self._plugs):
            x, y = end if number % 2 else start
            strokes.put(plug, x, y, 2 * share * self.thick)

    def far(self, x: float, y: float) -> float:
        """How far a place is from the cable, px."""
        return min(math.dist((x, y), point) for point in self.points)

    def dots(self, amperes: float, seconds: float, gap: float) -> list[float]:
        """Where the current's dots are, ``seconds`` after the last time: x, y, x, y…"""
        if abs(amperes) < 0.02:
            return []
        pace = math.copysign(0.35 + 1.1 * min(1.0, abs(amperes) / 8), amperes)
        self.phase = (self.phase + pace * seconds) % 1
        length = math.dist(self.points[0], self.points[-1]) * 1.15
        count = max(2, round(length / gap))
        found: list[float] = []
        for number in range(count):
            place = (number + self.phase) / count * BENDS
            before = min(int(place), BENDS - 1)
            (ax, ay), (bx, by) = self.points[before], self.points[before + 1]
            part = place - before
            found += (ax + (bx - ax) * part, ay + (by - ay) * part)
        return found


def _ribbon(points: list[Point], half: float) -> list[float]:
    vertices: list[float] = []
    last = len(points) - 1
    for number, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, number - 1)], points[min(last, number + 1)]
        long = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / long * half, (bx - ax) / long * half
        vertices += (x + nx, y + ny, 0.0, 0.5, x - nx, y - ny, 1.0, 0.5)
    return vertices
