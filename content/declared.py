"""``assets/pictures.yaml``: which atlases there are and what goes into each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from content.atlas import GAP, MAX_SIDE, Plan
from content.loading import Entry, Exhibition
from content.model import Audience, Cluster, Event, Profession, Programme, Struct
from content.problems import Problem

FILE = Path("assets") / "pictures.yaml"

PICTURED: dict[str, type[Struct]] = {
    "audiences": Audience,
    "clusters": Cluster,
    "professions": Profession,
    "programmes": Programme,
    "events": Event,
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
    for kind in PICTURED.values():
        for entry in exhibition.of(kind):
            yield entry.value.picture, entry.file, entry.line("picture"), "picture"  # type: ignore[attr-defined]


def names(exhibition: Exhibition, declared: Declared, plan: Plan) -> list[str]:
    """The pictures of one atlas, each once, sorted by name."""
    found: set[str] = set()
    for part in plan.of:
        if part in PICTURED:
            found |= {value.picture for value in exhibition.values(PICTURED[part])}  # type: ignore[attr-defined]
        else:
            found |= set(getattr(declared, part))
    return sorted(found)
