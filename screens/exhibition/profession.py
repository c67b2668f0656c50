"""A profession: a working day in our words, whom it suits, where one learns it, where one works."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout

from content.model import Competence, Profession, Sector
from screens.exhibition.marks import marks
from screens.exhibition.remark import remark
from screens.media.strip import show_media
from screens.page import Page, heading_line
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
    """One profession or speciality."""

    @property
    def profession(self) -> Profession:
        """The profession shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        return library.profession(str(self.args.get("id"))) or library.pack.professions[0]

    def heading(self) -> Heading:
        profession = self.profession
        kind = _("Профессия") if profession.kind == "profession" else _("Специальность")
        return Heading(
            title=profession.title.say(theme.lang),
            kicker=f"{kind} · {profession.code}",
            picture=profession.picture,
            tone="linen",
        )

    def build(self, column: Column) -> None:
        profession, lang = self.profession, theme.lang
        column.add_widget(
            _told("alarm-clock", _("Рабочий день"), [profession.day.say(lang)], bullets=False)
        )
        show_media(self, column, "profession", profession)
        if profession.likes:
            likes = [like.say(lang) for like in profession.likes]
            column.add_widget(_told("two-hearts", _("Подойдёт, если нравится"), likes))
        if profession.conditions:
            conditions = [one.say(lang) for one in profession.conditions]
            column.add_widget(_told("clipboard", _("Условия работы"), conditions))
        if lines := marks(profession):
            column.add_widget(_told("light-bulb", _("Какая это работа"), lines, bullets=False))
        self._learning(column)
        self._working(column)
        self._asking(column)
        self._clusters(column)
        self._competences(column)
        official = _("В федеральном перечне: {name}").format(name=profession.name.say(lang))
        column.add_widget(remark(official, "small"))

    def _learning(self, column: Column) -> None:
        library, lang = self.kiosk.machine.library, theme.lang
        column.add_widget(heading_line(_("Где учиться")))
        colleges = [one for id in self.profession.colleges if (one := library.college(id))]
        for college in colleges:
            town = library.town(college.town)
            row = Row(college.name.say(lang), town.name.say(lang) if town else "", "school")
            row.bind(on_act=partial(self._open, "exhibition.college", college.id))
            column.add_widget(row)
        if not colleges:
            text = _("Где учат именно этому, подскажет Центр: наборы меняются каждый год.")
            column.add_widget(remark(text))

    def _working(self, column: Column) -> None:
        library, lang = self.kiosk.machine.library, theme.lang
        column.add_widget(heading_line(_("Где работать в области")))
        employers = [one for id in self.profession.employers if (one := library.employer(id))]
        if not employers:
            column.add_widget(remark(_("Кому сейчас нужны такие люди, подскажет Центр.")))
            return
        card = Card(spacing=u(22))
        for employer in employers:
            towns = [town.name.say(lang) for id in employer.towns if (town := library.town(id))]
            line = " · ".join([", ".join(towns), employer.makes.say(lang)] if towns else [])
            card.add_widget(_pair(employer.name.say(lang), line or employer.makes.say(lang)))
        column.add_widget(card)

    def _asking(self, column: Column) -> None:
        if self.kiosk.machine.library.event(CONSULTATION) is not None:
            ask = ActionKey(_("Спросить на консультации"), "flax", "teacher")
            ask.bind(on_act=partial(self._open, "signup.start", CONSULTATION))
            column.add_widget(ask)

    def _clusters(self, column: Column) -> None:
        library, lang = self.kiosk.machine.library, theme.lang
        clusters = [one for id in self.profession.clusters if (one := library.cluster(id))]
        if clusters:
            column.add_widget(heading_line(_("В каких кластерах нужна")))
        for cluster in clusters:
            title = cluster.title.say(lang).replace(SOFT, "")
            row = Row(title, cluster.lead.say(lang), cluster.picture)
            row.bind(on_act=partial(self._open, "exhibition.cluster", cluster.id))
            column.add_widget(row)

    def _competences(self, column: Column) -> None:
        library, lang = self.kiosk.machine.library, theme.lang
        named = [library.find(Competence, id) for id in self.profession.competences]
        found = {one.id: one for one in named if one is not None}
        if found:
            column.add_widget(heading_line(_("В чём соревнуются")))
        for competence in found.values():
            sector = library.find(Sector, competence.sector)
            lead = sector.name.say(lang) if sector is not None else ""
            row = Row(competence.name.say(lang), lead, competence.picture)
            row.bind(on_act=partial(self._open, "exhibition.competence", competence.id))
            column.add_widget(row)

    def _open(self, name: str, id: str, *_args: Any) -> None:
        self.kiosk.go(name, id=id)


def _told(picture: str, caption: str, lines: Iterable[str], bullets: bool = True) -> Card:
    """A card with a caption and lines of text."""
    ink = theme.palette("linen").ink
    card = Card()
    head = BoxLayout(size_hint_y=None, spacing=u(20))
    head.bind(minimum_height=head.setter("height"))
    head.add_widget(Picture(picture, 60, pos_hint={"center_y": 0.5}))
    head.add_widget(Words(caption, role="heading", color=ink, pos_hint={"center_y": 0.5}))
    card.add_widget(head)
    for line in lines:
        card.add_widget(Words("•  " + line if bullets else line, color=ink))
    return card


def _pair(name: str, line: str) -> BoxLayout:
    palette = theme.palette("linen")
    pair = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(4))
    pair.bind(minimum_height=pair.setter("height"))
    pair.add_widget(Words(name, role="strong", color=palette.ink))
    pair.add_widget(Words(line, role="small", color=palette.muted))
    return pair
