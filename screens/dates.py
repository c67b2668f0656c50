"""Dates as people say them, in both languages, by Babel."""

from __future__ import annotations

import datetime as dt


def spoken_day(day: dt.date, today: dt.date, lang: str) -> str:
    """«Сегодня», «Завтра» or «сб, 14 марта»."""
    from babel.dates import format_date

    from screens.theme import _

    if day == today:
        return _("Сегодня")
    if day == today + dt.timedelta(days=1):
        return _("Завтра")
    text = format_date(day, "EEE, d MMMM", locale="ru" if lang == "ru" else "en_GB")
    return text[:1].upper() + text[1:]
