"""Parts of a workbook gauged before a library opens them: a merge of a billion cells takes forty
bytes to write and all memory to read."""

from __future__ import annotations

from xml.parsers import expat

from openpyxl.utils.cell import range_boundaries

from content.importing.faults import Fault, Spot, Unusable

MAX_CELLS = 200_000
"""Written cells of one sheet; two thousand rows of thirty columns are a third of that."""
MAX_MERGED = 100_000
"""Cells that merges of one sheet may cover."""


def gauge(file: str, part: bytes) -> None:
    """Look through an XML part of the workbook ``file``. Raises :class:`Unusable`."""
    try:
        _Gauge(file).parser.Parse(part, True)
    except expat.ExpatError as error:
        raise _unusable(file, "файл повреждён: сохраните его ещё раз") from error


class _Gauge:
    def __init__(self, file: str) -> None:
        self._file = file
        self._cells = self._merged = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._element

    def _doctype(self, *_declared: object) -> None:
        raise _unusable(self._file, "внутри чужие определения XML: такой файл не открывают")

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "c":
            self._cells += 1
        elif local == "mergeCell":
            self._merged += _area(attributes.get("ref", ""))
        if self._cells > MAX_CELLS:
            raise _unusable(self._file, "лист слишком велик: оставьте на нём только таблицу")
        if self._merged > MAX_MERGED:
            raise _unusable(self._file, "объединены целые области листа: разъедините ячейки")


def _area(reference: str) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except (ValueError, TypeError):
        left = top = right = bottom = None
    if left is None or top is None or right is None or bottom is None:
        # Whole rows, whole columns, or no range at all.
        return MAX_MERGED + 1
    return (right - left + 1) * (bottom - top + 1)


def _unusable(file: str, text: str) -> Unusable:
    return Unusable(Fault(Spot(file), text))
