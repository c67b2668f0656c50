"""What is wrong with a table, said to the person who filled it in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """A place in a table. ``row`` counts from 1 as the spreadsheet does; ``cell`` is ``C7``;
    ``sheet`` is empty for a text file, ``column`` where no one column is meant."""

    file: str
    sheet: str = ""
    row: int = 0
    cell: str = ""
    column: str = ""

    def __str__(self) -> str:
        parts = [self.file]
        if self.sheet:
            parts.append(f"лист «{self.sheet}»")
        if self.cell:
            parts.append(self.cell)
        named = ", ".join(parts)
        if not self.row:
            return named
        column = f", столбец «{self.column}»" if self.column else ""
        return f"{named}. Строка {self.row}{column}"


@dataclass(frozen=True)
class Fault:
    """One fault at its place; ``text`` is Russian. A note rejects nothing."""

    spot: Spot
    text: str
    note: bool = False

    def __str__(self) -> str:
        return f"{self.spot}: {'обратите внимание: ' if self.note else ''}{self.text}"


class Unusable(Exception):
    """A file no row can be taken from: not a table, too large, with a wrong header."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = faults
