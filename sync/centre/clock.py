"""The centre's time: UTC in the store, the region's own days and hours on pages."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo


def now() -> dt.datetime:
    """The moment, UTC."""
    return dt.datetime.now(dt.UTC)


def stamp(moment: dt.datetime) -> str:
    """ISO 8601 in UTC with milliseconds and ``Z``; such texts sort as the moments do."""
    return moment.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse(text: str) -> dt.datetime | None:
    """The moment an ISO 8601 text names, UTC; None when it names none."""
    try:
        moment = dt.datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=8192)
def local_day(minute: str, offset_ms: int, zone: str) -> str | None:
    """The local date (ISO) of ``minute`` (``YYYY-MM-DDTHH:MM``, UTC) moved by ``offset_ms``."""
    moment = parse(minute)
    if moment is None:
        return None
    try:
        moved = moment + dt.timedelta(milliseconds=offset_ms)
        return moved.astimezone(ZoneInfo(zone)).date().isoformat()
    except OverflowError:
        return None


def plain_day(text: str) -> str | None:
    """``text`` when it is an ISO date, else None."""
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def offset_ms(sent_at: str, now: dt.datetime) -> int | None:
    """How far the clock that wrote ``sent_at`` is ahead of ``now``, ms; None when unreadable."""
    sent = parse(sent_at)
    return None if sent is None else round((sent - now).total_seconds() * 1000)


def local_date(moment: dt.datetime, zone: str) -> dt.date:
    """The date in ``zone`` at a moment."""
    return moment.astimezone(ZoneInfo(zone)).date()
