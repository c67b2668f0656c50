"""Vacancies for people with disabilities, by conditions of work. Nobody is asked about health."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from content.model import Condition, Vacancy
from kiosk.i18n import ngettext
from kiosk.vacancies import Needs, fitting, reliefs
from screens.exhibition.needs import NeedChips, keep, needs_of
from screens.exhibition.parts import Invitation
from screens.page import Page, empty_note, heading_line
from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import ActionKey, Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

CONSULTATION = "consultation-access"
AT_ONCE = 8
"""Vacancies shown until one asks for more."""
FEW_RELIEFS = 3
SMALL = 44
"""Design units of a condition's picture on a row."""


class Screen(Page):
    """The list, and the chips that narrow it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._needs, self._count = Needs(), AT_ONCE
        self._vacancies: list[Vacancy] = []
        self._chips: NeedChips | None = None
        self._list: BoxLayout | None = None

    def heading(self) -> Heading:
        return Heading(
            title=_("Вакансии по квотам"),
            kicker=_("Равные возможности"),
            subtitle=_("Выберите, что важно вам в работе."),
            picture="clipboard",
        )

    def reset(self) -> None:
        super().reset()
        self._needs, self._count, self._filled = Needs(), AT_ONCE, None

    def is_stale(self) -> bool:
        today = self.kiosk.machine.library.vacancies_on(self.kiosk.today)
        return self._vacancies != today or self._needs != needs_of(self.kiosk)

    def build(self, column: Column) -> None:
        self._needs = needs_of(self.kiosk)
        self._vacancies = self.kiosk.machine.library.vacancies_on(self.kiosk.today)
        self._chips = None
        if self._vacancies:
            self._chips = NeedChips(self.kiosk, self._vacancies, self._needs, self._narrow)
            column.add_widget(self._chips)
        self._list = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(self.gap))
        self._list.bind(minimum_height=self._list.setter("height"))
        column.add_widget(self._list)
        self._show()
        if self.kiosk.machine.library.event(CONSULTATION) is not None:
            column.add_widget(consultation(self.kiosk))

    def _narrow(self, needs: Needs) -> None:
        """Show what fits now. The chips stay under the finger."""
        self._needs, self._count = needs, AT_ONCE
        keep(self.kiosk, needs)
        if self._chips is not None:
            self._chips.show(needs)
        self._show()

    def _show(self) -> None:
        assert self._list is not None
        self._list.clear_widgets()
        found = fitting(self._vacancies, self._needs)
        if not self._vacancies:
            text = _("Сейчас вакансий нет. Спросите на консультации: там помогут искать дальше.")
            self._list.add_widget(empty_note("clipboard", text))
            return
        if not found:
            self._list.add_widget(self._nothing())
            return
        self._list.add_widget(heading_line(_counted(len(found))))
        if any(one.sample for one in found):
            text = _("Это примеры: настоящие вакансии Центр добавит сюда сам.")
            self._list.add_widget(sample_note(text))
        for vacancy in found[: self._count]:
            row = VacancyRow(vacancy, *self._said(vacancy))
            row.bind(on_act=partial(self._open, vacancy.id))
            self._list.add_widget(row)
        if len(found) > self._count:
            more = ActionKey(_("Показать ещё"), "paper", "magnifying-glass-tilted-left")
            more.bind(on_act=self._more)
            self._list.add_widget(more)

    def _said(self, vacancy: Vacancy) -> tuple[str, list[Condition]]:
        library = self.kiosk.machine.library
        town = library.town(vacancy.town)
        conditions = [one for one in library.every(Condition) if one.id in vacancy.conditions]
        return town.name.say(theme.lang) if town is not None else "", conditions

    def _more(self, *_args: Any) -> None:
        self._count += AT_ONCE
        self._show()

    def _open(self, vacancy: str, *_args: Any) -> None:
        self.kiosk.go("exhibition.vacancy", id=vacancy)

    def _nothing(self) -> Card:
        """Nothing fits: which one need to let go of, and what is then there."""
        found = reliefs(self._vacancies, self._needs)[:FEW_RELIEFS]
        text = (
            _("Всё сразу пока не сошлось. Уберите одно условие, и вот что найдётся:")
            if found
            else _("Всё сразу пока не сошлось. Начните с одного условия, самого важного.")
        )
        note = empty_note("magnifying-glass-tilted-left", text)
        note.spacing = u(24)
        for need, count in found:
            name = self._name(need)
            line = _("Без «{name}»: {found}").format(name=name, found=_vacancies(count))
            relief = ActionKey(line, "flax")
            relief.label = _("Убрать «{name}» из условий. Тогда найдётся: {found}.").format(
                name=name, found=_vacancies(count)
            )
            relief.bind(on_act=partial(self._relax, need))
            note.add_widget(relief)
        every = ActionKey(_("Показать все вакансии"), "sand" if found else "flax")
        every.bind(on_act=self._relax_all)
        note.add_widget(every)
        return note

    def _name(self, need: str) -> str:
        """A condition by its id; the chosen town for an empty one."""
        library = self.kiosk.machine.library
        named = library.find(Condition, need) if need else library.town(self._needs.town)
        return named.name.say(theme.lang) if named is not None else need

    def _relax(self, need: str, *_args: Any) -> None:
        self._narrow(self._needs.without(need))

    def _relax_all(self, *_args: Any) -> None:
        self._narrow(Needs())


class VacancyRow(Row):
    """A vacancy with the pictures of its conditions; its label says them in a sentence."""

    def __init__(self, vacancy: Vacancy, town: str, conditions: list[Condition]) -> None:
        lang = theme.lang
        title = vacancy.title.say(lang)
        lead = " · ".join(part for part in (town, vacancy.employer.say(lang)) if part)
        super().__init__(title, lead, vacancy.picture)
        names = ", ".join(one.name.say(lang) for one in conditions)
        self.label = (
            _("{title}, {town}. Условия: {conditions}. Открыть вакансию.").format(
                title=title, town=town, conditions=names
            )
            if names
            else _("{title}, {town}. Открыть вакансию.").format(title=title, town=town)
        )
        if conditions:
            strip = BoxLayout(size_hint_y=None, height=u(SMALL + 12), spacing=u(16))
            strip.padding = [0, u(12), 0, 0]
            for condition in conditions:
                strip.add_widget(Picture(condition.picture, SMALL))
            strip.add_widget(Widget())
            self._words.add_widget(strip)


def sample_note(text: str) -> Card:
    """The kiosk says plainly that something is a sample."""
    card = Card(room=(32, 20, 32, 20), fill=(1.0, 0.95, 0.82, 1), radius=32, edge=0)
    card.add_widget(Words(text, role="small", color=theme.palette("linen").ink))
    return card


def consultation(kiosk: Any) -> Invitation:
    """The invitation to talk it over."""
    event = kiosk.machine.library.event(CONSULTATION)
    invitation = Invitation(event.title.say(theme.lang), event.lead.say(theme.lang), event.picture)
    invitation.bind(on_act=lambda *_args: kiosk.go("signup.start", id=CONSULTATION))
    return invitation


def _counted(count: int) -> str:
    return ngettext(
        theme.lang, "Нашлась {n} вакансия", "Нашлось {n} вакансии", "Нашлось {n} вакансий", count
    )


def _vacancies(count: int) -> str:
    return ngettext(theme.lang, "{n} вакансия", "{n} вакансии", "{n} вакансий", count)
