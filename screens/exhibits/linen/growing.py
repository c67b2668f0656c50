"""Growing: the stand of flax under weather led by a slider."""

from __future__ import annotations

import math
from collections.abc import Hashable

from kivy.graphics import Color, PopMatrix, PushMatrix, Translate

from content.exhibition.exhibits.linen.field import PLANTS, where
from screens.exhibits import strokes
from screens.exhibits.linen.scene import Scene, knob, lit, smooth
from screens.exhibits.linen.sowing import soil
from screens.exhibits.linen.stand import Stand
from screens.exhibits.linen.threads import STEEL, Threads
from screens.theme import BLACK, WHITE, mix, rgba, theme

DROPS = 26
DUSK, SUN, CLOUD = rgba("#2A3188"), rgba("#FFD873"), rgba("#C9D2F5")


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
        if theme.contrast:
            self._sun.a = 0.1 + 0.9 * field.sun
        else:
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
