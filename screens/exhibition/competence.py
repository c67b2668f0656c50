"""A competence: what it asks of a competitor, what an expert looks at, what trades it leads to."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout

from content.model import Competence, Movement, Profession, Sector
from screens.exhibition.contests.invite import invite
from screens.exhibition.contests.tiles import competence_grid, sector_grid
from screens.media.strip import show_media
from screens.page import Page, empty_note, heading_line
from screens.theme import _, theme
from screens.typography import SOFT
from screens.units import u
from screens.widgets.buttons import ActionKey, Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

CONSULTATION = "consultation"


class Screen(Page):
    """One competence."""

    @property
    def competence(self) -> Competence | None:
        """The competence shown; the first where the id is unknown, None where there is none."""
        library = self.kiosk.machine.library
        found = library.find(Competence, str(self.args.get("id")))
        return found or next(iter(library.every(Competence)), None)

    def heading(self) -> Heading:
        competence, library = self.competence, self.kiosk.machine.library
        if competence is None:
            return Heading(title=_("Компетенция"), picture="trophy")
        sector = library.find(Sector, competence.sector)
        parts = [_("Компетенция"), sector.name.say(theme.lang).replace(SOFT, "") if sector else ""]
        movements = [library.find(Movement, id) for id in competence.movements]
        pills = [(one.picture, one.name.say(theme.lang)) for one in movements if one is not None]
        return Heading(
            title=competence.name.say(theme.lang),
            kicker=" · ".join(part for part in parts if part),
            picture=competence.picture,
            pills=tuple(pills),
        )

    def build(self, column: Column) -> None:
        competence = self.competence
        if competence is None:
            column.add_widget(empty_note("trophy", _("Рассказ о компетенциях ещё готовится.")))
            column.add_widget(sector_grid(self.kiosk))
            invite(self.kiosk, column)
            return
        lang = theme.lang
        column.add_widget(_told("clipboard", _("Что нужно сделать"), competence.asks.say(lang)))
        show_media(self, column, "competence", competence)
        column.add_widget(_told("eye", _("На что смотрит эксперт"), competence.expert.say(lang)))
        column.add_widget(self._region(competence))
        self._professions(column, competence)
        self._siblings(column, competence)
        invite(self.kiosk, column)

    def _region(self, competence: Competence) -> Card:
        if competence.region:
            text = _("В ней уже соревновались на чемпионатах Смоленской области.")
        else:
            text = _("Проходит ли она в нашей области в этом году, подскажет Центр.")
        card = Card(spacing=u(18))
        line = BoxLayout(size_hint_y=None, spacing=u(24))
        line.bind(minimum_height=line.setter("height"))
        picture = "round-pushpin" if competence.region else "information"
        line.add_widget(Picture(picture, 72, pos_hint={"center_y": 0.5}))
        ink = theme.palette("linen").ink
        line.add_widget(Words(text, role="strong", color=ink, pos_hint={"center_y": 0.5}))
        card.add_widget(line)
        return card

    def _professions(self, column: Column, competence: Competence) -> None:
        library = self.kiosk.machine.library
        named = [library.profession(id) for id in competence.professions]
        found = [one for one in named if one is not None]
        naming = [one for one in library.pack.professions if competence.id in one.competences]
        found += [one for one in naming if one not in found]
        column.add_widget(heading_line(_("Кем потом работают")))
        for profession in found:
            column.add_widget(self._row(profession))
        if not found:
            column.add_widget(
                Words(
                    _("Близкую профессию поможет найти специалист Центра."),
                    color=theme.palette("linen").ink,
                )
            )
            if self.kiosk.machine.library.event(CONSULTATION) is not None:
                ask = ActionKey(_("Спросить на консультации"), "flax", "teacher")
                ask.bind(on_act=partial(self._open, "signup.start", CONSULTATION))
                column.add_widget(ask)

    def _row(self, profession: Profession) -> Row:
        row = Row(profession.title.say(theme.lang), profession.code, profession.picture)
        row.bind(on_act=partial(self._open, "exhibition.profession", profession.id))
        return row

    def _siblings(self, column: Column, competence: Competence) -> None:
        library = self.kiosk.machine.library
        others = [
            one
            for one in library.every(Competence)
            if one.sector == competence.sector and one.id != competence.id
        ]
        sector = library.find(Sector, competence.sector)
        if others:
            column.add_widget(heading_line(_("Рядом в этой сфере")))
            column.add_widget(competence_grid(self.kiosk, others))
        elif sector is not None:
            row = Row(sector.name.say(theme.lang), sector.lead.say(theme.lang), sector.picture)
            row.bind(on_act=partial(self._open, "exhibition.sector", sector.id))
            column.add_widget(row)

    def _open(self, name: str, id: str, *_args: Any) -> None:
        self.kiosk.go(name, id=id)


def _told(picture: str, heading: str, text: str) -> Card:
    palette = theme.palette("linen")
    card = Card(spacing=u(18))
    line = BoxLayout(size_hint_y=None, spacing=u(24))
    line.bind(minimum_height=line.setter("height"))
    line.add_widget(Picture(picture, 72, pos_hint={"center_y": 0.5}))
    line.add_widget(Words(heading, role="heading", color=palette.ink, pos_hint={"center_y": 0.5}))
    card.add_widget(line)
    card.add_widget(Words(text, color=palette.ink))
    return card
