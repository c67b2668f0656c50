"""Known errors in words for staff: one sentence, what it means and what to do."""

from __future__ import annotations

from kiosk.i18n import translator
from kiosk.identity import IdentityError
from kiosk.machine import HomeError, HomeLocked


def line(error: BaseException, lang: str = "ru") -> str:
    """``error`` as one sentence in ``lang``. What has no words here is told by its own text."""
    _ = translator(lang)
    if isinstance(error, HomeLocked):
        text = _("Папка данных уже занята другим процессом киоска. Закройте его и повторите.")
    elif isinstance(error, HomeError):
        text = _("Папка данных недоступна: проверьте диск и права.")
    else:
        return _by_name(error, lang)
    return f"{text} ({error})"


def uplink_line(reason: str, lang: str = "ru") -> str:
    """A failed sync by its reason (:data:`sync.http.Reason`), for the screen and the command."""
    _ = translator(lang)
    return {
        "offline": _("Центр не отвечает: нет связи. Всё сохранено и уйдёт в следующий раз."),
        "slow": _("Центр отвечает слишком медленно. Всё сохранено, попробуйте чуть позже."),
        "garbage": _("По этому адресу отвечает не сервер Центра. Всё сохранено, проверьте адрес."),
        "certificate": _(
            "Соединение с Центром не защищено: проверьте адрес и сертификат. Всё сохранено."
        ),
        "root": _(
            "Это другой сервер: его ключ не совпадает с нашим. Ничего не отправлено, всё сохранено."
        ),
        "refused": _(
            "Центр не принял этот киоск или код. Всё сохранено; возьмите в Центре новый код."
        ),
        "revoked": _("Центр отключил этот киоск: записи приняты, но отложены. Позвоните в Центр."),
        "not_enrolled": _("Киоск ещё не подключён к Центру. Всё хранится здесь."),
    }.get(reason, _("Отправить не получилось. Всё сохранено."))


def _by_name(error: BaseException, lang: str) -> str:
    from content.model import PackError
    from sync.code import CodeError
    from sync.http import UplinkError

    _ = translator(lang)
    if isinstance(error, UplinkError):
        return f"{uplink_line(error.reason, lang)} ({error})"
    if isinstance(error, IdentityError):
        text = _("Удостоверение киоска повреждено. Записи целы; подключите киоск к Центру заново.")
        return f"{text} ({error})"
    if isinstance(error, CodeError):
        return _("Это не код подключения: в нём 29 знаков, вида 5-8-16. Сверьте и повторите.")
    if isinstance(error, PackError):
        return f"{_('Нечего показывать: нет исправного пакета содержания.')} ({error})"
    return _journal_line(error, lang) or f"{error}"


def _journal_line(error: BaseException, lang: str) -> str:
    from kiosk.journal.errors import DiskFull, JournalBusy, JournalError

    _ = translator(lang)
    if isinstance(error, DiskFull):
        return _("На диске нет места: новые записи не сохраняются. Освободите место.")
    if isinstance(error, JournalBusy):
        return _("Журнал занят другим процессом. Попробуйте ещё раз.")
    if isinstance(error, JournalError):
        text = _("Журнал не читается: новые записи не сохраняются. Позовите специалиста.")
        return f"{text} ({error})"
    return ""
