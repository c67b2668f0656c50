"""What content must be like. A rule is a function from :class:`Matter` to the problems it finds;
a new one is written beside its like and named in that module's ``RULES``."""

from __future__ import annotations

from content.rules import (
    dates,
    facts,
    games,
    hall,
    links,
    looks,
    media,
    selftests,
    shapes,
    texts,
    translated,
    voice,
)
from content.rules.matter import Matter, Rule

RULES: list[Rule] = [
    rule
    for module in (
        shapes,
        links,
        texts,
        facts,
        dates,
        hall,
        games,
        selftests,
        looks,
        media,
        translated,
        voice,
    )
    for rule in module.RULES
]
"""Every rule, in the order they are tried."""

__all__ = ["RULES", "Matter", "Rule"]
