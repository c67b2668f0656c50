"""A cluster: what it makes, who one can become, where one learns, who takes people on."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.gridlayout import GridLayout

from content.model import Cluster, Figure
from screens.exhibition.parts import FigureKey, Invitation, show_source
from screens.media.strip import show_media
from screens.page import Page, heading_line
from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card
from screens.widgets.words import Words

MANY_PILLS = 4


class Screen(Page):
    """One cluster of the region."""

    tone = "hue"

    @property
    def cluster(self) -> Cluster:
        """The cluster shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        return library.cluster(str(self.args.get("id"))) or library.clusters[0]

    def heading(self) -> Heading:
        cluster, library = self.cluster, self.kiosk.machine.library
        towns = [library.town(town) for town in cluster.towns]
        names = [town.name.say(theme.lang) for town in towns if town is not None]
        pills = [("round-pushpin", name) for name in names[:MANY_PILLS]]
        return Heading(
            title=cluster.title.say(theme.lang),
            kicker=_("Отрасль области") if cluster.kind == "story" else _("Кластер"),
            badge=True,
            subtitle=cluster.lead.say(theme.lang),
            picture=cluster.picture,
            tone="hue",
            hue=cluster.hue,
            pills=tuple(pills),
        )

    def build(self, column: Column) -> None:
        cluster, library = self.cluster, self.kiosk.machine.library
        lang = theme.lang
        palette = theme.palette("linen")
        column.add_widget(Words(cluster.makes.say(lang), color=palette.ink))
        show_media(self, column, "cluster", cluster)
        if cluster.figures:
            column.add_widget(self._figures(cluster.figures))
        professions = library.professions_of(cluster.id)
        if professions:
            column.add_widget(heading_line(_("Кем можно стать")))
        for profession in professions:
            row = Row(
                profession.title.say(lang),
                profession.code,
                profession.picture,
            )
            row.bind(on_act=partial(self._open, "exhibition.profession", profession.id))
            column.add_widget(row)
        self._invitation(column)
        self._colleges(column)
        self._employers(column)

    def _figures(self, figures: list[Figure]) -> GridLayout:
        # Four stand two by two.
        most = 2 if len(figures) == 4 else 3
        grid = GridLayout(
            cols=1 if theme.large else min(most, len(figures)), size_hint_y=None, spacing=u(24)
        )
        grid.bind(minimum_height=grid.setter("height"))
        for figure in figures:
            key = FigureKey(figure)
            key.bind(on_act=partial(show_source, self.kiosk, figure))
            grid.add_widget(key)
        return grid

    def _colleges(self, column: Column) -> None:
        library, cluster = self.kiosk.machine.library, self.cluster
        ids = [cluster.base] if cluster.base else []
        colleges = [library.college(one) for one in [*ids, *cluster.partners]]
        if not any(colleges):
            return
        column.add_widget(heading_line(_("Где учиться")))
        for college in colleges:
            if college is None:
                continue
            town = library.town(college.town)
            place = town.name.say(theme.lang) if town else ""
            base = _("базовый колледж") if college.id == cluster.base else ""
            line = " · ".join(part for part in (place, base) if part)
            row = Row(
                college.name.say(theme.lang), line or college.profile.say(theme.lang), "school"
            )
            row.bind(on_act=partial(self._open, "exhibition.college", college.id))
            column.add_widget(row)

    def _employers(self, column: Column) -> None:
        library = self.kiosk.machine.library
        employers = [library.employer(one) for one in self.cluster.employers]
        if not any(employers):
            return
        column.add_widget(heading_line(_("Кто работает в отрасли")))
        card = Card(spacing=u(22))
        for employer in employers:
            if employer is not None:
                card.add_widget(
                    _pair(employer.name.say(theme.lang), employer.makes.say(theme.lang))
                )
        column.add_widget(card)

    def _invitation(self, column: Column) -> None:
        entry = next(
            (one for one in self.kiosk.board() if one.event.cluster == self.cluster.id),
            next(iter(self.kiosk.board()), None),
        )
        if entry is None:
            return
        invitation = Invitation(
            entry.event.title.say(theme.lang),
            self.kiosk.when(entry) or entry.event.lead.say(theme.lang),
            entry.event.picture,
        )
        invitation.bind(on_act=partial(self._open, "signup.start", entry.event.id))
        column.add_widget(invitation)

    def _open(self, name: str, id: str, *_args: Any) -> None:
        self.kiosk.go(name, id=id)


def _pair(name: str, line: str) -> Any:
    from kivy.uix.boxlayout import BoxLayout

    palette = theme.palette("linen")
    pair = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(4))
    pair.bind(minimum_height=pair.setter("height"))
    pair.add_widget(Words(name, role="strong", color=palette.ink))
    if line:
        pair.add_widget(Words(line, role="small", color=palette.muted))
    return pair
