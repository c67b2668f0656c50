"""The path of one audience: what is on for them, what the Centre offers, where to look next."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from content.model import Audience
from kiosk import guide
from screens.exhibition.hue import cluster_grid
from screens.exhibition.parts import Invitation
from screens.page import Page, heading_line
from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import Row, Tile
from screens.widgets.header import Heading
from screens.widgets.scroller import Column

FEW_PROFESSIONS = 6


class Screen(Page):
    """What the guide has for one audience."""

    @property
    def audience(self) -> Audience:
        """The audience shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        return library.audience(str(self.args.get("id"))) or library.audiences[0]

    def heading(self) -> Heading:
        audience = self.audience
        return Heading(
            title=audience.name.say(theme.lang),
            kicker=_("Созвездие профессий"),
            subtitle=audience.greeting.say(theme.lang),
            picture=audience.picture,
        )

    def build(self, column: Column) -> None:
        path = guide.path(self.kiosk.machine.library, self.audience.id, self.kiosk.today)
        if self.audience.id == "preschool":
            self._professions(column, path)
            self._clusters(column, path)
            self._event(column, path)
            self._programmes(column, path)
            return
        self._event(column, path)
        self._programmes(column, path)
        self._professions(column, path)
        self._clusters(column, path)

    def _event(self, column: Column, path: guide.Path) -> None:
        for entry in path.events[:2]:
            invitation = Invitation(
                entry.event.title.say(theme.lang),
                self.kiosk.when(entry) or entry.event.lead.say(theme.lang),
                entry.event.picture,
            )
            invitation.bind(on_act=partial(self._open, "signup.start", entry.event.id))
            column.add_widget(invitation)

    def _programmes(self, column: Column, path: guide.Path) -> None:
        if not path.programmes:
            return
        column.add_widget(heading_line(_("Программы Центра")))
        for programme in path.programmes:
            row = Row(
                programme.name.say(theme.lang), programme.lead.say(theme.lang), programme.picture
            )
            row.bind(on_act=partial(self._open, "exhibition.programme", programme.id))
            column.add_widget(row)

    def _professions(self, column: Column, path: guide.Path) -> None:
        if not path.professions:
            return
        column.add_widget(heading_line(_("Кем работают рядом с нами")))
        grid = GridLayout(cols=1 if theme.large else 2, size_hint_y=None, spacing=[u(28), u(28)])
        grid.bind(minimum_height=grid.setter("height"))
        for profession in path.professions[:FEW_PROFESSIONS]:
            tile = Tile(
                profession.title.say(theme.lang),
                "",
                profession.picture,
                side=120,
                role_of_title="strong",
            )
            tile.bind(on_act=partial(self._open, "exhibition.profession", profession.id))
            grid.add_widget(tile)
        column.add_widget(grid)

    def _clusters(self, column: Column, path: guide.Path) -> None:
        column.add_widget(heading_line(_("Кластеры области")))
        column.add_widget(cluster_grid(self.kiosk, path.clusters))

    def _open(self, name: str, id: str, *_args: Any) -> None:
        self.kiosk.go(name, id=id)
