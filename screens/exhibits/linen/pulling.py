"""Pulling and retting: handfuls drawn out of the ground, and laid in water."""

from __future__ import annotations

import math
from collections.abc import Hashable

from kivy.graphics import Color, Point

from content.exhibition.exhibits.linen.field import PLANTS, ROOT, where
from screens.exhibits import strokes
from screens.exhibits.linen.scene import Scene, lit, paint, smooth
from screens.exhibits.linen.sowing import soil
from screens.exhibits.linen.stand import Stand
from screens.exhibits.linen.threads import FIBRE, SILVER, STRAW, Spot
from screens.shapes import disc
from screens.theme import BLACK, WHITE, rgba, theme

FLY_S = 0.7
"""Seconds a pulled stalk needs to the water."""


class Pulling(Scene):
    """Each hand draws its handful out; what is out lies down in the water and turns to silver."""

    def paint(self) -> None:
        soil(self, 0.36)
        bare = theme.contrast
        x, y = self.at(0.05, 0.03)
        wide, tall = self.box.width * 0.9, self.box.height * 0.2
        strokes.sheet(x, y, wide, tall, tall * 0.35, BLACK if bare else rgba("#1D3E9E"))
        strokes.sheet(
            x + 4, y + 4, wide - 8, tall - 8, tall * 0.33, WHITE if bare else rgba("#2F6BD8")
        )
        self._glint = Color(1, 1, 1, 0 if bare else 0.22)
        strokes.sheet(x + wide * 0.08, y + tall * 0.78, wide * 0.3, 5, 2, None)
        strokes.sheet(x + wide * 0.55, y + tall * 0.86, wide * 0.2, 4, 2, None)
        self._lights = Color(1, 0.79, 0.3, 0)
        self._aura = strokes.glow(*self.at(0.5, 0.6), self.box.width * 0.4, self.box.height * 0.6)
        self._stand = Stand(self.unit)
        paint(rgba("#BFE0FF"))
        self._bubbles = Point(texture=disc(), pointsize=max(1.5, self.unit * 0.006))
        self._flown = [0.0] * PLANTS
        self._lifted = [0.0] * PLANTS
        self._held: dict[Hashable, list[int]] = {}

    def draw(self, seconds: float, passed: float, asks: float) -> None:
        field = self.road.field
        self._stand.begin()
        tall = self.box.height * 0.5
        standing = [number for number in range(PLANTS) if not field.pulled[number]]
        held = {number for stalks in self._held.values() for number in stalks}
        bubbles: list[float] = []
        for number in range(PLANTS):
            x, y = self.along(where(number)), self.at(0, 0.35)[1]
            own = tall * (0.86 + 0.14 * math.sin(number * 2.3))
            if field.pulled[number]:
                self._flown[number] = min(FLY_S, self._flown[number] + passed)
                self._lie(number, (x, y + self._lifted[number] * tall), own, bubbles, seconds)
                continue
            if number not in held:
                field.lift[number] *= 0.8
            self._flown[number], self._lifted[number] = 0.0, field.lift[number]
            sway = 0.04 * math.sin(seconds * 1.3 + number * 0.7)
            base = (x, y + field.lift[number] * tall)
            self._roots(base)
            self._stand.plant(number, base, own, bend=sway, flower=0, ripe=1)
        self._stand.show()
        self._bubbles.points = bubbles
        if standing:
            middle = self.along(where(standing[len(standing) // 2]))
            strokes.put(
                self._aura, middle, self.at(0, 0.62)[1], self.box.width * 0.4, self.box.height * 0.6
            )
        lit(self._lights, (0.5 if self._held else 0.8 * asks) if standing else 0)

    def _roots(self, base: Spot) -> None:
        x, y = base
        long = self.unit * 0.03
        for side in (-0.6, 0.1, 0.7):
            self._stand.threads.add(
                (x, y + 2), (x + side * long, y - long), self.unit * 0.006, FIBRE, self.unit * 0.002
            )

    def _lie(
        self, number: int, start: Spot, tall: float, bubbles: list[float], seconds: float
    ) -> None:
        """A stalk flying to the water, or lying there."""
        part = smooth(self._flown[number] / FLY_S)
        long = self.box.width * 0.5
        goal = (
            self.at(0.08 + 0.32 * (number * 0.618 % 1), 0)[0],
            self.at(0, 0.055 + 0.14 * ((number * 7) % PLANTS) / PLANTS)[1],
        )
        x = start[0] + (goal[0] - start[0]) * part
        y = start[1] + (goal[1] - start[1]) * part + math.sin(math.pi * part) * tall * 0.2
        angle = (1 - part) * math.pi / 2 + part * 0.05 * math.sin(number)
        length = tall + (long - tall) * part
        end = (x + length * math.cos(angle), y + length * math.sin(angle))
        glue = self.road.field.glue[number]
        width = max(2.5, self.unit * 0.012)
        self._stand.threads.add((x, y), end, width, SILVER - glue * (SILVER - STRAW), width * 0.5)
        if part >= 1 and glue > 0.15:
            rise = (seconds * 0.9 + number * 0.29) % 1
            bubbles += (x + length * (number * 0.37 % 1), y + rise * self.box.height * 0.06)

    def take(self, key: Hashable, x: float, y: float) -> bool:
        taken = {number for stalks in self._held.values() for number in stalks}
        stalks = [one for one in self.road.field.grasp(self.share(x)) if one not in taken]
        if not stalks or y < self.at(0, 0.24)[1]:
            return False
        super().take(key, x, y)
        self._held[key] = stalks
        return True

    def move(self, key: Hashable, x: float, y: float) -> None:
        if key not in self._held:
            return
        lift = (y - self.hands[key][1]) / (self.box.height * 0.5)
        # The root gives way slowly, then all at once.
        self.road.field.raise_(self._held[key], lift if lift >= ROOT else lift * 0.6)
        if lift >= ROOT:
            del self._held[key]

    def drop(self, key: Hashable) -> None:
        super().drop(key)
        self._held.pop(key, None)

    def play(self, seconds: float) -> None:
        part = max(0.0, seconds - 0.3) % 0.75
        if part > 0.65:
            self.drop("play")
        elif "play" in self.hands:
            x, y = self.hands["play"]
            self.move("play", x, y + smooth((part - 0.1) / 0.5) * self.box.height * 0.3)
        elif part < 0.1 and not all(self.road.field.pulled):
            first = self.road.field.pulled.index(False)
            self.take("play", self.along(where(min(PLANTS - 1, first + 2))), self.at(0, 0.5)[1])
