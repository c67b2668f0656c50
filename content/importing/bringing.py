"""The import itself: a file, its good rows and its faults, and what was written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from content.importing.columns import Kind
from content.importing.faults import Fault
from content.importing.header import match
from content.importing.judging import before, imported_file, judge
from content.importing.reading import read
from content.importing.rows import Draft, Rows
from content.importing.table import Table
from content.importing.writing import write
from content.model import Struct
from content.places import Places
from content.rules import Matter


@dataclass(frozen=True)
class Sifted:
    """The rows of a table: entries of the good ones, faults of the rejected, notes on either."""

    good: list[Struct]
    rejected: int
    faults: list[Fault]
    notes: list[Fault]


def sift(matter: Matter, kind: Kind, table: Table) -> Sifted:
    """Part good rows from rejected ones. Every rejected row has a fault that names it. Raises
    :class:`content.importing.faults.Unusable` for a wrong header."""
    columns = match(table, kind)
    standing = before(matter, kind)
    reader = Rows(table, columns, kind, standing.exhibition)
    drafts: list[Draft] = []
    faults: list[Fault] = []
    for row in table.rows[1:]:
        taken = reader.take(row)
        if isinstance(taken, Draft):
            drafts.append(taken)
        else:
            faults += taken
    judged = judge(standing, kind, table, drafts)
    faults += [fault for fault in judged if not fault.note]
    rejected = {fault.spot.row for fault in faults}
    return Sifted(
        [draft.value for draft in drafts if draft.row.number not in rejected],
        len(rejected),
        sorted(faults, key=lambda fault: fault.spot.row),
        [fault for fault in judged if fault.note],
    )


def bring(
    places: Places, kind: Kind, path: Path, *, sheet: str = "", accept_good: bool = False
) -> tuple[Sifted, Path | None]:
    """Import a file. Gives its rows and the file written: None where a row was rejected and
    ``accept_good`` is not given, or there is no good row. Raises
    :class:`content.importing.faults.Unusable` and :class:`content.importing.writing.NotWritten`."""
    from content.check import check

    table = read(path, sheet)
    sifted = sift(check(places).matter, kind, table)
    if not sifted.good or (sifted.rejected and not accept_good):
        return sifted, None
    target = places.root / imported_file(kind)
    write(target, sifted.good)
    return sifted, target
