"""The path of one audience: what it comes for, step by step, then where to look next."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from content.model import Audience, Feature
from kiosk import guide
from screens.exhibition.hue import cluster_grid
from screens.exhibition.parts import Invitation
from screens.navigation import has_screen
from screens.page import Page, heading_line
from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import Row, Tile
from screens.widgets.header import Heading
from screens.widgets.scroller import Column

FEW_PROFESSIONS = 6
FEW_EVENTS = 2


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
        path = guide.path(
            self.kiosk.machine.library,
            self.audience.id,
            self.kiosk.today,
            self.kiosk.machine.settings.profile == "fair",
            has_screen,
        )
        if self.audience.id == "preschool":
            # Who cannot read sees pictures of people at work first.
            self._professions(column, path)
            self._steps(column, path)
        else:
            self._steps(column, path)
            self._professions(column, path)
        column.add_widget(heading_line(_("Кластеры области")))
        column.add_widget(cluster_grid(self.kiosk, path.clusters))

    def _steps(self, column: Column, path: guide.Path) -> None:
        for step in path.steps:
            column.add_widget(heading_line(step.title.say(theme.lang)))
            for feature in step.features:
                self._feature(column, feature)
            for programme in step.programmes:
                row = Row(
                    programme.name.say(theme.lang),
                    programme.lead.say(theme.lang),
                    programme.picture,
                )
                row.bind(on_act=partial(self._open, "exhibition.programme", programme.id))
                column.add_widget(row)
            for entry in step.events[:FEW_EVENTS]:
                invitation = Invitation(
                    entry.event.title.say(theme.lang),
                    self.kiosk.when(entry) or entry.event.lead.say(theme.lang),
                    entry.event.picture,
                )
                invitation.bind(on_act=partial(self._open, "signup.start", entry.event.id))
                column.add_widget(invitation)

    def _feature(self, column: Column, feature: Feature) -> None:
        row = Row(feature.name.say(theme.lang), feature.lead.say(theme.lang), feature.picture)
        row.bind(on_act=lambda *_args: self.kiosk.go(feature.screen))
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

    def _open(self, name: str, id: str, *_args: Any) -> None:
        self.kiosk.go(name, id=id)
