"""The building site at night: ground, crane, ball, and the house of stars over the wall."""

from __future__ import annotations

import math
from itertools import pairwise

from kivy.graphics import (
    Canvas,
    Color,
    PopMatrix,
    PushMatrix,
    Rotate,
)

from content.exhibition.exhibits.bricks.bond import COURSES, LONG
from content.exhibition.exhibits.bricks.model import HEIGHT, ROPE, Wall
from content.exhibition.exhibits.bricks.rocking import QUARTER, TALL
from screens.exhibits import strokes
from screens.page import Box
from screens.shapes import lines
from screens.theme import BLACK, WHITE, rgba, theme

BALL_M = 0.115
"""The ball's radius, m."""
LEFT, RIGHT, FOOT, TOP = -0.88, 1.32, -0.13, 1.3
"""What of the site is seen, m."""
PIVOT = (-BALL_M, HEIGHT + ROPE)
PILE = (-0.55, 0.0)
"""The middle of the pile's foot, m."""
MAST = -0.8
WIDE, HIGH = LONG * QUARTER, COURSES * TALL
ROOF = (
    (0.0, HIGH + 0.03), (-0.1, HIGH + 0.03), (WIDE * 0.5, HIGH + 0.4), (WIDE + 0.1, HIGH + 0.03),
    (WIDE, HIGH + 0.03),
)  # fmt: skip
CHIMNEY = ((WIDE * 0.72, HIGH + 0.264), (WIDE * 0.72, HIGH + 0.36), (WIDE * 0.82, HIGH + 0.36),
           (WIDE * 0.82, HIGH + 0.203))  # fmt: skip
WINDOW = (WIDE * 0.5, HIGH + 0.17)
GOLD, GOLD_EDGE, GOLD_LIGHT = rgba("#FFC94D"), rgba("#C98F1B"), rgba("#FFE9B0")
PUFFS = 9
UNSEEN = 0.01
"""A light this clear need not be drawn."""


