"""What each patient looks like: colours, and ears or hair drawn behind the head. A figure is
:data:`WIDE` by :data:`TALL` of its own units, measured from its lower left corner."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from kivy.graphics import Color, Rectangle

from screens.challenges.brush import fill
from screens.shapes import oval as round_texture
from screens.theme import Colour, mix, rgba

WIDE, TALL = 100.0, 118.0
POINTS = 44
Draw = Callable[["Pen", "Look"], None]


@dataclass(frozen=True)
class Look:
    """Colours of a patient: coat, what is lighter, inside of the ears; ``ears`` are drawn behind
    the head, ``front`` before it."""

    coat: Colour
    light: Colour
    inner: Colour
    ears: Draw
    front: Draw | None = None
    nosed: bool = True
    """Whether it has a muzzle and an animal's nose."""


@dataclass(frozen=True)
class Pen:
    """Draws in a figure's units: its corner at ``x``, ``y`` px, a unit ``scale`` px."""

    x: float
    y: float
    scale: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A place of the figure, px."""
        return self.x + x * self.scale, self.y + y * self.scale

    def oval(
        self, x: float, y: float, wide: float, tall: float, colour: Colour, turn: float = 0
    ) -> None:
        """An oval about ``x``, ``y``, half as ``wide`` and ``tall``, turned by ``turn`` degrees to
        the left."""
        if not turn:
            left, low = self.at(x - wide, y - tall)
            Color(*colour)
            size = (2 * wide * self.scale, 2 * tall * self.scale)
            Rectangle(texture=round_texture(), pos=(left, low), size=size)
            return
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        points = []
        for number in range(POINTS):
            angle = math.tau * number / POINTS
            dx, dy = wide * math.cos(angle), tall * math.sin(angle)
            points.append(self.at(x + dx * cos - dy * sin, y + dx * sin + dy * cos))
        fill(points, colour)

    def soft(
        self, x: float, y: float, wide: float, tall: float, colour: Colour, turn: float = 0
    ) -> None:
        """An oval with a darker edge below, as everything here has."""
        self.oval(x, y - 1.2, wide, tall, mix(colour, rgba("#14183A"), 0.22), turn)
        self.oval(x, y, wide, tall, colour, turn)

    def shape(self, points: list[tuple[float, float]], colour: Colour) -> None:
        """A filled shape."""
        fill([self.at(*point) for point in points], colour)


def _round_ears(pen: Pen, look: Look) -> None:
    for x in (24, 76):
        pen.soft(x, 99, 13, 13, look.coat)
        pen.oval(x, 99, 7.5, 7.5, look.inner)


def _hanging_ears(pen: Pen, look: Look) -> None:
    for x, turn in ((17, -14), (83, 14)):
        pen.soft(x, 76, 9.5, 22, look.inner, turn)


def _pointed_ears(pen: Pen, look: Look) -> None:
    for sign in (-1, 1):
        outer = [(50 + sign * dx, y) for dx, y in ((33, 78), (32, 114), (27, 115), (6, 100))]
        inner = [(50 + sign * dx, y) for dx, y in ((29, 88), (28.5, 107), (26, 107), (13, 98))]
        pen.shape(outer, mix(look.coat, rgba("#14183A"), 0.08))
        pen.shape(inner, look.inner)


def _long_ears(pen: Pen, look: Look) -> None:
    for x, turn in ((34, 10), (66, -10)):
        pen.soft(x, 103, 8, 16, look.coat, turn)
        pen.oval(x, 102, 4.4, 11.5, look.inner, turn)


def _plaits(pen: Pen, look: Look) -> None:
    pen.soft(50, 76, 36, 33, look.inner)
    for x in (13, 87):
        for number, radius in enumerate((8, 7.4, 6.4)):
            pen.soft(x, 62 - 12 * number, radius, radius, look.inner)
        pen.oval(x, 31.5, 4.6, 3, rgba("#F45B7A"))


def _fringe(pen: Pen, look: Look) -> None:
    pen.oval(50, 72, 34, 31, look.inner)
    pen.oval(50, 66, 30.5, 24.6, look.coat)


def _blaze(pen: Pen, look: Look) -> None:
    pen.oval(50, 86, 6.5, 16, look.light)


def _stripes(pen: Pen, look: Look) -> None:
    dark = mix(look.coat, rgba("#14183A"), 0.3)
    for x, y, tall in ((50, 97, 5), (42, 95.5, 4), (58, 95.5, 4)):
        pen.oval(x, y, 1.7, tall, dark)


LOOKS = {
    "bear": Look(rgba("#C98A54"), rgba("#F2D3A8"), rgba("#E8B583"), _round_ears),
    "doll": Look(rgba("#FFD3AE"), rgba("#F58FB0"), rgba("#8A4B2D"), _plaits, _fringe, nosed=False),
    "dog": Look(rgba("#E9B872"), rgba("#FFF3DF"), rgba("#8B5A36"), _hanging_ears, _blaze),
    "cat": Look(rgba("#F0A04B"), rgba("#FFEBD2"), rgba("#FFB9B9"), _pointed_ears, _stripes),
    "rabbit": Look(rgba("#D9D6EC"), rgba("#FFFFFF"), rgba("#F6B7CB"), _long_ears),
}
