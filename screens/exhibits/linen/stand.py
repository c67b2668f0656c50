"""The plants' picture: stalks with their leaves, flowers and seed cases."""

from __future__ import annotations

import math

from kivy.graphics import Color, Point

from screens.exhibits.linen.scene import paint
from screens.exhibits.linen.threads import GREEN, LEAF, STRAW, Spot, Threads
from screens.shapes import disc
from screens.theme import BLACK, WHITE, rgba, theme

PIECES = 4
"""Straight pieces a stalk is drawn of."""


class Stand:
    """The plants' pictures, to be made inside a canvas."""

    def __init__(self, unit: float) -> None:
        self.unit = unit
        Color(1, 1, 1, 1)
        self.threads = Threads()
        paint(rgba("#C8963C"))
        self.bolls = Point(texture=disc(), pointsize=max(2.0, unit * 0.011))
        self.bloom = Color(*(BLACK if theme.contrast else rgba("#6FB4FF")))
        self.petals = Point(texture=disc(), pointsize=max(2.0, unit * 0.013))
        Color(*(WHITE if theme.contrast else rgba("#FFF0B0")))
        self.eyes = Point(texture=disc(), pointsize=max(1.5, unit * 0.007))

    def begin(self) -> None:
        self.threads.begin()
        self._bolls: list[float] = []
        self._petals: list[float] = []
        self._eyes: list[float] = []

    def plant(
        self, number: int, root: Spot, tall: float, *, bend: float, flower: float, ripe: float
    ) -> None:
        """A plant standing at ``root``, ``tall`` px, bent by ``bend`` of that."""
        colour = GREEN + ripe * (STRAW - GREEN)
        x, y = root
        spots = []
        for piece in range(PIECES + 1):
            part = piece / PIECES
            spots.append((x + bend * tall * part * part, y + tall * (part - 0.25 * bend**2 * part)))
        width = max(3.0, self.unit * 0.014)
        # Flax stands thick: each plant has a shorter one by its side.
        beside = self.unit * 0.018 * (1 if number % 3 else -1)
        other = [(px + beside, y + (py - y) * 0.84) for px, py in spots]
        self.threads.path(other, width * 0.8, max(0.0, colour - 0.25), width * 0.4)
        self.threads.path(spots, width, colour, width * 0.55)
        leaf = min(self.unit * 0.04, tall * 0.2)
        for piece in range(1, PIECES):
            (lx, ly), side = spots[piece], 1 if (piece + number) % 2 else -1
            self.threads.add((lx, ly), (lx + side * leaf, ly + leaf * 0.9), width * 0.9,
                             min(STRAW, max(LEAF, colour)), width * 0.2)  # fmt: skip
        far = self.unit * 0.019 * flower
        for head, (tx, ty) in enumerate((spots[-1], other[-1])):
            if flower > 0.02:
                for turn in range(5):
                    angle = turn * 1.2566 + number + head
                    self._petals += (tx + far * math.cos(angle), ty + far * math.sin(angle))
                self._eyes += (tx, ty)
            if ripe > 0.05:
                self._bolls += (tx, ty, tx - leaf * 0.35, ty - leaf * 0.5)

    def show(self) -> None:
        self.threads.show()
        self.bolls.points, self.petals.points, self.eyes.points = (
            self._bolls, self._petals, self._eyes,
        )  # fmt: skip
