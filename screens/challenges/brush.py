"""Smooth shapes the tasks are drawn with, made inside a canvas. Places are in px.

A filled shape has no smoothing of its own: its rim is stroked by a line that has.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from kivy.graphics import Color, Mesh, Rectangle

from screens.shapes import disc, lines
from screens.theme import Colour

Point = tuple[float, float]
RIM = 1.2
"""Width, px, of the line that smooths the rim of a shape with no outline."""
THICK = 7.0
"""Lines from this width, px, on are shapes with a rim."""


def fill(
    points: Sequence[Point], colour: Colour, rim: Colour | None = None, line: float = 0
) -> None:
    """A shape that all of its rim can be seen from its middle, with an outline of ``line`` px."""
    middle_x = sum(x for x, _y in points) / len(points)
    middle_y = sum(y for _x, y in points) / len(points)
    vertices = [middle_x, middle_y, 0.0, 0.0]
    for x, y in (*points, points[0]):
        vertices += [x, y, 0.0, 0.0]
    Color(*colour)
    Mesh(vertices=vertices, indices=list(range(len(points) + 2)), mode="triangle_fan")
    stroke((*points, points[0]), line or RIM, rim or colour, joints=line > 3)


def stroke(points: Sequence[Point], width: float, colour: Colour, *, joints: bool = True) -> None:
    """A line through points, ``width`` px thick, with round joints and ends."""
    Color(*colour)
    if width < THICK:
        lines(list(pairwise(points)), width)
    else:
        _band(points, width)
    if joints:
        for x, y in points:
            spot(x, y, width / 2)


def _band(points: Sequence[Point], width: float) -> None:
    """A thick line: full up to its edge, where a line a texture fades out would look thinner."""
    vertices: list[float] = []
    indices: list[int] = []
    edges: list[tuple[Point, Point]] = []
    for (ax, ay), (bx, by) in pairwise(points):
        long = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / long * width / 2, (bx - ax) / long * width / 2
        first = len(vertices) // 4
        for x, y in (
            (ax + nx, ay + ny),
            (bx + nx, by + ny),
            (bx - nx, by - ny),
            (ax - nx, ay - ny),
        ):
            vertices += [x, y, 0.0, 0.0]
        indices += [first, first + 1, first + 2, first, first + 2, first + 3]
        edges += [
            ((ax + nx, ay + ny), (bx + nx, by + ny)),
            ((ax - nx, ay - ny), (bx - nx, by - ny)),
        ]
    Mesh(vertices=vertices, indices=indices, mode="triangles")
    lines(edges, RIM)


def spot(x: float, y: float, radius: float, colour: Colour | None = None) -> Rectangle:
    """A disc; of the colour set before where none is given."""
    if colour is not None:
        Color(*colour)
    return Rectangle(texture=disc(), pos=(x - radius, y - radius), size=(2 * radius, 2 * radius))


def oval(x: float, y: float, wide: float, tall: float, colour: Colour) -> Rectangle:
    """An ellipse that lies straight, by its middle."""
    Color(*colour)
    return Rectangle(texture=disc(), pos=(x - wide / 2, y - tall / 2), size=(wide, tall))


def ellipse(
    x: float, y: float, wide: float, tall: float, turn: float = 0, steps: int = 28
) -> list[Point]:
    """The rim of an ellipse turned by ``turn`` radians, by its middle."""
    cos, sin = math.cos(turn), math.sin(turn)
    found = []
    for step in range(steps):
        angle = math.tau * step / steps
        px, py = wide / 2 * math.cos(angle), tall / 2 * math.sin(angle)
        found.append((x + px * cos - py * sin, y + px * sin + py * cos))
    return found


def box(x: float, y: float, wide: float, tall: float, colour: Colour) -> None:
    """A rectangle with square corners."""
    Color(*colour)
    Rectangle(pos=(round(x), round(y)), size=(max(1, round(wide)), max(1, round(tall))))
