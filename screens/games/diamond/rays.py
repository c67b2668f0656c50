"""The light that goes through a finished stone: white in, a rainbow out."""

from __future__ import annotations

import math
from functools import cache

from kivy.animation import Animation
from kivy.graphics import Color, InstructionGroup, Mesh
from kivy.graphics.texture import Texture
from kivy.uix.widget import Widget

from screens.games.diamond.gem import INKS
from screens.shapes import column_of
from screens.theme import WHITE, rgba, theme

SPREAD = (196.0, 344.0)
"""Degrees between which the rainbow goes out, counted from the right against the clock: downwards,
for the light comes from above."""
ASIDE = (-50.0, 22.0)
"""The same where the light comes from the left, for a broad stone would hide what goes down; the
keys above stay clear."""
APPEAR_S = 0.6


class Rays(Widget):
    """Scenery behind the stone. Still where nothing may move."""

    def __init__(self) -> None:
        super().__init__(size_hint=(None, None), opacity=0.0)
        self._lit = False
        self._place: tuple[float, ...] = ()
        self._drawn = InstructionGroup()
        self.canvas.add(self._drawn)

    def lay(self, heart: tuple[float, float], far: float, back: float, *, aside: bool) -> None:
        """The light meets in ``heart``; the rainbow reaches ``far``, the beam comes from so far
        ``back``, px; from above, or ``aside`` from the left."""
        place = (*heart, far, back, aside)
        if place == self._place:
            return
        self._place = place
        self._drawn.clear()
        x, y = heart
        self._drawn.add(Color(*WHITE[:3], 0.8))
        source = 180.0 if aside else 90.0
        self._drawn.add(_wedge(x, y, back, source - 8.0, source + 8.0))
        first, last = ASIDE if aside else SPREAD
        step = (last - first) / len(INKS)
        for number, ink in enumerate(reversed(INKS.values())):
            self._drawn.add(Color(*rgba(ink)[:3], 0.9))
            angle = first + step * number
            self._drawn.add(_wedge(x, y, far, angle - 1.5, angle + step + 1.5))

    def shine(self, lit: bool) -> None:
        """Light goes through, or not."""
        if lit == self._lit:
            return
        self._lit = lit
        self.stop()
        if lit and not theme.calm:
            self.opacity = 0.0
            Animation(opacity=1.0, d=APPEAR_S).start(self)
        else:
            self.opacity = 1.0 if lit else 0.0

    def stop(self) -> None:
        """Be as it was to become."""
        Animation.cancel_all(self)
        self.opacity = 1.0 if self._lit else 0.0


def _wedge(x: float, y: float, far: float, first: float, last: float) -> Mesh:
    """A soft beam from a point, between two angles in degrees."""
    a, b = math.radians(first), math.radians(last)
    vertices = [x, y, 0.0, 0.0]
    for angle, side in ((a, 0.0), ((a + b) / 2, 0.5), (b, 1.0)):
        vertices += [x + far * math.cos(angle), y + far * math.sin(angle), side, 1.0]
    return Mesh(vertices=vertices, indices=[0, 1, 2, 3], mode="triangle_fan", texture=_fading())


@cache
def _fading() -> Texture:
    """From the source outwards."""
    return column_of((1.0, 1.0, 0.95, 0.86, 0.7, 0.4, 0.0))
