"""A hook on its cable under a trolley: it follows the part it carries."""

from __future__ import annotations

from typing import Any

from kivy.graphics import BorderImage, Color, Rectangle

from screens.damage import damage
from screens.games.sprite import Sprite
from screens.shapes import patch, whole
from screens.theme import BLACK, rgba, theme
from screens.units import u

SIDE = 100
"""Design units of the hook."""
REST = 84
"""Design units it hangs below the jib when it carries nothing."""


class Hook(Sprite):
    """Hangs from the jib, whose lower edge is at ``jib`` px; without a load it is parked at
    ``park`` px from the left. Not a control."""

    def __init__(self) -> None:
        self.jib = self.park = 0.0
        self.load: Sprite | None = None
        super().__init__("", "", "crane-hook", SIDE, part=1.0)
        self.lively = False

    def take(self, load: Sprite) -> None:
        """Carry a part."""
        self.load = load
        self.follow()

    def follow(self) -> None:
        """Be where the part hangs from."""
        if self.load is not None:
            extent = getattr(self.load, "extent", self.load.size)
            x, y = self.load.middle
            top = min(y + extent[1] * self.load.grown / 2 + u(SIDE) * 0.36, self.jib - u(60))
            self.bring(x, top)

    def mark(self) -> None:
        x, y = self.to_window(*self.pos)
        damage.mark(x - u(20), y - u(4), self.width + u(40), max(0.0, self.jib + u(60) - y))

    def _make(self) -> None:
        rope = BLACK if theme.contrast else rgba("#4A5276")
        with self.canvas:
            Color(*rope)
            self._rope = Rectangle()
            Color(*(BLACK if theme.contrast else rgba("#C4472F")))
            self._trolley = BorderImage()
        super()._make()

    def _lay(self, *_args: Any) -> None:
        super()._lay()
        middle = self.x + self.width / 2
        top = self.y + self.height * 0.94
        self._rope.pos = (round(middle - u(4)), top)
        self._rope.size = (u(8), max(0.0, self.jib - top))
        corner = whole(u(12))
        self._trolley.texture, self._trolley.border = patch(corner), [corner] * 4
        self._trolley.pos, self._trolley.size = (middle - u(44), self.jib - u(14)), (u(88), u(34))
