"""Keys of pictures alone, large enough for a small hand, and the stars of a game."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from screens.games.sprite import LEAST
from screens.pictures import album
from screens.shapes import disc
from screens.theme import BLACK, WHITE, _, theme
from screens.units import u
from screens.voice import voice
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.surface import Picture

LOUDEST = 3
"""The highest step of the volume."""
SPEAKERS = ("muted-speaker", "speaker-low-volume", "speaker-medium-volume", "speaker-high-volume")
OPEN_S = 8.0
"""Seconds the keys of the volume stay after the last touch."""
STAR = 84
"""Design units across a star."""


class PictureKey(Key):
    """A key with a picture and nothing else. ``label`` is what it does, for who does not see."""

    def __init__(self, label: str, picture: str, side: float = LEAST, **kwargs: Any) -> None:
        kwargs.setdefault("size_hint", (None, None))
        super().__init__(label=label, size=(u(side), u(side)), radius=48, **kwargs)
        colours = theme.paint("paper")
        self.fill, self.edge_colour = colours.fill, colours.edge
        self.fg, self.bg = colours.ink, colours.fill
        self.face = Face(self)
        self.face.add_widget(Widget())
        self.shown = Picture(picture, side * 0.6, pos_hint={"center_y": 0.5})
        self.face.add_widget(self.shown)
        self.face.add_widget(Widget())
        self.add_widget(self.face)

    def dress(self, picture: str) -> None:
        """Another picture."""
        self.shown.name = picture
        self.shown.texture = album.texture(picture, max(self.shown.size))


class SpeakerKey(PictureKey):
    """Says the task again, and opens the keys of the volume for a while."""

    def __init__(
        self, say: Callable[[], None], captions: Callable[[], None], **kwargs: Any
    ) -> None:
        super().__init__(_("Повторить"), SPEAKERS[voice.volume], **kwargs)
        self._say = say
        self._close = Clock.create_trigger(lambda _dt: self.panel.show(False), OPEN_S)
        self.panel = VolumePanel(self._changed, captions)

    def on_act(self) -> None:
        self.panel.show(True)
        self._wait()
        self._say()

    def stop(self) -> None:
        """Leave nothing waiting."""
        self._close.cancel()
        self.panel.show(False)

    def _changed(self) -> None:
        self.dress(SPEAKERS[voice.volume])
        self._wait()
        self._say()

    def _wait(self) -> None:
        self._close.cancel()
        self._close()


class VolumePanel(BoxLayout):
    """Captions, quieter, louder: under the speaker, while somebody sets it."""

    def __init__(
        self, changed: Callable[[], None], captions: Callable[[], None], **kwargs: Any
    ) -> None:
        super().__init__(spacing=u(24), size_hint=(None, None), **kwargs)
        self._changed = changed
        written = PictureKey(_("Подписи"), "speech-balloon")
        written.bind(on_act=lambda *_args: captions())
        quieter = PictureKey(_("Тише"), "speaker-low-volume")
        louder = PictureKey(_("Громче"), "speaker-high-volume")
        quieter.bind(on_act=lambda *_args: self._turn(-1))
        louder.bind(on_act=lambda *_args: self._turn(1))
        for key in (written, quieter, louder):
            self.add_widget(key)
        self.size = (u(3 * LEAST + 48), u(LEAST))
        self.opacity = 0.0
        self.show(False)

    def show(self, shown: bool) -> None:
        """Be there, or not."""
        self.opacity = 1.0 if shown else 0.0
        for key in self.children:
            key.lively = shown

    def _turn(self, by: int) -> None:
        voice.volume = max(0, min(LOUDEST, voice.volume + by))
        self._changed()


class Stars(Widget):
    """So many of the stars shine."""

    def __init__(self, count: int, side: float = STAR, **kwargs: Any) -> None:
        kwargs.setdefault("size_hint", (None, None))
        super().__init__(size=(u((side + 12) * count - 12), u(side)), **kwargs)
        self._count, self._side, self._lit = count, side, 0
        self._parts: list[tuple[Color, Rectangle]] = []
        with self.canvas:
            for _star in range(count):
                self._parts.append((Color(1, 1, 1, 1), Rectangle()))
        self.bind(pos=self._draw, size=self._draw)
        self._draw()

    @property
    def lit(self) -> int:
        """How many shine."""
        return self._lit

    def light(self, lit: int) -> None:
        """Let so many shine."""
        self._lit = lit
        self._draw()

    def place_of(self, number: int) -> tuple[float, float]:
        """The middle of a star, px; they count from 0."""
        return (
            self.x + u((self._side + 12) * number + self._side / 2),
            self.y + self.height / 2,
        )

    def _draw(self, *_args: Any) -> None:
        for number, (colour, part) in enumerate(self._parts):
            on = number < self._lit
            side = u(self._side if on else self._side * 0.62)
            x, y = self.place_of(number)
            part.pos, part.size = (x - side / 2, y - side / 2), (side, side)
            part.texture = album.texture("star", u(self._side)) if on else disc()
            if on:
                colour.rgba = WHITE
            else:
                colour.rgba = (*BLACK[:3], 0.35) if theme.contrast else (1, 1, 1, 0.6)
