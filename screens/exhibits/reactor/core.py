"""The core: a pool that glows with the power, and rods hung from a golden bar."""

from __future__ import annotations

import math
import random
from typing import Any

from kivy.graphics import Canvas, Color, Point, PopMatrix, PushMatrix, Rectangle, Translate

from content.exhibition.exhibits.reactor.model import Reactor
from screens.exhibits import strokes
from screens.page import Box
from screens.shapes import disc
from screens.theme import BLACK, WHITE, Colour, mix, rgba, theme

RODS = 7
SPARKS = 36
GOLD, GOLD_EDGE = rgba("#FFC94D"), rgba("#C98F1B")
WATER = (rgba("#0D1B5C"), rgba("#12307E"), rgba("#173C92"))
COLD, WARM, HOT = rgba("#3A3F9E"), rgba("#55CBFF"), rgba("#DDF8FF")
POOL_GLOW = (0.35, 0.78, 1.0)


class Core:
    """Draws the reactor; knows where the bar is and what share of its way a height means."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self.box = Box(0, 0, 1, 1)
        self.travel = 1.0
        self._foot = 0.0
        self._bar_tall = 1.0
        self._laid = False
        dice = random.Random(67)  # noqa: S311 - the same water every time
        self._paces = [
            (dice.random(), dice.uniform(0.08, 0.22), dice.random()) for _spark in range(SPARKS)
        ]

    def bar_at(self, rods: float) -> float:
        """The height of the bar's middle where the rods are lifted by a share, px."""
        return self._foot + rods * self.travel

    def share_at(self, y: float) -> float:
        """The share that puts the bar's middle at a height."""
        return (y - self._foot) / self.travel

    def on_bar(self, y: float, rods: float) -> bool:
        """Whether a height is on the bar."""
        return abs(y - self.bar_at(rods)) <= self._bar_tall * 0.75

    def lay(self, box: Box) -> None:
        """Paint everything for a place."""
        self.box = box
        self.canvas.clear()
        wide = min(box.width * 0.96, box.height * 1.9)
        left = box.x + (box.width - wide) / 2
        deep = box.height * (0.39 if box.width > box.height else 0.5)
        self._bar_tall = max(box.height * 0.13, min(box.height * 0.2, wide * 0.16))
        low = box.y + box.height * 0.02
        self._foot = low + deep + self._bar_tall * 0.62
        self.travel = max(1.0, box.y + box.height - self._bar_tall * 0.72 - self._foot)
        with self.canvas:
            self._pool(left, low, wide, deep)
            self._hang(left, low, wide, deep)
        self._laid = True

    def _pool(self, left: float, low: float, wide: float, deep: float) -> None:
        wall = wide * 0.03
        bare = theme.contrast
        self._aura = Color(*POOL_GLOW, 0)
        strokes.glow(left + wide / 2, low + deep / 2, wide * 1.5, deep * 2.1)
        strokes.sheet(left, low, wide, deep, wide * 0.06, BLACK if bare else rgba("#5B62B8"))
        inner = (left + wall, low + wall, wide - 2 * wall, deep - 2 * wall)
        strokes.sheet(*inner, wide * 0.045, WHITE if bare else WATER[0])
        if not bare:
            strokes.shaded(
                inner[0] + wall, inner[1] + wall, inner[2] - 2 * wall, inner[3] - wall, WATER
            )
        self._water = inner
        pitch = inner[2] / RODS
        column = pitch * 0.6
        self._fuel = Color(*COLD)
        self._channels = [inner[0] + pitch * (number + 0.5) for number in range(RODS)]
        tall = inner[3] - 1.7 * wall - deep * 0.1
        for gap in range(1, RODS):
            Rectangle(
                texture=None if bare else strokes.tube(),
                pos=(inner[0] + pitch * gap - column / 2, inner[1] + wall),
                size=(column, tall),
            )
        self._light = Color(*POOL_GLOW, 0)
        for share in (0.27, 0.5, 0.73):
            strokes.glow(left + wide * share, low + deep * 0.45, inner[2] * 0.62, inner[3] * 0.98)
        self._spark = Color(*(BLACK if bare else WHITE))
        self._sparks = Point(texture=disc(), pointsize=max(1.5, wide * 0.0055))

    def _hang(self, left: float, low: float, wide: float, deep: float) -> None:
        bare = theme.contrast
        rail = max(3.0, wide * 0.014)
        high = self._foot + self.travel
        Color(*(BLACK if bare else rgba("#454CAB")))
        for x in (left + wide * 0.025, left + wide * 0.975 - rail):
            Rectangle(pos=(x, low + deep * 0.9), size=(rail, high - low - deep * 0.9))
        PushMatrix()
        self._lift = Translate(0, 0)
        thick = wide / RODS * 0.3
        long = self._foot - low - wide * 0.055
        for x in self._channels:
            Color(*(BLACK if bare else rgba("#8A90B8")))
            Rectangle(texture=strokes.tube(), pos=(x - thick / 2, -long), size=(thick, long))
            Color(*(BLACK if bare else rgba("#2C3070")))
            strokes.ball(x, -long, thick * 0.42)
        tall = self._bar_tall
        self._hint = Color(*GOLD, 0)
        strokes.glow(left + wide / 2, 0, wide * 1.12, tall * 3.2)
        strokes.sheet(left, -tall / 2 - tall * 0.12, wide, tall, tall * 0.4,
                      BLACK if bare else GOLD_EDGE)  # fmt: skip
        strokes.sheet(left, -tall / 2, wide, tall, tall * 0.4, BLACK if bare else GOLD)
        if not bare:
            strokes.sheet(left + tall * 0.3, tall * 0.26, wide - tall * 0.6, tall * 0.12,
                          tall * 0.06, (1, 1, 1, 0.5))  # fmt: skip
        self._grip(left + wide / 2, tall, wide)
        PopMatrix()

    def _grip(self, middle: float, tall: float, wide: float) -> None:
        """Arrows up and down, and ridges for the finger."""
        Color(*(WHITE if theme.contrast else rgba("#8A5F0A")))
        step = tall * 0.2
        for side, way in ((-1, 1), (1, -1)):
            x = middle + side * wide * 0.36
            base = -way * step * 0.6
            strokes.polygon(
                [(x - step * 1.3, base), (x + step * 1.3, base), (x, base + way * step * 1.5)]
            )
        strokes.boxes(
            [
                (middle + (place - 2.5) * step * 0.9, -tall * 0.24, step * 0.36, tall * 0.48)
                for place in range(6)
            ]
        )

    def draw(self, reactor: Reactor, seconds: float, pulse: float) -> None:
        """Show the reactor; ``seconds`` moves the sparks, ``pulse`` (0 to 1) lights the bar."""
        if not self._laid:
            return
        power = reactor.power
        self._lift.y = round(self.bar_at(reactor.rods))
        self._hint.a = 0 if theme.contrast else pulse * 0.75
        if theme.contrast:
            self._fuel.rgba = (0, 0, 0, min(1.0, 0.1 + 0.8 * power))
        else:
            self._fuel.rgba = heat(power)
            self._light.a = min(0.9, 0.85 * power)
            self._aura.a = min(0.6, 0.5 * power)
        self._sparks.points = self._rising(power, seconds)
        self._spark.a = min(0.9, 0.2 + 0.6 * power)

    def _rising(self, power: float, seconds: float) -> list[float]:
        """Where the sparks are, x, y, x, y…: the more the stronger."""
        x, y, wide, tall = self._water
        points: list[Any] = []
        for number in range(round(min(1.0, power) * SPARKS)):
            share, pace, start = self._paces[number]
            climb = (seconds * pace + start) % 1
            sway = 0.012 * math.sin(seconds * 1.7 + number)
            points += (
                x + wide * (0.05 + 0.9 * share + sway), y + tall * (0.08 + 0.8 * climb),
            )  # fmt: skip
        return points


def heat(power: float) -> Colour:
    """The fuel's colour at a power: from the night's blue to the pool's light."""
    if power < 0.7:
        return mix(COLD, WARM, max(0.0, power) / 0.7)
    return mix(WARM, HOT, min(1.0, (power - 0.7) / 0.6))
