"""Thanks: the ticket with its request number, and five faces to rate the visit."""

from __future__ import annotations

from typing import Any

from kivy.uix.boxlayout import BoxLayout

from screens.page import Page
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.qr import QrCode
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
        column.add_widget(self._ticket())
        column.add_widget(Rating(self.kiosk.rate))
        done = ActionKey(_("Готово"), "flax", units=140)
        done.bind(on_act=self._finish)
        column.add_widget(done)

    def _ticket(self) -> Card:
        palette = theme.palette("linen")
        lang = theme.lang
        event = self.kiosk.machine.library.event(str(self.args.get("id")))
        aside = not measure.portrait or theme.reach
        card = Card(size_hint_y=1 if not aside else None, spacing=u(16))
        words = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(10))
        words.bind(minimum_height=words.setter("height"))
        words.pos_hint = {"center_y": 0.5}
        align = "left" if aside else "center"
        words.add_widget(Words(_("Номер заявки"), role="small", color=palette.muted, halign=align))
        words.add_widget(Words(self.number, role="title", color=palette.ink, halign=align))
        if event is not None:
            words.add_widget(
                Words(event.title.say(lang), role="strong", color=palette.ink, halign=align)
            )
        words.add_widget(
            Words(
                _("Наведите камеру: по этому коду позже откроется ответ. Можно и просто "
                  "сфотографировать номер."),
                role="small",
                color=palette.muted,
                halign=align,
            )
        )  # fmt: skip
        url = str(self.args.get("url", ""))
        code = QrCode(url, 330 if aside else 430) if url else None
        if aside:
            row = BoxLayout(size_hint_y=None, spacing=u(40))
            row.bind(minimum_height=row.setter("height"))
            if code is not None:
                code.pos_hint = {"center_y": 0.5}
                row.add_widget(code)
            row.add_widget(words)
            card.add_widget(row)
        else:
            if code is not None:
                code.pos_hint = {"center_x": 0.5}
                card.add_widget(code)
            card.add_widget(words)
            card.bind(minimum_height=card.setter("size_hint_min_y"))
        return card

    def _finish(self, *_args: Any) -> None:
        self.kiosk.end("finished")
