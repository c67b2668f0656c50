"""Saying the state of a kiosk in a few words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from sync.centre import clock
from sync.centre.pages.i18n import Lang, long_day, plural, say
from sync.centre.store.overview import Known

QUIET_AFTER = dt.timedelta(hours=26)
"""A kiosk sends at the end of its day; silence beyond a day is worth a look."""
CLOCK_OFF_MS = 2 * 60 * 1000

State = Literal["fine", "quiet", "new", "revoked"]


@dataclass(frozen=True)
class KioskLine:
    """A kiosk as a line: ``state`` colours the dot, ``says`` puts it in words."""

    kiosk: Known
    state: State
    says: str
    pending: str
    clock: str
    seen: str


def kiosk_line(lang: Lang, kiosk: Known, now: dt.datetime, zone: str) -> KioskLine:
    """The words for one kiosk."""
    seen = clock.parse(kiosk.seen_at) if kiosk.seen_at else None
    state: State = "fine"
    if kiosk.revoked_at:
        state = "revoked"
        says = say(lang, "отозван {day}", day=moment(lang, kiosk.revoked_at, zone))
    elif seen is None:
        state, says = "new", say(lang, "подключён, ещё не выходил на связь")
    elif now - seen > QUIET_AFTER:
        state, says = "quiet", say(lang, "{time} без связи", time=_long(lang, now - seen))
    else:
        says = say(lang, "в строю")
    return KioskLine(
        kiosk,
        state,
        says,
        _pending(lang, kiosk),
        _clock(lang, kiosk.offset_ms),
        moment(lang, kiosk.seen_at, zone) if kiosk.seen_at else say(lang, "ещё не было"),
    )


def moment(lang: Lang, stamp: str, zone: str) -> str:
    """``23 ноября, 10:41`` of a stored moment, in the region's time."""
    found = clock.parse(stamp)
    if found is None:
        return ""
    local = found.astimezone(ZoneInfo(zone))
    return f"{long_day(lang, local.date())}, {local:%H:%M}"


def _pending(lang: Lang, kiosk: Known) -> str:
    if kiosk.pending is None:
        return say(lang, "неизвестно")
    return say(lang, "всё передано") if kiosk.pending == 0 else str(kiosk.pending)


def _clock(lang: Lang, offset_ms: int | None) -> str:
    if offset_ms is None:
        return say(lang, "неизвестно")
    if abs(offset_ms) < CLOCK_OFF_MS:
        return say(lang, "точные")
    time = _long(lang, dt.timedelta(milliseconds=abs(offset_ms)))
    return say(lang, "спешат: {time}" if offset_ms > 0 else "отстают: {time}", time=time)


def _long(lang: Lang, span: dt.timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return say(lang, "{n} мин", n=minutes)
    if minutes < 72 * 60:
        return say(lang, "{n} ч", n=minutes // 60)
    days = minutes // (24 * 60)
    return f"{days} {plural(lang, days, 'день', 'дня', 'дней')}"
