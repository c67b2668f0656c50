"""Vacancies by what matters to a visitor: which fit, and what to let go of when none does.

Pure. What a visitor chose is never journalled: it is nobody's business but theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from content.model import Vacancy


@dataclass(frozen=True)
class Needs:
    """What matters: conditions a vacancy must all have, and a town; empty ones ask for nothing."""

    conditions: frozenset[str] = frozenset()
    town: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything fits."""
        return not self.conditions and not self.town

    def toggled(self, condition: str) -> Needs:
        """The same with one condition added or let go of."""
        return Needs(self.conditions ^ {condition}, self.town)

    def without(self, need: str) -> Needs:
        """The same without a condition, or without the town where ``need`` is empty."""
        return Needs(self.conditions - {need}, self.town if need else "")


class Relief(NamedTuple):
    """A need to let go of (a condition's id, empty for the town), and how many then fit."""

    need: str
    found: int


def fitting(vacancies: Iterable[Vacancy], needs: Needs) -> list[Vacancy]:
    """Those that have every condition and stand in the town, in their order."""
    return [
        one
        for one in vacancies
        if needs.conditions <= set(one.conditions) and needs.town in ("", one.town)
    ]


def reliefs(vacancies: Sequence[Vacancy], needs: Needs) -> list[Relief]:
    """The single needs without which something fits, the most fruitful first."""
    asked = sorted(needs.conditions) + ([""] if needs.town else [])
    found = [Relief(need, len(fitting(vacancies, needs.without(need)))) for need in asked]
    return sorted((one for one in found if one.found), key=lambda one: -one.found)
