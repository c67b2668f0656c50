"""Text that wraps to its width and is as tall as it needs.

A texture is only as large as the letters: a page of Kivy labels, whose textures are as wide as
their boxes, took three times the memory.
"""

from __future__ import annotations

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import (
    ColorProperty,
    ListProperty,
    NumericProperty,
    OptionProperty,
    StringProperty,
)
from kivy.uix.widget import Widget

from screens.lettering import lettering
from screens.theme import FACES, theme
from screens.typography import SOFT, break_lines, fitting_size, shorten, width_of

HEADINGS = ("display", "title", "headline", "heading")
UNLAID = 100
"""The width Kivy gives a widget before any layout did."""


class Words(Widget):
    """A text in one of the theme's sizes. Headings break at soft hyphens and shrink a word that
    cannot be broken. A ``single`` one is cut to one line; a ``free`` one neither wraps nor grows
    by itself: its owner sizes it with :meth:`measure`."""

    text = StringProperty("")
    """What is drawn, line breaks and all."""
    role = OptionProperty("text", options=tuple(FACES))
    color = ColorProperty((0, 0, 0, 1))
    halign = OptionProperty("left", options=("left", "center", "right"))
    valign = OptionProperty("top", options=("top", "middle", "bottom"))
    font_size = NumericProperty(16)
    texture_size = ListProperty([0, 0])

    def __init__(
        self, text: str = "", role: str = "text", *, single: bool = False, free: bool = False,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        if "size_hint" not in kwargs:
            kwargs.setdefault("size_hint_y", None)
        kwargs.setdefault("color", theme.palette("linen").ink)
        kwargs.setdefault("font_size", theme.text_px(role))
        super().__init__(role=role, **kwargs)
        self.font_name = FACES[role]
        self._raw, self._single, self._free = text, single, free
        self._full_size = self.font_size
        self._drawn: tuple[str, float] | None = None
        with self.canvas:
            self._ink = Color(*self.color)
            self._place = Rectangle(size=(0, 0))
        self.bind(pos=self._move, size=self._move, color=self._paint)
        self.bind(halign=self._move, valign=self._move, font_size=self._resize)
        if not free:
            self.bind(width=self._fit)
        if free or self.size_hint_x is None or not text:
            self._fit()
        else:
            self.height = self._full_size

    @property
    def _even(self) -> bool:
        """Whether its lines are about as long as one another: not so a paragraph's."""
        return self.role != "text" or self.halign == "center"

    def say(self, text: str) -> None:
        """Change the text, soft hyphens and all."""
        self._raw = text
        self._fit()

    def measure(self, room: float | None = None) -> None:
        """Take the size of the text, wrapped at ``room`` px where it is wider."""
        text = self._raw.replace(SOFT, "")
        if room is not None and width_of(text, self.font_name, self.font_size) > room:
            text = break_lines(self._raw, self.font_name, self.font_size, room, even=True)
        self._draw(text)
        self.size = self.texture_size

    def _fit(self, *_args: Any) -> None:
        if self._free:
            self.measure()
            return
        if self.size_hint_x is not None and self.width == UNLAID and self._raw:
            return
        size = self._full_size
        if self._single:
            text = shorten(self._raw, self.font_name, size, self.width)
        else:
            if self.role in HEADINGS:
                least = min(size, theme.text_px("small"))
                size = fitting_size(self._raw, self.font_name, size, self.width, least)
            text = break_lines(self._raw, self.font_name, size, self.width, self._even)
        self._draw(text, size)
        if self.size_hint_y is None:
            self.height = self.texture_size[1]

    def _draw(self, text: str, size: float | None = None) -> None:
        size = self._full_size if size is None else size
        if self._drawn == (text, size):
            return
        self._drawn = (text, size)
        self.text = text
        if not text:
            self._place.texture, self.texture_size = None, [0, 0]
            self._move()
            return
        height = 0.98 if self.role in HEADINGS else 1.15
        texture = lettering(text, self.font_name, size, halign=self.halign, line_height=height)
        self._place.texture = texture
        self.texture_size = [0, 0] if texture is None else list(texture.size)
        self._move()

    def _resize(self, *_args: Any) -> None:
        self._full_size = self.font_size
        self._fit()

    def _paint(self, *_args: Any) -> None:
        self._ink.rgba = self.color

    def _move(self, *_args: Any) -> None:
        wide, tall = self.texture_size
        # Not center_x, right or top: inside a handler of pos they may still hold the old place.
        room_x, room_y = self.width - wide, self.height - tall
        x = self.x + {"left": 0.0, "center": 0.5, "right": 1.0}[self.halign] * room_x
        y = self.y + {"bottom": 0.0, "middle": 0.5, "top": 1.0}[self.valign] * room_y
        self._place.size = (wide if self._drawn and self._drawn[0] else 0, tall)
        self._place.pos = (round(x), round(y))
