"""``content import`` and ``content template``: what a person at the keyboard gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from content.cli import main
from content.importing.columns import KINDS
from tests.content.conftest import Desk
from tests.content.importing import WRITTEN, prepared, row, xlsx


@pytest.fixture(name="desk")
def _conditions(desk: Desk) -> Desk:
    return prepared(desk)


def run(desk: Desk, *words: str | Path) -> Result:
    return CliRunner().invoke(main, ["--content", str(desk.places.root), *map(str, words)])


def test_a_good_table_is_0_and_says_where_it_is_kept(desk: Desk, tmp_path: Path) -> None:
    done = run(desk, "import", "vacancies", xlsx(tmp_path / "t.xlsx", [row()]))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"content import: хороших строк: 1, отклонено: 0; записано: {WRITTEN}\n"


def test_a_rejected_row_is_1_unless_the_good_ones_are_accepted(desk: Desk, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "t.xlsx", [row(), row(town="Смоленсг")])
    done = run(desk, "import", "vacancies", path)
    assert (done.exit_code, done.stdout, desk.path(WRITTEN).exists()) == (1, "", False)
    assert done.stderr.splitlines() == [
        "t.xlsx, лист «Лист», E3. Строка 3, столбец «Город»: нет города «Смоленсг»; "
        "может быть, «Смоленск»?",
        "content import: хороших строк: 1, отклонено: 1; ничего не записано",
    ]
    accepted = run(desk, "import", "vacancies", path, "--accept-good")
    assert (accepted.exit_code, desk.path(WRITTEN).exists()) == (0, True)
    assert "Строка 3" in accepted.stderr


def test_what_is_no_table_is_1_with_one_line_a_fault(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"%PDF-1.7")
    done = run(desk, "import", "events", path)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == "t.xlsx: это PDF: нужна таблица .xlsx или .csv"


@pytest.mark.parametrize("words", [["import", "clusters", "x"], ["template", "events", "x.csv"]])
def test_wrong_usage_is_2(desk: Desk, words: list[str]) -> None:
    assert run(desk, *words).exit_code == 2


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_template_is_an_empty_table_with_hints_and_lists(
    desk: Desk, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "new.xlsx"
    assert run(desk, "template", kind, path).exit_code == 0
    done = run(desk, "import", kind, path)
    assert done.exit_code == 1
    assert done.stderr == "content import: хороших строк: 0, отклонено: 0; ничего не записано\n"
    book = load_workbook(path)
    sheet, lists = book.worksheets
    columns = KINDS[kind].columns
    assert [cell.value for cell in sheet[1]] == [column.name for column in columns]
    assert all(cell.comment and column.hint in cell.comment.text
               for cell, column in zip(sheet[1], columns, strict=True))  # fmt: skip
    assert lists.sheet_state == "hidden"
    offered = {value.value for line in lists for value in line}
    expected = {"Смоленск", "Удалённо"} if kind == "vacancies" else {"Образцовый кластер", "да"}
    assert expected & offered
    assert sheet.data_validations.count >= 3


def test_what_was_chosen_from_a_template_is_imported(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "new.xlsx"
    run(desk, "template", "vacancies", path)
    book = load_workbook(path)
    for place, value in enumerate(row(until="31.12.2026"), 1):
        book.worksheets[0].cell(2, place).value = value
    book.save(path)
    assert run(desk, "import", "vacancies", path).exit_code == 0
    assert desk.problems() == []
