"""Where fallen bricks go.

They fly as points do and lie down where they find room, sliding off what is higher than its
neighbours: that heap is play, no law of rubble.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from content.exhibition.exhibits.bricks.bond import Brick
from content.exhibition.exhibits.bricks.rocking import GRAVITY, QUARTER, TALL, Body, placed

NEAREST, FAR = 0.1, 1.18
"""Between where they stay, m: a fence stops what flies further."""
DEEP = 0.36
"""How much of a course a fallen brick adds to the heap: they also lie one before another."""
SLIDES_S, SLIDES = 1.2, 0.9
"""How long one slides at most, s, and how fast, m/s."""
STEEP = 0.6
"""By how much of a course a neighbour is lower where one slides down to it."""
LIES_S = 2.6
"""Seconds the heap lies there."""
CELLS = 24
"""Quarters of a brick along the ground."""


@dataclass
class Flying:
    """A brick on its way down: its middle in m, turned by ``angle`` radians."""

    brick: Brick
    x: float
    y: float
    angle: float
    vx: float
    vy: float
    spin: float
    lies: bool = False
    slid: float = 0.0
    """Seconds it has slid over others."""


class Heap:
    """What falls and where it lies."""

    def __init__(self) -> None:
        self.flying: list[Flying] = []
        self._tops = [0.0] * CELLS
        self._lain = 0.0
        self._dice = random.Random(67)  # noqa: S311 - the same heap every time

    def begin(self, standing: Sequence[Brick]) -> None:
        """Nothing has fallen yet; some bricks still stand."""
        self.flying, self._tops, self._lain = [], [0.0] * CELLS, 0.0
        for brick in standing:
            for cell in range(brick.left, brick.right):
                self._tops[cell] = max(self._tops[cell], (brick.course + 1) * TALL)

    def throw(self, body: Body, theta: float, rate: float) -> None:
        """Let go of the bricks of a body tipped by ``theta``, radians, at ``rate``, rad/s."""
        for brick in body.bricks:
            x, y, angle = placed(brick, body, theta)
            self.flying.append(
                Flying(
                    brick, x, y, angle,
                    rate * (y - body.foot) + self._dice.uniform(0.0, 0.5),
                    -rate * (x - body.corner) * 0.5,
                    -rate * self._dice.uniform(0.6, 1.5),
                )
            )  # fmt: skip
        self.flying.sort(key=lambda one: one.y)

    def step(self, dt: float) -> bool:
        """Let ``dt`` seconds pass; true once all has lain there long enough and is cleared."""
        for one in self.flying:
            if not one.lies:
                self._fall(one, dt)
        if all(one.lies for one in self.flying):
            self._lain += dt
            if self._lain >= LIES_S:
                self.flying = []
                return True
        return False

    def _fall(self, one: Flying, dt: float) -> None:
        one.vy -= GRAVITY * dt
        one.x = min(FAR, max(NEAREST, one.x + one.vx * dt))
        one.y += one.vy * dt
        one.angle += one.spin * dt
        half = max(1, one.brick.long // 2)
        middle = round(one.x / QUARTER)
        cells = range(max(0, middle - half), min(CELLS, middle + half))
        ground = max((self._tops[cell] for cell in cells), default=0.0)
        if one.y - TALL / 2 > ground or one.vy > 0:
            return
        one.y = ground + TALL / 2
        keeps = -1 if one.slid and one.vx < 0 else 1
        side = self._lower(middle, half, ground, keeps)
        if side and one.slid < SLIDES_S:
            one.slid += dt
            one.vx, one.vy = SLIDES * side, 0.0
            return
        one.lies = True
        one.angle = self._dice.uniform(-0.22, 0.22)
        for cell in cells:
            self._tops[cell] = ground + TALL * DEEP

    def _lower(self, middle: int, half: int, ground: float, keeps: int) -> int:
        """Where a brick on a heap finds lower ground beside it: 1 right, -1 left, 0 nowhere; one
        that slides ``keeps`` its way."""
        first, last = 2, int(FAR / QUARTER)
        for away in range(half + 1, 2 * half + 3):
            for side in (keeps, -keeps):
                cell = middle + side * away
                if first <= cell <= last and self._tops[cell] < ground - TALL * STEEP:
                    return side
        return 0
