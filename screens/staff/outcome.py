"""How the day ended, in words for people who are tired: what was done, what follows."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from typing import TYPE_CHECKING, NamedTuple

from kiosk import wording
from kiosk.i18n import ngettext
from screens.staff.figures import grouped
from screens.theme import _, theme

if TYPE_CHECKING:
    from sync.uplink import SyncResult

log = logging.getLogger(__name__)


class Outcome(NamedTuple):
    """A picture, what happened, one sentence about it; ``sent`` when nothing waits any more."""

    picture: str
    title: str
    text: str
    sent: bool


def outcome_of(future: Future[SyncResult]) -> Outcome:
    """The outcome of a closing that has ended."""
    # The database and HTTP are long in the worker's hands by now; this costs nothing here.
    from kiosk.journal.errors import JournalError
    from sync.http import UplinkError

    error = future.exception()
    if error is None:
        return _arrived(future.result())
    if isinstance(error, UplinkError):
        return _kept(_reason(error.reason))
    if isinstance(error, JournalError):
        text = wording.line(error, theme.lang)
        return Outcome("warning", _("Журнал киоска не отвечает"), text, False)
    log.error("closing the day failed", exc_info=error)
    return _kept(_("Отправить не получилось, всё сохранено на киоске."))


def _arrived(result: SyncResult) -> Outcome:
    if result.revoked:
        text = _("Центр отключил этот киоск и отложил его записи. Скажите администратору Центра.")
        return Outcome("warning", _("День закрыт"), text, not result.pending)
    if result.pending:
        text = _("Центр получил {sent}. Остальное сохранено на киоске.").format(
            sent=_records(result.sent)
        )
        return _kept(text)
    if not result.sent:
        text = _("Новых записей не было: у Центра уже всё есть.")
        return Outcome("check-mark-button", _("День закрыт"), text, True)
    text = _("Центр подтвердил {sent}. Спасибо и до завтра!").format(sent=_records(result.sent))
    aside = result.quarantined + result.conflict
    if aside:
        text = _("Центр подтвердил {sent}, из них отложил на проверку: {aside}.").format(
            sent=_records(result.sent), aside=grouped(aside)
        )
    if result.gone:
        text += " " + _("Скажите администратору: у Центра не хватает старых записей ({n}).").format(
            n=grouped(result.gone)
        )
    return Outcome("check-mark-button", _("День закрыт, всё отправлено"), text, True)


def _kept(text: str) -> Outcome:
    return Outcome("package", _("День закрыт, отправим в следующий раз"), text, False)


def _reason(reason: str) -> str:
    return {
        "offline": _("Связи с Центром сейчас нет, всё сохранено на киоске."),
        "slow": _("Центр отвечает слишком медленно, всё сохранено на киоске."),
        "garbage": _(
            "Вместо Центра ответил кто-то другой, так бывает в гостевом Wi-Fi. "
            "Всё сохранено на киоске."
        ),
        "certificate": _(
            "Связь с Центром не защищена, и киоск ничего не отправил. "
            "Всё сохранено, позовите администратора."
        ),
        "root": _(
            "Ответил чужой сервер, и киоск ничего ему не отдал. "
            "Всё сохранено, позовите администратора."
        ),
        "refused": _(
            "Центр не узнал этот киоск: его нужно подключить заново. Всё сохранено на киоске."
        ),
        "revoked": _("Центр отключил этот киоск. Всё сохранено, скажите администратору Центра."),
        "not_enrolled": _(
            "Киоск ещё не подключён к Центру. Всё сохранено и уйдёт после подключения."
        ),
    }.get(reason, _("Отправить не получилось, всё сохранено на киоске."))


def _records(n: int) -> str:
    text = ngettext(theme.lang, "{n} запись", "{n} записи", "{n} записей", n)
    return text.replace(str(n), grouped(n), 1)
