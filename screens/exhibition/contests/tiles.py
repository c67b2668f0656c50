"""Movements, sectors and competences as things to touch, each in its hue."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from content.model import Competence, Movement, Sector
from screens.page import is_reach
from screens.theme import BLACK, WHITE, Colour, mix, rgba, shades, theme
from screens.typography import SOFT
from screens.units import measure, u
from screens.widgets.buttons import Face, Row, Tile
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

PALE = 0.78
"""How far a sector's hue goes into white on its tile."""


class MovementTile(Key):
    """A movement: its picture and name, white on its hue; beside one another with the lead where
    there is room for it."""

    def __init__(
        self, movement: Movement, *, beside: bool, lead: bool = False, **kwargs: Any
    ) -> None:
        name = movement.name.say(theme.lang)
        super().__init__(label=name.replace(SOFT, ""), radius=48, edge=10, **kwargs)
        palette = theme.palette("linen")
        ink: Colour = WHITE
        _low, middle, _top = shades(movement.hue)
        self.fill, self.edge_colour = middle, mix(middle, BLACK, 0.4)
        if theme.contrast:
            ink, self.fill, self.edge_colour = palette.ink, palette.paper, palette.edge
        self.fg, self.bg = ink, self.fill
        side = 84 if is_reach() or not measure.portrait else 120
        face = Face(
            self,
            orientation="horizontal" if beside else "vertical",
            padding=[u(14), u(22), u(14), u(24)] if not beside else [u(24), u(22), u(20), u(22)],
            spacing=u(24 if beside else 10),
        )
        place = {"center_y": 0.5} if beside else {"center_x": 0.5}
        face.add_widget(Picture(movement.picture, side, pos_hint=place))
        halign = "left" if beside else "center"
        words = BoxLayout(orientation="vertical", spacing=u(6), size_hint_y=None)
        words.bind(minimum_height=words.setter("height"))
        title = Words(name.strip("«»“”"), role="strong", color=ink, halign=halign)
        words.add_widget(title)
        self.text_px = title.font_size
        if lead:
            under = Words(movement.lead.say(theme.lang), role="small", color=ink, halign=halign)
            words.add_widget(under)
            self.text_px = under.font_size
        face.add_widget(words)
        if beside:
            words.pos_hint = place
        else:
            face.add_widget(Widget(size_hint_min_y=0))
        self.add_widget(face)
        self._face = face
        face.bind(minimum_height=self._least)
        self._least()

    def _least(self, *_args: Any) -> None:
        self.size_hint_min_y = self._face.minimum_height + self.edge


class CompetenceKey(Key):
    """A competence among its siblings: a picture and a name."""

    def __init__(self, competence: Competence, **kwargs: Any) -> None:
        name = competence.name.say(theme.lang)
        super().__init__(label=name.replace(SOFT, ""), radius=36, **kwargs)
        palette = theme.palette("linen")
        self.fill, self.edge_colour = palette.paper, palette.edge
        self.fg, self.bg = palette.ink, palette.paper
        face = Face(self, padding=[u(22), u(16), u(20), u(16)], spacing=u(18))
        face.add_widget(Picture(competence.picture, 76, pos_hint={"center_y": 0.5}))
        self._words = Words(
            name, role="strong", color=palette.ink, font_size=theme.text_px("small") * 1.1
        )
        self._words.pos_hint = {"center_y": 0.5}
        face.add_widget(self._words)
        self.add_widget(face)
        self.text_px = self._words.font_size
        self._words.bind(height=self._least)
        self._least()

    def _least(self, *_args: Any) -> None:
        self.size_hint_min_y = max(u(76), self._words.height) + u(32) + self.edge


def movement_grid(kiosk: Kiosk) -> GridLayout:
    """The movements side by side; one under another in the large mode."""
    movements = kiosk.machine.library.every(Movement)
    grid = _grid(1 if theme.large else max(1, min(3, len(movements))))
    for movement in movements:
        tile = MovementTile(movement, beside=theme.large, lead=theme.large)
        tile.bind(on_act=partial(_open, kiosk, "exhibition.movement", movement.id))
        grid.add_widget(tile)
    return grid


def sector_grid(kiosk: Kiosk, but: str = "") -> GridLayout:
    """The sectors of skill as tiles; ``but`` is the id of one to leave out."""
    grid = _grid(1 if theme.large else 2 if measure.portrait else 3)
    for sector in kiosk.machine.library.every(Sector):
        if sector.id == but:
            continue
        tile = Tile(
            sector.name.say(theme.lang),
            "",
            sector.picture,
            pale(sector.hue),
            side=96,
            role_of_title="strong",
        )
        tile.bind(on_act=partial(_open, kiosk, "exhibition.sector", sector.id))
        grid.add_widget(tile)
    return grid


def competence_grid(kiosk: Kiosk, competences: Sequence[Competence]) -> GridLayout:
    """Competences as small keys, two in a row."""
    grid = _grid(1 if theme.large else 2)
    for competence in competences:
        key = CompetenceKey(competence)
        key.bind(on_act=partial(_open, kiosk, "exhibition.competence", competence.id))
        grid.add_widget(key)
    return grid


def competence_row(kiosk: Kiosk, competence: Competence, lead: str) -> Row:
    """A competence as a line of a list."""
    row = Row(competence.name.say(theme.lang), lead, competence.picture)
    row.bind(on_act=partial(_open, kiosk, "exhibition.competence", competence.id))
    return row


def pale(hue: str) -> str:
    """A hue (#RRGGBB) as light as the design's tiles, ink readable on it."""
    parts = mix(rgba(hue), WHITE, PALE)[:3]
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def _grid(cols: int) -> GridLayout:
    grid = GridLayout(cols=cols, size_hint_y=None, spacing=[u(24), u(24)])
    grid.bind(minimum_height=grid.setter("height"))
    return grid


def _open(kiosk: Kiosk, screen: str, id: str, *_args: Any) -> None:
    kiosk.go(screen, id=id)
