"""Looks: every named picture exists, and labels fit the boxes the screens give them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from typing import Any

from content import declared as declaration
from content.atlas import fit
from content.boxes import LabelBox, lines_of, undrawn
from content.fonts import FONTS, FontsMissing, font_file
from content.loading import Entry
from content.model import KINDS, Struct, Town
from content.problems import Problem
from content.rules.matter import Matter, Rule, texts

BOXED: dict[str, type[Struct]] = {kind.__name__.lower(): kind for kind in KINDS.values()}
BOXED["town"] = Town
"""What a box's name may begin with."""
PAGE, PIXEL = 3 * 2**20, 4
"""Bytes one page may take, and those of one pixel: the kiosk holds the pages it looks at."""
_FILE = re.compile(r"[/\\\\]|\.(png|jpe?g|svg|gif|webp|bmp)$", re.IGNORECASE)
_ITEM = re.compile(r"\[\d+\]")


def pictures_exist(matter: Matter) -> Iterator[Problem]:
    """Every picture named in content or by the screens is in the set."""
    if matter.declared is None or matter.pictures is None:
        return
    names = matter.pictures.names
    for name, file, line, field in declaration.spots(matter.exhibition, matter.declared):
        if name not in names:
            yield Problem(file, line, field, _unknown(name, names))


def _unknown(name: str, names: Collection[str]) -> str:
    """What is wrong with the name of a picture."""
    if _FILE.search(name):
        return f"«{name[:60]}» — файл, а нужно имя картинки из набора, вроде house"
    if not name.isascii():
        return f"«{name[:60]}» — нужно английское имя картинки из набора, вроде house"
    near = difflib.get_close_matches(name, names, 1, 0.75)
    hint = f"; может быть, «{near[0]}»?" if near else ""
    return f"нет картинки «{name[:60]}» в наборе fluent-emoji{hint}"


def pictures_have_an_atlas(matter: Matter) -> Iterator[Problem]:
    """What names pictures is drawn into some atlas, else a visitor sees a star in their place."""
    if matter.declared is None:
        return
    drawn = {part for plan in matter.declared.value.atlases.values() for part in plan.of}
    for folder, kind in declaration.PICTURED.items():
        if folder not in drawn and matter.exhibition.of(kind):
            text = f"картинки из «{folder}» не попадают ни в один атлас: допишите в of"
            yield matter.declared.problem("atlases", text, warning=True)


def pictures_fit_memory(matter: Matter) -> Iterator[Problem]:
    """No page of an atlas takes much of the kiosk's memory."""
    if matter.declared is None or any(declaration.faults(matter.declared)):
        return
    for name, plan in matter.declared.value.atlases.items():
        wanted = declaration.names(matter.exhibition, matter.declared.value, plan)
        taken = max((p.width * p.height * PIXEL for p in fit(wanted, plan)[1]), default=0)
        if taken > PAGE:
            text = f"страница займёт {taken / 2**20:.1f} МБ, а можно {PAGE // 2**20}"
            yield matter.declared.problem(f"atlases.{name}", f"{text}: уменьшите её")


def labels_fit(matter: Matter) -> Iterator[Problem]:
    """Texts measured in their font take no more lines than their box has. A text that is too long
    for several boxes is said once, for the first of them."""
    if matter.boxes is None:
        return
    said: set[tuple[str, int, str]] = set()
    for name, box in matter.boxes.value.items():
        kind, _, field = name.partition("/")[0].partition(".")
        first = re.split(r"[.\[]", field)[0]
        if kind not in BOXED or first not in BOXED[kind].__struct_fields__:
            yield matter.boxes.problem(name, "нет такого поля у содержания")
        elif box.font not in FONTS:
            known = ", ".join(FONTS)
            yield matter.boxes.problem(f"{name}.font", f"«{box.font}» — можно: {known}")
        elif box.width <= 0 or box.lines < 1 or not 8 <= box.size <= 400:
            yield matter.boxes.problem(name, "размеры рамки невозможны")
        else:
            for entry in matter.exhibition.of(BOXED[kind]):
                for problem in _fits(matter, entry, field, box):
                    place = (problem.file, entry.line(), problem.field)
                    if place not in said:
                        said.add(place)
                        yield problem


def _fits(matter: Matter, entry: Entry[Any], field: str, box: LabelBox) -> Iterator[Problem]:
    try:
        font = font_file(matter.places.modules, box.font)
    except FontsMissing:
        return
    where = f" ({box.where})" if box.where else ""
    for path, text in texts(entry.value):
        if _ITEM.sub("[]", path) != field:
            continue
        for lang in ("ru", "en"):
            said = text.say(lang)
            lines = lines_of(said, box, font)
            at = f"{path}.{lang}"
            if lines is None:
                hint = "сократите или поставьте в слове мягкий перенос"
                yield entry.problem(at, f"слово шире строки{where}: {hint}")
            elif len(lines) > box.lines:
                more = f"строк {len(lines)}, а помещается {box.lines}{where}: сократите"
                yield entry.problem(at, more)
            if missing := undrawn(said.replace("\n", ""), font):
                yield entry.problem(at, f"шрифт заголовка не рисует: {missing}")


RULES: list[Rule] = [pictures_exist, pictures_have_an_atlas, pictures_fit_memory, labels_fit]
