"""Combing: a golden comb stroked along a sheaf; wood falls, fibre stays and shines."""

from __future__ import annotations

import math
from collections.abc import Hashable

from kivy.graphics import Color, PopMatrix, PushMatrix, Translate

from content.exhibition.exhibits.linen.craft import PLACES
from screens.exhibits import strokes
from screens.exhibits.linen.scene import GOLD_EDGE, GOLD_INK, Scene, lit, paint, to_and_fro
from screens.exhibits.linen.threads import FIBRE, LINEN, SHIVE, SILVER, STRAW, Spot, Threads
from screens.theme import BLACK, WHITE, rgba, theme

FIBRES = 13
BITS = 70
"""Pieces of wood in the air at most."""
GRAVITY = 2.6
"""Of the box's height, a second each second."""


class Combing(Scene):
    """Every hand strokes; the comb goes with the first."""

    def paint(self) -> None:
        bare = theme.contrast
        x, y = self.at(0.02, 0.0)
        strokes.sheet(
            x,
            y,
            self.box.width * 0.96,
            self.box.height * 0.09,
            self.unit * 0.03,
            BLACK if bare else rgba("#5B3B2A"),
        )
        self._heap = Threads()
        for side in (0.0, 0.94):
            x, _y = self.at(side, 0)
            strokes.sheet(
                x,
                self.at(0, 0.08)[1],
                self.box.width * 0.06,
                self.box.height * 0.66,
                self.unit * 0.02,
                BLACK if bare else rgba("#7A4E34"),
            )
        Color(1, 1, 1, 1)
        self._threads = Threads()
        self._bits: list[list[float]] = []
        self._fallen = 0
        wide, tall = self.unit * 0.2, self.unit * 0.1
        PushMatrix()
        self._comb = Translate(*self.at(0.18, 0.58))
        self._halo = Color(1, 0.79, 0.3, 0)
        strokes.glow(0, 0, wide * 2)
        paint(GOLD_INK)
        teeth = 9
        strokes.boxes(
            [
                (
                    -wide / 2 + wide * (tooth + 0.3) / teeth,
                    -tall * 1.7,
                    wide / teeth * 0.4,
                    tall * 2,
                )
                for tooth in range(teeth)
            ]
        )
        strokes.sheet(
            -wide / 2 - 6, -tall * 0.1, wide + 12, tall, tall * 0.4, BLACK if bare else GOLD_EDGE
        )
        strokes.sheet(
            -wide / 2 - 6, 0, wide + 12, tall, tall * 0.4, BLACK if bare else rgba("#FFC94D")
        )
        Color(*(WHITE if bare else GOLD_INK))
        for way in (-1, 1):
            strokes.polygon(
                [
                    (way * wide * 0.2, tall * 0.25),
                    (way * wide * 0.2, tall * 0.75),
                    (way * wide * 0.36, tall * 0.5),
                ]
            )
        PopMatrix()

    def draw(self, seconds: float, passed: float, asks: float) -> None:
        lit(self._halo, 0.9 if self.hands else asks)
        shive = self.road.stalk.shive
        middle, tall = self.at(0, 0.5)[1], self.box.height
        threads = self._threads
        threads.begin()
        places = range(0, PLACES + 1, 2)
        # A fibre bends gently: how loose a place is, its neighbours feel.
        around = [shive[max(0, place - 3) : place + 4] for place in places]
        looseness = [1 - sum(near) / len(near) for near in around]
        for fibre in range(FIBRES):
            off = fibre / (FIBRES - 1) * 2 - 1
            spots: list[Spot] = []
            free = 0.0
            for place, loose in zip(places, looseness, strict=True):
                free += loose / len(places)
                edge = math.sin(math.pi * place / PLACES) ** 0.6
                wave = math.sin(seconds * 1.6 + fibre * 1.7 + place * 0.5) * 0.008 * loose
                spread = 0.06 + 0.16 * loose
                spots.append(
                    (self.along(place / PLACES), middle + tall * edge * (off * spread + wave))
                )
            width = self.unit * (0.026 - 0.017 * free)
            colour = (
                SILVER - 0.9 + free * (FIBRE - SILVER + 0.9) + (0.7 * free if fibre % 3 == 0 else 0)
            )
            threads.path(spots, max(2.0, width), min(LINEN, colour))
        for place, wood in enumerate(shive):
            self._wood(threads, place, wood, middle)
        self._fly(threads, passed)
        threads.show()

    def _wood(self, threads: Threads, place: int, wood: float, middle: float) -> None:
        """The pieces of wood that still sit in a place."""
        x = self.along((place + 0.5) / PLACES)
        for piece in range(math.ceil(wood * 5 - 0.01)):
            y = middle + ((piece * 0.618 + place * 0.37) % 1 - 0.5) * self.box.height * 0.13
            lean = self.unit * 0.012 * math.sin(piece * 5 + place)
            half = self.box.width * 0.016
            threads.add(
                (x - half, y - lean), (x + half, y + lean), max(3.0, self.unit * 0.014), SHIVE
            )

    def _fly(self, threads: Threads, passed: float) -> None:
        """Wood falling to the bench, and the heap it makes."""
        low = self.at(0, 0.1)[1]
        left = []
        for bit in self._bits:
            bit[3] -= GRAVITY * self.box.height * passed
            bit[0] += bit[2] * passed
            bit[1] += bit[3] * passed
            bit[4] += passed * 7
            if bit[1] > low:
                left.append(bit)
                dx, dy = math.cos(bit[4]) * self.unit * 0.014, math.sin(bit[4]) * self.unit * 0.014
                threads.add(
                    (bit[0] - dx, bit[1] - dy),
                    (bit[0] + dx, bit[1] + dy),
                    max(2.0, self.unit * 0.009),
                    SHIVE,
                )
        self._bits = left
        fallen = round((1 - sum(self.road.stalk.shive) / PLACES) * 60)
        if fallen != self._fallen:
            self._fallen = fallen
            self._heap.begin()
            for bit in range(fallen):
                share = 0.5 + 0.45 * math.sin(bit * 2.4) * math.cos(bit * 0.37)
                x, y = self.along(share), self.at(0, 0.085)[1] + (bit % 4) * self.unit * 0.008
                long = self.unit * 0.02
                self._heap.add(
                    (x - long, y),
                    (x + long, y + long * math.sin(bit)),
                    max(2.5, self.unit * 0.01),
                    SHIVE if bit % 3 else STRAW,
                )
            self._heap.show()

    def take(self, key: Hashable, x: float, y: float) -> bool:
        super().take(key, x, y)
        self._carry(x, y)
        return True

    def move(self, key: Hashable, x: float, y: float) -> None:
        if key not in self.hands:
            return
        before = self.hands[key][0]
        self.hands[key] = (x, y)
        if key == next(iter(self.hands)):
            self._carry(x, y)
        for place in self.road.stalk.stroke(self.share(before), self.share(x)):
            if len(self._bits) < BITS:
                push = (x - before) * 3 + self.unit * 0.2 * math.sin(place * 3 + y)
                start = self.along((place + 0.5) / PLACES)
                self._bits.append([start, self.at(0, 0.45)[1], push, self.unit * 0.3, float(place)])

    def _carry(self, x: float, y: float) -> None:
        wide = self.unit * 0.12
        self._comb.x = min(self.box.x + self.box.width - wide, max(self.box.x + wide, x))
        self._comb.y = min(self.at(0, 0.72)[1], max(self.at(0, 0.48)[1], y))

    def play(self, seconds: float) -> None:
        x, y = (
            self.along(-0.03 + 1.06 * to_and_fro(max(0.0, seconds - 0.4), 1.1)),
            self.at(0, 0.56)[1],
        )
        (self.move if "play" in self.hands else self.take)("play", x, y)
