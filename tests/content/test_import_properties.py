"""Whatever stands in a table: it is taken whole or not at all, and no row is lost in silence."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.check import check
from content.importing.bringing import sift
from content.importing.faults import Unusable
from content.importing.ids import slug
from content.importing.reading import read
from content.importing.table import Cell, Row, Table, letters
from content.importing.writing import write
from content.loading import load
from content.model import Vacancy
from content.rules import Matter
from tests.content.conftest import desk as fresh
from tests.content.importing import HEADER, VACANCIES, prepared, row, text_table

GOOD = {0: "Швея", 1: "Tailor", 2: "Ателье", 3: "Studio", 4: "Вязьма", 6: "Шьёт.", 7: "Sews."}
scraps = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "Смоленск",
            "Удалённо",
            "31.12.2026",
            "<b>",
            "=A1",
            "нет",
            "  ",
            "токарь",
            "wrench",
            "a" * 99,
        ]
    ),
    st.text(max_size=12),
    st.integers(-5, 99_999),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.times(),
)
spoilt = st.dictionaries(st.integers(0, len(HEADER)), st.builds(Cell, scraps), max_size=3)
tables = st.lists(spoilt, max_size=5).map(
    lambda rows: Table(
        "t.xlsx",
        "Лист",
        [
            Row(1, {i: Cell(name) for i, name in enumerate(HEADER)}),
            *(
                Row(n, {i: Cell(value) for i, value in GOOD.items()} | cells)
                for n, cells in enumerate(rows, 2)
            ),
        ],
    )
)


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> Matter:
    return check(prepared(fresh(tmp_path_factory.mktemp("desk"))).places).matter


@given(tables)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_row_is_either_good_or_named(matter: Matter, table: Table) -> None:
    sifted = sift(matter, VACANCIES, table)
    rows = {one.number for one in table.rows[1:] if not one.is_empty}
    named = {fault.spot.row for fault in sifted.faults}
    assert named <= rows
    assert (len(sifted.good) + len(named), sifted.rejected) == (len(rows), len(named))
    for fault in sifted.faults:
        assert str(fault).startswith("t.xlsx, лист «Лист»")
        assert f"Строка {fault.spot.row}" in str(fault)


@given(tables)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
def test_what_is_written_reads_back_the_same_and_passes_the_check(
    matter: Matter, table: Table
) -> None:
    good = sift(matter, VACANCIES, table).good
    if not good:
        return
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "exhibition" / "vacancies" / "imported.yaml", good)
        found = load(Path(folder))
        assert found.values(Vacancy) == good
        assert [one for one in found.problems if "vacancies" in one.file] == []


@given(st.binary(max_size=400) | st.binary(max_size=400).map(lambda end: b"PK\x03\x04" + end))
@settings(deadline=None)
def test_no_bytes_do_more_than_be_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.xlsx"
        path.write_bytes(content)
        try:
            table = read(path)
        except Unusable as error:
            named = [str(fault) for fault in error.faults]
        else:
            assert not any(one.is_empty for one in table)
            named = [table.file]
    assert named
    assert all(line.startswith("t.xlsx") for line in named)


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["C"]), max_size=9), min_size=1)))
@settings(deadline=None)
def test_a_text_table_gives_back_what_was_put_in(rows: list[list[str]]) -> None:
    said = text_table(rows, ";")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(said.encode("utf-8-sig"))
        table = read(path)
    kept = {
        (number, place): value
        for number, one in enumerate(csv.reader(io.StringIO(said, newline=""), delimiter=";"), 1)
        for place, value in enumerate(one)
        if value.strip()
    }
    found = {(one.number, place): cell for one in table for place, cell in one.cells.items()}
    assert found.keys() == kept.keys()
    assert all(cell.trouble or cell.value == kept[spot] for spot, cell in found.items())


@given(st.text(max_size=60))
def test_a_slug_is_the_beginning_of_an_id(title: str) -> None:
    made = slug(title)
    assert made[0].isalpha()
    assert len(made) <= 24
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(st.integers(0, 16_383))
def test_columns_are_called_as_a_spreadsheet_calls_them(column: int) -> None:
    from openpyxl.utils import get_column_letter

    assert letters(column) == get_column_letter(column + 1)


def test_the_row_the_random_ones_are_made_of_is_good(matter: Matter) -> None:
    def cells(values: list[Any]) -> dict[int, Cell]:
        return {i: Cell(value) for i, value in enumerate(values) if value is not None}

    rows = [
        Row(1, cells(HEADER)),
        Row(2, {i: Cell(v) for i, v in GOOD.items()}),
        Row(3, cells(row())),
    ]
    sifted = sift(matter, VACANCIES, Table("t.xlsx", "Лист", rows))
    assert (len(sifted.good), sifted.faults) == (2, [])
