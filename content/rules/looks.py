"""Looks: every named picture exists, and labels fit the boxes the screens give them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from content import declared as declaration
from content.boxes import LabelBox, lines_of, undrawn
from content.fonts import FONTS, FontsMissing, font_file
from content.loading import Entry
from content.model import KINDS, Struct, Text, Town
from content.problems import Problem
from content.rules.matter import Matter, Rule

BOXED: dict[str, type[Struct]] = {kind.__name__.lower(): kind for kind in KINDS.values()}
BOXED["town"] = Town
"""What a box's name may begin with."""


def pictures_exist(matter: Matter) -> Iterator[Problem]:
    """Every picture named in content or by the screens is in the set."""
    if matter.declared is None or matter.pictures is None:
        return
    names = matter.pictures.names
    for name, file, line, field in declaration.spots(matter.exhibition, matter.declared):
        if name not in names:
            near = difflib.get_close_matches(name, names, 1, 0.75)
            hint = f"; может быть, «{near[0]}»?" if near else ""
            yield Problem(file, line, field, f"нет картинки «{name}» в наборе fluent-emoji{hint}")


def labels_fit(matter: Matter) -> Iterator[Problem]:
    """Texts measured in their font take no more lines than their box has."""
    if matter.boxes is None:
        return
    for name, box in matter.boxes.value.items():
        kind, _, field = name.partition(".")
        if kind not in BOXED or field not in BOXED[kind].__struct_fields__:
            yield matter.boxes.problem(name, "нет такого поля у содержания")
        elif box.font not in FONTS:
            known = ", ".join(FONTS)
            yield matter.boxes.problem(f"{name}.font", f"«{box.font}» — можно: {known}")
        elif box.width <= 0 or box.lines < 1 or not 8 <= box.size <= 400:
            yield matter.boxes.problem(name, "размеры рамки невозможны")
        else:
            for entry in matter.exhibition.of(BOXED[kind]):
                yield from _fits(matter, entry, field, box)


def _fits(matter: Matter, entry: Entry[Any], field: str, box: LabelBox) -> Iterator[Problem]:
    text = getattr(entry.value, field)
    if not isinstance(text, Text):
        return
    try:
        font = font_file(matter.places.modules, box.font)
    except FontsMissing:
        return
    for lang in ("ru", "en"):
        said = text.say(lang)
        lines = lines_of(said, box, font)
        path = f"{field}.{lang}"
        if lines is None:
            hint = "сократите или поставьте в слове мягкий перенос"
            yield entry.problem(path, f"слово шире строки: {hint}")
        elif len(lines) > box.lines:
            yield entry.problem(path, f"строк {len(lines)}, а помещается {box.lines}: сократите")
        if missing := undrawn(said.replace("\n", ""), font):
            yield entry.problem(path, f"шрифт заголовка не рисует: {missing}")


RULES: list[Rule] = [pictures_exist, labels_fit]
