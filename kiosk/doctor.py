"""The kiosk looks itself over and says, line by line, what is well and what is not."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from typing import NamedTuple

from content import manifest
from content.model import PackError
from kiosk import identity as identities
from kiosk import packs
from kiosk.i18n import translator
from kiosk.journal import JournalBroken, JournalError, sqlite_version
from kiosk.machine import JOURNAL
from kiosk.pin import Door
from kiosk.settings import Settings
from kiosk.wording import line

SQLITE_FLOOR = (3, 51, 3)
"""Older ones may damage a WAL written by two connections (sqlite.org/wal.html#walresetbug)."""


class Finding(NamedTuple):
    """One line of the examination."""

    good: bool
    text: str


def examine(settings: Settings) -> list[Finding]:
    """Everything that can be checked without stopping a kiosk that runs."""
    checks = (_sqlite, _pack, _journal, _identity, _pin, _centre)
    return [finding for check in checks for finding in check(settings)]


def _sqlite(settings: Settings) -> Iterator[Finding]:
    version = sqlite_version()
    good = tuple(int(part) for part in version.split(".")) >= SQLITE_FLOOR
    yield Finding(good, f"SQLite {version}")


def _pack(settings: Settings) -> Iterator[Finding]:
    _ = translator(settings.lang)
    folder = packs.look(settings.home, settings.pack)
    try:
        yield Finding(
            True, _("Содержание в порядке: {name}").format(name=manifest.verify(folder)[:12])
        )
    except PackError as error:
        yield Finding(False, line(error, settings.lang))


def _journal(settings: Settings) -> Iterator[Finding]:
    from kiosk.journal.store import Store

    _ = translator(settings.lang)
    path = settings.home / JOURNAL
    if not path.exists():
        yield Finding(True, _("Журнал пуст: ещё ни одного визита"))
        return
    try:
        store = Store(path)
        try:
            faults = store.quick_check()
        finally:
            store.close()
    except JournalError as error:
        if not isinstance(error, JournalBroken):
            yield Finding(False, line(error, settings.lang))
            return
        faults = [str(error)]
    if not faults:
        yield Finding(True, _("Журнал цел"))
        return
    told = _("Журнал повреждён ({fault}). Закройте киоск и выполните: kiosk journal aside")
    yield Finding(False, told.format(fault=" ".join(faults[0].split())))


def _identity(settings: Settings) -> Iterator[Finding]:
    _ = translator(settings.lang)
    home = settings.home
    try:
        identity = identities.load(home)
        if identity is None:
            yield Finding(True, _("Киоск не подключён к Центру: записи на самом киоске пока нет"))
            return
        identities.signing_key(home, identity)
    except identities.IdentityError as error:
        yield Finding(False, line(error, settings.lang))
        return
    yield Finding(True, f"{identity.kiosk} «{identity.name}»")
    mode = stat.S_IMODE((home / identities.KEY).stat().st_mode)
    if mode & 0o077:
        yield Finding(False, _("Ключ киоска могут прочесть другие: нужны права 0600"))


def _pin(settings: Settings) -> Iterator[Finding]:
    _ = translator(settings.lang)
    is_set = Door(settings.home, settings.pin).is_set
    yield Finding(is_set, _("PIN задан") if is_set else _("PIN не задан: дверь не откроется"))


def _centre(settings: Settings) -> Iterator[Finding]:
    from sync.enrol import read_bundle
    from sync.http import UplinkError, Wire

    _ = translator(settings.lang)
    identity = identities.load_or_none(settings.home)
    if identity is None:
        return
    try:
        with Wire(identity.url) as wire:
            read_bundle(wire.get("/api/1/bundle"), identity.root)
        yield Finding(True, _("Центр на связи"))
    except UplinkError as error:
        yield Finding(False, line(error, settings.lang))
