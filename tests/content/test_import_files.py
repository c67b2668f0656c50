"""Files of every kind: read in all usual encodings, refused by name where they are no table."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from content.importing.bringing import bring
from content.importing.faults import Unusable
from content.loading import load
from content.model import Vacancy
from tests.content.conftest import Desk
from tests.content.importing import (
    HEADER,
    VACANCIES,
    WRITTEN,
    prepared,
    row,
    text_table,
    xlsx,
)


@pytest.fixture(name="desk")
def _conditions(desk: Desk) -> Desk:
    return prepared(desk)


def _vacancies(desk: Desk) -> list[Vacancy]:
    return load(desk.places.root).values(Vacancy)


def _bring(desk: Desk, path: Path, **how: Any) -> Any:
    return bring(desk.places, VACANCIES, path, **how)[0]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_text_tables_are_read_in_every_usual_encoding(
    desk: Desk, tmp_path: Path, separator: str, encoding: str
) -> None:
    path = tmp_path / "t.csv"
    rows = [row(does_ru="Отвечает;\nговорит, слушает\tи «пишет»."), [None] * 3, row(town="Вязьма")]
    path.write_bytes(text_table(rows, separator).encode(encoding))
    _bring(desk, path)
    assert [one.town for one in _vacancies(desk)] == ["smolensk", "vyazma"]
    assert _vacancies(desk)[0].does.ru == "Отвечает;\nговорит, слушает и «пишет»."


def _with_header(**changed: str | None) -> list[str | None]:
    return [
        changed.get(column.field.replace(".", "_"), column.name) for column in VACANCIES.columns
    ]


HEADERS: list[tuple[list[Any], str]] = [
    (_with_header(town="Горот"), "E1. Строка 1: неизвестный столбец «Горот»; может быть, «Город»?"),
    (_with_header(town="Горот"), "нет столбца «Город»"),
    ([*HEADER, "Зарплата"], "L1. Строка 1: неизвестный столбец «Зарплата»"),
    ([*HEADER, "Town"], "L1. Строка 1: столбец «Город» уже есть"),
    ([*HEADER, "=A1"], "L1. Строка 1: в заголовке формула"),
    (["один", "два"], "в первой строке нужны заголовки: «Вакансия», «Вакансия (англ.)»"),
]


@pytest.mark.parametrize("case", HEADERS, ids=lambda case: case[1][:40])
def test_a_wrong_header_stops_the_import(
    desk: Desk, tmp_path: Path, case: tuple[list[Any], str]
) -> None:
    path = xlsx(tmp_path / "t.xlsx", [row()], case[0])
    with pytest.raises(Unusable, match=r".") as caught:
        _bring(desk, path, accept_good=True)
    assert any(case[1] in str(fault) for fault in caught.value.faults)
    assert not desk.path(WRITTEN).exists()


def test_a_header_under_a_title_is_found_and_named(desk: Desk, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "t.xlsx", [HEADER, row()], ["Вакансии на зиму"])
    with pytest.raises(Unusable, match="заголовки в строке 2, а нужны в первой"):
        _bring(desk, path)


def test_english_headers_notes_and_another_order_of_columns_are_fine(
    desk: Desk, tmp_path: Path
) -> None:
    header = ["Note", "Does (en)", "Does", "Town", "Employer (en)", "Employer",
              "ВАКАНСИЯ*", "Title (en)"]  # fmt: skip
    path = tmp_path / "t.csv"
    cells = ["=1", "Sews.", "Шьёт.", "Vyazma", "Sample", "Образец", "Швея", "Tailor"]
    cells[0] = "себе"
    path.write_text(text_table([cells], ",", header), "utf-8")
    _bring(desk, path)
    (made,) = _vacancies(desk)
    assert (made.title.ru, made.title.en, made.town) == ("Швея", "Tailor", "vyazma")


def test_a_value_under_no_header_is_named(desk: Desk, tmp_path: Path) -> None:
    sifted = _bring(desk, xlsx(tmp_path / "t.xlsx", [[*row(), None, "лишнее"]]))
    assert ["M2" in str(fault) and "нет заголовка" in fault.text for fault in sifted.faults] == [
        True
    ]


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


FILES: list[tuple[bytes, str]] = [
    (b"", "таблица пуста"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "старый .xls или файл под паролем"),
    (b"%PDF-1.7 x", "это PDF"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "это картинка"),
    (b"PK\x05\x06" + b"\0" * 18, "файл пуст или повреждён"),
    (b"PK\x03\x04" + b"\x07" * 99, "файл повреждён"),
    (bytes(range(256)), "это не таблица"),
    (b"\0" * 400, "это не таблица"),
    (text_table([row()], ";").encode("cp866"), "кодировка DOS (cp866)"),
    (text_table([row()], ";").encode("koi8-r"), "кодировка КОИ-8"),
    (text_table([row()], ";").encode() + b'"\xd0\xb0', "проверьте кавычки"),
    (_zip(readme=b"x"), "это архив"),
    (_zip(word__document_xml=b"<x/>"), "это документ Word"),
    (_zip(content_xml=b"<x/>"), "таблица .ods"),
    (_zip(xl__workbook_xml=b"<x/>"), "файл повреждён"),
    (_zip(xl__workbook_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'), "чужие определения"),
    (_zip(xl__workbook_xml=b"0" * 50_000_000), "слишком много"),
    (
        _zip(xl__workbook_xml=b"<x/>", xl__s_xml=b"<s>" + b"<c/>" * 200_001 + b"</s>"),
        "лист слишком велик",
    ),
    (b"a" * 8_000_001, "больше 8 МБ"),
]


@pytest.mark.parametrize("case", FILES, ids=lambda case: case[1])
def test_what_is_not_a_table_of_ours_is_refused_by_name(
    desk: Desk, tmp_path: Path, case: tuple[bytes, str]
) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(case[0])
    with pytest.raises(Unusable) as caught:
        _bring(desk, path, accept_good=True)
    assert case[1] in str(caught.value)
    assert str(caught.value).startswith("t.xlsx")


def _hide(sheet: Any) -> None:
    other = sheet.parent.create_sheet("Черновик")
    other.append(HEADER)
    other.append(row(town="Вязьма"))


def test_of_several_tables_one_is_named(desk: Desk, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "t.xlsx", [row()], finish=_hide)
    with pytest.raises(Unusable, match="«Лист», «Черновик»; назовите одну: --sheet"):
        _bring(desk, path)
    with pytest.raises(Unusable, match="нет листа «Иной»; есть: «Лист», «Черновик»"):
        _bring(desk, path, sheet="Иной")
    _bring(desk, path, sheet="Черновик")
    assert [one.town for one in _vacancies(desk)] == ["vyazma"]


@pytest.mark.timeout(20)
def test_a_sheet_that_seems_endless_is_as_long_as_what_is_written(
    desk: Desk, tmp_path: Path
) -> None:
    def far(sheet: Any) -> None:
        sheet.cell(1_048_576, 16_384).value = " "

    _bring(desk, xlsx(tmp_path / "t.xlsx", [row()], finish=far))
    assert len(_vacancies(desk)) == 1


@pytest.mark.timeout(20)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_merge_of_a_billion_cells_is_refused_before_it_is_opened(
    desk: Desk, tmp_path: Path, encoding: str
) -> None:
    good = xlsx(tmp_path / "good.xlsx", [row()])
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bomb, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                merge = '</sheetData><mergeCells><mergeCell ref="A2:&#88;FD1048576"/></mergeCells>'
                part = part.decode().replace("</sheetData>", merge).encode(encoding)
            new.writestr(name, part)
    with pytest.raises(Unusable, match="объединены целые области"):
        _bring(desk, bomb)
