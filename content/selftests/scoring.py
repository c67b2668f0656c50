"""From answers to scores. Pure: the same answers give the same result.

An answer is the number of what was chosen, counted from 0; None where nothing was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from content.model import Item, SelfTest

Answers = Sequence[int | None]


class Leading(NamedTuple):
    """The traits that lead: those of the highest share, then those of the next. More than one in
    ``first`` is a tie, and is told as one."""

    first: tuple[str, ...]
    second: tuple[str, ...]


def choices(test: SelfTest, item: Item) -> int:
    """How many answers an item has."""
    return len(test.answers) if test.kind == "likert" else len(item.answers)


def points(test: SelfTest, item: Item, choice: int) -> Mapping[str, int]:
    """What a choice counts for, by trait. Likert answers count 0, 1, 2… from the first, a reversed
    item from the last; a right answer of a task counts 1 for the item's trait."""
    if not 0 <= choice < choices(test, item):
        raise ValueError(f"item {item.id} has no answer {choice}")
    if test.kind == "likert":
        value = len(test.answers) - 1 - choice if item.reverse else choice
        return {item.trait: value} if item.trait else {}
    answer = item.answers[choice]
    if test.kind == "tasks":
        return {item.trait: 1} if item.trait and answer.right else {}
    return answer.adds


def scores(test: SelfTest, answers: Answers) -> dict[str, int]:
    """Points by trait, in the test's order. Raises ValueError where there are more answers than
    items, or one that is none."""
    if len(answers) > len(test.items):
        raise ValueError(f"{len(answers)} answers to {len(test.items)} items")
    total = dict.fromkeys(test.traits, 0)
    for item, choice in zip(test.items, answers, strict=False):
        if choice is not None:
            for trait, value in points(test, item, choice).items():
                total[trait] = total.get(trait, 0) + value
    return total


def reach(test: SelfTest) -> dict[str, tuple[int, int]]:
    """The least and the most points of each trait."""
    least, most = dict.fromkeys(test.traits, 0), dict.fromkeys(test.traits, 0)
    for item in test.items:
        options = [points(test, item, choice) for choice in range(choices(test, item))]
        for trait in test.traits:
            values = [option.get(trait, 0) for option in options] or [0]
            least[trait] += min(values)
            most[trait] += max(values)
    return {trait: (least[trait], most[trait]) for trait in test.traits}


def shares(test: SelfTest, score: Mapping[str, int]) -> dict[str, float]:
    """Scores as parts of what can be reached, 0 to 1."""
    return {
        trait: (score.get(trait, 0) - low) / (high - low) if high > low else 0.0
        for trait, (low, high) in reach(test).items()
    }


def ranks(test: SelfTest, score: Mapping[str, int]) -> list[tuple[str, ...]]:
    """The traits by their share, the highest first; those of one share together."""
    ranked: dict[float, list[str]] = {}
    for trait, share in shares(test, score).items():
        ranked.setdefault(round(share, 6), []).append(trait)
    return [tuple(ranked[share]) for share in sorted(ranked, reverse=True)]


def leading(test: SelfTest, score: Mapping[str, int]) -> Leading:
    """Which traits lead, ties said honestly."""
    groups = ranks(test, score)
    return Leading(groups[0] if groups else (), groups[1] if len(groups) > 1 else ())
