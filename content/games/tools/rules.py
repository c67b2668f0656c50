"""A worker and the tool of the trade: each tool goes to the one who works with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from content.games.round import Move, Round
from content.model import Game, Struct

TOOLS = {
    "cook": "pan",
    "welder": "flame",
    "farmer": "sprout",
    "artist": "palette",
    "doctor": "stethoscope",
    "builder": "bricks",
    "mechanic": "wrench",
    "rescuer": "extinguisher",
}
"""Whose tool is which."""


class Level(Struct, frozen=True):
    """``people`` workers out of ``among``, and ``extra`` tools that belong to none of them."""

    people: int
    among: list[str]
    extra: int = 0


@dataclass(frozen=True)
class Match(Round):
    """``people`` stand there; ``tray`` holds the tools, ``given`` those that were given."""

    people: tuple[str, ...]
    tray: tuple[str, ...]
    given: frozenset[str] = frozenset()

    @property
    def moves(self) -> Sequence[Move]:
        """Any tool left, to anybody who has none yet."""
        waiting = [one for one in self.people if TOOLS[one] not in self.given]
        left = [tool for tool in self.tray if tool not in self.given]
        return [Move(tool, one) for tool in left for one in waiting]

    def after(self, move: Move) -> Self:
        """A tool is taken by the one it belongs to."""
        if move not in self.moves or TOOLS[move.place] != move.thing:
            return self
        return replace(self, given=self.given | {move.thing})

    @property
    def hint(self) -> Move | None:
        """The first who waits."""
        return next((move for move in self.moves if TOOLS[move.place] == move.thing), None)

    @property
    def done(self) -> bool:
        """Everybody has theirs."""
        return all(TOOLS[one] in self.given for one in self.people)

    @property
    def met(self) -> Sequence[str]:
        """Those who stood there."""
        return self.people


def deal(level: Level, game: Game, seed: int) -> Match:
    """Workers and tools in a random order. ValueError where there are fewer than asked for."""
    if level.people > len(set(level.among)):
        raise ValueError(f"{level.people} workers of {len(set(level.among))}")
    random = Random(seed)  # noqa: S311 - play, no secret
    shuffled = random.sample(level.among, len(level.among))
    people = shuffled[: level.people]
    others = [one for one in TOOLS if one not in people]
    tray = [TOOLS[one] for one in (*people, *random.sample(others, level.extra))]
    random.shuffle(tray)
    return Match(tuple(people), tuple(tray))
