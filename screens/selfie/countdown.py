"""Twenty stars in a ring that go out one by one: how long the frame still holds."""

from __future__ import annotations

import math
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import NumericProperty
from kivy.uix.widget import Widget

from screens.shapes import disc
from screens.theme import BLACK, WHITE, rgba, theme
from screens.units import u
from screens.widgets.words import Words

GOLD = rgba("#FFC94D")
ACROSS = 190
"""Design units."""


class Countdown(Widget):
    """``left`` of ``whole`` seconds are left."""

    left = NumericProperty(0)

    def __init__(self, whole: int, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), size=(u(ACROSS), u(ACROSS)), **kwargs)
        ink = BLACK if theme.contrast else WHITE
        self._number = Words("", role="heading", color=ink, free=True)
        self._stars: list[tuple[Color, Rectangle]] = []
        with self.canvas:
            for _second in range(whole):
                self._stars.append((Color(1, 1, 1, 1), Rectangle(texture=disc())))
        self.add_widget(self._number)
        self.left = whole
        self.bind(pos=self._draw, size=self._draw, left=self._draw)
        self._draw()

    def _draw(self, *_args: Any) -> None:
        x, y, radius = self.x + self.width / 2, self.y + self.height / 2, self.width * 0.43
        for number, (ink, star) in enumerate(self._stars):
            lit = number < self.left
            colour = BLACK if theme.contrast else GOLD
            ink.rgba = colour if lit else (*colour[:3], 0.18)
            side = u(20 if lit else 14)
            turn = 2 * math.pi * (number + 0.5) / len(self._stars)
            star.pos = (
                x + radius * math.sin(turn) - side / 2,
                y + radius * math.cos(turn) - side / 2,
            )
            star.size = (side, side)
        self._number.say(str(self.left))
        wide, tall = self._number.size
        self._number.pos = (round(x - wide / 2), round(y - tall / 2))
