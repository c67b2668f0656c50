"""One player's way through the tasks of a challenge.

Every touch is judged once. A wrong one takes nothing away: the right thing is shown in its place
and the player goes on, so a score never falls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content.exhibition.challenges.task import Task


@dataclass(frozen=True)
class Verdict:
    """How a touch was judged. ``wanted`` is the thing that was right at this ``step`` of the task;
    ``done`` says that the task has no more steps."""

    choice: int
    wanted: int
    step: int
    done: bool

    @property
    def right(self) -> bool:
        """Whether it was the right one."""
        return self.choice == self.wanted


class Round:
    """The tasks in turn, and the score: a point for every right touch."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self.tasks = tuple(tasks)
        self.number = 0
        """Of the task in hand, from 0; as many as there are tasks when none is left."""
        self.step = 0
        """How many touches of the task in hand were judged."""
        self.score = 0
        self.flawless = 0
        """Tasks without a wrong touch."""
        self.missed: list[Task] = []
        """Tasks with a wrong touch."""
        self.judged: list[Verdict] = []
        """The verdicts of the task in hand."""

    @property
    def task(self) -> Task | None:
        """The task in hand, None when none is left."""
        return self.tasks[self.number] if self.number < len(self.tasks) else None

    @property
    def shows(self) -> bool:
        """Whether the task in hand is done and only looked at."""
        return self.task is not None and self.step >= len(self.task.right)

    @property
    def best(self) -> int:
        """Points there were to get in the tasks begun so far."""
        begun = self.tasks[: self.number + 1]
        return sum(len(task.right) for task in begun)

    def touch(self, choice: int) -> Verdict | None:
        """Judge a touch; None where there is nothing to judge: no task, a task already done, a
        thing that is not there or that an earlier step used."""
        task = self.task
        if task is None or self.shows or not 0 <= choice < task.choices:
            return None
        if self._is_spent(task, choice):
            return None
        verdict = Verdict(
            choice, task.right[self.step], self.step, self.step + 1 == len(task.right)
        )
        self.judged.append(verdict)
        self.score += verdict.right
        self.step += 1
        if verdict.done:
            if all(one.right for one in self.judged):
                self.flawless += 1
            else:
                self.missed.append(task)
        return verdict

    def next(self) -> None:
        """Go on to the next task; does nothing while this one is not done."""
        if self.shows:
            self.number += 1
            self.step = 0
            self.judged = []

    def _is_spent(self, task: Task, choice: int) -> bool:
        return not task.stays and choice in task.right[: self.step]
