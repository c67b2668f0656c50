"""Shapes: codes, colours, places on the map, and what each kind must have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from content.model import KINDS, Audience, AudienceId, Cluster, Consent, Profession, Struct, Town
from content.problems import Problem
from content.rules.matter import Matter, Rule

LATITUDES = (53.3, 56.2)
LONGITUDES = (30.6, 35.6)
"""The box around Smolensk region, degrees, with a little air."""

_CODE = re.compile(r"\d\d\.(\d\d)\.\d\d")
_LEVELS = {"01": "profession", "02": "speciality"}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def codes_are_federal(matter: Matter) -> Iterator[Problem]:
    """A code is written as in the federal lists of secondary vocational education: 15.02.16. Its
    middle says what it is: 01 a profession, 02 a speciality."""
    for entry in matter.exhibition.of(Profession):
        match = _CODE.fullmatch(entry.value.code)
        if match is None:
            yield entry.problem("code", f"код «{entry.value.code}» — нужен вид 15.02.16")
        elif entry.value.kind != _LEVELS.get(match[1]):
            kind = _LEVELS.get(match[1], "не профессия и не специальность")
            yield entry.problem("kind", f"по коду {entry.value.code} это {kind}")


def towns_are_in_the_region(matter: Matter) -> Iterator[Problem]:
    """Coordinates fall within the region's box, ranks are 1 to 3, one town is the centre."""
    towns = matter.exhibition.of(Town)
    for entry in towns:
        for field, (low, high) in (("lat", LATITUDES), ("lon", LONGITUDES)):
            value = getattr(entry.value, field)
            if not low <= value <= high:
                yield entry.problem(field, f"{value} вне области: нужно от {low} до {high}")
        if entry.value.rank not in (1, 2, 3):
            yield entry.problem("rank", f"{entry.value.rank} — бывает 1, 2 или 3")
    for entry in [entry for entry in towns if entry.value.rank == 1][1:]:
        yield entry.problem("rank", "центр (rank 1) уже есть, он один")


def colours_are_colours(matter: Matter) -> Iterator[Problem]:
    """Colours are written #RRGGBB."""
    coloured: list[tuple[type[Struct], str]] = [
        (kind, "hue") for kind in KINDS.values() if "hue" in kind.__struct_fields__
    ]
    coloured.append((Audience, "tile"))
    for kind, field in coloured:
        for entry in matter.exhibition.of(kind):
            value = getattr(entry.value, field)
            if not _COLOUR.fullmatch(value):
                yield entry.problem(field, f"«{value}» — цвет пишут как #4A6CF7 в кавычках")


def audiences_are_complete(matter: Matter) -> Iterator[Problem]:
    """The home screen has its six tiles."""
    for id in get_args(AudienceId):
        if matter.exhibition.lacks(Audience, id):
            yield Problem("exhibition/audiences", 1, "id", f"нет аудитории «{id}»")


def professions_are_marked(matter: Matter) -> Iterator[Problem]:
    """RIASEC letters are one to three different ones, likes three or four, Klimov types some."""
    for entry in matter.exhibition.of(Profession):
        letters = entry.value.riasec
        if not re.fullmatch("[RIASEC]{1,3}", letters) or len(set(letters)) < len(letters):
            yield entry.problem("riasec", f"«{letters}» — от одной до трёх разных букв из RIASEC")
        if not entry.value.klimov:
            yield entry.problem("klimov", "нужен хотя бы один тип")
        if len(entry.value.likes) not in (3, 4):
            yield entry.problem("likes", f"{len(entry.value.likes)} — нужно три или четыре")


def clusters_have_a_base(matter: Matter) -> Iterator[Problem]:
    """A cluster of «Профессионалитет» has its base college, and its pin stands in its town."""
    for entry in matter.exhibition.of(Cluster):
        cluster = entry.value
        if cluster.kind == "professionalitet" and cluster.base is None:
            yield entry.problem(
                "base", "у кластера «Профессионалитета» должен быть базовый колледж"
            )
        if cluster.home not in cluster.towns:
            yield entry.problem("home", f"«{cluster.home}» нет среди его городов", warning=True)


def consent_is_there(matter: Matter) -> Iterator[Problem]:
    """Without a consent document nobody can be signed up."""
    if matter.exhibition.is_empty(Consent):
        yield Problem("exhibition/consents", 1, "", "нет ни одного согласия: запись невозможна")


def orders_differ(matter: Matter) -> Iterator[Problem]:
    """Equal ``order`` leaves the order on the screen to chance of file names."""
    for kind in KINDS.values():
        if "order" not in kind.__struct_fields__:
            continue
        seen: set[int] = set()
        for entry in matter.exhibition.of(kind):
            if entry.value.order in seen:  # type: ignore[attr-defined]
                yield entry.problem("order", "такой order уже есть", warning=True)
            seen.add(entry.value.order)  # type: ignore[attr-defined]


RULES: list[Rule] = [
    codes_are_federal,
    towns_are_in_the_region,
    colours_are_colours,
    audiences_are_complete,
    professions_are_marked,
    clusters_have_a_base,
    consent_is_there,
    orders_differ,
]
