"""A wagon: wheels, a wall in its colour with its sign, outlines of the boxes it has room for."""

from __future__ import annotations

from kivy.graphics import Color

from content.games.train.rules import Kind
from screens.games.drawn import Drawn, Pen
from screens.games.sprite import dashes
from screens.games.train.looks import SIZES, colour_of, goods
from screens.shapes import lines
from screens.theme import BLACK, INK, WHITE, mix, rgba, theme
from screens.units import u

IRON, RIM, HUB = (rgba(one) for one in ("#3A3F63", "#2A2E4D", "#C9CFF0"))
WALL, DECK = 0.27, 0.17
"""Parts of its height: how tall its wall is, and how high the wall begins."""


class Wagon(Drawn):
    """A place for ``rooms`` boxes; the whole of it is the place."""

    def __init__(self, name: str, label: str, rooms: int) -> None:
        self.kind = Kind.of(name)
        self.rooms, self.taken = rooms, 0
        super().__init__(name, label, role="place")

    def load(self, count: int) -> None:
        """So many boxes stand on it."""
        if count != self.taken:
            self.taken = count
            self.redraw()

    def room(self, number: int) -> tuple[float, float, float]:
        """The middle and side of a box's place, px from its lower left, from the left on."""
        floor = self.height * (DECK + WALL)
        gap = u(10)
        each = (self.width - gap * (self.rooms + 1)) / self.rooms
        side = min(each, self.height - floor - u(4))
        left = (self.width - self.rooms * side - (self.rooms - 1) * gap) / 2
        return left + number * (side + gap) + side / 2, floor + side / 2, side

    def draw(self, pen: Pen) -> None:
        width, height = self.width, self.height
        colour = colour_of(self.kind)
        radius = height * 0.085
        for x in (0.16, 0.34, 0.66, 0.84):
            _wheel(pen, width * x, radius, min(radius, width * 0.085))
        pen.block(-u(13), height * 0.13, width + u(26), u(16), IRON, corner=u(6))
        pen.block(width * 0.02, height * 0.12, width * 0.96, height * 0.07, IRON, corner=u(8))
        low, tall = height * DECK, height * WALL
        pen.block(0, low, width, tall, colour, corner=tall * 0.22, edge=tall * 0.13)
        for share in (0.06, 0.91):
            rib = mix(colour, INK, 0.16)
            pen.block(width * share, low + tall * 0.2, width * 0.03, tall * 0.7, rib, corner=u(4))
        sign = min(width * 0.62, tall * 1.7)
        middle = low + tall * 0.565
        pen.block((width - sign) / 2, middle - tall * 0.37, sign, tall * 0.74, WHITE, corner=u(16))
        goods(pen, self.kind, width / 2, middle, sign * 0.9, tall * 0.7)
        for number in range(self.taken, self.rooms):
            self._outline(pen, number)

    def _outline(self, pen: Pen, number: int) -> None:
        x, y, place = self.room(number)
        side = place * SIZES[self.kind.size]
        left, low, corner = x - side / 2, y - place / 2, side * 0.14
        pen.group.add(Color(1, 1, 1, 0.6))
        pen.sheet(left, low, side, side, corner)
        line = BLACK if theme.contrast else mix(colour_of(self.kind), INK, 0.25)
        pen.group.add(Color(*line))
        pen.group.add(lines(dashes(left, low, side, side, corner), u(6)))


def _wheel(pen: Pen, x: float, y: float, radius: float) -> None:
    pen.disc(x, y, radius, RIM)
    pen.disc(x, y, radius * 0.55, HUB)
    pen.disc(x, y, radius * 0.2, RIM)
