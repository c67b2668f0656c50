"""The shirt on its line: it sways in the wind and from a push."""

from __future__ import annotations

import math
from collections.abc import Hashable

from kivy.graphics import Color, Mesh, PopMatrix, PushMatrix, Rotate, Translate

from screens.exhibits import strokes
from screens.exhibits.linen.scene import Scene, lit
from screens.exhibits.linen.stand import Stand
from screens.exhibits.linen.threads import BLUE, GOLD, RED, SHADE, SHIVE, Spot, Threads
from screens.theme import WHITE, rgba, theme

OUTLINE: tuple[Spot, ...] = (
    (-0.16, 0.0),
    (-0.30, -0.05),
    (-0.66, -0.42),
    (-0.52, -0.56),
    (-0.30, -0.36),
    (-0.33, -1.0),
    (0.33, -1.0),
    (0.30, -0.36),
    (0.52, -0.56),
    (0.66, -0.42),
    (0.30, -0.05),
    (0.16, 0.0),
    (0.0, -0.09),
)
"""The shirt's edge from the collar round, in its heights below the line."""
PARTS = ((0, 1, 4, 5, 6, 7, 10, 11, 12), (1, 2, 3, 4), (7, 8, 9, 10))
PUSH = 5.0
"""Radians a second of a hand that crosses the whole box in one."""


class Hanging(Scene):
    """Every hand pushes."""

    def paint(self) -> None:
        bare = theme.contrast
        tall = self._tall = min(self.box.height * 0.66, self.box.width * 0.62)
        self._rope_y = self.at(0, 0.93)[1]
        x = self.box.x + self.box.width / 2
        self._aura = Color(1, 0.86, 0.55, 0)
        strokes.glow(x, self._rope_y - tall * 0.5, min(self.box.width, tall * 1.9), tall * 1.1)
        Color(1, 1, 1, 1)
        self._rope = Threads()
        self._rope.begin()
        left, right = self.at(0.0, 0.97), self.at(1.0, 0.97)
        self._rope.path([left, (x, self._rope_y), right], max(3.0, self.unit * 0.008), SHADE)
        self._rope.show()
        self._stand = Stand(self.unit)
        PushMatrix()
        Translate(x, self._rope_y)
        self._swing = Rotate(angle=0, axis=(0, 0, 1))
        spots = [(px * tall, py * tall) for px, py in OUTLINE]
        Color(*(WHITE if bare else rgba("#FFF8E6")))
        for part in PARTS:
            if part == PARTS[0]:
                self._body(spots)
            else:
                strokes.polygon([spots[number] for number in part])
        Color(1, 1, 1, 1)
        self._seams = Threads()
        self._sew(tall, spots)
        PopMatrix()

    def _body(self, spots: list[Spot]) -> None:
        """The trunk with its open neck, which is not convex: in triangles."""
        order = (12, 0, 1, 4, 5, 6, 7, 10, 11)
        vertices = [value for number in order for value in (*spots[number], 0.0, 0.0)]
        fan = [corner for last in range(2, len(order)) for corner in (0, last - 1, last)]
        Mesh(vertices=vertices, indices=fan, mode="triangles")

    def _sew(self, tall: float, spots: list[Spot]) -> None:
        seams = self._seams
        seams.begin()
        edge = max(2.0, tall * 0.009)
        seams.path([*spots, spots[0]], edge * (2 if theme.contrast else 1), SHADE)
        for px in (-0.2, 0.16):
            seams.path(
                [(px * tall, -0.4 * tall), ((px + 0.02) * tall, -0.97 * tall)], edge * 1.6, SHADE
            )
        stitch = tall * 0.03
        rows = [((-0.315 + 0.63 * n / 20) * tall, -0.93 * tall) for n in range(21)]
        for (ax, ay), (bx, by) in ((spots[2], spots[3]), (spots[8], spots[9])):
            inx = 0.05 * tall * (1 if ax < 0 else -1)
            rows += [
                (ax + (bx - ax) * n / 5 + inx, ay + (by - ay) * n / 5 + 0.02 * tall)
                for n in range(6)
            ]
        rows += [(0.0, (-0.13 - 0.045 * n) * tall) for n in range(6)]
        for x, y in rows:
            seams.add(
                (x - stitch / 2, y - stitch / 2),
                (x + stitch / 2, y + stitch / 2),
                stitch * 0.4,
                RED,
            )
            seams.add(
                (x - stitch / 2, y + stitch / 2),
                (x + stitch / 2, y - stitch / 2),
                stitch * 0.4,
                RED,
            )
        cx, cy, far = 0.17 * tall, -0.3 * tall, tall * 0.042
        seams.add((cx, cy), (cx - far * 0.4, cy - far * 2.6), far * 0.3, 0.0)
        for turn in range(5):
            angle = turn * 1.2566 + 0.3
            seams.add(
                (cx, cy),
                (cx + far * math.cos(angle), cy + far * math.sin(angle)),
                far * 0.5,
                BLUE,
                far * 0.9,
            )
        seams.add((cx - far * 0.2, cy), (cx + far * 0.2, cy), far * 0.4, GOLD)
        for px in (-0.2, 0.2):
            seams.add((px * tall, 0.05 * tall), (px * tall, -0.05 * tall), tall * 0.035, SHIVE)
        seams.show()

    def draw(self, seconds: float, passed: float, asks: float) -> None:
        self._swing.angle = math.degrees(self.road.shirt.angle)
        lit(self._aura, 0.55 + 0.15 * math.sin(seconds * 1.5))
        self._stand.begin()
        for number in range(17):
            x = self.at(0.03 + 0.94 * number / 16, 0)[0]
            tall = self.box.height * (0.13 + 0.05 * math.sin(number * 2.3))
            self._stand.plant(
                number,
                (x, self.box.y),
                tall,
                flower=1,
                ripe=0,
                bend=0.12 * math.sin(seconds * 1.3 + number * 0.7),
            )
        self._stand.show()

    def move(self, key: Hashable, x: float, y: float) -> None:
        if key in self.hands:
            before = self.hands[key][0]
            self.hands[key] = (x, y)
            self.road.shirt.push((x - before) / self.box.width * PUSH)
