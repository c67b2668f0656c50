"""The first row: which column is which. A wrong header stops the import, for a column left out
in silence would be a loss nobody sees."""

from __future__ import annotations

from content.importing.columns import IGNORED, Column, Kind
from content.importing.faults import Fault, Unusable
from content.importing.names import Names, plain
from content.importing.table import Row, Table

SEARCHED = 15
"""Rows looked through for a header that is not where it should be."""


def match(table: Table, kind: Kind) -> dict[int, Column]:
    """The meaning of each column, from 0. Raises :class:`Unusable` with every fault there is."""
    known = Names((column, (column.name, *column.also)) for column in kind.columns)
    if not table.rows:
        raise Unusable(Fault(table.spot(1), "таблица пуста: нет даже заголовков"))
    first = table.rows[0]
    if _met(first, known) < 2:
        raise Unusable(_elsewhere(table, known, kind))
    found: dict[int, Column] = {}
    faults: list[Fault] = []
    for place, cell in sorted(first.cells.items()):
        spot = table.spot(first.number, place)
        text = str(cell.value or "").strip()
        if cell.trouble:
            faults.append(Fault(spot, f"в заголовке {cell.trouble}"))
        elif (column := known.find(text)) is not None:
            if column in found.values():
                faults.append(Fault(spot, f"столбец «{column.name}» уже есть: оставьте один"))
            found[place] = column
        elif plain(text) not in IGNORED:
            hint = known.hint(text) or ": исправьте заголовок или назовите столбец «Примечание»"
            faults.append(Fault(spot, f"неизвестный столбец «{text[:60]}»{hint}"))
    for column in kind.columns:
        if column.required and column not in found.values():
            faults.append(Fault(table.spot(first.number), f"нет столбца «{column.name}»"))
    if faults:
        raise Unusable(*faults)
    return found


def _met(row: Row, known: Names[Column]) -> int:
    values = (cell.value for cell in row.cells.values())
    return sum(isinstance(value, str) and known.find(value) is not None for value in values)


def _elsewhere(table: Table, known: Names[Column], kind: Kind) -> Fault:
    for row in table.rows[1:SEARCHED]:
        if _met(row, known) >= 2:
            text = f"заголовки в строке {row.number}, а нужны в первой: удалите строки над ними"
            return Fault(table.spot(table.rows[0].number), text)
    named = ", ".join(f"«{column.name}»" for column in kind.columns if column.required)
    return Fault(table.spot(table.rows[0].number), f"в первой строке нужны заголовки: {named}")
