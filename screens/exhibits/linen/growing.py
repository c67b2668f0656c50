"""Growing and pulling: the stand of flax, weather by a slider, handfuls drawn out and laid in
water."""

from __future__ import annotations

import math
from collections.abc import Hashable

from kivy.graphics import Color, Point, PopMatrix, PushMatrix, Translate

from content.exhibition.exhibits.linen.field import PLANTS, ROOT, where
from screens.exhibits import strokes
from screens.exhibits.linen.scene import Scene, knob, lit, paint, smooth
from screens.exhibits.linen.sowing import soil
from screens.exhibits.linen.threads import (
    FIBRE,
    GREEN,
    LEAF,
    SILVER,
    STEEL,
    STRAW,
    Spot,
    Threads,
)  # fmt: skip
from screens.shapes import disc
from screens.theme import BLACK, WHITE, mix, rgba, theme

PIECES = 4
DROPS = 26
DUSK, SUN, CLOUD = rgba("#2A3188"), rgba("#FFD873"), rgba("#C9D2F5")
FLY_S = 0.7


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


class Growing(Scene):
    """One hand leads the weather: rain to the left, sun to the right."""

    def paint(self) -> None:
        unit, bare = self.unit, theme.contrast
        self._warm = Color(1, 0.8, 0.4, 0)
        self._rays = strokes.glow(*self.at(0.84, 0.86), unit * 0.55)
        self._sun = Color(*(BLACK if bare else SUN))
        strokes.ball(*self.at(0.84, 0.86), unit * 0.085)
        self._cloud = Color(*(BLACK if bare else CLOUD))
        x, y = self.at(0.2, 0.86)
        for dx, dy, size in (
            (-0.11, 0, 0.06),
            (0, 0.03, 0.085),
            (0.11, 0, 0.065),
            (0.02, -0.02, 0.06),
        ):
            strokes.ball(x + dx * unit, y + dy * unit, size * unit)
        Color(1, 1, 1, 1)
        self._rain = Threads()
        soil(self, 0.3)
        self._stand = Stand(unit)
        self._size = max(unit * 0.075, 1)
        self._low = self.at(0, 0.13)[1]
        self._left, self._right = self.at(0.17, 0)[0], self.at(0.83, 0)[0]
        strokes.sheet(self._left - self._size, self._low - self._size * 0.3,
                      self._right - self._left + 2 * self._size, self._size * 0.6,
                      self._size * 0.3, BLACK if bare else rgba("#20143A"))  # fmt: skip
        Color(*(WHITE if bare else rgba("#7FB8FF")))
        for step in range(3):
            strokes.ball(self._left + step * self._size * 0.7, self._low, self._size * 0.14)
        Color(*(WHITE if bare else rgba("#FFC94D")))
        strokes.ball(self._right, self._low, self._size * 0.24)
        PushMatrix()
        self._knob = Translate(0, 0)
        self._halo = knob(self._size)
        PopMatrix()

    def draw(self, seconds: float, passed: float, asks: float) -> None:
        field = self.road.field
        self._knob.x = self._left + (self._right - self._left) * field.sun
        self._knob.y = self._low
        lit(self._halo, 0.9 if self.hands else asks)
        lit(self._warm, 0.75 * field.sun)
        if not theme.contrast:
            self._sun.rgba = mix(DUSK, SUN, 0.2 + 0.8 * field.sun)
            self._cloud.rgba = mix(CLOUD, DUSK, 0.85 * field.sun)
        self._fall(seconds, 1 - field.sun)
        self._stand.begin()
        thirst = 1 - field.comfort
        for number in range(PLANTS):
            own = 0.86 + 0.14 * math.sin(number * 2.3)
            sway = 0.05 * math.sin(seconds * 1.3 + number * 0.7) + 0.5 * thirst * (-1) ** number
            self._stand.plant(
                number, (self.along(where(number)), self.at(0, 0.29)[1]),
                (0.03 + 0.97 * field.height) * own * self.box.height * 0.5,
                bend=sway, flower=field.flowering, ripe=max(field.ripeness, 0.5 * thirst),
            )  # fmt: skip
        self._stand.show()

    def _fall(self, seconds: float, rain: float) -> None:
        self._rain.begin()
        low, high = self.at(0, 0.3)[1], self.at(0, 0.82)[1]
        for number in range(round(DROPS * max(0.0, rain - 0.25) / 0.75)):
            part = (seconds * 1.3 + number * 0.377) % 1
            x = self.at(0.04 + 0.92 * (number * 0.618 % 1), 0)[0]
            y = high + (low - high) * part
            self._rain.add(
                (x, y), (x - 3, y + self.unit * 0.03), max(2.0, self.unit * 0.005), STEEL
            )
        self._rain.show()

    def take(self, key: Hashable, x: float, y: float) -> bool:
        if self.hands:
            return False
        super().take(key, x, y)
        self.move(key, x, y)
        return True

    def move(self, key: Hashable, x: float, y: float) -> None:
        if key in self.hands:
            self.road.field.weather((x - self._left) / (self._right - self._left))

    def play(self, seconds: float) -> None:
        if not self.hands:
            self.take("play", self._left, self._low)
        share = (
            0.12 + 0.5 * smooth((seconds - 0.6) / 1.2) + 0.22 * math.sin(max(0, seconds - 1.8) * 2)
        )
        self.move("play", self._left + (self._right - self._left) * share, self._low)


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
            self._stand.threads.add((x, y + 2), (x + side * long, y - long), self.unit * 0.006, FIBRE,
                                    self.unit * 0.002)  # fmt: skip

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
