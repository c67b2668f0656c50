"""Numbers as staff read them, and the four cards that show the day's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from kiosk.i18n import ngettext
from screens.theme import _, theme
from screens.units import u
from screens.widgets.surface import Card
from screens.widgets.words import Words

if TYPE_CHECKING:
    from kiosk.staff import DayReport

HARD_SPACE = "\u00a0"


def grouped(n: int) -> str:
    """``1204`` as «1 204», never broken over two lines."""
    return f"{n:,}".replace(",", HARD_SPACE if theme.lang == "ru" else ",")


def quoted(name: str) -> str:
    """A name in the quotation marks of the language."""
    return f"«{name}»" if theme.lang == "ru" else f"“{name}”"


def decimal(value: float) -> str:
    """One digit after the sign: «4,7», in English ``4.7``."""
    text = f"{value:.1f}"
    return text.replace(".", ",") if theme.lang == "ru" else text


class NumberCard(Card):
    """A big number over what it counts; ``beside`` puts the two on one line."""

    def __init__(self, beside: bool, **kwargs: Any) -> None:
        room = (30, 16, 20, 14) if beside else (30, 26, 20, 24)
        super().__init__("staff", room=room, spacing=u(20 if beside else 4), **kwargs)
        palette = theme.palette("staff")
        self.number = Words("…", role="headline", color=palette.ink)
        self.caption = Words("", role="small", color=palette.muted)
        if beside:
            self.orientation = "horizontal"
            self.number.size_hint_x = 0.8
            for words in (self.number, self.caption):
                words.pos_hint = {"center_y": 0.5}
        if beside:
            self.add_widget(self.number)
        else:
            # A long number is drawn smaller; its caption stays level with the others.
            line = BoxLayout(orientation="vertical", size_hint_y=None)
            line.height = theme.text_px("headline") * 1.25
            line.add_widget(Widget())
            line.add_widget(self.number)
            self.add_widget(line)
        self.add_widget(self.caption)
        if not beside:
            self.add_widget(Widget())

    def say(self, number: str, caption: str) -> None:
        """Show another number."""
        self.number.say(number)
        self.caption.say(caption)


class Figures(GridLayout):
    """Visits, requests, screens seen, the visitors' mark."""

    def __init__(self, columns: int, beside: bool = False, **kwargs: Any) -> None:
        super().__init__(cols=columns, spacing=[u(24), u(24)], size_hint_y=None, **kwargs)
        self.bind(minimum_height=self.setter("height"))
        self.cards = [NumberCard(beside, size_hint_y=1) for _number in range(4)]
        for card in self.cards:
            card.bind(minimum_height=self._least)
            self.add_widget(card)
        self._least()

    def show(self, report: DayReport) -> None:
        """The numbers of a day."""
        lang = theme.lang
        visits = ngettext(lang, "посещение", "посещения", "посещений", report.visits)
        signups = ngettext(lang, "заявка", "заявки", "заявок", report.signups)
        screens = ngettext(lang, "просмотр", "просмотра", "просмотров", report.screens)
        mark = _("оценок пока нет")
        if report.rating is not None:
            mark = ngettext(
                lang,
                "оценка, {n} голос",
                "оценка, {n} голоса",
                "оценка, {n} голосов",
                report.ratings,
            )
        shown = (
            (grouped(report.visits), visits),
            (grouped(report.signups), signups),
            (grouped(report.screens), screens),
            ("—" if report.rating is None else decimal(report.rating), mark),
        )
        for card, (number, caption) in zip(self.cards, shown, strict=True):
            card.say(number, caption)

    def _least(self, *_args: Any) -> None:
        for card in self.cards:
            card.size_hint_min_y = card.minimum_height
