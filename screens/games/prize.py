"""All five stars: who worked in this game, and two ways on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.uix.floatlayout import FloatLayout

from content.model import Game
from screens.games.keys import PictureKey
from screens.page import Box
from screens.theme import _
from screens.units import u
from screens.widgets.surface import Picture

MOST = 4
"""Figures that have room."""
KEY = 230
"""Design units across its keys."""
GAP = 40


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
        for widget in (*self.figures, self.again, self.menu):
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
        side = min(u(460), room.width / columns * 0.86, room.height / rows * 0.9)
        for number, figure in enumerate(self.figures):
            row, column = divmod(number, columns)
            here = min(columns, count - row * columns)
            figure.size = (side, side)
            figure.center = (
                room.x + room.width / 2 + (column - (here - 1) / 2) * side * 1.08,
                room.y + room.height / 2 - (row - (rows - 1) / 2) * side * 1.05,
            )
