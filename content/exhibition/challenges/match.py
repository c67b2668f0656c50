"""A match: one round, or two side by side with the same tasks, and the clock over them.

The clock is patient. It stands while nobody touches, and a match without a clock has a dozen tasks
instead: nothing then presses.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Protocol, cast

from content.exhibition.challenges.round import Round, Verdict
from content.exhibition.challenges.task import LEAST, Task

SECONDS = 60.0
QUIET_S = 15.0
"""The clock stands after this long without a touch, until the next one."""
SHARES = (0.5, 0.75, 0.95)
"""Of the points there were: one, two and three stars of a match without a clock."""


class Rules(Protocol):
    """What the module ``rules`` of a challenge says."""

    STARS: tuple[int, int, int]
    """Points for one, two and three stars in sixty seconds."""

    def tasks(self, seed: int, lang: str) -> Sequence[Task]:
        """At least :data:`LEAST` tasks, no two alike, the same ones for the same seed."""


def rules(challenge: str) -> Rules:
    """The rules of a challenge; ModuleNotFoundError for one of another program."""
    return cast(Rules, importlib.import_module(f"content.exhibition.challenges.{challenge}.rules"))


class Match:
    """What is played. ``players`` is 1 or 2."""

    def __init__(
        self, challenge: str, seed: int, *, players: int = 1, timed: bool = True, lang: str = "ru"
    ) -> None:
        self.challenge, self.seed, self.lang = challenge, seed, lang
        self.timed = timed
        self.passed = 0.0
        """Seconds the clock has gone."""
        self.quiet = 0.0
        """Seconds since the last touch."""
        tasks = tuple(rules(challenge).tasks(seed, lang))
        self.rounds = tuple(Round(tasks if timed else tasks[:LEAST]) for _seat in range(players))

    @property
    def left(self) -> float:
        """Seconds left on the clock."""
        return max(0.0, SECONDS - self.passed)

    @property
    def waits(self) -> bool:
        """Whether the clock stands because nobody touches."""
        return self.quiet >= QUIET_S

    @property
    def over(self) -> bool:
        """Whether time is up or every task is done."""
        out = self.timed and self.left <= 0
        return out or all(one.task is None for one in self.rounds)

    def tick(self, dt: float) -> None:
        """Let ``dt`` seconds pass."""
        dt = max(0.0, dt)
        if not self.waits and not self.over:
            self.passed += dt
        self.quiet += dt

    def touch(self, seat: int, choice: int) -> Verdict | None:
        """A player touches something; None where it counts for nothing."""
        self.quiet = 0.0
        return None if self.over else self.rounds[seat].touch(choice)

    def calm(self) -> None:
        """Take the clock away for good; the tasks end with the dozen."""
        if not self.timed:
            return
        self.timed = False
        for one in self.rounds:
            one.tasks = one.tasks[: max(LEAST, one.number + 1)]

    def stars(self, seat: int) -> int:
        """0 to 3, for the score so far."""
        score = self.rounds[seat].score
        if self.timed:
            return sum(score >= least for least in rules(self.challenge).STARS)
        whole = sum(len(task.right) for task in self.rounds[seat].tasks)
        return sum(score >= share * whole for share in SHARES)
