"""Bins, each with a sign of its own besides its colour."""

from __future__ import annotations

from screens.challenges.brush import box, ellipse, fill, spot, stroke
from screens.exhibits.strokes import sheet
from screens.theme import BLACK, WHITE, mix, rgba

COLOURS = {
    "paper": rgba("#2E6BD6"),
    "plastic": rgba("#E08A12"),
    "glass": rgba("#1F9A5B"),
    "metal": rgba("#6B7285"),
    "food": rgba("#8A5A33"),
    "danger": rgba("#C2352B"),
}


def paint_bin(kind: str, x: float, y: float, wide: float, tall: float) -> None:
    """A bin with its lid and its sign."""
    side = min(wide, tall * 0.92)
    left, low = x + (wide - side * 0.8) / 2, y + (tall - side) / 2
    w, h, colour = side * 0.8, side * 0.76, COLOURS[kind]
    body = [(left + w * 0.1, low), (left + w * 0.9, low), (left + w, low + h), (left, low + h)]
    fill(body, colour, mix(colour, BLACK, 0.35), max(2.0, side * 0.02))
    sheet(left - w * 0.06, low + h, w * 1.12, side * 0.12, side * 0.04, mix(colour, BLACK, 0.25))
    sheet(
        left + w * 0.36,
        low + h + side * 0.11,
        w * 0.28,
        side * 0.06,
        side * 0.02,
        mix(colour, BLACK, 0.4),
    )
    _sign(kind, left + w / 2, low + h * 0.48, side * 0.2)


def _sign(kind: str, x: float, y: float, r: float) -> None:
    line = max(2.0, r * 0.16)
    if kind == "paper":
        box(x - r * 0.62, y - r * 0.8, r * 1.24, r * 1.6, WHITE)
        for row in range(3):
            box(x - r * 0.4, y + r * (0.4 - row * 0.4), r * 0.8, line, COLOURS[kind])
    elif kind == "plastic":
        sheet(x - r * 0.42, y - r, r * 0.84, r * 1.4, r * 0.2, WHITE)
        box(x - r * 0.2, y + r * 0.4, r * 0.4, r * 0.34, WHITE)
        box(x - r * 0.28, y + r * 0.78, r * 0.56, r * 0.26, WHITE)
    elif kind == "glass":
        fill([(x - r * 0.7, y + r * 0.9), (x + r * 0.7, y + r * 0.9), (x, y)], WHITE)
        box(x - line / 2, y - r * 0.8, line, r * 0.9, WHITE)
        box(x - r * 0.45, y - r * 0.9, r * 0.9, line, WHITE)
    elif kind == "metal":
        sheet(x - r * 0.6, y - r * 0.85, r * 1.2, r * 1.7, r * 0.16, WHITE)
        for row in range(3):
            box(x - r * 0.6, y - r * 0.5 + row * r * 0.45, r * 1.2, line * 0.7, COLOURS[kind])
    elif kind == "food":
        spot(x - r * 0.3, y - r * 0.1, r * 0.55, WHITE)
        spot(x + r * 0.3, y - r * 0.1, r * 0.55, WHITE)
        stroke(((x, y + r * 0.3), (x + r * 0.15, y + r * 0.85)), line, WHITE)
        fill(ellipse(x + r * 0.45, y + r * 0.72, r * 0.6, r * 0.28, 0.5), WHITE)
    else:
        fill([(x - r, y - r * 0.8), (x + r, y - r * 0.8), (x, y + r)], WHITE)
        box(x - line * 0.6, y - r * 0.25, line * 1.2, r * 0.7, COLOURS[kind])
        spot(x, y - r * 0.52, line * 0.75, COLOURS[kind])
