"""The card of the sending: what waits, how far it is, how it ended."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from kivy.uix.boxlayout import BoxLayout

from kiosk.i18n import ngettext
from screens.staff.figures import grouped
from screens.theme import _, rgba, theme
from screens.units import u
from screens.widgets.surface import Card, Picture, Progress
from screens.widgets.words import Words

if TYPE_CHECKING:
    from kiosk.staff import DayReport
    from screens.staff.closing import Closing
    from screens.staff.outcome import Outcome

MEADOW = rgba("#2FA36B")


class SendingCard(Card):
    """«Отправка на сервер Центра»."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("staff", room=(40, 32, 40, 30), spacing=u(16), **kwargs)
        palette = theme.palette("staff")
        self._flax = theme.paint("flax").fill
        self._head = BoxLayout(size_hint_y=None, spacing=u(24))
        self._head.bind(minimum_height=self._head.setter("height"))
        self.title = Words("", role="strong", color=palette.ink)
        self.percent = Words(
            "", role="strong", color=palette.ink if theme.contrast else self._flax, halign="right"
        )
        self.percent.size_hint_x = None
        self.percent.width = u(150 if theme.large else 108)
        for words in (self.title, self.percent):
            words.pos_hint = {"center_y": 0.5}
        self.progress = Progress(self._flax)
        self.words = Words("", color=palette.ink)
        self.note = Words(
            _("Анкеты зашифрованы ключом Центра: на киоске их прочитать нельзя."),
            role="small",
            color=palette.muted,
        )
        self._lay(_("Отправка на сервер Центра"))

    def show_waiting(self, report: DayReport, enrolled: bool, today: dt.date) -> None:
        """Before the day is closed: how much waits, and when something last went."""
        self._lay(_("Отправка на сервер Центра"))
        self.progress.value = 0
        if enrolled:
            self.words.say(f"{waiting_line(report.pending)} {last_line(report.last_sync, today)}")
        else:
            self.words.say(_("Киоск ещё не подключён к Центру: всё хранится здесь."))

    def show_sending(self, closing: Closing) -> None:
        """While the records go."""
        done, total = closing.progress
        self._lay(_("Отправка на сервер Центра"), share=closing.share if total else None)
        self.progress.fill = theme.palette("staff").ink if theme.contrast else self._flax
        self.progress.value = closing.share
        if total:
            line = _("Записи: {done} из {total}")
            self.words.say(line.format(done=grouped(done), total=grouped(total)))
        else:
            self.words.say(_("Связываемся с Центром…"))

    def show_outcome(self, outcome: Outcome, closing: Closing, pending: int | None) -> None:
        """How it ended; ``pending`` records wait still, None while that is being counted."""
        share = 1.0 if outcome.sent else closing.share
        self._lay(outcome.title, outcome.picture, share or None, ended=True)
        self.progress.value = share
        if outcome.sent and not theme.contrast:
            self.progress.fill = MEADOW
        waits = waiting_line(pending) if pending and not outcome.sent else ""
        self.words.say(" ".join(part for part in (outcome.text, waits) if part))

    def _lay(
        self, title: str, picture: str = "", share: float | None = None, ended: bool = False
    ) -> None:
        """What stands in the card: once it ended, no bar that never moved, and no note."""
        self._head.clear_widgets()
        self.clear_widgets()
        if picture:
            self._head.add_widget(Picture(picture, 72, pos_hint={"center_y": 0.5}))
        self.title.say(title)
        self._head.add_widget(self.title)
        if share is not None:
            self.percent.say(f"{int(share * 100)} %")
            self._head.add_widget(self.percent)
        self.add_widget(self._head)
        if share is not None or not ended:
            self.add_widget(self.progress)
        self.add_widget(self.words)
        if not ended:
            self.add_widget(self.note)


def waiting_line(pending: int) -> str:
    """How many records wait, as a sentence."""
    if not pending:
        return _("Всё уже отправлено.")
    text = ngettext(
        theme.lang,
        "Ждёт отправки {n} запись.",
        "Ждут отправки {n} записи.",
        "Ждут отправки {n} записей.",
        pending,
    )
    return text.replace(str(pending), grouped(pending), 1)


def last_line(last_sync: str, today: dt.date) -> str:
    """When something was last sent, by the local clock; ``last_sync`` is ISO 8601 or empty."""
    from screens.dates import spoken_day

    if not last_sync:
        return _("Ещё ни разу не отправляли.")
    try:
        moment = dt.datetime.fromisoformat(last_sync).astimezone()
    except ValueError:
        return ""
    day = _("вчера")
    if moment.date() != today - dt.timedelta(days=1):
        day = spoken_day(moment.date(), today, theme.lang).lower()
    return _("Прошлая отправка: {day}, {time}.").format(day=day, time=f"{moment:%H:%M}")
