"""The event board: what is on soon, then what one can ask for at any time."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from content.library import DatedEvent
from screens.exhibition.hue import cluster_grid
from screens.page import Page, empty_note, heading_line
from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import Row
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card
from screens.widgets.words import Words

FEW_PROGRAMMES = 3
"""Programmes shown on an empty board."""
SOON_DAYS = 14
"""Days from today that are soon."""


class Screen(Page):
    """Events by date; a fair's kiosk lists its own."""

    def heading(self) -> Heading:
        fair = self.kiosk.machine.settings.profile == "fair"
        return Heading(
            title=_("Афиша ярмарки") if fair else _("Афиша и запись"),
            kicker=_("Созвездие профессий"),
            subtitle=_("Выберите, куда пойти: записаться можно с телефона или здесь."),
            back=not fair,
        )

    def is_stale(self) -> bool:
        return self._board != self.kiosk.board()

    def build(self, column: Column) -> None:
        self._board = self.kiosk.board()
        dated = [one for one in self._board if one.day is not None]
        standing = [one for one in self._board if one.day is None]
        if any(one.event.sample for one in dated):
            column.add_widget(_sample_note())
        if not dated:
            column.add_widget(
                empty_note(
                    "spiral-calendar",
                    _("Сейчас дат нет. Зато можно попросить о консультации или зайти на выставку."),
                )
            )
        for heading, entries in self._by_nearness(dated):
            column.add_widget(heading_line(heading))
            for entry in entries:
                column.add_widget(self._row(entry))
        if standing:
            column.add_widget(heading_line(_("В любое время")))
        for entry in standing:
            column.add_widget(self._row(entry))
        if not self._board:
            self._programmes(column)
        column.add_widget(heading_line(_("А пока — кластеры области")))
        column.add_widget(cluster_grid(self.kiosk))

    def _by_nearness(self, dated: list[DatedEvent]) -> list[tuple[str, list[DatedEvent]]]:
        """What is on today, soon and later, under a heading each; empty ones left out."""
        today = self.kiosk.today
        soon = today + dt.timedelta(days=SOON_DAYS)
        groups = [
            (_("Сегодня"), [one for one in dated if one.day == today]),
            (_("Скоро"), [one for one in dated if one.day and today < one.day <= soon]),
            (_("Позже"), [one for one in dated if one.day and one.day > soon]),
        ]
        return [(heading, entries) for heading, entries in groups if entries]

    def _programmes(self, column: Column) -> None:
        column.add_widget(heading_line(_("Программы Центра")))
        for programme in self.kiosk.machine.library.programmes[:FEW_PROGRAMMES]:
            row = Row(
                programme.name.say(theme.lang), programme.lead.say(theme.lang), programme.picture
            )
            row.bind(on_act=partial(self._read, programme.id))
            column.add_widget(row)

    def _read(self, programme: str, *_args: Any) -> None:
        self.kiosk.go("exhibition.programme", id=programme)

    def _row(self, entry: DatedEvent) -> Row:
        event, lang = entry.event, theme.lang
        who = event.who.say(lang) if event.who else ""
        line = " · ".join(part for part in (self.kiosk.when(entry), who) if part)
        row = Row(event.title.say(lang), line or event.lead.say(lang), event.picture)
        row.bind(on_act=partial(self._open, event.id))
        return row

    def _open(self, event: str, *_args: Any) -> None:
        self.kiosk.go("signup.start", id=event)


def _sample_note() -> Card:
    card = Card(room=(32, 20, 32, 20), fill=(1.0, 0.95, 0.82, 1), radius=32, edge=0)
    card.add_widget(
        Words(
            _("Это примеры: настоящие даты Центр добавит сюда сам."),
            role="small",
            color=theme.palette("linen").ink,
        )
    )
    card.spacing = u(8)
    return card
