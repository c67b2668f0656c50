"""The picture of a video and the captions under it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from kivy.graphics.texture import Texture
from kivy.uix.floatlayout import FloatLayout

from content.captions import CaptionsError, Cue, read, said_at
from screens.damage import damage
from screens.media.film import Frame
from screens.media.pane import Pane
from screens.theme import theme
from screens.units import u
from screens.widgets.words import Words

log = logging.getLogger(__name__)
LINES = 3
"""Lines of captions there is always room for, so that the picture does not jump."""


class Cinema(FloatLayout):
    """Draws frames and says what is said. Captions stand below the picture, in our letters, and
    grow with the text of the large mode."""

    def __init__(self, captions: Path | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.cues = _cues(captions)
        self.titled = bool(self.cues)
        """Whether captions are shown."""
        self.pane = Pane("night")
        self.add_widget(self.pane)
        palette = theme.palette("night")
        self.words = Words(role="strong", color=palette.ink, halign="center", size_hint=(1, None))
        self.add_widget(self.words)
        self._texture: Texture | None = None
        self._said = ""
        self.bind(pos=self._lay, size=self._lay)

    @property
    def room(self) -> tuple[int, int]:
        """Px a frame may take."""
        return max(16, int(self.pane.width)), max(16, int(self.pane.height - self.pane.lift))

    @property
    def said(self) -> str:
        """The caption shown now."""
        return self._said

    def draw(self, frame: Frame) -> None:
        """Show a frame."""
        size = (frame.width, frame.height)
        if self._texture is None or tuple(self._texture.size) != size:
            self._texture = Texture.create(size=size, colorfmt="rgb")
            self._texture.flip_vertical()
            self.pane.show(self._texture)
            self._lay()
        self._texture.blit_buffer(frame.pixels, colorfmt="rgb", bufferfmt="ubyte")
        self.pane.redraw()
        x, y = self.to_window(*self.pos)
        damage.mark(x, y, self.width, self.height)

    def clear(self) -> None:
        """Give the texture back."""
        self._texture = None
        self.pane.show(None)
        self.title(-1.0)

    def title(self, second: float) -> None:
        """Show what is said at that second."""
        said = said_at(self.cues, second) if self.titled else ""
        if said != self._said:
            self._said = said
            self.words.say(said)
            self._lay()

    def turn_titles(self, on: bool) -> None:
        """Show captions, or not."""
        self.titled = on
        if not on:
            self.title(-1.0)

    def _lay(self, *_args: Any) -> None:
        room = self.words.font_size * 1.2 * LINES + u(20) if self.cues else 0
        self.pane.pos, self.pane.size = self.pos, self.size
        self.pane.lift = min(room, self.height * 0.45)
        self.words.width = self.width
        # Right under the picture where that leaves room below.
        foot = self.y + self.pane.lift
        if self.pane.texture is not None:
            wide, tall = self.pane.texture.size
            scale = min(self.width / wide, (self.height - self.pane.lift) / tall)
            foot += (self.height - self.pane.lift - tall * scale) / 2
        self.words.pos = (self.x, max(self.y, foot - u(16) - self.words.height))


def _cues(path: Path | None) -> list[Cue]:
    """The captions of a pack; none where they cannot be read, for the film itself may."""
    if path is None:
        return []
    try:
        return read(path)
    except (OSError, CaptionsError) as error:
        log.warning("captions %s: %s", path.name, error)
        return []
