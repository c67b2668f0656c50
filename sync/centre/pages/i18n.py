"""The pages' two languages. Message ids are the Russian texts; English is a gettext catalogue,
``locale/en/LC_MESSAGES/centre.po``, read when it is first needed."""

from __future__ import annotations

import gettext as _gettext
import io
from functools import cache
from pathlib import Path
from typing import Literal

from starlette.requests import Request

Lang = Literal["ru", "en"]
COOKIE = "lang"
_SOURCE = Path(__file__).parent / "locale" / "en" / "LC_MESSAGES" / "centre.po"


@cache
def catalogue(lang: Lang) -> _gettext.NullTranslations:
    """The translations of a language; Russian says itself."""
    if lang == "ru":
        return _gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with _SOURCE.open("rb") as source:
        messages = read_po(source, locale=lang)
    memory = io.BytesIO()
    write_mo(memory, messages)
    memory.seek(0)
    return _gettext.GNUTranslations(memory)


def say(lang: Lang, message: str, **values: object) -> str:
    """A Russian message in ``lang``, with its ``{names}`` filled in."""
    text = catalogue(lang).gettext(message)
    return text.format(**values) if values else text


def plural(lang: Lang, n: int, one: str, few: str, many: str) -> str:
    """The form that goes with ``n``; the arguments are the Russian forms for 1, 2 and 5."""
    forms = (one, few, many)
    russian = forms[_russian(n)]
    if lang == "ru":
        return russian
    found = catalogue(lang).ngettext(one, many, n)
    return russian if found in (one, many) else found


def _russian(n: int) -> int:
    """CLDR's plural rule for Russian integers: 0 one, 1 few, 2 many."""
    units, tens = abs(n) % 10, abs(n) % 100
    if units == 1 and tens != 11:
        return 0
    return 1 if 2 <= units <= 4 and not 12 <= tens <= 14 else 2


def language(request: Request, chosen: str | None = None) -> Lang:
    """What was chosen just now, else before (a cookie), else what the browser asks for first;
    a browser that asks for neither gets English."""
    for text in (chosen, request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if text in ("ru", "en"):
            return "ru" if text == "ru" else "en"
    wanted = request.headers.get("accept-language", "ru")
    for part in wanted.split(","):
        code = part.split(";")[0].strip().lower()
        if code.startswith("ru"):
            return "ru"
        if code.startswith("en"):
            return "en"
    return "en" if wanted.strip() not in ("", "*") else "ru"


_MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "en": "January February March April May June July August September October November December",
}


def long_day(lang: Lang, day: object) -> str:
    """``23 ноября`` or ``23 November`` for a date (or its ISO text); empty for neither."""
    import datetime as dt

    try:
        date = day if isinstance(day, dt.date) else dt.date.fromisoformat(str(day))
    except ValueError:
        return ""
    return f"{date.day} {_MONTHS[lang].split()[date.month - 1]}"
