"""The joy at the end of a round: stars fly up, and one more shines."""

from __future__ import annotations

import math
from typing import Any

from kivy.clock import Clock
from kivy.uix.floatlayout import FloatLayout

from screens.games.glide import Glider
from screens.games.sprite import Sprite
from screens.theme import theme
from screens.units import u

FLYING = 10
FLY_S = 1.1
SIDES = (120, 84, 100)
"""Design units across the flying stars, in turn."""


class Cheer(FloatLayout):
    """Lies over the stage and takes no touches."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._glider = Glider()
        self._clear: Any = None

    def burst(self, x: float, y: float, star: tuple[float, float]) -> None:
        """Stars fly from ``x``, ``y`` px to all sides, and one to the ``star`` it lights. In the
        calm mode nothing flies."""
        if theme.calm:
            return
        self.stop()
        for number in range(FLYING):
            picture = "star" if number % 2 == 0 else "sparkles"
            flying = Sprite("", "", picture, SIDES[number % len(SIDES)], part=1.0)
            flying.lively = False
            self.add_widget(flying)
            flying.bring(x, y)
            angle = 2 * math.pi * number / FLYING + 0.3
            far = u(330 + 90 * (number % 3))
            end = star if number == 0 else (x + far * math.cos(angle), y + far * math.sin(angle))
            self._glider.send(flying, *end, FLY_S, arc=u(120))
        self._clear = Clock.schedule_once(lambda _dt: self.stop(), FLY_S + 0.1)

    def stop(self) -> None:
        """Take everything away."""
        if self._clear is not None:
            self._clear.cancel()
            self._clear = None
        self._glider.stop()
        for flying in list(self.children):
            flying.mark()
        self.clear_widgets()
