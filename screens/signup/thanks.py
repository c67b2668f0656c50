"""Thanks: the ticket with its request number, and five faces to rate the visit."""

from __future__ import annotations

from typing import Any

from screens.page import Page, is_reach
from screens.signup.code import code_card
from screens.theme import _, theme
from screens.units import measure
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.rating import Rating
from screens.widgets.scroller import Column
from screens.widgets.surface import Card
from screens.widgets.words import Words


class Screen(Page):
    """The end of a sign-up."""

    private = True
    gap = 32

    @property
    def number(self) -> str:
        """The request number."""
        return str(self.args.get("number", ""))

    def is_stale(self) -> bool:
        return True

    def heading(self) -> Heading:
        return Heading(
            title=_("Заявка принята"),
            kicker=_("Билет"),
            subtitle=_("Центр ответит: место за вами или лист ожидания."),
            picture="ticket",
            back=False,
        )

    def build(self, column: Column) -> None:
        column.add_widget(self._ticket(beside=not measure.portrait or is_reach()))
        column.add_widget(Rating(self.kiosk.rate))
        done = ActionKey(_("Готово"), "flax", size="heading", units=140)
        done.bind(on_act=self._finish)
        column.add_widget(done)

    def _ticket(self, beside: bool) -> Card:
        palette, lang = theme.palette("linen"), theme.lang
        event = self.kiosk.machine.library.event(str(self.args.get("id")))
        role = "headline" if beside and (theme.large or measure.portrait) else "title"
        words = [
            Words(_("Номер заявки"), role="small", color=palette.muted),
            Words(self.number, role=role, color=palette.ink),
        ]
        if event is not None:
            words.append(Words(event.title.say(lang), role="strong", color=palette.ink))
        hint = _(
            "Наведите камеру: по этому коду позже откроется ответ. Можно и просто "
            "сфотографировать номер."
        )
        words.append(Words(hint, role="small", color=palette.muted))
        return code_card(str(self.args.get("url", "")), 410, words, beside)

    def _finish(self, *_args: Any) -> None:
        self.kiosk.end("finished")
