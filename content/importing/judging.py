"""Rows judged by the rules of the content: what may not be written by hand may not be imported."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from content.importing.columns import Kind
from content.importing.faults import Fault
from content.importing.rows import Draft
from content.importing.table import Table
from content.loading import Entry, Exhibition
from content.problems import Problem
from content.rules import RULES, Matter

_MARK = "\0row "
"""Begins the «file» of a row's entry: no file is called so."""


def imported_file(kind: Kind) -> str:
    """Where an import is kept, relative to the content's folder."""
    return f"exhibition/{kind.folder}/imported.yaml"


def before(matter: Matter, kind: Kind) -> Matter:
    """The matter without the last import of a kind: a new one replaces it whole."""
    old = matter.exhibition
    file = imported_file(kind)
    standing: list[Entry[Any]] = list(old.of(kind.type))
    kept = [entry for entry in standing if entry.file != file]
    gone = {entry.value.id for entry in standing if entry.file == file}
    ids = old.ids.get(kind.type, set()) - gone
    return _with(matter, kind, kept, ids)


def judge(matter: Matter, kind: Kind, table: Table, drafts: Iterable[Draft]) -> list[Fault]:
    """What the rules say of the rows, each fault at its cell. ``matter`` is that of
    :func:`before`."""
    by_name = {f"{_MARK}{draft.row.number}": draft for draft in drafts}
    rows: list[Entry[Any]] = [Entry(one.value, name, {}) for name, one in by_name.items()]
    ids = {entry.value.id for entry in rows}
    old = matter.exhibition
    whole = _with(matter, kind, [*old.of(kind.type), *rows], old.ids.get(kind.type, set()) | ids)
    found = [problem for rule in RULES for problem in rule(whole) if problem.file in by_name]
    return [_fault(problem, by_name[problem.file], kind, table) for problem in sorted(set(found))]


def _fault(problem: Problem, draft: Draft, kind: Kind, table: Table) -> Fault:
    place = draft.place(problem.field)
    names = {column.field: column.name for column in kind.columns}
    name = names.get(problem.field, names.get(problem.field.split("[")[0], ""))
    text = problem.text.replace(_MARK, "строка ").removesuffix(":1")
    return Fault(table.spot(draft.row.number, place, name), text, problem.warning)


def _with(matter: Matter, kind: Kind, entries: list[Entry[Any]], ids: set[str]) -> Matter:
    old = matter.exhibition
    changed = Exhibition(
        {**old.entries, kind.type: entries},
        {**old.ids, kind.type: ids},
        old.unread - {kind.type},
        old.sources,
        [],
    )
    return dataclasses.replace(matter, exhibition=changed)
