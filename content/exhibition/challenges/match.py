"""A match: one round, or two side by side with the same tasks, and the clock over them.

The clock is patient. It stands while nobody touches, and a match without a clock has a dozen tasks
instead: nothing then presses.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Protocol, cast, runtime_checkable

from content.exhibition.challenges.round import Round, Verdict
from content.exhibition.challenges.task import LEAST, Task
from content.library import Library

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


@runtime_checkable
class Telling(Protocol):
    """What it says instead of ``tasks`` where they are made of what the library tells."""

    STARS: tuple[int, int, int]

    def tasks_of(self, library: Library, seed: int, lang: str) -> Sequence[Task]:
        """As :meth:`Rules.tasks`, but as many as the library has something for: perhaps none."""


def rules(challenge: str) -> Rules | Telling:
    """The rules of a challenge; ModuleNotFoundError for one of another program."""
    found = importlib.import_module(f"content.exhibition.challenges.{challenge}.rules")
    return cast("Rules | Telling", found)


def tasks(challenge: str, library: Library | None, seed: int, lang: str) -> tuple[Task, ...]:
    """The tasks of a challenge. Raises ValueError where they are made of the library and there is
    none."""
    told = rules(challenge)
    if not isinstance(told, Telling):
        return tuple(told.tasks(seed, lang))
    if library is None:
        raise ValueError(f"{challenge} asks about what a library tells")
    return tuple(told.tasks_of(library, seed, lang))


def has_tasks(challenge: str, library: Library) -> bool:
    """Whether the library has enough for it to be played."""
    told = rules(challenge)
    return not isinstance(told, Telling) or len(told.tasks_of(library, 0, "ru")) >= LEAST


class Match:
    """What is played. ``players`` is 1 or 2."""

    def __init__(
        self,
        challenge: str,
        seed: int,
        library: Library | None = None,
        *,
        players: int = 1,
        timed: bool = True,
        lang: str = "ru",
    ) -> None:
        self.challenge, self.seed, self.lang = challenge, seed, lang
        self.timed = timed
        self.passed = 0.0
        """Seconds the clock has gone."""
        self.quiet = 0.0
        """Seconds since the last touch."""
        made = tasks(challenge, library, seed, lang)
        self.rounds = tuple(Round(made if timed else made[:LEAST]) for _seat in range(players))

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
