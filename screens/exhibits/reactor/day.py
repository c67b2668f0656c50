"""The day as a street: a house an hour, as tall as the demand; a star flies over it as high as the
supply, and where it keeps to the roofs the windows light up."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, Point

from content.exhibition.exhibits.reactor.demand import HOURS, demand
from content.exhibition.exhibits.reactor.model import Reactor
from screens.exhibits import strokes
from screens.page import Box
from screens.shapes import disc
from screens.theme import BLACK, WHITE, mix, rgba, theme

GRAINS = 8
"""Marks of the trail in an hour."""
GOLD = rgba("#FFD873")
COOL = rgba("#BFD4FF")
MOON, SUN = rgba("#DCE4FF"), rgba("#FFD08A")
ROOF = 0.66
"""Part of the height the evening's house takes."""
NIGHT, FOOT = 0.4, 0.26
"""The least demand, and the part of the evening's height its house has."""


class Day:
    """Draws the street."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self.box = Box(0, 0, 1, 1)
        self._laid = False
        self.forget()

    def forget(self) -> None:
        """A new day, nothing behind the star."""
        self._trail: list[float | None] = [None] * (HOURS * GRAINS)
        self._last = -1

    def lay(self, box: Box) -> None:
        """Paint everything for a place."""
        self.box = box
        self._last = -1
        self.canvas.clear()
        bare = theme.contrast
        step = box.width / HOURS
        ground = box.height * 0.05
        self._windows: list[Color] = []
        self._high = box.height * ROOF
        self._base = box.y + ground
        with self.canvas:
            strokes.sheet(box.x, box.y, box.width, ground, ground / 2,
                          BLACK if bare else rgba("#11184F"))  # fmt: skip
            self._warmth = Color(*SUN[:3], 0)
            self._rays = strokes.glow(0, 0, 1)
            self._sky = Color(*SUN)
            self._sun = strokes.ball(0, 0, 1)
            self._dark = Color(*(WHITE if bare else rgba("#27307F")))
            self._bite = strokes.ball(0, 0, 1)
            for hour in range(HOURS):
                self._house(hour, box.x + hour * step, step)
            self._dots = Color(*(BLACK if bare else GOLD))
            self._path = Point(texture=disc(), pointsize=max(1.5, box.height * 0.01))
            self._link = Color(1, 1, 1, 0.5)
            self._rope = strokes.boxes([(0, 0, 1, 1)])
            self._light = Color(*GOLD)
            self._halo = strokes.glow(0, 0, 1)
            self._core = Color(*WHITE)
            self._star = strokes.ball(0, 0, 1)
        self._laid = True

    def _house(self, hour: int, x: float, step: float) -> None:
        bare = theme.contrast
        tall = rise(demand(hour + 0.5)) * self._high
        wide = step * 0.86
        Color(*(BLACK if bare else rgba("#11184F")))
        strokes.boxes([(x, self._base, wide, tall)])
        if bare:
            Color(*WHITE)
            line = max(1.0, step * 0.06)
            strokes.boxes([(x + line, self._base, wide - 2 * line, tall - line)])
        elif hour % 3 == 1:
            Color(*rgba("#11184F"))
            strokes.polygon(
                [(x, self._base + tall), (x + wide, self._base + tall),
                 (x + wide / 2, self._base + tall + step * 0.4)]
            )  # fmt: skip
        pitch = wide / 2.2
        pane = pitch * 0.56
        rows = max(1, int((tall - pitch * 0.3) / pitch))
        places = [
            (x + (wide - 2 * pitch) / 2 + (pitch - pane) / 2 + column * pitch,
             self._base + tall - pitch * 0.3 - (row + 1) * pitch + (pitch - pane) / 2,
             pane, pane)
            for row in range(rows)
            for column in range(2)
        ]  # fmt: skip
        Color(*((0, 0, 0, 0.12) if bare else rgba("#2B3390")))
        strokes.boxes(places)
        self._windows.append(Color(*(BLACK if bare else GOLD)[:3], 0))
        strokes.boxes(places)

    def place(self, hour: float, power: float) -> tuple[float, float]:
        """Where the star of an hour and a power is, px."""
        x = self.box.x + hour / HOURS * self.box.width
        return x, self._base + rise(power) * self._high

    def draw(self, reactor: Reactor, harmony: float) -> None:
        """Show the day."""
        if not self._laid:
            return
        box, bare = self.box, theme.contrast
        hour = reactor.hour
        for colour, kept in zip(self._windows, reactor.kept, strict=True):
            if abs(colour.a - kept) > 0.01:
                colour.a = kept
        x, y = self.place(hour, reactor.power)
        self._mark(hour, reactor.power)
        size = box.height * 0.07
        meets = reactor.meets
        self._light.rgba = (*(GOLD if meets else COOL)[:3], 0.0 if bare else 0.95)
        across = size * (4.6 + 1.6 * harmony)
        strokes.put(self._halo, x, y, across)
        self._core.rgba = BLACK if bare else (GOLD if meets else WHITE)
        strokes.put(self._star, x, y, size * 1.5)
        roof = self.place(hour, reactor.demand)[1]
        thin = max(1.0, size * 0.12)
        self._link.rgba = (*(BLACK if bare else WHITE)[:3], 0.0 if meets else 0.55)
        low, high = min(roof, y), max(roof, y)
        self._rope.vertices = [
            x - thin, low, 0, 0, x + thin, low, 0, 0, x + thin, high, 0, 0, x - thin, high, 0, 0,
        ]  # fmt: skip
        self._heaven(x, hour, size)

    def _heaven(self, x: float, hour: float, size: float) -> None:
        box = self.box
        light = max(0.0, min(1.0, 1.4 * math.sin((hour - 5.5) / 15.5 * math.pi) + 0.2))
        if not 5 < hour < 21.5:
            light = 0.0
        bare = theme.contrast
        y = box.y + box.height * 0.88
        radius = box.height * 0.075
        self._sky.rgba = BLACK if bare else mix(MOON, SUN, light)
        strokes.put(self._sun, x, y, 2 * radius)
        self._warmth.a = 0.0 if bare else 0.25 + 0.5 * light
        strokes.put(self._rays, x, y, 5 * radius)
        self._dark.a = 1.0 - light if not bare else float(light < 0.5)
        strokes.put(self._bite, x + radius * 0.55, y + radius * 0.3, 1.6 * radius)

    def _mark(self, hour: float, power: float) -> None:
        now = int(hour * GRAINS) % len(self._trail)
        if now == self._last:
            return
        self._last = now
        self._trail[now] = power
        # The day before fades where the new one begins.
        for ahead in range(1, GRAINS * 2):
            self._trail[(now + ahead) % len(self._trail)] = None
        points: list[float] = []
        for number, value in enumerate(self._trail):
            if value is not None:
                points += self.place(number / GRAINS, value)
        self._path.points = points


def rise(power: float) -> float:
    """How high a power stands, 1 for the evening's: what is below the night's takes less room, so
    that hills are hills."""
    if power < NIGHT:
        return power * FOOT / NIGHT
    return FOOT + (min(1.35, power) - NIGHT) * (1 - FOOT) / (1 - NIGHT)
