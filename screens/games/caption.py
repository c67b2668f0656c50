"""What is being said, written: for who cannot hear it."""

from __future__ import annotations

from typing import Any

from screens.theme import theme
from screens.units import u
from screens.voice import voice
from screens.widgets.surface import Sheet
from screens.widgets.words import Words

TALL = 92
"""Design units of its height; as much again by a half in the large mode."""


class Caption(Sheet):
    """One line under the keys; empty while nothing is said."""

    def __init__(self, **kwargs: Any) -> None:
        tall = u(TALL * (1.5 if theme.large else 1))
        super().__init__(size_hint=(None, None), height=tall, padding=[u(30), 0], **kwargs)
        palette = theme.palette("linen")
        self.fill, self.radius = palette.paper, u(40)
        self.line, self.line_colour = u(palette.line), palette.line_colour
        self.words = Words(
            "", role="strong", color=palette.ink, halign="center", pos_hint={"center_y": 0.5}
        )
        self.add_widget(self.words)
        voice.bind(caption=self._say)
        self._say()

    def lay(self, x: float, y: float, wide: float) -> None:
        """Lie there, px."""
        self.pos, self.width = (x, y), wide

    def stop(self) -> None:
        """Listen no more."""
        voice.unbind(caption=self._say)

    def _say(self, *_args: Any) -> None:
        self.words.say(voice.caption)
        self.opacity = 1.0 if voice.caption else 0.0
