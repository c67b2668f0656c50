"""From scores to what there is in the region. Pure: the same answers give the same advice, and
nothing is advised that the library does not hold.

How a profession is weighed: for each trait of the test, the square of its share (a trait of 0.9
says more than two of 0.45) times how well the trait's marks fit the profession — a type of Klimov
it has, the place of Holland's letter in its code (3 for the first, 2, 1: the weights of the
hexagon's usual congruence), a cluster it belongs to, its own name. Of two that weigh the same the
first of the pack comes first; after a cluster was named once, its next profession weighs a quarter
less, so that three to five are of different kinds.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from content.library import DatedEvent, Library
from content.model import Profession, Programme, SelfTest, Trait, Vacancy
from content.selftests.scoring import shares

LEAST, MOST = 3, 5
"""Professions advised."""
AGAIN = 0.75
"""What is left of a profession's weight for each of its cluster named before."""
WANTED = 0.6
"""From this share on a condition is one that matters."""
TAUGHT = 1.1
"""Tasks ask for what is still to be learnt: this less the share. Above 1, for a course is named
even where everything is known."""
LISTED = 4
"""Vacancies and programmes shown at most."""


class Advice(NamedTuple):
    """What a result leads to. ``near`` are vacancies that lack one condition at most, where none
    has them all."""

    professions: list[Profession]
    programmes: list[Programme]
    vacancies: list[Vacancy]
    near: bool
    event: DatedEvent | None


def advise(library: Library, test: SelfTest, score: Mapping[str, int], today: dt.date) -> Advice:
    """The advice for a score on the local date ``today``."""
    share = shares(test, score)
    vacancies, near = _vacancies(library, test, share, today)
    asks = {id: TAUGHT - part for id, part in share.items()} if test.kind == "tasks" else share
    return Advice(
        _professions(library, test, share),
        _programmes(library, test, asks),
        vacancies,
        near,
        _event(library, test, asks, today),
    )


def fit(trait: Trait, profession: Profession) -> float:
    """How well a trait's marks fit a profession, 0 to 3."""
    best = 0.0
    if set(trait.klimov) & set(profession.klimov):
        best = 3.0
    if trait.riasec and trait.riasec in profession.riasec:
        best = max(best, 3.0 - profession.riasec.index(trait.riasec))
    if profession.id in trait.professions or set(trait.clusters) & set(profession.clusters):
        best = max(best, 3.0)
    return best


def _professions(library: Library, test: SelfTest, share: Mapping[str, float]) -> list[Profession]:
    weights = {
        one.id: sum(share[id] ** 2 * fit(trait, one) for id, trait in test.traits.items())
        for one in library.pack.professions
    }
    left = [one for one in library.pack.professions if weights[one.id] > 0]
    if len(left) < LEAST:
        left = list(library.pack.professions)
    named: Counter[str] = Counter()
    found: list[Profession] = []

    def weight(one: Profession) -> float:
        before = max((named[cluster] for cluster in one.clusters), default=0)
        return weights[one.id] * float(AGAIN**before)

    while left and len(found) < MOST:
        best = max(left, key=weight)
        left.remove(best)
        found.append(best)
        named.update(best.clusters)
    return found


def _programmes(library: Library, test: SelfTest, share: Mapping[str, float]) -> list[Programme]:
    """The Centre's programmes for the test's audiences; what leading traits ask for comes first."""
    mine = [one for one in library.programmes if set(one.audiences) & set(test.audiences)]
    weight = {one.id: _asked(test, share, one.tags) for one in mine}
    return sorted(mine or library.programmes, key=lambda one: -weight.get(one.id, 0))[:LISTED]


def _vacancies(
    library: Library, test: SelfTest, share: Mapping[str, float], today: dt.date
) -> tuple[list[Vacancy], bool]:
    wanted = {
        condition
        for id, trait in test.traits.items()
        if share[id] >= WANTED
        for condition in trait.conditions
    }
    every = library.vacancies_on(today)
    lacking = {one.id: len(wanted - set(one.conditions)) for one in every}
    least = min(lacking.values(), default=0)
    found = [one for one in every if lacking[one.id] == least]
    return found[:LISTED], least > 0


def _event(
    library: Library, test: SelfTest, share: Mapping[str, float], today: dt.date
) -> DatedEvent | None:
    """The event for the test's audiences that its traits ask for most, of equals the soonest."""
    board = library.events_on(today)
    mine = [one for one in board if set(one.event.audiences) & set(test.audiences)] or board
    return max(mine, key=lambda one: _asked(test, share, one.event.tags), default=None)


def _asked(test: SelfTest, share: Mapping[str, float], tags: Collection[str]) -> float:
    """How much of what the traits ask for these tags answer."""
    return sum(
        share[id] ** 2 * len(set(trait.tags) & set(tags)) for id, trait in test.traits.items()
    )
