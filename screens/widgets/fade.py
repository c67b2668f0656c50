"""What scrolls melts into the ground at both ends, so that a cut row is seen to go on."""

from __future__ import annotations

from functools import cache
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.uix.widget import Widget

from screens.shapes import column_of
from screens.theme import Colour, theme
from screens.units import u
from screens.widgets.scroller import Scroller

FOOT, TOP = 150, 40
"""Design units over which the lower and the upper end melt away."""


@cache
def _melting() -> Texture:
    """From the ground at the foot to clear at the top."""
    steps = 32
    return column_of([(1 - step / (steps - 1)) ** 1.4 for step in range(steps)])


class Fade(Widget):
    """Lies over a scroller and takes no touches."""

    def __init__(self, scroller: Scroller, ground: Colour, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        self._scroller, self._ground = scroller, ground
        with self.canvas:
            self._foot_ink = Color(*ground)
            self._foot = Rectangle(texture=_melting())
            self._top_ink = Color(*ground)
            self._top = Rectangle(texture=_melting())
        scroller.bind(offset=self._place, pos=self._place, size=self._place)
        scroller.bind(overflows=self._place)
        scroller.column.bind(height=self._place)
        self._place()

    def on_parent(self, _widget: Any, parent: Any) -> None:
        if parent is None:
            # The scroller lives on in a kept page.
            scroller = self._scroller
            scroller.unbind(offset=self._place, pos=self._place, size=self._place)
            scroller.unbind(overflows=self._place)
            scroller.column.unbind(height=self._place)

    def _place(self, *_args: Any) -> None:
        scroller = self._scroller
        x, y, wide = scroller.x, scroller.y, scroller.width
        foot, top = u(60 if theme.contrast else FOOT), u(TOP)
        below = scroller.overflows and scroller.offset < scroller.reach - u(24)
        above = scroller.overflows and scroller.offset > u(4)
        self._foot_ink.a = self._ground[3] if below else 0
        self._foot.pos, self._foot.size = (x, y), (wide, foot)
        self._top_ink.a = self._ground[3] if above else 0
        # Upside down: clear below, the ground above.
        self._top.pos, self._top.size = (x, y + scroller.height), (wide, -top)
