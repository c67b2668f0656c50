"""References: every id is one thing's own, and every reference leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.model import (
    Challenge,
    Championship,
    Cluster,
    College,
    Competence,
    Condition,
    Contact,
    Employer,
    Event,
    Exhibit,
    Hall,
    Link,
    Movement,
    Profession,
    Programme,
    Sector,
    Stand,
    Struct,
    Town,
    Vacancy,
)
from content.problems import Problem
from content.rules.matter import Matter, Rule

REFERENCES: list[tuple[type[Struct], str, type[Struct]]] = [
    (Link, "a", Town),
    (Link, "b", Town),
    (Employer, "towns", Town),
    (College, "town", Town),
    (Profession, "clusters", Cluster),
    (Profession, "colleges", College),
    (Profession, "employers", Employer),
    (Profession, "competences", Competence),
    (Cluster, "towns", Town),
    (Cluster, "home", Town),
    (Cluster, "base", College),
    (Cluster, "partners", College),
    (Cluster, "employers", Employer),
    (Cluster, "professions", Profession),
    (Programme, "event", Event),
    (Event, "programme", Programme),
    (Event, "cluster", Cluster),
    (Competence, "sector", Sector),
    (Competence, "movements", Movement),
    (Competence, "professions", Profession),
    (Championship, "movement", Movement),
    (Vacancy, "town", Town),
    (Vacancy, "conditions", Condition),
    (Vacancy, "profession", Profession),
    (Stand, "hall", Hall),
    (Stand, "cluster", Cluster),
    (Exhibit, "cluster", Cluster),
    (Challenge, "competence", Competence),
]
"""Who refers to what, and by which field."""

NAMES: dict[type[Struct], str] = {
    Town: "города",
    Cluster: "кластера",
    College: "колледжа",
    Employer: "работодателя",
    Profession: "профессии",
    Programme: "программы",
    Event: "события",
    Competence: "компетенции",
    Sector: "сферы",
    Movement: "движения",
    Condition: "условия",
    Hall: "зала",
}

_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")


def references_lead_somewhere(matter: Matter) -> Iterator[Problem]:
    """No reference to what is not there."""
    for kind, field, target in REFERENCES:
        for entry in matter.exhibition.of(kind):
            value = getattr(entry.value, field)
            named = value if isinstance(value, list) else [value]
            for i, id in enumerate(named):
                path = f"{field}[{i}]" if isinstance(value, list) else field
                if id is not None and matter.exhibition.lacks(target, id):
                    yield entry.problem(path, f"нет {NAMES[target]} «{id}»")


def lists_repeat_nothing(matter: Matter) -> Iterator[Problem]:
    """A list of references or audiences names each once."""
    lists: list[tuple[type[Struct], str]] = [(kind, field) for kind, field, _ in REFERENCES]
    lists += [(Programme, "audiences"), (Event, "audiences")]
    for kind, field in lists:
        for entry in matter.exhibition.of(kind):
            value = getattr(entry.value, field)
            for i, id in enumerate(value if isinstance(value, list) else []):
                if id in value[:i]:
                    yield entry.problem(f"{field}[{i}]", f"«{id}» уже названо в этом списке")


def ids_are_unique(matter: Matter) -> Iterator[Problem]:
    """Two things of one kind never share an id."""
    for kind, entries in matter.exhibition.entries.items():
        first: dict[str, str] = {}
        for entry in entries if kind not in (Link, Contact) else []:
            place = f"{entry.file}:{entry.line('id')}"
            if entry.value.id in first:
                text = f"«{entry.value.id}» уже есть: {first[entry.value.id]}"
                yield entry.problem("id", text)
            first.setdefault(entry.value.id, place)


def ids_are_words(matter: Matter) -> Iterator[Problem]:
    """An id is a short Latin word: it travels in records and addresses."""
    for entry in matter.exhibition:
        id = getattr(entry.value, "id", None)
        if id is not None and not _ID.fullmatch(id):
            text = f"«{id[:50]}» — нужно до 40 строчных латинских букв, цифр, дефисов"
            yield entry.problem("id", text)


def links_join_two(matter: Matter) -> Iterator[Problem]:
    """A line of the constellation joins two different towns, once."""
    seen: set[frozenset[str]] = set()
    for entry in matter.exhibition.of(Link):
        pair = frozenset((entry.value.a, entry.value.b))
        if len(pair) < 2:
            yield entry.problem("b", f"линия из «{entry.value.a}» в него же")
        elif pair in seen:
            yield entry.problem("", f"линия {entry.value.a} — {entry.value.b} уже есть")
        seen.add(pair)


RULES: list[Rule] = [
    references_lead_somewhere,
    lists_repeat_nothing,
    ids_are_unique,
    ids_are_words,
    links_join_two,
]
