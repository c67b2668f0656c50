"""An empty table to fill in: headers, a hint on each, drop-down lists."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from content.importing.columns import Column, Kind
from content.importing.table import letters
from content.importing.values import Known
from content.loading import Exhibition

ROWS = 1000
"""Rows below the header that have drop-down lists."""
WIDE, USUAL = 48, 24
"""Widths of columns in letters."""
_SEVERAL = ("conditions", "audiences")
LISTS = "Списки"


def make(kind: Kind, exhibition: Exhibition, path: Path) -> None:
    """Write the template to ``path``; OSError where that cannot be."""
    known = Known.of(exhibition)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = kind.title
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    for place, column in enumerate(kind.columns):
        name = letters(place)
        cell = sheet[f"{name}1"]
        cell.value = column.name
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.fill = PatternFill("solid", fgColor="FFE2B8" if column.required else "EEF0FA")
        values = _values(column, known)
        cell.comment = Comment(_hint(column, values), "sozvezdie", height=220, width=320)
        sheet.column_dimensions[name].width = WIDE if column.reads == "text" else USUAL
        if column.reads in ("line", "text", "when", "time"):
            # As text, so that the office program makes no date of «1–2» and no time of «9:30».
            sheet.column_dimensions[name].number_format = "@"
        if values:
            for row, value in enumerate([column.name, *values], 1):
                lists[f"{name}{row}"].value = value
            sheet.add_data_validation(_drop_down(column, name, len(values)))
    sheet.freeze_panes = "A2"
    book.save(path)


def _values(column: Column, known: Known) -> list[str]:
    if column.reads == "yes":
        return ["да", "нет"]
    return list(known.names[column.reads][1]) if column.reads in known.names else []


def _hint(column: Column, values: list[str]) -> str:
    need = "Обязательно." if column.required else "Можно не заполнять."
    several = column.reads in _SEVERAL
    listed = f"\nМожно: {', '.join(values)}." if several and values else ""
    return f"{column.hint}\n{need}{listed}"


def _drop_down(column: Column, name: str, count: int) -> DataValidation:
    """A list to choose from. Where several may be named it suggests and does not insist."""
    rule = DataValidation(
        type="list",
        formula1=f"'{LISTS}'!${name}$2:${name}${count + 1}",
        allow_blank=True,
        showErrorMessage=column.reads not in _SEVERAL,
        errorTitle=column.name,
        error="Выберите из списка.",
    )
    rule.add(f"{name}2:{name}{ROWS + 1}")
    return rule
