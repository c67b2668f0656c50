"""A thing one may choose: a card with a drawing and perhaps a word on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color
from kivy.uix.widget import Widget

from screens.challenges.brush import spot, stroke
from screens.exhibits.strokes import outline
from screens.theme import rgba, theme
from screens.typography import fitting_size
from screens.units import u
from screens.widgets.press import Key
from screens.widgets.words import Words

Paint = Callable[[float, float, float, float], None]
"""Draws into x, y, width, height, px, inside a canvas."""
GREEN = "#1E8A55"
FADED = 0.4


class Option(Key):
    """A card to touch. ``choice`` is its number in the task; ``paint`` draws on its face."""

    def __init__(
        self,
        choice: int,
        label: str,
        paint: Paint | None = None,
        *,
        caption: str = "",
        role_of_caption: str = "small",
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("radius", 36)
        super().__init__(label=label, size_hint=(None, None), **kwargs)
        palette = theme.palette("linen")
        self.choice, self.paint = choice, paint
        self.fill, self.edge_colour = palette.paper, rgba("#C9CDE6")
        if theme.contrast:
            self.edge_colour = palette.edge
        self.fg, self.bg = palette.ink, self.fill
        self.mark = ""
        """``right``, ``wanted`` or ``missed`` once it was judged."""
        self._sketch = Widget(size_hint=(None, None))
        self._over = Widget(size_hint=(None, None))
        self.add_widget(self._sketch)
        self.words: Words | None = None
        self._caption, self._full = caption, 0.0
        if caption:
            self.words = Words(
                caption,
                role=role_of_caption,
                color=palette.ink,
                halign="center",
                valign="middle",
                size_hint=(None, None),
            )
            self.add_widget(self.words)
            self.text_px = self._full = self.words.font_size
        self.add_widget(self._over)
        self._draw_once = Clock.create_trigger(self._draw, -1)
        self.bind(pos=self._draw_once, size=self._draw_once)

    def settle(self, mark: str) -> None:
        """Show how it was judged; nothing is crossed out."""
        self.mark = mark
        if mark == "missed":
            self._sketch.opacity = FADED
            if self.words is not None and not theme.contrast:
                self.words.opacity = FADED + 0.2
        self._draw_once()

    def repaint(self) -> None:
        """Draw anew before the next frame."""
        self._draw_once()

    def room(self) -> tuple[float, float, float, float]:
        """Where the drawing lies: x, y, width, height, px."""
        side = u(18)
        foot = self.words.height + u(6) if self.words is not None else 0
        x, y = self.x + side, self.y + self.edge + side + foot
        return (
            x,
            y,
            max(1, self.width - 2 * side),
            max(1, self.height - self.edge - 2 * side - foot),
        )

    def _draw(self, *_args: Any) -> None:
        if self.words is not None:
            self.words.width = max(u(40), self.width - u(16))
            self.words.font_size = fitting_size(
                self._caption, self.words.font_name, self._full, self.words.width, u(24)
            )
            self.words.height = max(1, self.words.texture_size[1])
            if self.paint is None:
                free = self.height - self.edge - self.words.height
                self.words.pos = (self.x + u(8), self.y + self.edge + free / 2)
            else:
                self.words.pos = (self.x + u(8), self.y + self.edge + u(14))
        self._sketch.canvas.clear()
        if self.paint is not None:
            with self._sketch.canvas:
                self.paint(*self.room())
        self._over.canvas.clear()
        if self.mark in ("right", "wanted"):
            with self._over.canvas:
                self._draw_mark()

    def _draw_mark(self) -> None:
        colour = theme.palette("linen").ink if theme.contrast else rgba(GREEN)
        y, tall = self.y + self.edge, self.height - self.edge
        outline(self.x, y, self.width, tall, self.radius, u(9), colour)
        radius = min(u(34), min(self.width, tall) * 0.2)
        inset = radius * 1.3
        x, y = self.x + self.width - inset, self.y + self.height - inset
        spot(x, y, radius, colour)
        Color(1, 1, 1, 1)
        tick = ((x - 0.42 * radius, y), (x - 0.1 * radius, y - 0.34 * radius))
        stroke((*tick, (x + 0.46 * radius, y + 0.36 * radius)), radius * 0.24, (1, 1, 1, 1))
