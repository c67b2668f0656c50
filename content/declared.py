"""``assets/pictures.yaml``: which atlases there are and what goes into each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from content.atlas import GAP, MAX_SIDE, Plan
from content.loading import Entry, Exhibition
from content.model import KINDS, Challenge, Game, Movement, SelfTest, Struct
from content.model.games import Use
from content.problems import Problem

FILE = Path("assets") / "pictures.yaml"

PICTURED: dict[str, type[Struct]] = {
    folder: kind for folder, kind in KINDS.items() if "picture" in kind.__struct_fields__
}
"""The kinds of content that name a picture, as ``of:`` of an atlas calls them."""

OWN = ("ui", "large", "heroic", "played")
"""The lists of the file: small pictures, those also drawn large, those as large as a cluster's,
those that games draw as large as a figure."""

MANY: tuple[type[Struct], ...] = (Game, SelfTest)
"""Kinds that name many pictures each."""
PLAYED: dict[str, Use] = {"games": "tile", "figures": "figure", "things": "thing"}
"""What games draw on their tiles, large and small."""

ASKED = "asked"
"""What tasks of challenges are made of; ``challenges`` are their own pictures."""

Spot = tuple[str, str, int, str]
"""A picture's name with the file, line and field that name it."""


class Declared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written. :data:`OWN` are what the screens themselves draw."""

    atlases: dict[str, Plan]
    ui: list[str]
    large: list[str] = []
    heroic: list[str] = []
    played: list[str] = []


def faults(entry: Entry[Declared]) -> Iterator[Problem]:
    """What cannot be laid out: impossible sizes, unknown lists."""
    lists = {*OWN, *PICTURED, *PLAYED, ASKED}
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
    many: list[Entry[Any]] = [*exhibition.of(Game), *exhibition.of(SelfTest)]
    for rich in many:
        for path, name, _large in rich.value.pictures:
            yield name, rich.file, rich.line(path), path
    for tried in exhibition.of(Challenge):
        for i, name in enumerate(tried.value.drawn):
            path = f"drawn[{i}]"
            yield name, tried.file, tried.line(path), path
    for kind in PICTURED.values():
        for entry in exhibition.of(kind) if kind not in MANY else ():
            yield entry.value.picture, entry.file, entry.line("picture"), "picture"  # type: ignore[attr-defined]


def names(exhibition: Exhibition, declared: Declared, plan: Plan) -> list[str]:
    """The pictures of one atlas, each once: in the order of ``of``, each list's own sorted, so
    that what is shown together lies on one page."""
    found: dict[str, None] = {}
    for part in plan.of:
        if part in PLAYED:
            # Game by game: only one is played at a time.
            for game in exhibition.values(Game):
                mine = sorted(name for _, name, use in game.pictures if use == PLAYED[part])
                found |= dict.fromkeys(mine)
            continue
        if part == ASKED:
            listed = {name for one in exhibition.values(Challenge) for name in one.drawn}
        elif part in PICTURED and PICTURED[part] is SelfTest:
            listed = {name for one in exhibition.values(SelfTest) for _, name, _ in one.pictures}
        elif part in PICTURED:
            values = exhibition.values(PICTURED[part])
            listed = {value.picture for value in values}  # type: ignore[attr-defined]
            if PICTURED[part] is Movement:
                listed |= {c.picture for m in exhibition.values(Movement) for c in m.chapters}
        else:
            listed = set(getattr(declared, part))
        found |= dict.fromkeys(sorted(listed))
    return list(found)
