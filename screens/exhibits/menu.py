"""All exhibits, as pictures to touch."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from content.model import Cluster, Exhibit
from screens.exhibits.view import has_view
from screens.page import Page
from screens.theme import _, light_of, theme
from screens.units import measure, u
from screens.widgets.buttons import Tile
from screens.widgets.header import Heading
from screens.widgets.scroller import Column


class Screen(Page):
    """What one can take into one's hands."""

    tone = "night"

    def heading(self) -> Heading:
        return Heading(
            title=_("Попробуйте руками"),
            kicker=_("Созвездие профессий"),
            subtitle=_("Восемь вещей, которые делают рядом с нами."),
            tone="night",
        )

    def build(self, column: Column) -> None:
        library = self.kiosk.machine.library
        grid = GridLayout(
            cols=1 if theme.large else 2,
            spacing=[u(28), u(28)],
        )
        for exhibit in library.every(Exhibit):
            if not has_view(exhibit):
                continue
            cluster = library.find(Cluster, exhibit.cluster)
            tile = Tile(
                exhibit.name.say(theme.lang),
                "",
                exhibit.picture,
                light_of(cluster.hue) if cluster is not None else "#FFFFFF",
                side=112,
                beside=theme.large or not measure.portrait,
            )
            tile.bind(on_act=partial(self._open, exhibit.id))
            grid.add_widget(tile)
        grid.bind(minimum_height=grid.setter("size_hint_min_y"))
        column.add_widget(grid)

    def _open(self, exhibit: str, *_args: Any) -> None:
        self.kiosk.go("exhibits.show", id=exhibit)
