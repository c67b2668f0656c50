"""Thanks: the ticket with its request number, and five faces to rate the visit.

Without a ticket it is the goodbye of a visit that ends.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from screens.page import Page
from screens.theme import _, rgba, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey, Face
from screens.widgets.header import Heading
from screens.widgets.press import Key
from screens.widgets.qr import QrCode
from screens.widgets.scroller import Column
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

FACES = (
    "crying-face",
    "slightly-frowning-face",
    "neutral-face",
    "slightly-smiling-face",
    "star-struck",
)


class Screen(Page):
    """The end of a visit, or of a sign-up."""

    private = True
    gap = 32

    @property
    def number(self) -> str:
        """The request number, empty without a ticket."""
        return str(self.args.get("number", ""))

    def is_stale(self) -> bool:
        return True

    def heading(self) -> Heading:
        if self.number:
            return Heading(
                title=_("Заявка принята"),
                kicker=_("Билет"),
                subtitle=_("Центр ответит: место за вами или лист ожидания."),
                picture="ticket",
                back=False,
            )
        return Heading(
            title=_("Спасибо, что заглянули!"),
            kicker=_("Созвездие профессий"),
            subtitle=_("Возвращайтесь: звёзды никуда не денутся."),
            picture="glowing-star",
            back=False,
        )

    def build(self, column: Column) -> None:
        if self.number:
            column.add_widget(self._ticket())
        column.add_widget(self._rating())
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
        words.add_widget(
            Words(_("Номер заявки"), role="small", color=palette.muted, halign=align)
        )
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

    def _rating(self) -> Card:
        palette = theme.palette("linen")
        card = Card(spacing=u(20))
        self._question = Words(
            _("Как вам здесь?"), role="heading", color=palette.ink, halign="center"
        )
        card.add_widget(self._question)
        names = (_("Плохо"), _("Не очень"), _("Так себе"), _("Хорошо"), _("Отлично"))
        grid = GridLayout(cols=len(FACES), size_hint_y=None, height=u(170), spacing=u(20))
        self._faces = []
        for score, (picture, name) in enumerate(zip(FACES, names, strict=True), start=1):
            face = _Face(picture, name)
            face.bind(on_act=partial(self._rate, score))
            self._faces.append(face)
            grid.add_widget(face)
        card.add_widget(grid)
        return card

    def _rate(self, score: int, *_args: Any) -> None:
        if self.args.get("rated"):
            return
        if self.kiosk.visit is not None:
            self.kiosk.visit.rate(score)
        self.args = {**self.args, "rated": score}
        for number, face in enumerate(self._faces, start=1):
            face.lively = False
            face.mark(number == score)
        self._question.say(_("Спасибо! Мы это запомним."))

    def _finish(self, *_args: Any) -> None:
        self.kiosk.end("finished")


class _Face(Key):
    """One face of five."""

    def __init__(self, picture: str, name: str, **kwargs: Any) -> None:
        super().__init__(label=name, edge=8, radius=40, **kwargs)
        self._paint(rgba("#F6F1E7"))
        face = Face(self, padding=[u(10)] * 4)
        self._picture = Picture(picture, 124, pos_hint={"center_x": 0.5, "center_y": 0.5})
        self._picture.size_hint_x = 1
        face.add_widget(self._picture)
        self.add_widget(face)

    def _paint(self, fill: Any) -> None:
        palette = theme.palette("linen")
        self.fill = palette.paper if theme.contrast else fill
        self.edge_colour = palette.edge
        self.fg, self.bg = palette.ink, self.fill

    def mark(self, chosen: bool) -> None:
        """Show which face was chosen."""
        if chosen:
            self._paint(rgba("#FFC94D"))
            self.line = u(6)
            self.line_colour = theme.palette("linen").ink
        else:
            self._picture.tint = (1, 1, 1, 0.35)
