"""Consent: a step and a document of its own, with its version; one clear action agrees."""

from __future__ import annotations

from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from content.model import Consent
from kiosk.signup import NotTaken, Ticket, submit
from screens.page import Box
from screens.signup.step import Step
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.buttons import ActionKey
from screens.widgets.header import Heading
from screens.widgets.scroller import Column
from screens.widgets.surface import Card
from screens.widgets.words import Words

LONGEST_HEAD = 36
"""Letters of a paragraph's first sentence that is drawn as its heading."""


class Screen(Step):
    """The document above, «agree» and «do not agree» always in sight below."""

    @property
    def consent(self) -> Consent:
        """The document for this way of signing up."""
        library = self.kiosk.machine.library
        wanted = "class" if self.draft.way == "class" else "signup"
        return library.consent(wanted) or library.pack.consents[0]

    def heading(self) -> Heading:
        consent = self.consent
        return Heading(
            title=consent.title.say(theme.lang),
            kicker=_("Отдельный документ · редакция {version}").format(version=consent.version),
            role="headline",
        )

    def build(self, column: Column) -> None:
        ink = theme.palette("linen").ink
        card = Card(spacing=u(24))
        for paragraph in self.consent.text.say(theme.lang).split("\n\n"):
            text = paragraph.replace("\n", " ").strip()
            head, stop, rest = text.partition(". ")
            if rest and len(head) <= LONGEST_HEAD:
                part = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(4))
                part.bind(minimum_height=part.setter("height"))
                part.add_widget(Words(head + stop.strip(), role="strong", color=ink))
                part.add_widget(Words(rest, color=ink))
                card.add_widget(part)
            else:
                card.add_widget(Words(text, color=ink))
        column.add_widget(card)

    def fill(self) -> None:
        self._waiting: Any = None
        super().fill()
        self.agree = ActionKey(_("Согласен, записаться"), "flax", "check-mark-button", units=140)
        self.agree.size_hint_x = 1.6
        self.agree.bind(on_act=self._agree)
        refuse = ActionKey(_("Не согласен"), "paper", units=140)
        refuse.bind(on_act=self._refuse)
        self.keys = GridLayout(
            cols=1 if theme.large and measure.portrait else 2,
            size_hint=(None, None),
            padding=[self.room()[0], u(20), self.room()[2], u(28)],
            spacing=[u(28), u(20)],
        )
        self.keys.add_widget(self.agree)
        self.keys.add_widget(refuse)
        self.keys.bind(minimum_height=self._arrange)
        self.add_widget(self.keys)
        self._arrange()

    def leave(self) -> None:
        super().leave()
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def reset(self) -> None:
        super().reset()
        self._filled = None

    def places(self) -> tuple[Box, Box, Box]:
        head, art, body = super().places()
        keys = getattr(self, "keys", None)
        tall = keys.minimum_height if keys is not None else 0
        return head, art, Box(body.x, body.y + tall, body.width, max(1, body.height - tall))

    def _arrange(self, *_args: Any) -> None:
        super()._arrange()
        keys = getattr(self, "keys", None)
        if keys is None or self.header is None:
            return
        _head, _art, body = super().places()
        keys.size = (body.width, keys.minimum_height)
        keys.pos = (body.x, body.y)

    def _agree(self, *_args: Any) -> None:
        if self._waiting is not None:
            return
        from screens.background import when_done

        self.draft.lang = theme.lang
        try:
            future = submit(self.kiosk.machine, self.draft, self.consent)
        except NotTaken as refusal:
            self._not_taken(refusal)
            return
        self.agree.disabled = True
        self._waiting = when_done(future, self._taken)

    def _taken(self, future: Any) -> None:
        self._waiting = None
        self.agree.disabled = False
        error = future.exception()
        if error is not None:
            self._not_taken(error)
            return
        ticket: Ticket = future.result()
        self.draft.forget()
        self.kiosk.draft = None
        self.kiosk.navigator.start(
            "signup.thanks", id=ticket.event, number=ticket.number, url=ticket.url
        )

    def _not_taken(self, error: BaseException) -> None:
        from screens.widgets.dialog import Notice

        reason = error.reason if isinstance(error, NotTaken) else "disk"
        if reason in ("incomplete", "under14"):
            self.kiosk.navigator.back()
            return
        notice: Any = None
        event = self.draft.event

        def close(*_args: Any) -> None:
            self.kiosk.frame.close_over(notice)
            self.kiosk.navigator.start("signup.start", id=event)

        notice = Notice(
            _("Запись здесь не принята"),
            _("Киоск сейчас не может её сохранить. Запишитесь с телефона: наведите камеру на код."),
            close,
            "mobile-phone",
        )
        self.kiosk.frame.open_over(notice)

    def _refuse(self, *_args: Any) -> None:
        event = self.draft.event
        self.draft.forget()
        self.kiosk.draft = None
        self.kiosk.navigator.start("signup.start", id=event)
