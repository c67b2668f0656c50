"""Where a test leads: a picture, two sentences, professions of the region, an event, a person to
talk to, and a code to take it home."""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from content.model import Profession
from content.selftests.advice import Advice, advise
from content.selftests.scoring import scores, shares
from content.selftests.sheet import Sheet
from kiosk.handoff import result_url
from screens.exhibition.parts import Invitation
from screens.page import heading_line
from screens.selftests.charts import CHARTS, Part
from screens.selftests.telling import bands, label, said, tell
from screens.selftests.testpage import TestPage, line
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey, Row
from screens.widgets.header import Heading
from screens.widgets.qr import QrCode
from screens.widgets.scroller import Column
from screens.widgets.surface import Card
from screens.widgets.words import Words

CODE = 300
CLEAR = 76
"""Design units beside words where the key that scrolls stands."""
CONSULTATIONS = ("consultation", "consultation-access")
"""Events where one is advised: of these the first that is meant for the test's audiences."""


class Screen(TestPage):
    """A compass reading."""

    @property
    def score(self) -> dict[str, int]:
        """The points by trait; nothing before a sheet is filled in."""
        sheet = self.sheet
        return scores(self.test, sheet.answers if sheet is not None else [])

    @property
    def doubtful(self) -> bool:
        """Whether another try is offered instead of a profile."""
        return self.sheet is not None and bool(self.sheet.doubt)

    def heading(self) -> Heading:
        test, lang = self.test, theme.lang
        if self.doubtful:
            ask = _("Попробуем ещё раз?") if test.address == "ты" else _("Попробуете ещё раз?")
            return Heading(title=ask, kicker=test.name.say(lang), picture="thinking-face")
        told = tell(test, self.score, lang)
        return Heading(
            title=told.title, subtitle=told.under, kicker=test.name.say(lang), role="headline"
        )

    def build(self, column: Column) -> None:
        if self.doubtful:
            self._doubt(column)
            return
        test, lang = self.test, theme.lang
        advice = advise(self.kiosk.machine.library, test, self.score, self.kiosk.today)
        card = Card(spacing=u(20))
        card.add_widget(CHARTS[test.chart](self._parts(), test.hue))
        column.add_widget(card)
        self._told(column)
        for given in test.gives or ["professions"]:
            {
                "professions": self._professions,
                "vacancies": self._vacancies,
                "programmes": self._programmes,
            }[given](column, advice)
        self._event(column, advice)
        if test.talk is not None:
            talk = Card()
            talk.add_widget(line("teacher", test.talk.say(lang)))
            column.add_widget(talk)
        self._consultation(column, advice)
        self._home(column)

    def is_stale(self) -> bool:
        return True

    # Its parts

    def _parts(self) -> list[Part]:
        test, score, lang = self.test, self.score, theme.lang
        share = shares(test, score)
        return [
            Part(label(trait, lang), share[id], trait.picture, said(test, score, id, lang))
            for id, trait in test.traits.items()
        ]

    def _told(self, column: Column) -> None:
        """What leads, in words; clear of the key that scrolls."""
        told = tell(self.test, self.score, theme.lang)
        ink = theme.palette("linen").ink
        room = BoxLayout(
            orientation="vertical", size_hint_y=None, spacing=u(24), padding=[0, 0, u(CLEAR), 0]
        )
        room.bind(minimum_height=room.setter("height"))
        for text in told.notes:
            room.add_widget(Words(text, color=ink))
        for picture, text in told.leads:
            room.add_widget(line(picture, text))
        for text in self._bands():
            room.add_widget(Words(text, color=ink))
        column.add_widget(room)

    def _bands(self) -> list[str]:
        if self.test.kind == "tasks":  # the words of a result tell of them already
            return []
        return [one.text.say(theme.lang) for one in bands(self.test, self.score).values()]

    def _professions(self, column: Column, advice: Advice) -> None:
        column.add_widget(heading_line(_("Подойдёт в нашей области")))
        grid = GridLayout(
            cols=1 if theme.large or measure.portrait else 2,
            spacing=[u(20), u(20)],
            size_hint_y=None,
        )
        grid.bind(minimum_height=grid.setter("height"))
        for one in advice.professions:
            row = Row(one.title.say(theme.lang), self._taught(one), one.picture)
            row.bind(on_act=partial(self._open, "exhibition.profession", one.id))
            grid.add_widget(row)
        column.add_widget(grid)

    def _taught(self, profession: Profession) -> str:
        library, lang = self.kiosk.machine.library, theme.lang
        towns = [
            town.name.say(lang)
            for id in profession.colleges
            if (college := library.college(id)) and (town := library.town(college.town))
        ]
        if not towns:
            return _("Где учат, подскажет Центр")
        return _("Учат: {towns}").format(towns=", ".join(dict.fromkeys(towns)))

    def _vacancies(self, column: Column, advice: Advice) -> None:
        title = _("Близко к вашим условиям") if advice.near else _("Вакансии по вашим условиям")
        column.add_widget(heading_line(title))
        for one in advice.vacancies:
            row = Row(one.title.say(theme.lang), one.employer.say(theme.lang), one.picture)
            row.bind(on_act=partial(self._open, "exhibition.vacancy", one.id))
            column.add_widget(row)

    def _programmes(self, column: Column, advice: Advice) -> None:
        column.add_widget(heading_line(_("Чему можно научиться в Центре")))
        for one in advice.programmes:
            row = Row(one.name.say(theme.lang), one.lead.say(theme.lang), one.picture)
            row.bind(on_act=partial(self._open, "exhibition.programme", one.id))
            column.add_widget(row)

    def _event(self, column: Column, advice: Advice) -> None:
        if advice.event is not None:
            event = advice.event.event
            invite = Invitation(
                event.title.say(theme.lang), self.kiosk.when(advice.event), event.picture
            )
            invite.bind(on_act=partial(self._open, "signup.start", event.id))
            column.add_widget(invite)

    def _consultation(self, column: Column, advice: Advice) -> None:
        if advice.event is not None and advice.event.event.id in CONSULTATIONS:
            return
        held = [self.kiosk.machine.library.event(id) for id in CONSULTATIONS]
        for event in held:
            if event is not None and set(event.audiences) & set(self.test.audiences):
                ask = ActionKey(_("Спросить на консультации"), "flax", "teacher")
                ask.bind(on_act=partial(self._open, "signup.start", event.id))
                column.add_widget(ask)
                return

    def _home(self, column: Column) -> None:
        """The code for the visitor's own phone."""
        address = result_url(self.kiosk.machine, self.test, self.score)
        if address is None:
            return
        card = Card(fill=theme.paint("gold").fill, edge_colour=theme.paint("gold").edge)
        table = BoxLayout(size_hint_y=None, spacing=u(32))
        table.bind(minimum_height=table.setter("height"))
        table.add_widget(QrCode(address, CODE))
        words = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(8))
        words.bind(minimum_height=words.setter("height"))
        words.pos_hint = {"center_y": 0.5}
        ink = theme.palette("linen").ink
        title = _("Забери с собой") if self.test.address == "ты" else _("Заберите с собой")
        words.add_widget(Words(title, role="heading", color=ink))
        words.add_widget(
            Words(_("Камера телефона откроет результат, колледжи и запись."), color=ink)
        )
        table.add_widget(words)
        card.add_widget(table)
        column.add_widget(card)

    def _doubt(self, column: Column) -> None:
        sheet = self.sheet
        assert sheet is not None
        text = (
            _("Ответы шли быстрее, чем читаются вопросы: такой компас покажет наугад.")
            if sheet.doubt == "hasty"
            else _("Все ответы одинаковые: такой компас стоит на месте.")
        )
        card = Card()
        card.add_widget(Words(text, color=theme.palette("linen").ink))
        column.add_widget(card)
        again = ActionKey(_("Пройти ещё раз"), "gold", "counterclockwise-arrows-button", units=150)
        again.bind(on_act=self._again)
        column.add_widget(again)

    def _again(self, *_args: Any) -> None:
        sheet = Sheet(self.test)
        if self.kiosk.visit is not None:
            self.kiosk.visit.testing(sheet)
        self.kiosk.navigator.replace("selftests.item", id=self.test.id, sheet=sheet, at=0)

    def _open(self, name: str, id: str, *_args: Any) -> None:
        self.kiosk.go(name, id=id)
