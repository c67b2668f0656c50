"""The games, as pictures to touch. A voice says what to do."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from content.games.book import rules
from content.model import Game
from screens.games.keys import PictureKey, SpeakerKey
from screens.games.playpage import MARGIN, PlayPage, is_low, wide
from screens.games.sprite import LEAST
from screens.navigation import has_screen
from screens.page import Box, is_reach
from screens.theme import _, mix, rgba, theme
from screens.units import u
from screens.widgets.buttons import ActionKey, Face
from screens.widgets.press import Key
from screens.widgets.surface import Picture

GAP = 28
PRESCHOOL = "preschool"
TINTS = ("#FFDDA8", "#C2EBC6", "#FFCABB", "#D9CBFF", "#BFE9EC", "#FFE59E", "#C6D6FF")
"""Colours of the tiles, in turn: seven, so that neighbours of any grid differ."""
MOST = 300
"""Design units across a tile's picture."""


class GameTile(Key):
    """A game as a picture on its colour."""

    def __init__(self, game: Game, tint: str, **kwargs: Any) -> None:
        super().__init__(
            label=game.name.say(theme.lang), size_hint=(None, None), radius=64, edge=14, **kwargs
        )
        palette, colour = theme.palette("linen"), rgba(tint)
        self.fill = palette.paper if theme.contrast else colour
        self.edge_colour = palette.edge if theme.contrast else mix(colour, rgba("#14183A"), 0.16)
        self.fg, self.bg = palette.ink, self.fill
        self.face = Face(self)
        self.face.add_widget(Widget())
        self.picture = Picture(game.picture, MOST, pos_hint={"center_y": 0.5})
        self.face.add_widget(self.picture)
        self.face.add_widget(Widget())
        self.add_widget(self.face)
        self.bind(size=self._fit)

    def _fit(self, *_args: Any) -> None:
        side = min(u(MOST), self.height * 0.78, self.width * 0.82)
        self.picture.size = (side, side)


class Screen(PlayPage):
    """Which game?"""

    def furnish(self) -> None:
        library = self.kiosk.machine.library
        self.home = self.keep(PictureKey(_("Начало"), "house"))
        self.home.bind(on_act=lambda *_args: self.kiosk.go_home())
        self.head = self.keep(self._head())
        self.speaker = self.keep(SpeakerKey(self.say, self.switch_captions))
        self.tiles: list[GameTile] = []
        for game in library.every(Game):
            if playable(game):
                tile = self.keep(GameTile(game, TINTS[len(self.tiles) % len(TINTS)]))
                tile.bind(on_act=partial(self._open, game.id))
                self.tiles.append(tile)
        self.keep(self.speaker.panel)

    def _head(self) -> BoxLayout:
        """A robot, and a way for who came with a child."""
        head = BoxLayout(size_hint=(None, None), size=(u(600), u(LEAST)), spacing=u(24))
        if not is_reach():
            head.add_widget(Picture("robot", LEAST))
        grown_ups = ActionKey(_("Взрослым"), "paper", "books", pos_hint={"center_y": 0.5})
        grown_ups.bind(on_act=lambda *_args: self.kiosk.go("exhibition.path", id=PRESCHOOL))
        head.add_widget(grown_ups)
        return head

    def lay(self, box: Box) -> None:
        room = self.strip(box, self.home, self.head)
        count = len(self.tiles)
        if not count:
            return
        columns = _columns(count, room)
        rows = -(-count // columns)
        gap, margin = u(GAP), u(MARGIN)
        across = (room.width - 2 * margin - (columns - 1) * gap) / columns
        tall = (room.height - margin - (rows - 1) * gap) / rows
        for number, tile in enumerate(self.tiles):
            row, column = divmod(number, columns)
            tile.size = (across, tall)
            tile.pos = (
                room.x + margin + column * (across + gap),
                room.top - (row + 1) * tall - row * gap,
            )

    def leave(self) -> None:
        super().leave()
        self.tiles = []

    def say(self) -> None:
        self.utter("welcome", 0)

    def _open(self, game: str, *_args: Any) -> None:
        self.kiosk.go("games.play", id=game)


def playable(game: Game) -> bool:
    """Whether this program has rules and a view for a game; a pack may name newer ones."""
    return rules(game.id) is not None and has_screen(f"games.{game.id}.view")


def _columns(count: int, room: Box) -> int:
    if wide(room):
        return min(count, 6 if count > 8 else 4)
    return 1 if count < 3 else 2 if count <= 8 and not is_low() else 3