class Site:
    """Draws all but bricks. :meth:`at` turns metres into px."""

    def __init__(self) -> None:
        self.behind, self.before = Canvas(), Canvas()
        self.box = Box(0, 0, 1, 1)
        self.scale = 1.0
        self._lit = 0.0
        self._dust = 1.0
        self._falls = 0
        self._laid = False

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the site is on the glass."""
        return self._x0 + x * self.scale, self._y0 + y * self.scale

    def metres(self, x: float, y: float) -> tuple[float, float]:
        """The other way."""
        return (x - self._x0) / self.scale, (y - self._y0) / self.scale

    def ball(self, swing: float) -> tuple[float, float]:
        """The middle of the ball at an angle, px."""
        x, y = PIVOT
        return self.at(x - ROPE * math.sin(swing), y - ROPE * math.cos(swing))

    def lay(self, box: Box) -> None:
        """Paint everything for a place."""
        self.box = box
        self.scale = min(box.width / (RIGHT - LEFT), box.height / (TOP - FOOT))
        self._x0 = box.x + box.width / 2 - (LEFT + RIGHT) / 2 * self.scale
        self._y0 = box.y - FOOT * self.scale
        self.behind.clear()
        self.before.clear()
        with self.behind:
            self._house()
            self._crane()
            self._call = Color(1, 0.82, 0.4, 0)
            x, y = self.at(PILE[0], 0.1)
            self._call_light = strokes.glow(x, y, 0, 1)
            self._ground()
        with self.before:
            self._hang()
            self._puffs()
        self._laid = True

    def draw(self, wall: Wall, seconds: float, pulse: float, call: float) -> None:
        """Move what moves; ``seconds`` since the last time;
        ``pulse`` lights the ball and ``call`` the pile."""
        if not self._laid:
            return
        self._swing.angle = -math.degrees(wall.swing)
        self._halo.a = 0.75 if wall.held else 0.55 * pulse
        self._call.a = 0.0 if theme.contrast else 0.9 * call
        # What is not seen would cost as much as what is.
        s = self.scale
        x, y = self.at(PILE[0], 0.1)
        strokes.put(self._call_light, x, y, s * 0.95 if self._call.a > UNSEEN else 0.0, s * 0.62)
        x, y = self.at(PIVOT[0], HEIGHT)
        strokes.put(
            self._halo_light, x, y, s * BALL_M * 4.4 if self._halo.a > UNSEEN else 0.0,
            s * BALL_M * 4.4,
        )  # fmt: skip
        aim = 1.0 if wall.trials else 0.0
        self._lit += (aim - self._lit) * min(1.0, seconds * 3)
        lit = self._lit
        if theme.contrast:
            self._roof.a = 0.25 + 0.75 * lit
        else:
            self._roof.rgba = (1, 0.62 + 0.2 * lit, 0.75 - 0.4 * lit, 0.22 + 0.7 * lit)
            self._stars.a = 0.16 + 0.75 * lit
            self._window.a = 0.9 * lit
            x, y = self.at(*WINDOW)
            strokes.put(self._window_light, x, y, s * 0.62 if lit > UNSEEN else 0.0, s * 0.62)
        if wall.fallen > self._falls:
            self._dust = 0.0
        self._falls = wall.fallen
        self._blow(seconds)

    def _house(self) -> None:
        bare = theme.contrast
        s = self.scale
        spots = [self.at(*spot) for spot in ROOF]
        stack = [self.at(*spot) for spot in CHIMNEY]
        pairs = [*pairwise(spots), *pairwise(stack)]
        self._window = Color(1, 0.8, 0.36, 0)
        if not bare:
            x, y = self.at(*WINDOW)
            self._window_light = strokes.glow(x, y, 0, 1)
            strokes.ball(x, y, s * 0.05)
        self._roof = Color(*(BLACK if bare else WHITE))
        lines(pairs, max(2.0, s * 0.009))
        self._stars = Color(1, 0.87, 0.55, 0)
        if not bare:
            for x, y in spots[1:4] + stack[1:3]:
                strokes.glow(x, y, s * 0.17)
        Color(*(BLACK if bare else (1, 0.97, 0.9, 1)))
        for x, y in spots[1:4] + stack[1:3]:
            strokes.ball(x, y, s * 0.013)

    def _crane(self) -> None:
        s = self.scale
        foot, beam, side = 0.0, PIVOT[1] + 0.05, 0.045
        pairs = []
        mast_x = (MAST - side, MAST + side)
        for x in mast_x:
            pairs.append((self.at(x, foot), self.at(x, beam + 0.06)))
        for n in range(9):
            low, high = foot + n * beam / 9, foot + (n + 1) * beam / 9
            a, b = mast_x if n % 2 else mast_x[::-1]
            pairs.append((self.at(a, low), self.at(b, high)))
        end = PIVOT[0] + 0.1
        for y in (beam, beam + 0.06):
            pairs.append((self.at(MAST, y), self.at(end, y)))
        count = 7
        for n in range(count):
            x0, x1 = (MAST + (end - MAST) * (n + part) / count for part in (0, 1))
            low, high = (beam, beam + 0.06) if n % 2 else (beam + 0.06, beam)
            pairs.append((self.at(x0, low), self.at(x1, high)))
        pairs.append((self.at(*PIVOT), self.at(PIVOT[0], beam)))
        Color(*(BLACK if theme.contrast else rgba("#E88B2A", 0.8)))
        lines(pairs, max(1.5, s * 0.008))

    def _ground(self) -> None:
        s, box = self.scale, self.box
        x, y = self.at(0, 0)
        foot = y - box.y
        bare = theme.contrast
        strokes.sheet(
            box.x, box.y, box.width, foot, s * 0.05, WHITE if bare else rgba("#2B2A63")
        )  # fmt: skip
        if bare:
            strokes.outline(box.x, box.y, box.width, foot, s * 0.05, 4, BLACK)
        else:
            Color(0, 0, 0, 0.4)
            strokes.glow(x + WIDE * s / 2, y - foot * 0.12, WIDE * s * 1.5, foot * 1.1)
        strokes.sheet(
            x - 0.04 * s, y - 0.045 * s, (WIDE + 0.08) * s, 0.045 * s, s * 0.012,
            BLACK if bare else rgba("#9AA0C8"),
        )  # fmt: skip

    def _hang(self) -> None:
        s = self.scale
        x, y = self.at(*PIVOT)
        bx, by, r = x, y - ROPE * s, BALL_M * s
        bare = theme.contrast
        PushMatrix()
        self._swing = Rotate(angle=0, axis=(0, 0, 1), origin=(x, y))
        self._halo = Color(1, 0.82, 0.4, 0)
        self._halo_light = strokes.glow(bx, by, 0, 1)
        Color(*(BLACK if bare else rgba("#C9CDEB")))
        lines([((x, y), (bx, by + r * 0.9))], max(2.0, s * 0.011))
        strokes.sheet(bx - r * 0.2, by + r * 0.8, r * 0.4, r * 0.36, r * 0.1,
                      BLACK if bare else rgba("#8B91BE"))  # fmt: skip
        Color(*(BLACK if bare else GOLD_EDGE))
        strokes.ball(bx, by, r)
        Color(*(WHITE if bare else GOLD))
        strokes.ball(bx - r * 0.05, by + r * 0.06, r * (0.86 if bare else 0.9))
        if not bare:
            Color(*GOLD_LIGHT)
            strokes.glow(bx - r * 0.3, by + r * 0.36, r * 1.1)
        PopMatrix()

    def _puffs(self) -> None:
        self._cloud = Color(0.8, 0.74, 0.72, 0)
        self._clouds = [strokes.glow(0, 0, 0, 1) for _puff in range(PUFFS)]

    def _blow(self, seconds: float) -> None:
        if self._dust >= 1:
            if self._cloud.a:
                self._cloud.a = 0
                for cloud in self._clouds:
                    cloud.size = (0, 0)
            return
        self._dust = min(1.0, self._dust + seconds / 1.3)
        self._cloud.a = 0.0 if theme.contrast else 0.34 * (1 - self._dust)
        for n, cloud in enumerate(self._clouds):
            x, y = self.at(
                0.1 + n * 0.135 + 0.1 * self._dust, 0.05 + 0.1 * self._dust * (1 + n % 3)
            )
            strokes.put(cloud, x, y, self.scale * (0.16 + 0.34 * self._dust))
