"""A part drawn from its front left upper corner (isometric, ISO 5456-3). The tones of its faces
are those of the views."""

from __future__ import annotations

import math

from content.exhibition.challenges.drawing.part import SIDE, Part
from screens.challenges.brush import Point, fill
from screens.theme import Colour, rgba, theme

FRONT, TOP, LEFT = rgba("#6F8BF2"), rgba("#D3DDFF"), rgba("#3A4FA8")
LINE = rgba("#1B2558")
CONTRAST = (rgba("#C8C8C8"), rgba("#FFFFFF"), rgba("#7A7A7A"))
COS, SIN = math.cos(math.radians(30)), math.sin(math.radians(30))


def tones() -> tuple[Colour, Colour, Colour]:
    """Of the front, the top and the left faces."""
    return CONTRAST if theme.contrast else (FRONT, TOP, LEFT)


def paint(part: Part, x: float, y: float, wide: float, tall: float) -> None:
    """Draw the part as large as the place allows."""
    unit = min(wide / (2 * SIDE * COS), tall / (2 * SIDE * SIN + SIDE))
    left, low = x + wide / 2, y + (tall - unit * (2 * SIDE * SIN + SIDE)) / 2
    front, top, side = tones()
    thin = max(1.5, unit * 0.045)

    def at(px: int, py: int, pz: int) -> Point:
        return left + (px - py) * COS * unit, low + ((px + py) * SIN + pz) * unit

    places = sorted(((px, py) for px in range(SIDE) for py in range(SIDE)), key=sum, reverse=True)
    for px, py in places:
        high = part.height(px, py)
        for z in range(part.height(px - 1, py), high):
            corners = ((0, 0, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1))
            fill([at(px + a, py + b, z + c) for a, b, c in corners], side, LINE, thin)
        for z in range(part.height(px, py - 1), high):
            corners = ((0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 0, 1))
            fill([at(px + a, py + b, z + c) for a, b, c in corners], front, LINE, thin)
        if high:
            corners = ((0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0))
            fill([at(px + a, py + b, high + c) for a, b, c in corners], top, LINE, thin)


def cube(x: float, y: float, wide: float, tall: float) -> None:
    """One small cube that shows which tone looks where."""
    unit = min(wide, tall) * 0.34
    left, low = x + wide / 2, y + tall * 0.16
    front, top, side = tones()
    thin = max(1.5, unit * 0.05)
    near, far = (left, low), (left, low + unit)
    for sign, tone in ((-1, side), (1, front)):
        edge = left + sign * COS * unit
        corners = [near, (edge, low + SIN * unit), (edge, low + (1 + SIN) * unit), far]
        fill(corners, tone, LINE, thin)
    lid = [
        far,
        (left + COS * unit, low + (1 + SIN) * unit),
        (left, low + (1 + 2 * SIN) * unit),
        (left - COS * unit, low + (1 + SIN) * unit),
    ]
    fill(lid, top, LINE, thin)
