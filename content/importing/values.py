"""A cell into a value. Dates come as dates, as text and as a spreadsheet's day numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from content.importing.columns import Column
from content.importing.names import Names, names_of, plain
from content.importing.table import Cell, Value
from content.loading import Exhibition
from content.model import (
    Audience,
    AudienceId,
    Cluster,
    Condition,
    Profession,
    Programme,
    Town,
)

MAX_LETTERS = 2000
"""The longest text of a cell. What a screen has room for is measured later, in its font."""
YEARS = (2020, 2100)
"""Years a date of ours may fall in."""
ANY_TIME = {"в любое время", "всегда", "any time", "anytime"}

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?: г\.?)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_WORDS = re.compile(r"(\d{1,2}) ([а-я]+) (\d{4})(?: ?г\.?| года)?")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?")
_BLANKS = {True: re.compile("[ \t\n]+"), False: re.compile("[ \t]+")}
"""What becomes one blank where line ends are out of place, and where they are not."""
_RUSSIAN, _LATIN = re.compile("[А-Яа-яЁё]"), re.compile("[A-Za-z]")


class Wrong(Exception):
    """A cell that does not hold what its column is for; the message is Russian."""


@dataclass(frozen=True)
class Known:
    """What may be named in a cell, by kind of reading."""

    names: dict[str, tuple[str, Names[str]]]

    @classmethod
    def of(cls, exhibition: Exhibition) -> Known:
        """The names of an exhibition."""
        values = exhibition.values
        return cls(
            {
                "town": ("города", names_of(values(Town), "name")),
                "conditions": ("условия", names_of(values(Condition), "name")),
                "audiences": ("аудитории", names_of(values(Audience), "name")),
                "profession": ("профессии", names_of(values(Profession), "title", "name")),
                "programme": ("программы", names_of(values(Programme), "name")),
                "cluster": ("кластера", names_of(values(Cluster), "title", "name")),
            }
        )

    def find(self, kind: str, text: str) -> str:
        """The id of the thing called so. Raises :class:`Wrong`, with the nearest name."""
        word, names = self.names[kind]
        id = names.find(text)
        if id is None:
            raise Wrong(f"нет {word} «{text[:60]}»{names.hint(text)}")
        return id


def read(cell: Cell, column: Column, known: Known, epoch: dt.datetime) -> object:
    """The value of a cell that is not empty, as its column reads it. Raises :class:`Wrong`."""
    if cell.trouble:
        raise Wrong(cell.trouble)
    value, reads = cell.value, column.reads
    if reads in ("line", "text"):
        return _text(value, reads == "line", column.field.endswith(".en"))
    if reads == "date":
        return _date(value, epoch)
    if reads == "when":
        always = isinstance(value, str) and plain(value) in ANY_TIME
        return None if always else _date(value, epoch)
    if reads in _SIMPLE:
        return _SIMPLE[reads](value)
    text = _text(value, True, False)
    if reads == "audiences" and plain(text) in ("все", "all", "для всех"):
        return list(get_args(AudienceId))
    if reads in ("conditions", "audiences"):
        parts = [part.strip() for part in re.split(r"[,;\n]", str(value)) if part.strip()]
        return [known.find(reads, part) for part in parts]
    return known.find(reads, text)


def _text(value: Value, one_line: bool, english: bool) -> str:
    if isinstance(value, bool | dt.date | dt.time):
        raise Wrong("здесь нужен текст, а таблица считает это датой, временем или «да/нет»")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > MAX_LETTERS:
        raise Wrong(f"знаков {len(text)}, а можно до {MAX_LETTERS}: сократите")
    text = _BLANKS[one_line].sub(" ", text)
    if english and _RUSSIAN.search(text) and not _LATIN.search(text):
        raise Wrong("русский текст там, где нужен английский")
    return text


def _date(value: Value, epoch: dt.datetime) -> dt.date:
    if isinstance(value, dt.datetime):
        found = value.date()
    elif isinstance(value, dt.date):
        found = value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        # A day number, as a spreadsheet keeps dates. 100 000 is past any year of ours.
        if not 0 < value < 100_000 or value != int(value):
            raise Wrong(f"{value} — не дата: напишите 31.12.2026")
        found = (epoch + dt.timedelta(days=int(value))).date()
    else:
        found = _spoken_date(str(value).strip())
    if not YEARS[0] <= found.year <= YEARS[1]:
        raise Wrong(f"{found:%d.%m.%Y}: такого года здесь быть не может")
    return found


def _spoken_date(text: str) -> dt.date:
    low = " ".join(text.casefold().split())
    try:
        if match := _ISO.fullmatch(low):
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        if match := _NUMBERS.fullmatch(low):
            return dt.date(int(match[3]), int(match[2]), int(match[1]))
        if (match := _WORDS.fullmatch(low)) and match[2] in _MONTHS:
            return dt.date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        raise Wrong(f"«{text[:40]}»: такого дня нет") from None
    raise Wrong(f"«{text[:40]}» — не дата: напишите 31.12.2026")


def _time(value: Value) -> str:
    if isinstance(value, dt.datetime):
        value = value.time()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1:
        # A part of the day, as a spreadsheet keeps times.
        minutes = round(value * 24 * 60)
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
    match = _TIME.fullmatch(str(value).strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise Wrong(f"«{str(value)[:40]}» — не время: напишите 09:30")
    return f"{int(match[1]):02}:{match[2]}"


def _whole(value: Value) -> int:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value.strip()):
        return int(value)
    raise Wrong(f"«{str(value)[:40]}» — не целое число")


def _yes(value: Value) -> bool:
    words = {"да": True, "yes": True, "+": True, "нет": False, "no": False, "-": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and plain(value) in words:
        return words[plain(value)]
    if isinstance(value, int | float) and value in (0, 1):
        return bool(value)
    raise Wrong(f"«{str(value)[:40]}» — напишите «да» или «нет»")


def _picture(value: Value) -> str:
    return re.sub(r"[\s_]+", "-", _text(value, True, False).lower())


_SIMPLE: dict[str, Callable[[Value], object]] = {
    "time": _time,
    "whole": _whole,
    "yes": _yes,
    "picture": _picture,
}
