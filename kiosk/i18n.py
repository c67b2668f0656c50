"""The interface's languages. Message ids are the Russian texts themselves; English is a catalogue
of gettext, ``locale/en/LC_MESSAGES/sozvezdie.po``, for the kiosk and the screens alike.

``_ = translator(lang)`` and ``_("Начать")``; a text with a number in it is
``ngettext(lang, "{n} визит", "{n} визита", "{n} визитов", n)`` with the Russian forms for 1, 2
and 5; the catalogue knows the first and the third as ``msgid`` and ``msgid_plural``.
"""

from __future__ import annotations

import gettext as _gettext
import io
import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).resolve().parent / "locale"
DOMAIN = "sozvezdie"

_log = logging.getLogger(__name__)


def translator(lang: str) -> Callable[[str], str]:
    """The function that words a Russian message in ``lang``. A message without a translation, or
    an unknown language, stays Russian."""
    return _same if lang == "ru" else catalogue(lang).gettext


def ngettext(lang: str, one: str, few: str, many: str, n: int) -> str:
    """The form that goes with ``n``, with ``{n}`` filled in. ``one``, ``few`` and ``many`` are the
    Russian forms for 1, 2 and 5."""
    if lang == "ru":
        form = (one, few, many)[_russian(n)]
    else:
        found = catalogue(lang).ngettext(one, many, n)
        form = (one, few, many)[_russian(n)] if found in (one, many) else found
    return form.replace("{n}", str(n))


@cache
def catalogue(lang: str) -> _gettext.NullTranslations:
    """The compiled catalogue of ``lang``, or the ``.po`` read as it is where none was compiled or
    the compiled one is older; an empty one where there is neither."""
    folder = LOCALE / lang / "LC_MESSAGES"
    source, compiled = folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"
    try:
        if _is_current(compiled, source):
            with compiled.open("rb") as file:
                return _gettext.GNUTranslations(file)
        return _read_source(source, lang)
    except (OSError, ValueError) as error:
        _log.warning("no catalogue for %s: %s", lang, error)
        return _gettext.NullTranslations()


def _same(message: str) -> str:
    return message


def _russian(n: int) -> int:
    """CLDR's plural rule for Russian integers: 0 one, 1 few, 2 many."""
    units, tens = abs(n) % 10, abs(n) % 100
    if units == 1 and tens != 11:
        return 0
    return 1 if 2 <= units <= 4 and not 12 <= tens <= 14 else 2


def _is_current(compiled: Path, source: Path) -> bool:
    if not compiled.exists():
        return False
    return not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime


def _read_source(source: Path, lang: str) -> _gettext.GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        messages = read_po(file, locale=lang)
    memory = io.BytesIO()
    write_mo(memory, messages)
    memory.seek(0)
    return _gettext.GNUTranslations(memory)
