"""A file into a table, by what it is rather than by what it is called."""

from __future__ import annotations

from pathlib import Path

from content.importing.delimited import read_text
from content.importing.faults import Fault, Spot, Unusable
from content.importing.table import Table
from content.importing.workbook import read_workbook

MAX_BYTES = 8_000_000
"""The longest file that is opened, bytes."""

_ZIP = b"PK\x03\x04"
_FOREIGN = {
    b"\xd0\xcf\x11\xe0": "это старый .xls или файл под паролем: сохраните его как .xlsx",
    b"%PDF": "это PDF: нужна таблица .xlsx или .csv",
    b"\x89PNG": "это картинка: нужна таблица .xlsx или .csv",
    b"\xff\xd8\xff": "это картинка: нужна таблица .xlsx или .csv",
    b"{\\rtf": "это текст .rtf: нужна таблица .xlsx или .csv",
}


def read(path: Path, sheet: str = "") -> Table:
    """The table of a file; ``sheet`` names one where a workbook has several. Raises
    :class:`Unusable` for what is not a table."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unusable(Fault(Spot(path.name), f"не читается: {error.strerror}")) from error
    if len(content) > MAX_BYTES:
        text = f"больше {MAX_BYTES // 1_000_000} МБ: это не похоже на таблицу вакансий или событий"
        raise Unusable(Fault(Spot(path.name), text))
    for magic, text in _FOREIGN.items():
        if content.startswith(magic):
            raise Unusable(Fault(Spot(path.name), text))
    if content.startswith(_ZIP):
        return read_workbook(path.name, content, sheet)
    if content.startswith(b"PK"):
        raise Unusable(Fault(Spot(path.name), "файл пуст или повреждён: сохраните его ещё раз"))
    return read_text(path.name, content)
