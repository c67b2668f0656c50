"""Tables to import in tests, and the small exhibition they are imported into."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from content.importing.columns import KINDS
from tests.content.conftest import Desk

VACANCIES, EVENTS = KINDS["vacancies"], KINDS["events"]
HEADER = [column.name for column in VACANCIES.columns]
WRITTEN = "exhibition/vacancies/imported.yaml"
CONDITIONS = """
- {id: remote, name: {ru: Удалённо, en: Remote}, picture: house, order: 1}
- {id: quiet, name: {ru: Без шума, en: Quiet}, picture: bell, order: 2}
"""


def row(**changed: Any) -> list[Any]:
    """A good row of a vacancy, by field; ``title_en`` stands for ``title.en``."""
    fields: dict[str, Any] = {
        "title.ru": "Оператор", "title.en": "Operator",
        "employer.ru": "Образцовый завод", "employer.en": "Sample plant",
        "town": "Смоленск", "conditions": "Удалённо",
        "does.ru": "Отвечает людям.", "does.en": "Answers people.",
    }  # fmt: skip
    fields |= {name.replace("_", "."): value for name, value in changed.items()}
    return [fields.get(column.field) for column in VACANCIES.columns]


def event(**changed: Any) -> list[Any]:
    """A good row of an event."""
    fields: dict[str, Any] = {
        "title.ru": "Встреча", "title.en": "A meeting", "lead.ru": "Поговорим", "lead.en": "A talk",
        "place.ru": "Зал", "place.en": "The hall", "audiences": "все", "date": "20.12.2026",
    }  # fmt: skip
    fields |= {name.replace("_", "."): value for name, value in changed.items()}
    return [fields.get(column.field) for column in EVENTS.columns]


def xlsx(
    path: Path,
    rows: Sequence[Sequence[Any]],
    header: Sequence[Any] = HEADER,
    finish: Callable[[Any], None] = lambda _sheet: None,
) -> Path:
    """A workbook of one sheet «Лист»; ``finish`` may change the sheet before it is saved."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Лист"
    for one in (header, *rows):
        sheet.append(list(one))
    finish(sheet)
    book.save(path)
    return path


def text_table(
    rows: Sequence[Sequence[Any]], separator: str, header: Sequence[Any] = HEADER
) -> str:
    """The same as a text with separators."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([header, *rows])
    return out.getvalue()


def prepared(desk: Desk) -> Desk:
    """A desk with conditions of work to choose from."""
    desk.write("exhibition/conditions/all.yaml", CONDITIONS)
    return desk
