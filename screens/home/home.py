"""Home: who are you today? Six audiences as tiles, and three ways to the things themselves."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from screens.page import Page, is_reach
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import Tile
from screens.widgets.header import Heading
from screens.widgets.scroller import Column

PAPER = "#FFFFFF"


class Screen(Page):
    """Six audiences, then the map, the programmes and the event board."""

    gap = 28

    def heading(self) -> Heading:
        if measure.portrait and not theme.reach:
            return Heading(title=_("Кто вы сегодня?"), kicker=_("Созвездие профессий"), back=False)
        return Heading(
            title=_("Кто вы сегодня?"),
            kicker=_("Созвездие профессий"),
            subtitle=_("Выставка Центра профориентации"),
            back=False,
        )

    def build(self, column: Column) -> None:
        library = self.kiosk.machine.library
        wide, low = not measure.portrait, is_reach()
        people = GridLayout(
            cols=1 if theme.large else (3 if wide else 2),
            spacing=[u(24 if low else 32), u(24 if low else 32)],
            size_hint_y=2.6 if not wide else 2.2,
        )
        for audience in library.audiences:
            tile = Tile(
                audience.name.say(theme.lang),
                "" if low else audience.lead.say(theme.lang),
                audience.picture,
                audience.tile,
                side=84 if low else 132 if wide else 144,
                beside=theme.large or low,
                role_of_title="strong" if low and not theme.large else "heading",
            )
            tile.bind(on_act=partial(self._open_path, audience.id))
            people.add_widget(tile)
        people.bind(minimum_height=partial(_keep_least, people))
        column.add_widget(people)
        ways = GridLayout(cols=1 if theme.large else 3, spacing=[u(28), u(28)], size_hint_y=1)
        for title, picture, name in (
            (_("Карта кластеров"), "world-map", "exhibition.map"),
            (_("Программы Центра"), "books", "exhibition.programmes"),
            (_("Афиша и запись"), "admission-tickets", "exhibition.events"),
        ):
            way = Tile(
                title,
                "",
                picture,
                PAPER,
                side=48 if low else 88,
                role_of_title="strong",
                centred=not (theme.large or wide),
                beside=wide or theme.large,
            )
            way.bind(on_act=partial(self._open, name))
            ways.add_widget(way)
        ways.bind(minimum_height=partial(_keep_least, ways))
        column.add_widget(ways)

    def _open_path(self, audience: str, *_args: Any) -> None:
        if self.kiosk.visit is not None:
            self.kiosk.visit.audience = audience
        self.kiosk.go("exhibition.path", id=audience)

    def _open(self, name: str, *_args: Any) -> None:
        self.kiosk.go(name)


def _keep_least(grid: GridLayout, _grid: GridLayout, least: float) -> None:
    grid.size_hint_min_y = least
