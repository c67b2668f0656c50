"""Weaving: a golden shuttle slid to and fro; the cloth grows by a row each time."""

from __future__ import annotations

import math
from collections.abc import Hashable

from kivy.graphics import Color, PopMatrix, PushMatrix, Scale, Translate

from content.exhibition.exhibits.linen.craft import PICKS, WARPS, over
from screens.exhibits import strokes
from screens.exhibits.linen.scene import GOLD_EDGE, GOLD_INK, Scene, lit, paint, smooth
from screens.exhibits.linen.threads import FIBRE, LINEN, RED, SHADE, SILVER, Threads
from screens.theme import BLACK, WHITE, rgba, theme

WARP = SHADE - 0.35
"""The colour of a warp thread that lies over the weft."""
PATTERN = (2, 3, 9)
"""Rows woven in red, as the region's towels have them."""


class Weaving(Scene):
    """One hand leads the shuttle."""

    def paint(self) -> None:
        bare = theme.contrast
        self._left, self._right = self.at(0.14, 0)[0], self.at(0.86, 0)[0]
        self._low, self._high = self.at(0, 0.07)[1], self.at(0, 0.9)[1]
        beam = max(10.0, self.box.height * 0.06)
        wood = BLACK if bare else rgba("#A8662F")
        for side in (0.03, 0.925):
            strokes.sheet(
                self.at(side, 0)[0],
                self.box.y,
                self.box.width * 0.045,
                self.box.height * 0.99,
                self.unit * 0.02,
                wood,
            )
        Color(1, 1, 1, 1)
        self._warp = Threads()
        self._cloth = Threads()
        self._weft = Threads()
        for y in (self._low - beam, self._high):
            strokes.sheet(self.box.x, y, self.box.width, beam, beam * 0.4, wood)
        self._woven = -1
        wide = max(self.unit * 0.15, 10)
        tall = wide * 0.42
        PushMatrix()
        self._boat = Translate(0, 0)
        self._halo = Color(1, 0.79, 0.3, 0)
        strokes.glow(0, 0, wide * 3.2, tall * 5)
        self._way = Scale(1, 1, 1)
        for drop, colour in ((tall * 0.14, GOLD_EDGE), (0.0, rgba("#FFC94D"))):
            paint(colour)
            strokes.polygon(
                [
                    (
                        wide * math.cos(turn / 12 * math.pi) * (1.15 if turn % 12 == 0 else 1.0),
                        tall * math.sin(turn / 12 * math.pi) - drop,
                    )
                    for turn in range(24)
                ]
            )
        Color(*(WHITE if bare else GOLD_INK))
        strokes.sheet(-wide * 0.45, -tall * 0.36, wide * 0.9, tall * 0.72, tall * 0.3, None)
        Color(*(BLACK if bare else rgba("#FFF6DF")))
        strokes.sheet(-wide * 0.32, -tall * 0.24, wide * 0.64, tall * 0.48, tall * 0.2, None)
        PopMatrix()
        self._wide = wide
        self._since = 9.0

    @property
    def _pitch(self) -> float:
        return (self._high - self._low) * 0.72 / PICKS

    def draw(self, seconds: float, passed: float, asks: float) -> None:
        loom = self.road.loom
        if loom.picks != self._woven:
            self._weave(loom.picks)
            self._since = 0.0
        self._since += passed
        done = loom.picks >= PICKS
        fell = self._low + loom.picks * self._pitch
        beat = 1 - smooth(self._since / 0.25)
        y = fell + self._pitch * (0.9 + 0.4 * beat) + self._wide * 0.25
        x = self._left + (self._right - self._left) * loom.shuttle
        self._boat.x, self._boat.y = x, y
        lit(self._halo, 0.9 if self.hands else 0.0 if done else asks)
        self._weft.begin()
        if not done:
            start = self._left if loom.picks % 2 == 0 else self._right
            thick = max(3.0, self._pitch * 0.34)
            self._weft.add((start, fell), (x, y), thick, self._colour(loom.picks))
        self._weft.show()

    def _colour(self, row: int) -> float:
        return RED if row in PATTERN else LINEN

    def _weave(self, picks: int) -> None:
        self._woven = picks
        step = (self._right - self._left) / WARPS
        pitch = self._pitch
        fell = self._low + picks * pitch
        thick = step * 0.36
        self._warp.begin()
        for warp in range(WARPS):
            x = self._left + (warp + 0.5) * step
            # The shed: every other thread lifted where the shuttle goes.
            lift = step * (0.12 if over(picks, warp) else -0.12)
            middle = fell + pitch * 1.6
            colour = FIBRE if warp % 2 else SHADE
            self._warp.path(
                [(x, self._low), (x, fell), (x + lift, middle), (x, self._high)], thick, colour
            )
        self._warp.show()
        self._cloth.begin()
        for row in range(picks):
            y = self._low + (row + 0.5) * pitch
            colour = self._colour(row)
            if not theme.contrast:
                sides = ((self._left, y), (self._right, y))
                self._cloth.add(*sides, pitch * 1.5, SILVER)
            for warp in range(WARPS):
                x = self._left + (warp + 0.5) * step
                if over(row, warp):
                    ends = ((x - step * 0.56, y), (x + step * 0.56, y))
                    self._cloth.add(*ends, pitch * 1.12, colour)
                else:
                    ends = ((x, y - pitch * 0.56), (x, y + pitch * 0.56))
                    self._cloth.add(*ends, step * 0.95, WARP)
        self._cloth.show()

    def take(self, key: Hashable, x: float, y: float) -> bool:
        if self.hands:
            return False
        super().take(key, x, y)
        self._off = x - self._boat.x if abs(x - self._boat.x) < self._wide * 1.2 else 0.0
        self.move(key, x, y)
        return True

    def move(self, key: Hashable, x: float, y: float) -> None:
        if key in self.hands:
            self.hands[key] = (x, y)
            self.road.loom.slide((x - self._off - self._left) / (self._right - self._left))

    def play(self, seconds: float) -> None:
        part = 0.5 - 0.5 * math.cos(math.pi * max(0.0, seconds - 0.4) / 0.34)
        x = self._left + (self._right - self._left) * part
        if "play" not in self.hands:
            self.take("play", self._left, self._low)
        self.move("play", x, self._low)
