"""One sheet of answers, as it is filled in: forward, back, an answer changed; and how careful."""

from __future__ import annotations

import statistics
from typing import Literal

from content.model import SelfTest

HASTY_MS = 1000
"""An item answered quicker than this was not read: silent reading takes a quarter of a second a
word (Brysbaert 2019), and no item has fewer than five."""
FEW = 6
"""Items below which nothing is said of care."""
Doubt = Literal["hasty", "same", ""]
"""Answered too quickly; one answer throughout; nothing to doubt."""


class Sheet:
    """The answers of one person to one test. Nobody's name is on it."""

    def __init__(self, test: SelfTest) -> None:
        self.test = test
        self.answers: list[int | None] = [None] * len(test.items)
        self.ms: list[int] = [0] * len(test.items)
        """Milliseconds each item was looked at, all its turns together."""
        self.at = 0
        """The item shown, counted from 0; the number of items when there is none left."""

    @property
    def done(self) -> bool:
        """Whether every item has its answer."""
        return all(answer is not None for answer in self.answers)

    @property
    def reached(self) -> int:
        """How many items have their answer."""
        return sum(answer is not None for answer in self.answers)

    def choose(self, choice: int, ms: int) -> None:
        """Answer the item shown after so many milliseconds, and go on to the next."""
        if self.at < len(self.answers):
            self.answers[self.at] = choice
            self.ms[self.at] += max(0, ms)
            self.at += 1

    def back(self, ms: int = 0) -> bool:
        """To the item before; False at the first."""
        if self.at < len(self.ms):
            self.ms[self.at] += max(0, ms)
        if self.at == 0:
            return False
        self.at -= 1
        return True

    @property
    def doubt(self) -> Doubt:
        """Whether to offer another try instead of a profile. Where conditions are asked about, the
        same answer throughout is an answer: one may need all of them, or none."""
        found = doubt(self.answers, self.ms)
        needs = any(trait.conditions for trait in self.test.traits.values())
        return "" if needs and found == "same" else found


def doubt(answers: list[int | None], ms: list[int]) -> Doubt:
    """What speaks against a sheet: half of its items quicker than one can read, or the same answer
    throughout."""
    given = [answer for answer in answers if answer is not None]
    if len(given) < FEW:
        return ""
    if statistics.median(ms) < HASTY_MS:
        return "hasty"
    return "same" if len(set(given)) == 1 else ""


def written(answers: list[int | None]) -> str:
    """A sheet as text, a character an item: ``a``, ``b``, … and ``-`` where nothing was chosen."""
    return "".join("-" if one is None else chr(ord("a") + one) for one in answers)


def read(text: str) -> list[int | None]:
    """The answers of such a text; digits count from 1. Raises ValueError at anything else."""
    found: list[int | None] = []
    for sign in text.strip().lower():
        if sign == "-":
            found.append(None)
        elif "1" <= sign <= "9":
            found.append(int(sign) - 1)
        elif "a" <= sign <= "i":
            found.append(ord(sign) - ord("a"))
        else:
            raise ValueError(f"«{sign}» is no answer")
    return found
