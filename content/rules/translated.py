"""Translations: a Russian text that changed takes its English with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from content.loading import Entry, Exhibition
from content.model import KINDS, Text
from content.problems import Problem
from content.rules.matter import Matter, Rule, texts
from content.translated import FILE, RecordDamaged, is_stale, pair, read

SOURCES = "sources"
_FOLDERS = {kind: folder for folder, kind in KINDS.items()}


def said(exhibition: Exhibition) -> dict[str, dict[str, Text]]:
    """Every text by the thing it belongs to (``professions/welder``) and the path of its field."""
    found: dict[str, dict[str, Text]] = {}
    for entry in exhibition:
        if fields := dict(texts(entry.value)):
            found.setdefault(name_of(entry), {}).update(fields)
    if exhibition.sources:
        found[SOURCES] = dict(exhibition.sources)
    return found


def name_of(entry: Entry[Any]) -> str:
    """What ``content translated`` calls a thing."""
    kind = type(entry.value)
    folder = _FOLDERS.get(kind, kind.__name__.lower())
    id = getattr(entry.value, "id", None)
    return f"{folder}/{id}" if id else folder


def stale(matter: Matter) -> Iterator[Problem]:
    """No Russian text has changed since its translation was confirmed, while that has not."""
    record = _recorded(matter)
    for entry in matter.exhibition:
        name = name_of(entry)
        known = record.get(name, {})
        for path, text in texts(entry.value) if known else ():
            if path in known and is_stale(text, known[path]):
                yield entry.problem(f"{path}.en", _late(name))
    known = record.get(SOURCES, {})
    for code, text in (matter.exhibition.sources or {}).items():
        if code in known and is_stale(text, known[code]):
            yield Problem("exhibition/sources.yaml", 1, f"{code}.en", _late(SOURCES))


def record_is_whole(matter: Matter) -> Iterator[Problem]:
    """Once translations are confirmed, new and changed ones ask for it too."""
    file = FILE.as_posix()
    try:
        record = read(matter.places.root)
    except RecordDamaged as error:
        yield Problem(file, 1, "", str(error))
        return
    if record is None:
        return
    waiting = [
        name
        for name, fields in said(matter.exhibition).items()
        for path, text in fields.items()
        if not is_stale(text, known := record.get(name, {}).get(path, "")) and known != pair(text)
    ]
    if waiting:
        text = (
            f"новых и изменённых текстов: {len(waiting)} (первый в «{waiting[0]}»); "
            "если перевод верен: content translated"
        )
        yield Problem(file, 1, "", text, warning=True)


def _recorded(matter: Matter) -> dict[str, dict[str, str]]:
    try:
        return read(matter.places.root) or {}
    except RecordDamaged:
        return {}


def _late(name: str) -> str:
    return (
        "русский текст изменился, а английский остался прежним: поправьте его, "
        f"а если он и так верен: content translated {name}"
    )


RULES: list[Rule] = [stale, record_is_whole]
