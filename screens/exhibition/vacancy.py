"""One vacancy: what one does, under which conditions, and whom to ask. There is no form here."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.stacklayout import StackLayout

from content.model import Condition, Contact, Vacancy
from kiosk import handoff
from screens.exhibition.vacancies import CONSULTATION, consultation, sample_note
from screens.page import Page, empty_note, heading_line
from screens.signup.code import code_card
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey, Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card, Picture, Pill
from screens.widgets.words import Words

CODE = 400
"""Design units across the code where its words stand under it."""


class Screen(Page):
    """A place at work."""

    @property
    def vacancy(self) -> Vacancy | None:
        """The vacancy shown; None where it has gone."""
        return self.kiosk.machine.library.find(Vacancy, str(self.args.get("id")))

    def is_stale(self) -> bool:
        # A QR holds the day it was made; a kept page would show an old one.
        return True

    def heading(self) -> Heading:
        vacancy, lang = self.vacancy, theme.lang
        if vacancy is None:
            return Heading(title=_("Вакансия"), kicker=_("Равные возможности"))
        town = self.kiosk.machine.library.town(vacancy.town)
        pills = [("round-pushpin", town.name.say(lang))] if town is not None else []
        if vacancy.sample:
            pills.append(("information", _("пример")))
        return Heading(
            title=vacancy.title.say(lang),
            kicker=_("Вакансия"),
            subtitle=vacancy.employer.say(lang),
            picture=vacancy.picture,
            pills=tuple(pills),
        )

    def build(self, column: Column) -> None:
        vacancy = self.vacancy
        if vacancy is None:
            column.add_widget(empty_note("clipboard", _("Этой вакансии здесь уже нет.")))
            every = ActionKey(_("Показать все вакансии"), "flax", "clipboard")
            every.bind(on_act=self._to_list)
            column.add_widget(every)
            return
        if vacancy.sample:
            text = _("Это пример: такой вакансии нет, настоящие Центр добавит сюда сам.")
            column.add_widget(sample_note(text))
        column.add_widget(self._work(vacancy))
        conditions = self._conditions(vacancy)
        if conditions:
            column.add_widget(_conditions_card(conditions))
        column.add_widget(self._further())
        self._profession(column, vacancy)
        if self.kiosk.machine.library.event(CONSULTATION) is not None:
            column.add_widget(consultation(self.kiosk))

    def _work(self, vacancy: Vacancy) -> Card:
        card = Card()
        card.add_widget(_caption("memo", _("Что делать")))
        card.add_widget(Words(vacancy.does.say(theme.lang), color=theme.palette("linen").ink))
        return card

    def _conditions(self, vacancy: Vacancy) -> list[Condition]:
        every = self.kiosk.machine.library.every(Condition)
        return [one for one in every if one.id in vacancy.conditions]

    def _further(self) -> Card:
        """Whom to ask: the Centre's contact, and by phone the sign-up for a consultation."""
        machine = self.kiosk.machine
        palette = theme.palette("linen")
        address = ""
        if machine.library.event(CONSULTATION) is not None:
            address = handoff.signup_url(machine, CONSULTATION) or ""
        words = [Words(_("Поможет Центр"), role="heading", color=palette.ink)]
        if address:
            line = _("Наведите камеру телефона: откроется запись на разговор об этой работе.")
            words.append(Words(line, color=palette.ink))
        contact = machine.library.pack.contact
        words += [Words(one, role="small", color=palette.muted) for one in contact_lines(contact)]
        card = code_card(address, CODE, words, not (theme.large and measure.portrait))
        card.size_hint_y = None
        card.bind(minimum_height=card.setter("height"))
        return card

    def _profession(self, column: Column, vacancy: Vacancy) -> None:
        profession = self.kiosk.machine.library.profession(vacancy.profession or "")
        if profession is None:
            return
        column.add_widget(heading_line(_("Профессия рядом")))
        row = Row(
            profession.title.say(theme.lang), profession.day.say(theme.lang), profession.picture
        )
        row.label = _("Профессия «{name}». Открыть рассказ о ней.").format(
            name=profession.title.say(theme.lang)
        )
        row.bind(on_act=partial(self._to_profession, profession.id))
        column.add_widget(row)

    def _to_profession(self, profession: str, *_args: Any) -> None:
        self.kiosk.go("exhibition.profession", id=profession)

    def _to_list(self, *_args: Any) -> None:
        self.kiosk.go("exhibition.vacancies")


def contact_lines(contact: Contact) -> list[str]:
    """How the Centre may be reached, a line each; what is not known is left out."""
    lang = theme.lang
    address = contact.address.say(lang) if contact.address is not None else ""
    parts = (
        contact.name.say(lang),
        contact.base.say(lang),
        address,
        _("Телефон: {phone}").format(phone=contact.phone) if contact.phone else "",
        _("Сайт: {site}").format(site=contact.site) if contact.site else "",
    )
    return [part for part in parts if part]


def _conditions_card(conditions: list[Condition]) -> Card:
    card = Card(spacing=u(24))
    card.add_widget(_caption("check-mark-button", _("Условия")))
    stack = StackLayout(size_hint_y=None, spacing=[u(16), u(16)])
    stack.bind(minimum_height=stack.setter("height"))
    for condition in conditions:
        pill = Pill(condition.name.say(theme.lang), condition.picture)
        if not theme.contrast:
            pill.fill, pill.edge_colour = theme.paint("sand").fill, theme.paint("sand").edge
        stack.add_widget(pill)
    card.add_widget(stack)
    return card


def _caption(picture: str, text: str) -> BoxLayout:
    line = BoxLayout(size_hint_y=None, spacing=u(20))
    line.bind(minimum_height=line.setter("height"))
    line.add_widget(Picture(picture, 60, pos_hint={"center_y": 0.5}))
    words = Words(text, role="heading", color=theme.palette("linen").ink)
    words.pos_hint = {"center_y": 0.5}
    line.add_widget(words)
    return line
