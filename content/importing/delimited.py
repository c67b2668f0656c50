"""A text file with separators into a table, in the encodings office programs write."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata

from content.importing.columns import every_header
from content.importing.faults import Fault, Spot, Unusable
from content.importing.names import plain
from content.importing.table import Cell, Row, Table

SEPARATORS = ";,\t"
MAX_ROWS = 20_000
MAX_FIELDS = 256

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_OLD = {"cp866": "DOS (cp866)", "koi8-r": "КОИ-8", "mac_cyrillic": "Mac Cyrillic"}
"""Encodings that are recognised so as to be named: cp1251 reads them as well, as nonsense."""


def read_text(file: str, content: bytes) -> Table:
    """The table of a text file. Raises :class:`Unusable`."""
    text = _decode(file, content)
    separator = max(SEPARATORS, key=lambda one: (_known(text, one), text.count(one)))
    rows: list[Row] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        for number, fields in enumerate(reader, 1):
            if number > MAX_ROWS or len(fields) > MAX_FIELDS:
                raise _unusable(file, "таблица слишком велика", number)
            row = Row(
                number,
                {i: cell for i, one in enumerate(fields) if not (cell := _cell(one)).is_empty},
            )
            if not row.is_empty:
                rows.append(row)
    except csv.Error as error:
        number = rows[-1].number + 1 if rows else 1
        raise _unusable(file, "не читается: проверьте кавычки", number) from error
    return Table(file, "", rows)


def _cell(text: str) -> Cell:
    if text.lstrip().startswith("="):
        return Cell(None, "формула: вставьте вместо неё значение")
    return Cell(text)


def _decode(file: str, content: bytes) -> str:
    encodings = [name for mark, name in _MARKS.items() if content.startswith(mark)]
    if not encodings and b"\x00" in content:
        encodings = ["utf-16-le", "utf-16-be"]
    for encoding in encodings or ["utf-8", "cp1251"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            if encoding == "cp1251":
                _name_older(file, content, text)
            return text
    raise _unusable(file, "это не таблица: нужен .xlsx или .csv в UTF-8")


def _is_text(text: str) -> bool:
    return not any(
        unicodedata.category(c) in ("Cc", "Cn", "Cs") and c not in "\t\r\n" for c in text
    )


def _name_older(file: str, content: bytes, text: str) -> None:
    """Refuse an older encoding by its name."""
    best = max(_known(text, one) for one in SEPARATORS)
    for encoding, name in _OLD.items():
        other = content.decode(encoding, errors="replace")
        if max(_known(other, one) for one in SEPARATORS) > best:
            raise _unusable(file, f"кодировка {name}: сохраните файл в UTF-8")


def _known(text: str, separator: str) -> int:
    """How many known headers the first line holds."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    return sum(plain(part.strip(' "\r')) in every_header() for part in first.split(separator))


def _unusable(file: str, text: str, row: int = 0) -> Unusable:
    return Unusable(Fault(Spot(file, row=row), text))
