"""Home: who are you today? Six audiences as tiles, and six ways to the things themselves."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from content.model import Audience, Feature
from screens.navigation import has_screen
from screens.page import Page, is_reach
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import Tile
from screens.widgets.header import Heading
from screens.widgets.scroller import Column

PAPER = "#FFFFFF"
WAYS = 6


class Screen(Page):
    """Six audiences, then what the kiosk can do for everybody."""

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
            spacing=[u(24 if low else 28), u(24 if low else 28)],
            size_hint_y=2.6 if not wide else 2.2,
        )
        for audience in library.audiences:
            tile = Tile(
                audience.name.say(theme.lang),
                "" if low else audience.lead.say(theme.lang),
                audience.picture,
                audience.tile,
                side=84 if low else 82,
                beside=theme.large or low,
                role_of_title="strong" if low and not theme.large else "heading",
            )
            tile.bind(on_act=partial(self._open_path, audience))
            people.add_widget(tile)
        people.bind(minimum_height=partial(_keep_least, people))
        column.add_widget(people)
        column.add_widget(self._ways(wide, low))

    def _ways(self, wide: bool, low: bool) -> GridLayout:
        """The ways to the things themselves: the first of the kiosk's features."""
        features = [f for f in self.kiosk.machine.library.every(Feature) if has_screen(f.screen)]
        ways = GridLayout(
            cols=2 if theme.large else 3, spacing=[u(20), u(20)], size_hint_y=0.9 if wide else 1.1
        )
        for feature in features[:WAYS]:
            way = Tile(
                feature.name.say(theme.lang),
                "",
                feature.picture,
                PAPER,
                side=48 if low or wide else 56,
                role_of_title="small" if low else "strong",
                centred=not (theme.large or wide or low),
                beside=wide or theme.large or low,
            )
            way.bind(on_act=partial(self._open, feature.screen))
            ways.add_widget(way)
        ways.bind(minimum_height=partial(_keep_least, ways))
        return ways

    def _open_path(self, audience: Audience, *_args: Any) -> None:
        if self.kiosk.visit is not None:
            self.kiosk.visit.audience = audience.id
        if audience.screen and has_screen(audience.screen):
            self.kiosk.go(audience.screen)
        else:
            self.kiosk.go("exhibition.path", id=audience.id)

    def _open(self, name: str, *_args: Any) -> None:
        self.kiosk.go(name)


def _keep_least(grid: GridLayout, _grid: GridLayout, least: float) -> None:
    grid.size_hint_min_y = least
