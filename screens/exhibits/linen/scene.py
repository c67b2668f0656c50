"""What each star's work is drawn by."""

from __future__ import annotations

import math
from collections.abc import Hashable

from kivy.graphics import Canvas, Color

from content.exhibition.exhibits.linen.model import Road
from screens.exhibits import strokes
from screens.page import Box
from screens.theme import BLACK, Colour, rgba, theme

GOLD, GOLD_EDGE, GOLD_INK = rgba("#FFC94D"), rgba("#C98F1B"), rgba("#8A5F0A")


class Scene:
    """One work of the road: draws it, and takes hands. A hand is known by any key."""

    def __init__(self, road: Road) -> None:
        self.road = road
        self.canvas = Canvas()
        self.box = Box(0, 0, 1, 1)
        self.unit = 1.0
        """A length to measure things by: the shorter side, tempered by the longer, px."""
        self.hands: dict[Hashable, tuple[float, float]] = {}

    def lay(self, box: Box) -> None:
        """Paint everything for a place, no hand on it."""
        self.box = box
        self.unit = min(box.height, box.width, 0.55 * (box.width + box.height) / 2 + 100)
        self.hands.clear()
        self.canvas.clear()
        with self.canvas:
            self.paint()

    def paint(self) -> None:
        """Make what is drawn, inside the canvas."""

    def draw(self, seconds: float, passed: float, asks: float) -> None:
        """Show the road; ``passed`` seconds since the last time, ``asks`` (0 to 1) lights what
        wants to be touched."""

    def take(self, key: Hashable, x: float, y: float) -> bool:
        """A hand comes down; whether it holds something now."""
        self.hands[key] = (x, y)
        return True

    def move(self, key: Hashable, x: float, y: float) -> None:
        """A hand that holds something moves."""

    def drop(self, key: Hashable) -> None:
        """A hand opens."""
        self.hands.pop(key, None)

    def play(self, seconds: float) -> None:
        """Be worked by itself, ``seconds`` since this work began."""

    def at(self, across: float, up: float) -> tuple[float, float]:
        """A place of the box by shares, px."""
        return self.box.x + across * self.box.width, self.box.y + up * self.box.height

    def share(self, x: float) -> float:
        """How far along the strip a place is, 0 to 1, within the margins."""
        return (x - self.box.x - 0.06 * self.box.width) / (0.88 * self.box.width)

    def along(self, share: float) -> float:
        """The other way round, px."""
        return self.box.x + (0.06 + 0.88 * share) * self.box.width


def paint(colour: Colour) -> Color:
    """A colour, ink where only ink is."""
    return Color(*(BLACK if theme.contrast else colour))


def knob(size: float) -> Color:
    """A golden ball at nothing to hold by; gives its halo's colour."""
    halo = Color(*GOLD[:3], 0)
    strokes.glow(0, 0, size * 4.6)
    paint(GOLD_EDGE)
    strokes.ball(0, -size * 0.12, size)
    paint(GOLD)
    strokes.ball(0, 0, size)
    Color(1, 1, 1, 0 if theme.contrast else 0.4)
    strokes.ball(-size * 0.3, size * 0.36, size * 0.24)
    return halo


def lit(colour: Color, strength: float) -> None:
    """Light a halo; none where only ink is."""
    colour.a = 0.0 if theme.contrast else min(1.0, max(0.0, strength))


def smooth(part: float) -> float:
    """Slow, quick, slow: 0 to 1."""
    part = min(1.0, max(0.0, part))
    return part * part * (3 - 2 * part)


def to_and_fro(seconds: float, period: float) -> float:
    """There and back in ``period`` seconds, 0 to 1."""
    return 0.5 - 0.5 * math.cos(2 * math.pi * seconds / period)
