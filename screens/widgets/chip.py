"""A chip: a control with a picture and a word or two that wrap where they must."""

from __future__ import annotations

from typing import Any

from screens.theme import theme
from screens.units import u
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words

SIDE = 52
"""Design units of the picture."""


class Chip(Key):
    """``on`` marks a choice that holds. As high as its words need, and at least 104 units."""

    def __init__(
        self, text: str, picture: str = "", *, on: bool = False, paint: str = "sand", **kwargs: Any
    ) -> None:
        super().__init__(label=text, edge=6, radius=40, size_hint_y=None, **kwargs)
        colours = theme.paint(("ink" if theme.contrast else "gold") if on else paint)
        self.fill, self.edge_colour = colours.fill, colours.edge
        self.fg, self.bg = colours.ink, colours.fill
        self._picture = Picture(picture, SIDE) if picture else None
        if self._picture is not None:
            self.add_widget(self._picture)
        self._words = Words(text, role="small", color=colours.ink, size_hint=(None, None))
        self.add_widget(self._words)
        self.text_px = self._words.font_size
        self._least = u(104)
        self.bind(pos=self._lay, size=self._lay)
        self._lay()

    @property
    def natural(self) -> float:
        """The height its words need, px."""
        return float(max(u(104), self._words.height + u(36) + self.edge))

    def level(self, height: float) -> None:
        """Be at least so high: as the chips beside it."""
        self._least = height
        self._lay()

    def _lay(self, *_args: Any) -> None:
        side = self._picture.width + u(14) if self._picture is not None else 0
        room = max(u(60), self.width - u(44) - side)
        self._words.width = room
        self.height = max(self._least, self.natural)
        wide = self._words.texture_size[0]
        x = self.x + (self.width - wide - side) / 2
        middle = self.y + self.edge + (self.height - self.edge) / 2
        if self._picture is not None:
            self._picture.pos = (x, middle - self._picture.height / 2)
        self._words.pos = (x + side, middle - self._words.height / 2)
