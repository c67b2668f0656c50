"""A table as it was found, before anybody knows what its columns mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from content.importing.faults import Spot

Value = str | int | float | bool | dt.datetime | dt.date | dt.time | None
"""What a cell holds; a date or a time where the spreadsheet says that it is one."""

EPOCH = dt.datetime(1899, 12, 30)
"""The day from which a spreadsheet counts dates, unless it says otherwise (ECMA-376, 18.17.4.1)."""


@dataclass(frozen=True)
class Cell:
    """One cell. ``trouble`` says in Russian why its value cannot be taken: a formula, a merge."""

    value: Value = None
    trouble: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written here."""
        blank = isinstance(self.value, str) and not self.value.strip()
        return not self.trouble and (self.value is None or blank)


EMPTY = Cell()


@dataclass(frozen=True)
class Row:
    """The cells of a row by column, from 0; ``number`` counts from 1."""

    number: int
    cells: dict[int, Cell]

    def cell(self, column: int) -> Cell:
        """The cell of a column, an empty one where there is none."""
        return self.cells.get(column, EMPTY)

    @property
    def is_empty(self) -> bool:
        """Whether every cell is."""
        return all(cell.is_empty for cell in self.cells.values())


@dataclass(frozen=True)
class Table:
    """A sheet or a text file. ``rows`` are those that hold anything, in order."""

    file: str
    sheet: str = ""
    rows: list[Row] = field(default_factory=list)
    epoch: dt.datetime = EPOCH

    def spot(self, row: int, column: int | None = None, name: str = "") -> Spot:
        """The place of a row, or of a cell in it; ``name`` is the column's header."""
        cell = "" if column is None else f"{letters(column)}{row}"
        return Spot(self.file, self.sheet, row, cell, name)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)


def letters(column: int) -> str:
    """A column's name, from 0: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
