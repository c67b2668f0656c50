"""A soft light that costs nothing while it is dark: a blended quad is drawn at full price even
where it is clear."""

from __future__ import annotations

from kivy.graphics import Color

from screens.exhibits import strokes
from screens.theme import Colour


class Halo:
    """A glow round a place, made inside a canvas. Sizes are px."""

    def __init__(self, x: float, y: float, across: float, tall: float, colour: Colour) -> None:
        self._middle = (x, y)
        self._full = (across, tall)
        self._colour = Color(*colour[:3], 0)
        self._light = strokes.glow(x, y, 0, 0)
        self._level = 0.0

    def show(self, level: float) -> None:
        """As bright as ``level``, 0 to 1."""
        if abs(level - self._level) < 0.004 and (level > 0) == (self._level > 0):
            return
        if (level > 0) != (self._level > 0):
            size = self._full if level > 0 else (0.0, 0.0)
            self._light.size = size
            self._light.pos = (self._middle[0] - size[0] / 2, self._middle[1] - size[1] / 2)
        self._level = self._colour.a = level
