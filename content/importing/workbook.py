"""A workbook (.xlsx) into a table: bytes nobody vouches for, so measured before they are opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from content.importing.faults import Fault, Spot, Unusable
from content.importing.gauge import gauge
from content.importing.table import Cell, Row, Table, Value

MAX_UNPACKED = 48_000_000
"""The most a workbook may unpack to, bytes."""
MAX_MEMBERS = 400
_OTHERS = {
    "content.xml": "это таблица .ods: сохраните её как .xlsx",
    "word/document.xml": "это документ Word: нужна таблица .xlsx или .csv",
    "xl/workbook.bin": "это .xlsb: сохраните таблицу как .xlsx",
}


def read_workbook(file: str, content: bytes, sheet: str = "") -> Table:
    """The one visible sheet with anything on it, or the one named. Raises :class:`Unusable`."""
    try:
        _measure(file, content)
        book = openpyxl.load_workbook(io.BytesIO(content), keep_links=False, rich_text=False)
    except Unusable:
        raise
    except Exception as error:
        # A parser of somebody else's bytes: whatever it stumbles over, the file is at fault.
        raise _unusable(file, "файл повреждён или это не таблица .xlsx") from error
    chosen = _choose(file, book, sheet)
    return Table(file, chosen.title, list(_rows(chosen)), book.epoch)


def _measure(file: str, content: bytes) -> None:
    """Refuse what would unpack to too much, or take too much to open."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        members = packed.infolist()
        names = {member.filename for member in members}
        if "xl/workbook.xml" not in names:
            text = next((_OTHERS[name] for name in _OTHERS if name in names), "")
            raise _unusable(file, text or "это архив, а нужна таблица .xlsx или .csv")
        # zipfile never unpacks more of a member than it declares.
        total = sum(member.file_size for member in members)
        if total > MAX_UNPACKED or len(members) > MAX_MEMBERS:
            raise _unusable(file, "внутри слишком много: оставьте в книге только эту таблицу")
        for member in members:
            if member.filename.endswith((".xml", ".rels")):
                gauge(file, packed.read(member))


def _choose(file: str, book: Workbook, sheet: str) -> Worksheet:
    """The sheet to read; the program's own hidden lists are no table."""
    visible = [one for one in book.worksheets if one.sheet_state == "visible"]
    if sheet:
        for one in visible:
            if one.title == sheet:
                return one
        known = ", ".join(f"«{one.title}»" for one in visible)
        raise _unusable(file, f"нет листа «{sheet}»; есть: {known}")
    filled = [one for one in visible if any(not row.is_empty for row in _rows(one))]
    if len(filled) > 1:
        named = ", ".join(f"«{one.title}»" for one in filled)
        raise _unusable(file, f"таблиц несколько: {named}; назовите одну: --sheet ИМЯ")
    if not filled and not visible:
        raise _unusable(file, "в книге нет ни одного видимого листа")
    return (filled or visible)[0]


def _rows(sheet: Worksheet) -> Iterator[Row]:
    """Rows that hold anything. The written cells themselves: asking the sheet for a range would
    make every cell up to the last one, and the last one may be XFD1048576."""
    merged = _merged(sheet)
    found: dict[int, dict[int, Cell]] = {}
    written: dict[tuple[int, int], Any] = sheet._cells
    for (row, column), cell in written.items():
        taken = _cell(cell, merged.get((row, column), ""))
        if not taken.is_empty:
            found.setdefault(row, {})[column - 1] = taken
    for number in sorted(found):
        yield Row(number, found[number])


def _cell(cell: Any, merged: str) -> Cell:
    value, kind = cell.value, getattr(cell, "data_type", "n")
    if merged:
        return Cell(None, f"объединённые ячейки {merged}: разъедините и заполните каждую")
    if kind == "f":
        return Cell(None, "формула: вставьте вместо неё значение")
    if kind == "e":
        return Cell(None, f"ошибка {value} вместо значения")
    return Cell(_plain(value))


def _plain(value: Any) -> Value:
    """What a cell holds; a length of time or anything rarer as the text it would be read as."""
    if value is None or isinstance(value, Value):
        return value
    return str(value)


def _merged(sheet: Worksheet) -> dict[tuple[int, int], str]:
    """Cells of merges, each with its merge. Of a merge larger than a sheet of ours only the
    cells in written rows and columns."""
    rows, columns = sheet.max_row, min(sheet.max_column, 256)
    found: dict[tuple[int, int], str] = {}
    written: dict[tuple[int, int], Any] = sheet._cells
    used = {row for row, _column in written}
    for merge in sheet.merged_cells.ranges:
        for row in range(merge.min_row, min(merge.max_row, rows) + 1):
            if row in used:
                for column in range(merge.min_col, min(merge.max_col, columns) + 1):
                    found[row, column] = merge.coord
    return found


def _unusable(file: str, text: str) -> Unusable:
    return Unusable(Fault(Spot(file), text))
