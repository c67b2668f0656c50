"""``kiosk journal aside``: what staff do with a journal that can no longer be read."""

from __future__ import annotations

from pathlib import Path

from kiosk.errors import KioskError
from kiosk.i18n import ngettext, translator
from kiosk.journal.aside import Remains, examine, move
from kiosk.machine import JOURNAL, Machine


class NothingToMove(KioskError):
    """There is no journal, or it is whole. The message is a sentence for staff."""


def set_aside(machine: Machine, anyway: bool = False) -> str:
    """Move the journal of a kiosk that is not running (``machine`` holds its lock) into a dated
    folder and begin a new one in a new epoch. One sentence for staff: where it lies, how many
    records in it the Centre has not received, what to do. A journal that is whole is moved only
    ``anyway``. Raises :class:`NothingToMove`, :class:`kiosk.journal.JournalError`."""
    settings = machine.settings
    _ = translator(settings.lang)
    path = settings.home / JOURNAL
    if not path.exists():
        raise NothingToMove(_("Журнала ещё нет: откладывать нечего."))
    machine.reopen_journal()
    remains = examine(path)
    if not remains.faults and not anyway:
        raise NothingToMove(
            _("Журнал цел, ничего не тронуто. Отложить его всё равно: kiosk journal aside --anyway")
        )
    folder = move(path, machine.now().astimezone().date())
    _begun = machine.journal
    return _sentence(settings.lang, folder, remains)


def _sentence(lang: str, folder: Path, remains: Remains) -> str:
    _ = translator(lang)
    records = ngettext(lang, "{n} запись", "{n} записи", "{n} записей", remains.waiting)
    if remains.complete:
        waiting = _("не получено Центром: {records}").format(records=records)
    elif remains.waiting:
        waiting = _("не получено Центром и читается: {records}").format(records=records)
    else:
        waiting = _("сколько записей не получено Центром, не узнать")
    return _(
        "Прежний журнал целиком лежит в папке {folder}, {waiting}; ничего в ней не меняйте"
        " и позовите специалиста, а киоск уже можно запускать."
    ).format(folder=folder, waiting=waiting)
