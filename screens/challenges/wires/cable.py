"""Cables in their colours; the protective one is striped."""

from __future__ import annotations

import math

from screens.challenges.brush import Point, box, fill, stroke
from screens.exhibits.strokes import sheet
from screens.theme import Colour, rgba

COLOURS: dict[str, Colour] = {
    "brown": rgba("#7A4423"),
    "black": rgba("#1A1B22"),
    "grey": rgba("#9BA0AB"),
    "blue": rgba("#1F6FD1"),
    "earth": rgba("#F2C811"),
}
GREEN, COPPER, SHEEN = rgba("#1D8F4E"), rgba("#D98A4E"), (1, 1, 1, 0.28)
STEPS = 24


def hanging(wire: str, x: float, y: float, wide: float, tall: float) -> None:
    """A piece of cable upright, its bared end at the top."""
    thick = min(wide * 0.5, tall * 0.3)
    left, bare = x + (wide - thick) / 2, tall * 0.2
    box(left + thick * 0.22, y + tall - bare, thick * 0.56, bare, COPPER)
    for line in range(3):
        box(
            left + thick * (0.3 + 0.16 * line), y + tall - bare, thick * 0.04, bare, rgba("#A85F2B")
        )
    sheet(left, y, thick, tall - bare, thick * 0.18, COLOURS[wire])
    if wire == "earth":
        band, low = thick * 0.5, y + thick * 0.2
        while low + band * 1.6 < y + tall - bare:
            corners = ((0, 0), (thick, band * 0.6), (thick, band * 1.6), (0, band))
            fill([(left + a, low + b) for a, b in corners], GREEN)
            low += band * 2.1
    box(left + thick * 0.2, y + thick * 0.15, thick * 0.12, tall - bare - thick * 0.3, SHEEN)


def led(wire: str, start: Point, end: Point, thick: float) -> None:
    """A cable led from its place up into a terminal."""
    points = _curve(start, end)
    stroke(points, thick + 6, rgba("#0B1038"))
    stroke(points, thick, COLOURS[wire])
    if wire == "earth":
        for first in range(1, STEPS - 1, 3):
            stroke(points[first : first + 2], thick, GREEN, joints=False)
    stroke([(x - thick * 0.2, y) for x, y in points], thick * 0.14, SHEEN, joints=False)


def _curve(start: Point, end: Point) -> list[Point]:
    (ax, ay), (bx, by) = start, end
    found = []
    for step in range(STEPS + 1):
        part = step / STEPS
        swing = (1 - math.cos(math.pi * part)) / 2
        found.append((ax + (bx - ax) * swing, ay + (by - ay) * part))
    return found
