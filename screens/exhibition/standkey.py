"""A stand on the plan of the hall, as a key."""

from __future__ import annotations

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.uix.widget import Widget

from content.model import Stand
from kiosk.hall import Stop
from screens.page import is_reach
from screens.shapes import disc
from screens.theme import mix, rgba, theme
from screens.typography import SOFT
from screens.units import u
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words

GOLD = "#FFC94D"
NIGHT_FLOOR = "#262C70"


class StandKey(Key):
    """A stand from above: its picture and a number on a disc. On a walk the disc of a stop is
    gold and counts the stops; other stands step back."""

    def __init__(self, stand: Stand, stop: Stop | None, walking: bool, **kwargs: Any) -> None:
        self.stand = stand
        aside = walking and stop is None
        super().__init__(
            label=stand.name.say(theme.lang).replace(SOFT, ""),
            size_hint=(None, None),
            radius=24,
            edge=0 if aside else 7,
            **kwargs,
        )
        palette = theme.palette("linen")
        hue, floor = rgba(stand.hue), rgba(NIGHT_FLOOR)
        self.fill = mix(hue, floor, 0.72) if aside else hue
        self.edge_colour = mix(self.fill, rgba("#0B1038"), 0.45)
        ground, ink = palette.paper, palette.ink
        if theme.contrast:
            self.fill, self.edge_colour = palette.paper, palette.edge
            self.line = u(3 if aside else 6)
            if stop is not None or not walking:
                ground, ink = palette.ink, palette.paper
        elif aside:
            ground, ink = mix(floor, (1, 1, 1, 1), 0.16), (1, 1, 1, 1)
        elif stop is not None:
            ground = rgba(GOLD)
        self.fg, self.bg = ink, ground
        self.lively = not is_reach()
        self._picture = Picture(stand.picture, 96, opacity=0.5 if aside else 1)
        self.add_widget(self._picture)
        self._disc = Widget(size_hint=(None, None))
        with self._disc.canvas:
            Color(*ground[:3], 0 if aside else 1)
            self._round = Rectangle(texture=disc())
        self.add_widget(self._disc)
        # Two ways of counting on one plan would be read as one.
        said = "" if aside else str(stand.number if stop is None else stop.order)
        self._number = Words(said, role="strong", color=ink, free=True, size_hint=(None, None))
        self._number.measure()
        self.add_widget(self._number)
        self.text_px = self._number.font_size
        self.bind(pos=self._lay, size=self._lay)
        self._lay()

    def _lay(self, *_args: Any) -> None:
        low, tall = self.y + self.edge, self.height - self.edge
        side = min(self.width, tall)
        picture = self._picture
        part = side * 0.66
        picture.size = (part, part)
        beside = side * 0.09 if self._number.text else 0
        picture.pos = (self.x + (self.width - part) / 2 + beside, low + (tall - part) / 2)
        across = max(u(44), self._number.height * 1.12)
        self._round.size = (across, across)
        self._round.pos = (self.x + u(6), low + tall - across - u(6))
        number = self._number
        number.pos = (
            self._round.pos[0] + (across - number.width) / 2,
            self._round.pos[1] + (across - number.height) / 2,
        )
