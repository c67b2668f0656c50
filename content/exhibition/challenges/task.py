"""A task of a challenge: some things to touch, and which of them is right, one after another."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from random import Random
from typing import TypeVar

LEAST = 12
"""Tasks every challenge has for any seed: a calm round takes so many."""
TRIES = 400
"""Draws before a challenge is taken to have no other task left."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """``choices`` things can be touched, numbered from 0; ``right`` are the right ones in the
    order they are to be touched, each at its step."""

    choices: int
    right: tuple[int, ...]
    stays: bool = False
    """Whether a thing can be touched again after its step, as a key can."""

    @property
    def about(self) -> tuple[str, str] | None:
        """What tells more of it: a kind and an id, ``("profession", "nurse")``; None where the
        competence of the challenge does."""
        return None

    @property
    def key(self) -> Hashable:
        """What makes two tasks alike to a player; a challenge may say it more narrowly."""
        return self


T = TypeVar("T", bound=Task)


def unlike(draw: Callable[[Random, int], T | None], seed: int, count: int) -> tuple[T, ...]:
    """Up to ``count`` tasks no two of which are alike, the same ones for the same seed.
    ``draw(random, number)`` makes one, or None where nothing came of it; ``number`` counts from
    0, so later ones may be harder."""
    random = Random(seed)  # noqa: S311 - play, no secret
    found: dict[Hashable, T] = {}
    for _try in range(TRIES):
        if len(found) == count:
            break
        task = draw(random, len(found))
        if task is not None:
            found.setdefault(task.key, task)
    return tuple(found.values())
