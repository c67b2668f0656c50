"""What rules look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from content.boxes import LabelBox
from content.declared import Declared
from content.loading import Entry, Exhibition
from content.model import Text
from content.pictures import PictureSet
from content.places import Places
from content.problems import Problem


@dataclass(frozen=True)
class Matter:
    """All that was read. ``declared``, ``boxes`` and ``pictures`` are None where they could not
    be; that is a problem of its own by then, so rules that need them say nothing."""

    places: Places
    exhibition: Exhibition
    declared: Entry[Declared] | None
    boxes: Entry[dict[str, LabelBox]] | None
    pictures: PictureSet | None


Rule = Callable[[Matter], Iterator[Problem]]


def strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string within a typed value, with the path of its field (``likes[0].ru``)."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from strings(item, f"{path}[{i}]")
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from strings(item, f"{path}.{name}")
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from strings(getattr(value, name), f"{path}.{name}" if path else name)


def texts(value: Any, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every :class:`Text` within a typed value, with the path of its field."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from texts(item, f"{path}[{i}]")
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from texts(item, f"{path}.{name}")
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name), f"{path}.{name}" if path else name)
