"""Check the content: everything an author may get wrong, said before a visitor sees it.

:func:`check` never raises on content. Errors forbid a build; warnings ask for a look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content import boxes, declared
from content.declared import Declared
from content.fonts import FONTS, FontsMissing, font_file
from content.loading import Entry, Exhibition, load
from content.nodes import Unreadable, parse
from content.pictures import DRAWINGS, PictureSet, PicturesMissing
from content.places import Places
from content.problems import Problem
from content.rules import RULES, Matter
from content.rules.facts import codes, figures, parts
from content.typed import WRONG, Reader


@dataclass(frozen=True)
class Report:
    """What a check found; problems are sorted by place."""

    matter: Matter
    problems: list[Problem]

    @property
    def exhibition(self) -> Exhibition:
        """The content that could be read."""
        return self.matter.exhibition

    @property
    def errors(self) -> list[Problem]:
        """The problems that forbid a build."""
        return [problem for problem in self.problems if not problem.warning]


def check(places: Places) -> Report:
    """Read the content of ``places`` and apply every rule."""
    exhibition = load(places.root)
    problems = list(exhibition.problems)
    plan: Entry[Declared] | None = _asset(places.root, declared.FILE, Declared, problems)
    if plan is not None:
        problems += declared.faults(plan)
    room: Entry[dict[str, boxes.LabelBox]] | None = _asset(
        places.root, boxes.FILE, dict[str, boxes.LabelBox], problems
    )
    pictures = _pictures(places, problems)
    matter = Matter(places, exhibition, plan, room, pictures)
    for rule in RULES:
        try:
            problems += rule(matter)
        except OSError as error:
            problems.append(_unread(error))
    return Report(matter, sorted(set(problems)))


def sources(report: Report) -> Iterator[str]:
    """Lines for the methodologist: every figure with its year and source, then every statement
    that rests on general knowledge and waits to be checked."""
    explained = report.exhibition.sources or {}
    yield "Цифры:"
    for entry, path, figure in figures(report.matter):
        said = (explained[c].ru if c in explained else c for c in codes(figure.source))
        source = "; ".join(said)
        place = f"{entry.file}:{entry.line(path)}"
        yield f"  {figure.value.ru} — {figure.label.ru} ({figure.year}; {source}) {place}"
    yield "Не проверено:"
    for entry in report.exhibition:
        for prefix, part in parts(entry.value):
            if not getattr(part, "checked", True):
                named = getattr(part, "title", None) or part.name
                shown = named.ru.replace(boxes.SOFT_HYPHEN, "")
                place = f"{entry.file}:{entry.line(prefix.rstrip('.'))}"
                yield f"  {shown} ({entry.value.id}; {part.source}) {place}"


def _asset(root: Path, file: Path, kind: Any, problems: list[Problem]) -> Entry[Any] | None:
    """One of our own data files as a typed entry; what is wrong goes to ``problems``."""
    name = file.as_posix()
    try:
        node = parse((root / file).read_bytes())
    except OSError:
        problems.append(Problem(name, 1, "", "файла нет, а он нужен"))
        return None
    except Unreadable as error:
        problems.append(Problem(name, error.line, "", str(error)))
        return None
    if node is None:
        problems.append(Problem(name, 1, "", "файл пуст"))
        return None
    reader = Reader(name)
    value = reader.read(node, kind)
    problems += reader.problems
    return None if value is WRONG else Entry(value, name, reader.lines)


def _pictures(places: Places, problems: list[Problem]) -> PictureSet | None:
    """The set of pictures, ready to be asked; also says when fonts are missing."""
    try:
        for name in FONTS:
            font_file(places.modules, name)
        pictures = PictureSet(places.modules, places.cache, places.root / DRAWINGS)
        _ = pictures.names
    except (FontsMissing, PicturesMissing) as error:
        problems.append(Problem(declared.FILE.as_posix(), 1, "", str(error)))
        return None
    except OSError as error:
        problems.append(_unread(error))
        return None
    return pictures


def _unread(error: OSError) -> Problem:
    text = f"картинки и шрифты не читаются ({error}): выполните make setup"
    return Problem(declared.FILE.as_posix(), 1, "", text)
