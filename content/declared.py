"""``assets/pictures.yaml``: which atlases there are and what goes into each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from content.atlas import GAP, MAX_SIDE, Plan
from content.loading import Entry, Exhibition
from content.model import KINDS, Movement, Struct
from content.problems import Problem

FILE = Path("assets") / "pictures.yaml"

PICTURED: dict[str, type[Struct]] = {
    folder: kind for folder, kind in KINDS.items() if "picture" in kind.__struct_fields__
}
"""The kinds of content that name a picture, as ``of:`` of an atlas calls them."""

OWN = ("ui", "large", "heroic")
"""The lists of the file: small pictures, those also drawn large, those as large as a cluster's."""

Spot = tuple[str, str, int, str]
"""A picture's name with the file, line and field that name it."""


class Declared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written. :data:`OWN` are what the screens themselves draw."""

    atlases: dict[str, Plan]
    ui: list[str]
    large: list[str] = []
    heroic: list[str] = []


def faults(entry: Entry[Declared]) -> Iterator[Problem]:
    """What cannot be laid out: impossible sizes, unknown lists."""
    lists = {*OWN, *PICTURED}
    for name, plan in entry.value.atlases.items():
        path = f"atlases.{name}"
        if not plan.sizes or min(plan.sizes) < 16 or max(plan.sizes) > 1024:
            yield entry.problem(f"{path}.sizes", "размеры картинок — от 16 до 1024")
        elif min(plan.width, plan.height, MAX_SIDE) < plan.sizes[-1] + 2 * GAP:
            yield entry.problem(path, "картинка не помещается на страницу")
        for i, part in enumerate(plan.of):
            if part not in lists:
                known = ", ".join(sorted(lists))
                yield entry.problem(f"{path}.of[{i}]", f"«{part}» не подходит; можно: {known}")


def spots(exhibition: Exhibition, declared: Entry[Declared]) -> Iterator[Spot]:
    """Every place that names a picture."""
    for field in OWN:
        for i, name in enumerate(getattr(declared.value, field)):
            path = f"{field}[{i}]"
            yield name, declared.file, declared.line(path), path
    for told in exhibition.of(Movement):
        for i, chapter in enumerate(told.value.chapters):
            path = f"chapters[{i}].picture"
            yield chapter.picture, told.file, told.line(path), path
    for kind in PICTURED.values():
        for entry in exhibition.of(kind):
            yield entry.value.picture, entry.file, entry.line("picture"), "picture"  # type: ignore[attr-defined]


def names(exhibition: Exhibition, declared: Declared, plan: Plan) -> list[str]:
    """The pictures of one atlas, each once, sorted by name."""
    found: set[str] = set()
    for part in plan.of:
        if part in PICTURED:
            values = exhibition.values(PICTURED[part])
            found |= {value.picture for value in values}  # type: ignore[attr-defined]
            if PICTURED[part] is Movement:
                found |= {c.picture for m in exhibition.values(Movement) for c in m.chapters}
        else:
            found |= set(getattr(declared, part))
    return sorted(found)
