"""Things called by the names people call them: a town as «г. Смоленск», a condition in English."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

from content.boxes import SOFT_HYPHEN

T = TypeVar("T")

_TOWN = re.compile(r"^(г\.|гор\.|город|пгт|п\.|пос\.|с\.|посёлок|поселок)\s*(?=\w)", re.IGNORECASE)


def plain(text: str) -> str:
    """A name without what people vary: case, ё, blanks, soft hyphens, a star or a colon."""
    text = text.replace(SOFT_HYPHEN, "").casefold().replace("ё", "е")
    return " ".join(text.replace("*", " ").strip(" :\t\n\u00a0").split())


class Names(Generic[T]):
    """Values by any of their names. ``called`` is (value, names), the first name the one to show;
    a name of two different things is nobody's."""

    def __init__(self, called: Iterable[tuple[T, Iterable[str]]]) -> None:
        self._values: dict[str, T] = {}
        self._shown: dict[str, str] = {}
        doubled: set[str] = set()
        for value, names in called:
            first = ""
            for name in filter(None, names):
                first = first or name.replace(SOFT_HYPHEN, "")
                key = plain(name)
                if key in self._values and self._values[key] != value:
                    doubled.add(key)
                self._values[key] = value
                self._shown[key] = first
        for key in doubled:
            del self._values[key], self._shown[key]

    def find(self, text: str) -> T | None:
        """The thing of that name."""
        key = plain(text)
        return self._values.get(key, self._values.get(plain(_TOWN.sub("", text.strip()))))

    def hint(self, text: str) -> str:
        """A question with the nearest name, empty where none is near."""
        near = difflib.get_close_matches(plain(text), self._values, 1, 0.7)
        return f"; может быть, «{self._shown[near[0]]}»?" if near else ""

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(self._shown.values()))


def names_of(values: Iterable[Any], *fields: str) -> Names[str]:
    """Names of things of the content by the fields that hold them, and by their ids."""

    def called() -> Iterator[tuple[str, list[str]]]:
        for value in values:
            names: list[str] = []
            for field in fields:
                text = getattr(value, field)
                names += [text.ru, text.en]
            yield value.id, [*names, value.id]

    return Names(called())
