"""What a game is played on: a sky in the game's colour over its floor."""

from __future__ import annotations

from typing import Any

from kivy.graphics import Callback, Color, Rectangle
from kivy.graphics.opengl import GL_BLEND, glDisable, glEnable
from kivy.uix.widget import Widget

from screens.pictures import gradient_texture
from screens.theme import WHITE, Colour, mix, rgba, theme

HORIZON = 0.46
"""How high the floor reaches, part of the height."""


class Ground(Widget):
    """Sky and floor; plain white in the contrast mode. ``floor`` empty: sky alone."""

    def __init__(self, sky: str, floor: str = "", horizon: float = HORIZON, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        above, below = rgba(sky), rgba(floor) if floor else rgba(sky)
        self._sky = (mix(above, WHITE, 0.72), mix(above, WHITE, 0.08))
        self._floor: tuple[Colour, ...] = (mix(below, rgba("#14183A"), 0.1), mix(below, WHITE, 0.1))
        self._horizon = horizon if floor else 0.0
        with self.canvas:
            Color(1, 1, 1, 1)
            # Nothing shines through it: without blending it costs half.
            Callback(lambda _instr: glDisable(GL_BLEND))
            self._high, self._low = Rectangle(), Rectangle()
            Callback(lambda _instr: glEnable(GL_BLEND))
        self.bind(pos=self._draw, size=self._draw)
        self._draw()

    def _draw(self, *_args: Any) -> None:
        if theme.contrast:
            self._high.size = self._low.size = (0, 0)
            return
        line = round(self.height * self._horizon)
        for part, colours, low, tall in (
            (self._low, self._floor, 0, line),
            (self._high, self._sky, line, self.height - line),
        ):
            part.size = (self.width, max(0, tall))
            part.pos = (self.x, self.y + low)
            if tall >= 2:
                part.texture = gradient_texture(colours, round(tall))
