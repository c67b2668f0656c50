"""Cutlery and glasses, drawn upright in their place, or lying with the handle to the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from screens.challenges.brush import Point, ellipse, fill, spot, stroke
from screens.theme import mix, rgba

SILVER, DARK, WHITE = rgba("#C3CAD8"), rgba("#69718A"), rgba("#FFFFFF")
WATER = (0.62, 0.83, 0.97, 0.8)


class _Hand:
    """A piece's own square: x from -0.5 to 0.5 across, y from 0 at the handle's end to 1."""

    def __init__(self, x: float, y: float, wide: float, tall: float, lies: bool) -> None:
        self.lies = lies
        along, across = (wide, tall) if lies else (tall, wide)
        self.long = min(along * 0.94, across * 4.2)
        self.wide = min(across, self.long * 0.42)
        self.room = min(wide, tall)
        """Px a round thing has in its place."""
        self._x, self._y = x + wide / 2, y + tall / 2

    def at(self, across: float, along: float) -> Point:
        """A point of the piece, px."""
        away, side = (along - 0.5) * self.long, across * self.wide
        return (self._x - away, self._y + side) if self.lies else (self._x + side, self._y + away)

    def shape(self, points: Sequence[Point]) -> list[Point]:
        """Points of the piece, px."""
        return [self.at(a, b) for a, b in points]

    @property
    def line(self) -> float:
        """Width of its outline, px."""
        return max(2.0, self.long * 0.01)


def paint_piece(
    piece: str, x: float, y: float, wide: float, tall: float, lies: bool = False
) -> None:
    """Draw a piece of :data:`content.exhibition.challenges.table.rules.PIECES`."""
    DRAWN[piece](_Hand(x, y, wide, tall, lies))


def _handle(hand: _Hand, top: float) -> None:
    rim = [
        (-0.09, 0.02),
        (0.0, 0.0),
        (0.09, 0.02),
        (0.11, 0.12),
        (0.055, 0.34),
        (0.05, top),
        (-0.05, top),
        (-0.055, 0.34),
        (-0.11, 0.12),
    ]
    fill(hand.shape(rim), SILVER, DARK, hand.line)


def _fork(hand: _Hand) -> None:
    _tines(hand, 4, 0.24, 0.66, 0.8)


def _fish_fork(hand: _Hand) -> None:
    _tines(hand, 3, 0.32, 0.64, 0.88)


def _tines(hand: _Hand, count: int, half: float, low: float, root: float) -> None:
    _handle(hand, low)
    rim = [
        (-0.05, low - 0.04),
        (0.05, low - 0.04),
        (half, low + 0.1),
        (half, root),
        (-half, root),
        (-half, low + 0.1),
    ]
    fill(hand.shape(rim), SILVER, DARK, hand.line)
    thick = hand.wide * (0.08 if count == 4 else 0.13)
    for number in range(count):
        across = -half + 0.06 + (2 * half - 0.12) * number / (count - 1)
        ends = (hand.at(across, root - 0.03), hand.at(across, 0.98))
        stroke(ends, thick + 2 * hand.line, DARK)
        stroke(ends, thick, SILVER)


def _knife(hand: _Hand) -> None:
    _handle(hand, 0.45)
    rim = [(-0.1, 0.44), (0.1, 0.44), (0.12, 0.9), (0.04, 0.99), (-0.1, 0.8)]
    fill(hand.shape(rim), mix(SILVER, WHITE, 0.4), DARK, hand.line)


def _fish_knife(hand: _Hand) -> None:
    _handle(hand, 0.52)
    rim = [
        (-0.05, 0.5),
        (0.06, 0.5),
        (0.1, 0.6),
        (0.3, 0.68),
        (0.26, 0.84),
        (0.0, 0.99),
        (-0.14, 0.8),
        (-0.12, 0.62),
    ]
    fill(hand.shape(rim), mix(SILVER, WHITE, 0.4), DARK, hand.line)
    stroke(hand.shape([(-0.02, 0.62), (0.1, 0.74), (0.04, 0.88)]), hand.line * 1.4, DARK)


def _bowl(hand: _Hand, middle: float, long: float, half: float) -> None:
    _handle(hand, middle - long * 0.4)
    for part, colour in ((1.0, SILVER), (0.72, mix(SILVER, WHITE, 0.45))):
        rim = ellipse(0, middle, 2 * half * part, long * part)
        fill(hand.shape(rim), colour, DARK if part == 1.0 else colour, hand.line)


def _spoon(hand: _Hand) -> None:
    _bowl(hand, 0.82, 0.34, 0.36)


def _dessert_spoon(hand: _Hand) -> None:
    _bowl(hand, 0.85, 0.26, 0.22)


def _glass(hand: _Hand) -> None:
    x, y = hand.at(0, 0.5)
    s = hand.room * 0.48
    rim = [(x - s * 0.7, y + s), (x + s * 0.7, y + s), (x + s * 0.52, y - s), (x - s * 0.52, y - s)]
    fill(rim, (0.9, 0.96, 1.0, 1), DARK, max(2.0, s * 0.05))
    water = [
        (x - s * 0.6, y + s * 0.3),
        (x + s * 0.6, y + s * 0.3),
        (x + s * 0.5, y - s * 0.86),
        (x - s * 0.5, y - s * 0.86),
    ]
    fill(water, WATER)


def _bread_plate(hand: _Hand) -> None:
    x, y = hand.at(0, 0.5)
    radius = hand.room * 0.5
    for part, colour in ((1.0, DARK), (0.96, WHITE), (0.8, rgba("#C9D3EE")), (0.74, WHITE)):
        spot(x, y, radius * part, colour)
    crust = ellipse(x, y, radius * 1.0, radius * 0.62, 0.4)
    fill(crust, rgba("#E7B56B"), rgba("#A46A2A"), max(2.0, radius * 0.05))


DRAWN: dict[str, Callable[[_Hand], None]] = {
    "fork": _fork,
    "knife": _knife,
    "fish-fork": _fish_fork,
    "fish-knife": _fish_knife,
    "spoon": _spoon,
    "dessert-spoon": _dessert_spoon,
    "glass": _glass,
    "bread-plate": _bread_plate,
}
