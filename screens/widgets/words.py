"""Text that wraps to its width and is as tall as it needs."""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, OptionProperty
from kivy.uix.label import Label

from screens.theme import FACES, theme
from screens.typography import SOFT, break_heading, fitting_size

HEADINGS = ("display", "title", "headline", "heading")


class Words(Label):
    """A wrapped text. ``role`` is a size of the theme; headings break at soft hyphens. A ``free``
    one neither wraps nor grows by itself: its owner measures it with :meth:`measure`."""

    role = OptionProperty("text", options=tuple(FACES))
    single = BooleanProperty(False)
    """One line, shortened with an ellipsis."""

    def __init__(self, text: str = "", role: str = "text", **kwargs: Any) -> None:
        self._raw = text
        kwargs.setdefault("size_hint_y", None)
        kwargs.setdefault("halign", "left")
        kwargs.setdefault("valign", "top")
        kwargs.setdefault("color", theme.palette("linen").ink)
        single, free = kwargs.pop("single", False), kwargs.pop("free", False)
        super().__init__(
            text=text.replace(SOFT, ""),
            role=role,
            font_name=FACES[role],
            font_size=theme.text_px(role),
            line_height=0.98 if role in HEADINGS else 1.15,
            **kwargs,
        )
        self.single = single
        if single:
            self.shorten = True
            self.shorten_from = "right"
            self.max_lines = 1
        if free:
            return
        self._fit()
        self.bind(width=self._fit, texture_size=self._grow)

    def say(self, text: str) -> None:
        """Change the text, soft hyphens and all."""
        self._raw = text
        self._fit()

    def measure(self, room: float | None = None) -> None:
        """Take the size of the text, wrapped at ``room`` px where it is wider."""
        self.text_size = (None, None)
        self.texture_update()
        if room is not None and self.texture_size[0] > room:
            self.text_size = (room, None)
            self.texture_update()
        self.size = self.texture_size

    def _fit(self, *_args: Any) -> None:
        text = self._raw
        if (SOFT in text or self.role in HEADINGS) and not self.single and self.width > 1:
            self.font_size = fitting_size(
                text, self.font_name, theme.text_px(self.role), self.width, theme.text_px("small")
            )
            text = break_heading(text, self.font_name, self.font_size, self.width)
        self.text = text.replace(SOFT, "")
        if self.size_hint_x is not None or self.width != 100:
            self.text_size = (self.width, None)

    def _grow(self, *_args: Any) -> None:
        if self.size_hint_y is None:
            self.height = self.texture_size[1]
