"""Sowing: a golden bag drawn over the furrow, seed falls from it."""

from __future__ import annotations

import math
from collections.abc import Hashable

from kivy.graphics import Color, Point, PopMatrix, PushMatrix, Translate

from content.exhibition.exhibits.linen.field import PLANTS, where
from screens.exhibits import strokes
from screens.exhibits.linen.scene import GOLD_EDGE, GOLD_INK, Scene, lit, paint, to_and_fro
from screens.shapes import disc
from screens.theme import WHITE, Colour, rgba, theme

EARTH: tuple[Colour, ...] = (rgba("#2B1B33"), rgba("#4A2C3B"), rgba("#6B4145"))
FALL_S = 0.45
DRIP = 3
BAG = 0.125
"""The bag's radius, in the scene's unit."""


def soil(scene: Scene, high: float) -> None:
    """The ground up to a share of the box."""
    box = scene.box
    top = box.height * high
    if theme.contrast:
        strokes.outline(box.x, box.y, box.width, top, scene.unit * 0.05, 4, (0, 0, 0, 1))
        return
    edge = scene.unit * 0.06
    strokes.sheet(box.x, box.y, box.width, top, edge, EARTH[0])
    strokes.sheet(box.x, box.y + top * 0.5, box.width, top * 0.5, edge, EARTH[2])
    strokes.shaded(box.x, box.y + edge, box.width, top - 2 * edge, EARTH)
    Color(*rgba("#8A5A52"))
    strokes.boxes([(box.x + scene.unit * 0.05, box.y + top - 4, box.width - scene.unit * 0.1, 4)])


class Sowing(Scene):
    """Every hand sows."""

    def paint(self) -> None:
        soil(self, 0.36)
        size = max(2.0, self.unit * 0.011)
        self._holes_colour = Color(*((0, 0, 0, 0.25) if theme.contrast else rgba("#2B1B33")))
        self._holes = Point(texture=disc(), pointsize=size * 1.5)
        paint(rgba("#E9C55C"))
        self._seeds = Point(texture=disc(), pointsize=size * 0.75)
        self._fell = [0.0] * PLANTS
        PushMatrix()
        self._bag = Translate(*self.at(0.16, 0.62))
        wide = self.unit * BAG
        self._halo = Color(1, 0.79, 0.3, 0)
        strokes.glow(0, 0, wide * 3.6)
        paint(GOLD_EDGE)
        strokes.ball(0, -wide * 0.14, wide)
        paint(rgba("#FFC94D"))
        strokes.ball(0, 0, wide)
        strokes.polygon([(-wide * 0.45, wide * 0.7), (wide * 0.45, wide * 0.7),
                         (wide * 0.72, wide * 1.45), (-wide * 0.72, wide * 1.45)])  # fmt: skip
        Color(*(WHITE if theme.contrast else GOLD_INK))
        strokes.boxes([(-wide * 0.5, wide * 0.72, wide, wide * 0.16)])
        for x, y in ((-0.3, -0.1), (0.12, 0.2), (0.32, -0.28), (-0.05, -0.45)):
            strokes.ball(x * wide, y * wide, wide * 0.1)
        PopMatrix()

    def draw(self, seconds: float, passed: float, asks: float) -> None:
        sown = self.road.field.sown
        holes: list[float] = []
        seeds: list[float] = []
        for number in range(PLANTS):
            x, y = self.along(where(number)), self._bed(number)
            holes += (x, y)
            if not sown[number]:
                self._fell[number] = 0.0
                continue
            self._fell[number] = min(FALL_S, self._fell[number] + passed)
            part = (self._fell[number] / FALL_S) ** 2
            high = max(self._bag.y - self.unit * 0.1, y)
            for grain in range(DRIP):
                off = (grain - 1) * self.unit * 0.019
                seeds += (x + off, high + (y - high) * part + abs(off) * 0.6 * (1 - part))
        self._holes.points, self._seeds.points = holes, seeds
        if not self.hands and not self.road.done:
            self._bag.y = self.at(0, 0.62)[1] + math.sin(seconds * 2) * self.unit * 0.012
        lit(self._halo, 0.9 if self.hands else asks)

    def take(self, key: Hashable, x: float, y: float) -> bool:
        super().take(key, x, y)
        self.move(key, x, y)
        return True

    def move(self, key: Hashable, x: float, y: float) -> None:
        before = self.hands.get(key, (x, y))[0]
        self.hands[key] = (x, y)
        # A quick hand must not leave gaps: seed falls all along its way.
        pieces = max(1, int(abs(x - before) / (self.box.width * 0.02)))
        for piece in range(pieces + 1):
            self.road.field.sow(self.share(before + (x - before) * piece / pieces))
        wide = self.unit * BAG
        self._bag.x = min(self.box.x + self.box.width - wide, max(self.box.x + wide, x))
        self._bag.y = min(self.box.top - wide * 1.6, max(self.at(0, 0.5)[1], y))

    def play(self, seconds: float) -> None:
        x = self.along(-0.02 + 1.04 * to_and_fro(max(0.0, seconds - 0.4), 4.4))
        (self.move if "play" in self.hands else self.take)("play", x, self.at(0, 0.62)[1])

    def _bed(self, number: int) -> float:
        return self.at(0, 0.25 + 0.05 * (number * 7 % 3 - 1))[1]
