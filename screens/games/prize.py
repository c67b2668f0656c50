"""All five stars: who worked in this game, and two ways on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.graphics import Color, Ellipse
from kivy.uix.floatlayout import FloatLayout

from content.model import Game
from screens.games.keys import PictureKey
from screens.page import Box
from screens.theme import _, theme
from screens.units import u
from screens.widgets.surface import Picture

MOST = 4
"""Figures that have room."""
KEY = 230
"""Design units across its keys."""
GAP = 40
LARGE = 560
"""Design units across a figure at most."""
STARS = ((-0.92, 0.55), (-0.66, 0.94), (0.66, 0.94), (0.92, 0.55), (-1.02, -0.02), (1.02, -0.02))
STARS += ((-0.84, -0.6), (0.84, -0.6))
"""Where something shines around the figures, parts of half their group."""
SHINING = (130, 96, 96, 130, 84, 84, 110, 110)
"""How large, design units."""


class Prize(FloatLayout):
    """Figures of the game under their stars; again, or another game."""

    def __init__(self, game: Game, again: Callable[..., None], menu: Callable[..., None]) -> None:
        super().__init__()
        people = [one.picture for one in game.things.values() if one.figure and one.profession]
        self.figures = [Picture(name, 320) for name in (people or [game.picture])[:MOST]]
        self.again = PictureKey(_("Ещё раз"), "counterclockwise-arrows-button", KEY)
        self.menu = PictureKey(_("Другая игра"), "video-game", KEY)
        self.again.bind(on_act=again)
        self.menu.bind(on_act=menu)
        self.stars = [
            Picture("star" if number % 2 == 0 else "sparkles", side)
            for number, side in enumerate(SHINING)
        ]
        with self.canvas.before:
            Color(1, 1, 1, 0 if theme.contrast else 0.42)
            self._halo = Ellipse(segments=120)
        for widget in (*self.stars, *self.figures, self.again, self.menu):
            self.add_widget(widget)
        self.bind(pos=self._lay, size=self._lay)

    def _lay(self, *_args: Any) -> None:
        box = Box(self.x, self.y, self.width, self.height)
        key, gap = u(KEY), u(GAP)
        low = box.y + box.height * 0.08
        self.again.pos = (box.x + box.width / 2 - key - gap / 2, low)
        self.menu.pos = (box.x + box.width / 2 + gap / 2, low)
        room = Box(box.x, low + key + gap, box.width, box.top - low - key - gap)
        count = len(self.figures)
        columns = count if room.width > room.height * 1.2 or count < 3 else 2
        rows = -(-count // columns)
        side = min(u(LARGE), room.width / columns * 0.72, room.height / rows * 0.74)
        self._shine(room, side * columns * 1.08, side * rows * 1.05)
        for number, figure in enumerate(self.figures):
            row, column = divmod(number, columns)
            here = min(columns, count - row * columns)
            figure.size = (side, side)
            figure.center = (
                room.x + room.width / 2 + (column - (here - 1) / 2) * side * 1.08,
                room.y + room.height / 2 - (row - (rows - 1) / 2) * side * 1.05,
            )

    def _shine(self, room: Box, broad: float, tall: float) -> None:
        """Light behind the group of figures, stars around it; px."""
        x, y = room.x + room.width / 2, room.y + room.height / 2
        wide, high = min(broad * 1.3, room.width * 0.94), min(tall * 1.3, room.height)
        if len(self.figures) == 1:
            wide = high = min(wide, high)
        self._halo.pos, self._halo.size = (x - wide / 2, y - high / 2), (wide, high)
        far = min(broad / 2 + u(150), room.width / 2 - u(80))
        high = min(tall / 2 + u(120), room.height / 2 - u(60))
        for star, (dx, dy) in zip(self.stars, STARS, strict=True):
            star.pos = (x + dx * far - star.width / 2, y + dy * high - star.height / 2)
            # Nothing shines over a face.
            air = star.width * 0.3
            beside = abs(dx) * far > broad / 2 + air or abs(dy) * high > tall / 2 + air
            star.opacity = 1 if beside else 0
