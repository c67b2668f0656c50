"""A pane that shows a photograph or a frame of a video, fitted into it; until one is there, and
where none will be, a drawn placeholder stands in it."""

from __future__ import annotations

from typing import Any

from kivy.graphics import BorderImage, Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import NumericProperty
from kivy.uix.floatlayout import FloatLayout

from screens.shapes import patch, ring, whole
from screens.theme import mix, theme
from screens.units import u
from screens.widgets.surface import Picture
from screens.widgets.words import Words

RADIUS = 36


class Pane(FloatLayout):
    """Shows what :meth:`show` gives it; :meth:`say` puts a picture and words in its place."""

    lift = NumericProperty(0)
    """Px at the foot that are left to something else."""

    def __init__(self, tone: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.texture: Texture | None = None
        palette = theme.palette(tone)
        ground = palette.paper if theme.contrast else mix(palette.ground, palette.ink, 0.12)
        self._ink, self._ground = palette.ink, ground
        with self.canvas.before:
            self._ground_colour = Color(*ground)
            self._ground_patch = BorderImage(border=[0] * 4, size=(0, 0))
            self._line_colour = Color(*palette.line_colour)
            self._line_patch = BorderImage(border=[0] * 4, size=(0, 0))
        with self.canvas:
            self._tint = Color(1, 1, 1, 0)
            self._shown = Rectangle(size=(0, 0))
        self._line = max(1, int(u(palette.line))) if palette.line else 0
        self._said: list[Any] = []
        self.bind(pos=self._lay, size=self._lay, lift=self._lay)

    @property
    def is_placeholder(self) -> bool:
        """Whether words stand in place of the picture."""
        return bool(self._said)

    def show(self, texture: Texture | None) -> None:
        """Show it from now on; None shows nothing."""
        self.texture = texture
        self._shown.texture = texture
        self._tint.a = 0 if texture is None else 1
        if texture is not None:
            self._unsay()
        self._lay()

    def redraw(self) -> None:
        """The texture holds other pixels now."""
        self._shown.texture = self.texture
        self.canvas.ask_update()

    def say(self, picture: str, text: str) -> None:
        """Draw a picture and words in place of what cannot be shown."""
        self.show(None)
        self._unsay()
        self._said = [
            Picture(picture, 96),
            Words(text, role="text", color=self._ink, halign="center", size_hint=(None, None)),
        ]
        for part in self._said:
            self.add_widget(part)
        self._lay()

    def hush(self, on: bool) -> None:
        """Hide the words while it is half out of sight: they would be cut in the middle."""
        if self._said:
            self._said[1].opacity = 0 if on else 1

    def _unsay(self) -> None:
        for part in self._said:
            self.remove_widget(part)
        self._said = []

    def _lay(self, *_args: Any) -> None:
        low, tall = self.y + self.lift, max(1.0, self.height - self.lift)
        bare = self.texture is None
        corner = whole(min(u(RADIUS), tall / 2, max(1.0, self.width) / 2))
        for shape, texture, there in (
            (self._ground_patch, patch(corner), bare),
            (self._line_patch, ring(corner, self._line or 1), bare and self._line),
        ):
            shape.texture, shape.border = texture, [corner if there else 0] * 4
            shape.pos, shape.size = (self.x, low), (self.width, tall) if there else (0, 0)
        if self.texture is not None:
            wide, high = self.texture.size
            scale = min(self.width / wide, tall / high)
            size = (round(wide * scale), round(high * scale))
            self._shown.size = size
            x, y = self.x + (self.width - size[0]) / 2, low + (tall - size[1]) / 2
            self._shown.pos = (round(x), round(y))
        if self._said:
            picture, words = self._said
            words.width = max(u(60), self.width - u(64))
            room = words.height + u(24)
            picture.opacity = 1 if tall > room + picture.height + u(32) else 0
            above = picture.height if picture.opacity else 0
            foot = low + (tall - room - above) / 2
            words.pos = (self.x + (self.width - words.width) / 2, foot)
            picture.pos = (self.x + (self.width - picture.width) / 2, foot + room)
