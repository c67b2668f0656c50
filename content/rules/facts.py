"""Facts: every one has a source, every figure a year, and general knowledge says no number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from content.loading import Entry
from content.model import Figure
from content.problems import Problem
from content.rules.matter import Matter, Rule, texts

GENERAL = frozenset({"GK", "EDIT"})
"""Source codes of what nobody has said yet: general knowledge, and our own arrangement."""
YEARS = range(1900, 2101)
EXEMPT = frozenset({"name", "short", "figures", "chapters"})
"""Fields where a number is part of an official name, or has a source and a year of its own."""


def codes(source: str) -> list[str]:
    """The codes of a ``source`` field; several stand with commas."""
    return [part.strip() for part in source.split(",") if part.strip()]


def sources_are_known(matter: Matter) -> Iterator[Problem]:
    """A source is an address or a code that ``sources.yaml`` explains."""
    known = matter.exhibition.sources
    if known is None:
        return
    for entry in matter.exhibition:
        for path, source in _sources(entry):
            for code in codes(source):
                if code not in known and not _is_address(code):
                    yield entry.problem(path, f"источника «{code}» нет в sources.yaml")


def figures_are_sourced(matter: Matter) -> Iterator[Problem]:
    """A figure's source is somebody's word, not general knowledge, and its year is a year."""
    for entry, path, figure in figures(matter):
        if general := GENERAL.intersection(codes(figure.source)):
            code = min(general)
            yield entry.problem(f"{path}.source", f"у цифры должен быть источник, а не {code}")
        if figure.year not in YEARS:
            yield entry.problem(f"{path}.year", f"год {figure.year} не похож на год")


def general_knowledge_is_marked(matter: Matter) -> Iterator[Problem]:
    """What rests on general knowledge alone says ``checked: false``."""
    for entry in matter.exhibition:
        for prefix, part in parts(entry.value):
            source = codes(getattr(part, "source", ""))
            alone = bool(source) and GENERAL.issuperset(source)
            if alone and getattr(part, "checked", False):
                yield entry.problem(f"{prefix}source", "общее знание помечают checked: false")


def unchecked_says_no_number(matter: Matter) -> Iterator[Problem]:
    """``checked: false`` tells no figures: no digit in any of its texts but official names."""
    for entry in matter.exhibition:
        for prefix, part in parts(entry.value):
            if getattr(part, "checked", True):
                continue
            for path, text in texts(part):
                if re.split(r"[.\[]", path)[0] in EXEMPT:
                    continue
                for lang in ("ru", "en"):
                    if found := re.search(r"\d+", text.say(lang)):
                        yield entry.problem(
                            f"{prefix}{path}.{lang}",
                            f"число {found[0]} без источника (checked: false)",
                        )


def parts(value: Any) -> Iterator[tuple[str, Any]]:
    """What has a source of its own: the thing itself, and each chapter it is told in. Each with
    what stands before the paths of its fields."""
    yield "", value
    for i, chapter in enumerate(getattr(value, "chapters", [])):
        yield f"chapters[{i}].", chapter


def figures(matter: Matter) -> Iterator[tuple[Entry[Any], str, Figure]]:
    """Every figure with its entry and path."""
    for entry in matter.exhibition:
        for prefix, part in parts(entry.value):
            for i, figure in enumerate(getattr(part, "figures", [])):
                yield entry, f"{prefix}figures[{i}]", figure


def _sources(entry: Entry[Any]) -> Iterator[tuple[str, str]]:
    for prefix, part in parts(entry.value):
        source = getattr(part, "source", None)
        if source is not None:
            yield f"{prefix}source", source
        for i, figure in enumerate(getattr(part, "figures", [])):
            yield f"{prefix}figures[{i}].source", figure.source


def _is_address(code: str) -> bool:
    return code.startswith(("https://", "http://"))


RULES: list[Rule] = [
    sources_are_known,
    figures_are_sourced,
    general_knowledge_is_marked,
    unchecked_says_no_number,
]
