"""Steps of first aid, mixed up, to be touched in their order."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from content.exhibition.challenges.aid.cases import CASES
from content.exhibition.challenges.task import Task

STARS = (8, 18, 28)


@dataclass(frozen=True, kw_only=True)
class Aid(Task):
    """``case`` is a place in :data:`CASES`; ``steps[i]`` says which of its steps card i bears."""

    case: int
    steps: tuple[int, ...]

    @property
    def key(self) -> Hashable:
        """The case: none comes twice."""
        return self.case


def tasks(seed: int, lang: str = "ru") -> Sequence[Aid]:
    """Every case once; the steps never lie in their order already."""
    random = Random(seed)  # noqa: S311 - play, no secret
    order = list(range(len(CASES)))
    random.shuffle(order)
    return tuple(_mixed(random, case) for case in order)


def _mixed(random: Random, case: int) -> Aid:
    count = len(CASES[case].steps)
    steps = list(range(count))
    while steps == sorted(steps):
        random.shuffle(steps)
    right = tuple(steps.index(step) for step in range(count))
    return Aid(choices=count, right=right, case=case, steps=tuple(steps))
