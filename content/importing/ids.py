"""Ids of imported rows: the same row keeps its id at every import, wherever it stands."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import Any

from content.importing.columns import Kind
from content.importing.names import plain

SLUG = 24
"""Letters of the title in an id, which has at most 40."""

_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        (
            *("a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p"),
            *("r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "sch", "", "y", "", "e", "yu", "ya"),
        ),
        strict=True,
    )
)


class Ids:
    """Ids for the rows of one table. Made of what a row is known by, so that a corrected
    description or another order of rows changes none; what is alike in that is counted."""

    def __init__(self, kind: Kind) -> None:
        self._same = kind.same
        self._given: dict[str, int] = {}

    def of(self, values: dict[str, Any]) -> str:
        """The id of a row by the values of its fields."""
        known_by = "\n".join(plain(_said(values.get(field))) for field in self._same)
        digest = hashlib.sha256(known_by.encode()).hexdigest()[:8]
        id = f"{slug(values['title.ru'])}-{digest}"
        self._given[id] = self._given.get(id, 0) + 1
        return id if self._given[id] == 1 else f"{id}-{self._given[id]}"


def slug(text: str) -> str:
    """The first words of a text in Latin letters; ``row`` where it has none."""
    latin = "".join(_LATIN.get(char, char) for char in text.casefold())
    words = re.sub("[^a-z0-9]+", "-", latin).strip("-")[:SLUG].strip("-")
    return words if re.match("[a-z]", words) else f"row-{words}"[:SLUG].strip("-")


def _said(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)
