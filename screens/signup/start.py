"""Signing up, the first step: the QR for one's own phone is the hero; here or a whole class
beside it."""

from __future__ import annotations

from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from content.library import DatedEvent
from content.model import Event
from kiosk import handoff
from kiosk.signup import Draft, Way
from screens.page import Page, is_reach, shape_of_head
from screens.signup.code import code_card
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words


class Screen(Page):
    """One event, and the ways to sign up for it."""

    gap = 32

    @property
    def event(self) -> Event:
        """The event shown; the first where the id is unknown."""
        library = self.kiosk.machine.library
        return library.event(str(self.args.get("id"))) or library.pack.events[0]

    @property
    def entry(self) -> DatedEvent:
        """The event with its date."""
        event = self.event
        return DatedEvent(event, event.day(self.kiosk.machine.library.pack.built_on))

    def is_stale(self) -> bool:
        # A QR holds the hour it was made; a kept page would show an old one.
        return True

    def heading(self) -> Heading:
        event, lang = self.event, theme.lang
        pills: list[tuple[str, str]] = []
        when = self.kiosk.when(self.entry)
        if when:
            pills.append(("spiral-calendar", when))
        if event.who is not None:
            pills.append(("busts-in-silhouette", event.who.say(lang)))
        if is_reach():
            pills.append(("round-pushpin", event.place.say(lang)))
        if event.sample:
            pills.append(("information", _("пример")))
        return Heading(
            title=event.title.say(lang),
            kicker=_("Афиша · Запись"),
            subtitle="" if _lead_below() else event.lead.say(lang),
            picture=event.picture,
            pills=tuple(pills),
        )

    def build(self, column: Column) -> None:
        event, lang = self.event, theme.lang
        palette = theme.palette("linen")
        flat = shape_of_head() == "flat"
        if _lead_below():
            column.add_widget(Words(event.lead.say(lang), color=palette.ink))
        if flat:
            column.add_widget(_line("round-pushpin", event.place.say(lang)))
        address = self._address()
        if not address:
            column.add_widget(self._not_yet())
            return
        ways = self._ways(event)
        if flat or is_reach():
            column.add_widget(self._qr_card(address))
            column.add_widget(ways)
        else:
            card = self._qr_card(address)
            row = BoxLayout(spacing=u(32), size_hint_y=1)
            row.add_widget(card)
            beside = BoxLayout(orientation="vertical", size_hint=(0.62, None), spacing=u(28))
            beside.bind(minimum_height=beside.setter("height"))
            beside.pos_hint = {"center_y": 0.5}
            beside.add_widget(_line("round-pushpin", event.place.say(lang)))
            beside.add_widget(ways)
            row.add_widget(beside)
            card.bind(minimum_height=row.setter("size_hint_min_y"))
            column.add_widget(row)

    def _address(self) -> str:
        return handoff.signup_url(self.kiosk.machine, self.event.id) or ""

    def _qr_card(self, address: str) -> Card:
        palette = theme.palette("linen")
        role = "strong" if theme.large and not measure.portrait else "heading"
        words = (
            Words(_("Наведите камеру телефона"), role=role, color=palette.ink),
            Words(
                _("Анкета откроется на телефоне. Интернет киоску не нужен."),
                role="small",
                color=palette.muted,
            ),
        )
        return code_card(address, 510 if measure.portrait else 520, words, is_reach())

    def _ways(self, event: Event) -> GridLayout:
        here = ActionKey(_("Заполнить здесь"), "flax", "keyboard", units=150)
        here.bind(on_act=self._here)
        keys = [here]
        if event.classes:
            group = ActionKey(_("Весь класс"), "paper", "busts-in-silhouette", units=150)
            group.bind(on_act=self._class)
            keys.append(group)
        stacked = theme.large or shape_of_head() == "column"
        grid = GridLayout(
            cols=1 if stacked else len(keys), size_hint_y=None, spacing=[u(28), u(28)]
        )
        grid.bind(minimum_height=grid.setter("height"))
        for key in keys:
            grid.add_widget(key)
        return grid

    def _not_yet(self) -> Card:
        palette = theme.palette("linen")
        card = Card()
        card.add_widget(Picture("bell", 140, pos_hint={"center_x": 0.5}))
        card.add_widget(
            Words(
                _("Запись здесь пока не открыта"),
                role="heading",
                color=palette.ink,
                halign="center",
            )
        )
        card.add_widget(
            Words(
                _("Подойдите к сотруднику выставки: он запишет вас и ответит на вопросы."),
                color=palette.muted,
                halign="center",
            )
        )
        return card

    def _begin(self, way: Way) -> None:
        draft = self.kiosk.draft
        if draft is None or draft.event != self.event.id or draft.way != way:
            self.kiosk.draft = Draft(event=self.event.id, way=way, lang=theme.lang)

    def _here(self, *_args: Any) -> None:
        self._begin("person")
        self.kiosk.go("signup.age", id=self.event.id)

    def _class(self, *_args: Any) -> None:
        self._begin("class")
        self.kiosk.go("signup.form", id=self.event.id)


def _lead_below() -> bool:
    """Whether the head has no room for more than the title."""
    return shape_of_head() == "flat" or (shape_of_head() == "column" and theme.large)


def _line(picture: str, text: str) -> BoxLayout:
    line = BoxLayout(size_hint_y=None, spacing=u(16))
    line.bind(minimum_height=line.setter("height"))
    line.add_widget(Picture(picture, 44, pos_hint={"center_y": 0.5}))
    words = Words(text, role="small", color=theme.palette("linen").muted)
    words.pos_hint = {"center_y": 0.5}
    line.add_widget(words)
    return line
