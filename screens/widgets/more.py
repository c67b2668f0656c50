"""The key that scrolls down: for those who only tap, and to say that there is more below."""

from __future__ import annotations

from typing import Any

from screens.theme import _
from screens.units import u
from screens.widgets.buttons import RoundKey
from screens.widgets.scroller import Scroller

RIGHT = 28
"""Design units to the right of the key: so its sign stands clear of the rows' own."""


class MoreKey(RoundKey):
    """Stands at the foot of a scroller while there is more below, and scrolls by most of its
    height."""

    def __init__(self, scroller: Scroller, tone: str, **kwargs: Any) -> None:
        paint = "glass" if tone == "night" else "flax"
        super().__init__("↓", _("Ниже есть ещё"), paint, side=96, edge=6, **kwargs)
        self.radius = u(48)
        self._scroller = scroller
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
        below = scroller.overflows and scroller.offset < scroller.reach - u(24)
        self.opacity = 1 if below else 0
        self.lively = below
        self.pos = (scroller.x + scroller.width - self.width - u(RIGHT), scroller.y + u(20))

    def on_act(self) -> None:
        self._scroller.page()
