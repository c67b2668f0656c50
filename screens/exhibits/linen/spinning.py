"""Spinning: a big wheel turned by a finger; a tuft thins, a bobbin fills."""

from __future__ import annotations

import math
from collections.abc import Hashable

from kivy.graphics import Color, Line, PopMatrix, PushMatrix, Rotate, Translate

from screens.exhibits import strokes
from screens.exhibits.linen.scene import Scene, knob, lit, paint
from screens.exhibits.linen.threads import FIBRE, LINEN, SHADE, Threads
from screens.theme import BLACK, WHITE, rgba, theme

SPOKES = 8
HAIRS = 16
FOLLOW = 0.35
"""How quickly the speed of a hand is believed."""


class Spinning(Scene):
    """One hand turns the wheel; it coasts when let go."""

    def paint(self) -> None:
        bare = theme.contrast
        wood = BLACK if bare else rgba("#B9793B")
        self._radius = radius = min(self.box.height * 0.43, self.box.width * 0.34)
        self._hub = self.at(0.62, 0.5)
        x, y = self._hub
        self._glow = Color(1, 0.79, 0.3, 0)
        strokes.glow(x, y, radius * 2.6)
        Color(*(BLACK if bare else rgba("#6E4526")))
        for side in (-1, 1):
            strokes.polygon(
                [
                    (x + side * radius * 0.05, y),
                    (x + side * radius * 0.13, y),
                    (x + side * radius * 0.62, self.box.y),
                    (x + side * radius * 0.5, self.box.y),
                ]
            )
        Color(1, 1, 1, 1)
        self._fibres = Threads()
        Color(*wood)
        Line(circle=(x, y, radius * 0.93), width=max(3.0, radius * 0.055))
        Color(*(WHITE if bare else rgba("#E2A45E")))
        Line(circle=(x, y, radius * 0.945), width=max(1.0, radius * 0.012))
        PushMatrix()
        Translate(x, y)
        self._turn = Rotate(angle=0, axis=(0, 0, 1))
        Color(*wood)
        for spoke in range(SPOKES):
            PushMatrix()
            Rotate(angle=spoke * 360 / SPOKES, axis=(0, 0, 1))
            strokes.sheet(-radius * 0.025, radius * 0.1, radius * 0.05, radius * 0.8, 6, None)
            PopMatrix()
        paint(rgba("#8A5F0A"))
        strokes.ball(0, 0, radius * 0.15)
        paint(rgba("#FFC94D"))
        strokes.ball(0, 0, radius * 0.11)
        Translate(0, radius * 0.66)
        self._halo = knob(max(radius * 0.15, 8))
        PopMatrix()
        self._spool = self.at(0.13, 0.2)
        self._last: float | None = None
        self._speed = self._moved = 0.0

    def draw(self, seconds: float, passed: float, asks: float) -> None:
        wheel = self.road.wheel
        self._turn.angle = wheel.turns * 360
        lit(self._halo, 0.9 if self.hands else asks)
        lit(self._glow, 0.15 + 0.35 * wheel.yarn)
        if self.hands and passed > 0:
            self._speed += (self._moved / passed - self._speed) * FOLLOW
            self._moved = 0.0
        self._draw_out(wheel.yarn, wheel.twist, wheel.bobbin)

    def _draw_out(self, yarn: float, twist: float, bobbin: float) -> None:
        fibres, unit = self._fibres, self.unit
        fibres.begin()
        tuft = self.at(0.14, 0.8)
        sx, sy = self._spool
        # The drive band.
        hx, hy = self._hub
        pulley = unit * 0.05
        for side in (-1, 1):
            fibres.add(
                (hx - self._radius * 0.1, hy + side * self._radius * 0.95),
                (sx, sy + side * pulley),
                max(2.0, unit * 0.005),
                SHADE,
            )
        left = math.sqrt(max(0.0, 1 - yarn))
        for hair in range(HAIRS):
            off = hair / (HAIRS - 1) * 2 - 1
            wide = unit * 0.14 * left
            top = (
                tuft[0] + off * wide * 0.6,
                tuft[1] + unit * 0.12 * (0.5 + 0.5 * left) * (1 - 0.35 * off * off),
            )
            belly = (tuft[0] + off * wide, tuft[1] - unit * 0.02)
            tip = (tuft[0], tuft[1] - unit * 0.16)
            fibres.path([top, belly, tip], max(2.0, unit * 0.012), FIBRE + 0.5 * (hair % 3))
        start = (tuft[0], tuft[1] - unit * 0.15)
        end = (sx, sy + unit * 0.12 * bobbin)
        thick = max(4.0, unit * 0.013)
        fibres.add(start, end, thick, LINEN)
        # Twist, seen as slanting stripes that run as the spindle turns.
        steps = 14
        for step in range(steps):
            part = (step + (twist % 1)) / steps
            x, y = start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
            slant = thick * (0.5 if twist >= 0 else -0.5)
            fibres.add(
                (x - thick * 0.5, y - slant), (x + thick * 0.5, y + slant), thick * 0.35, SHADE
            )
        tall, wide = unit * 0.11, unit * 0.16 * bobbin
        rows = 9
        for row in range(rows):
            y = sy - tall + 2 * tall * (row + 0.5) / rows
            belly = wide * (0.75 + 0.25 * math.sin(math.pi * (row + 0.5) / rows))
            fibres.add(
                (sx - belly, y - 2),
                (sx + belly, y + 2),
                2 * tall / rows * 1.05,
                LINEN if (row + int(twist * 2)) % 2 else SHADE,
            )
        for side in (-1, 1):
            fibres.add(
                (sx - unit * 0.17, sy + side * tall * 1.12),
                (sx + unit * 0.17, sy + side * tall * 1.12),
                unit * 0.035,
                7.0,
            )
        fibres.show()

    def _angle(self, x: float, y: float) -> float:
        return math.atan2(y - self._hub[1], x - self._hub[0]) / (2 * math.pi)

    def take(self, key: Hashable, x: float, y: float) -> bool:
        if self.hands:
            return False
        super().take(key, x, y)
        self._last, self._speed, self._moved = self._angle(x, y), 0.0, 0.0
        self.road.wheel.held, self.road.wheel.speed = True, 0.0
        return True

    def move(self, key: Hashable, x: float, y: float) -> None:
        if key not in self.hands or self._last is None:
            return
        # Near the hub an angle says nothing.
        if math.dist((x, y), self._hub) < self._radius * 0.12:
            self._last = self._angle(x, y)
            return
        now = self._angle(x, y)
        by = (now - self._last + 0.5) % 1 - 0.5
        self._last = now
        self._moved += by
        self.road.wheel.turn(by)

    def drop(self, key: Hashable) -> None:
        if key in self.hands:
            self.road.wheel.let_go(self._speed)
        super().drop(key)

    def play(self, seconds: float) -> None:
        turn = max(0.0, seconds - 0.4) ** 1.5 * 0.8
        x = self._hub[0] - math.sin(turn * 2 * math.pi) * self._radius * 0.66
        y = self._hub[1] + math.cos(turn * 2 * math.pi) * self._radius * 0.66
        if "play" not in self.hands:
            self.take("play", x, y)
        self.move("play", x, y)
