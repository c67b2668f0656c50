"""A row into an entry of the content, or into its faults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from content.importing.columns import Column, Kind
from content.importing.faults import Fault
from content.importing.ids import Ids
from content.importing.table import Row, Table
from content.importing.values import Known, Wrong, read
from content.loading import Exhibition
from content.model import Event, Profession, Programme, Struct, Text

PICTURES = {"vacancies": "briefcase", "events": "spiral-calendar"}
"""The picture of a row that names none and leads to nothing that has one."""


@dataclass(frozen=True)
class Draft:
    """A row that could be read: the entry, and where each of its fields was written."""

    value: Struct
    row: Row
    places: dict[str, int]
    """Field -> column, from 0."""

    def place(self, field: str) -> int | None:
        """The column of a field or of what it is part of: ``conditions[0]`` is ``conditions``."""
        return self.places.get(field, self.places.get(field.split("[")[0]))


class Rows:
    """Turns rows of a table into entries. One for a whole table: it tells alike rows apart."""

    def __init__(
        self, table: Table, columns: dict[int, Column], kind: Kind, exhibition: Exhibition
    ) -> None:
        self._table, self._columns, self._kind = table, columns, kind
        self._exhibition = exhibition
        self._known = Known.of(exhibition)
        self._ids = Ids(kind)
        self._seen: dict[tuple[object, ...], int] = {}

    def take(self, row: Row) -> Draft | list[Fault]:
        """The entry of a row, or all that is wrong with it."""
        faults: list[Fault] = []
        read_values: dict[str, Any] = {}
        for place, column in self._columns.items():
            cell = row.cell(place)
            if cell.is_empty:
                if column.required:
                    faults.append(self._fault(row, place, _missing(column)))
                continue
            try:
                read_values[column.field] = read(cell, column, self._known, self._table.epoch)
            except Wrong as error:
                faults.append(self._fault(row, place, str(error)))
        faults += self._unnamed(row)
        faults += self._halves(row, read_values)
        if faults:
            return faults
        told = tuple(repr(read_values.get(column.field)) for column in self._kind.columns)
        if told in self._seen:
            return [Fault(self._table.spot(row.number), f"то же, что в строке {self._seen[told]}")]
        self._seen[told] = row.number
        places = {column.field: place for place, column in self._columns.items()}
        return Draft(self._build(read_values), row, places)

    def _unnamed(self, row: Row) -> list[Fault]:
        header = self._table.rows[0]
        return [
            self._fault(row, place, "значение есть, а у столбца нет заголовка")
            for place, cell in row.cells.items()
            if not cell.is_empty and header.cell(place).is_empty
        ]

    def _halves(self, row: Row, values: dict[str, Any]) -> list[Fault]:
        """An optional text said in one language alone."""
        faults = []
        for place, column in self._columns.items():
            stem, _, lang = column.field.partition(".")
            other = f"{stem}.{'en' if lang == 'ru' else 'ru'}"
            empty = row.cell(place).is_empty
            if lang and not column.required and empty and other in values:
                faults.append(self._fault(row, place, _missing(column)))
        columns = {column.field for column in self._columns.values()}
        for field in values:
            stem, _, lang = field.partition(".")
            other = f"{stem}.{'en' if lang == 'ru' else 'ru'}"
            if lang and other not in columns:
                name = next(c.name for c in self._kind.columns if c.field == other)
                text = f"нет столбца «{name}», а текст нужен на двух языках"
                faults.append(Fault(self._table.spot(row.number), text))
        return faults

    def _fault(self, row: Row, place: int, text: str) -> Fault:
        column = self._columns.get(place)
        name = column.name if column is not None else ""
        return Fault(self._table.spot(row.number, place, name), text)

    def _build(self, values: dict[str, Any]) -> Struct:
        fields: dict[str, Any] = {}
        for field, value in values.items():
            stem, _, lang = field.partition(".")
            if not lang:
                fields[stem] = value
            elif lang == "ru":
                fields[stem] = Text(value, values[f"{stem}.en"])
        fields.setdefault("picture", self._picture(fields))
        if self._kind.type is Event:
            fields.setdefault("tags", self._tags(fields))
        else:
            fields.setdefault("conditions", [])
        return self._kind.type(id=self._ids.of(values), **fields)

    def _picture(self, fields: dict[str, Any]) -> str:
        """The picture of the profession or programme a row leads to."""
        pictured = [
            *((one.id, one.picture, "profession") for one in self._exhibition.values(Profession)),
            *((one.id, one.picture, "programme") for one in self._exhibition.values(Programme)),
        ]
        for id, picture, field in pictured:
            if id == fields.get(field):
                return picture
        return PICTURES[self._kind.folder]

    def _tags(self, fields: dict[str, Any]) -> list[str]:
        """What an event offers is what its programme does."""
        for one in self._exhibition.values(Programme):
            if one.id == fields.get("programme"):
                return list(one.tags)
        return []


def _missing(column: Column) -> str:
    if column.field.endswith(".en"):
        return "нет английского текста: киоск говорит на двух языках"
    return "пусто, а нужно заполнить"
