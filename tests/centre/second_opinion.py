"""The figures of the self-tests by another road: slow, plain Python, straight from definitions."""

from __future__ import annotations

import statistics as st
from collections.abc import Sequence

from content.model import SelfTest
from content.selftests.scoring import points

Answers = Sequence[Sequence[int]]


def given(test: SelfTest, answers: Answers, trait: str) -> dict[str, list[float]]:
    """Points for a trait by item, those items alone that can give different ones."""
    found = {}
    for n, item in enumerate(test.items):
        options = range(len(test.answers) or len(item.answers))
        if len({points(test, item, one).get(trait, 0) for one in options}) > 1:
            found[item.id] = [float(points(test, item, a[n]).get(trait, 0)) for a in answers]
    return found


def sums(columns: Sequence[Sequence[float]]) -> list[float]:
    return [sum(row) for row in zip(*columns, strict=True)]


def alpha(columns: Sequence[Sequence[float]]) -> float:
    k = len(columns)
    return k / (k - 1) * (1 - sum(map(st.variance, columns)) / st.variance(sums(columns)))


def item_rest(columns: Sequence[Sequence[float]], which: int) -> float:
    others = [column for n, column in enumerate(columns) if n != which]
    return st.correlation(columns[which], sums(others))


def tournaments(test: SelfTest) -> tuple[list[str], list[str]]:
    """The ids of the first and of the second meetings of each two traits."""
    first: dict[tuple[str, ...], str] = {}
    second: list[str] = []
    for item in test.items:
        both = tuple(sorted(t for answer in item.answers for t in answer.adds))
        if both in first:
            second.append(item.id)
        else:
            first[both] = item.id
    return list(first.values()), second


def split_half(test: SelfTest, answers: Answers, trait: str) -> float:
    columns = given(test, answers, trait)
    one, two = (sums([columns[id] for id in half if id in columns]) for half in tournaments(test))
    r = st.correlation(one, two)
    return 2 * r / (1 + r)


def agreement(test: SelfTest, answers: Answers) -> float:
    alike = total = 0
    at = {item.id: n for n, item in enumerate(test.items)}
    winner = [[next(iter(answer.adds)) for answer in item.answers] for item in test.items]
    for a, b in _met_twice(test):
        for sheet in answers:
            alike += winner[at[a]][sheet[at[a]]] == winner[at[b]][sheet[at[b]]]
            total += 1
    return alike / total


def _met_twice(test: SelfTest) -> list[tuple[str, str]]:
    def both(id: str) -> frozenset[str]:
        item = next(one for one in test.items if one.id == id)
        return frozenset(t for answer in item.answers for t in answer.adds)

    first, second = tournaments(test)
    return [(a, b) for a in first for b in second if both(a) == both(b)]
