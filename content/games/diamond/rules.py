"""Cutting a stone: its outline is traced from point to point, its facets are mirrored.

Both are what a cutter does: follow a marked line exactly, and make each facet the counterpart of
the one across the axis. The levels take turns at it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from content.games.diamond.cuts import HALVES, OUTLINES
from content.games.round import Move, Round
from content.model import Game, Struct

CUTTER = "cutter"
COLOURS = ("red", "orange", "yellow", "green", "blue", "violet")
SHOWN = 3
"""Facets that lie ready at once; the others come as these are set."""
WORKER = "jeweller"


class Level(Struct, frozen=True):
    """``cut`` is an outline where it is traced, or the half of a stone where ``colours`` of its
    facets are mirrored: fewer colours than facets make them differ by shape alone."""

    cut: str
    colours: int = 0


def point(number: int) -> str:
    """The name of a corner of an outline, from 0."""
    return f"point#{number}"


def place(number: int) -> str:
    """The name of a facet's place in the right half, from 0."""
    return f"place#{number}"


@dataclass(frozen=True)
class Trace(Round):
    """The cutter has come along ``passed`` edges of an outline, from corner 0 on."""

    cut: str
    passed: int = 0

    @property
    def corners(self) -> int:
        """How many there are."""
        return len(OUTLINES[self.cut])

    @property
    def at(self) -> int:
        """The corner where the cutter stands."""
        return self.passed % self.corners

    @property
    def ahead(self) -> tuple[int, ...]:
        """Corners still to be reached, the next first; the first of all closes the outline."""
        return tuple(number % self.corners for number in range(self.passed + 1, self.corners + 1))

    @property
    def moves(self) -> Sequence[Move]:
        """To any corner ahead that one does not stand on."""
        return [Move(CUTTER, point(number)) for number in self.ahead if number != self.at]

    def after(self, move: Move) -> Self:
        """An edge is cut to the very next corner only."""
        if move != self.hint:
            return self
        return replace(self, passed=self.passed + 1)

    @property
    def hint(self) -> Move | None:
        """To the next corner."""
        return Move(CUTTER, point(self.ahead[0])) if self.ahead else None

    @property
    def done(self) -> bool:
        """All the way round."""
        return not self.ahead

    @property
    def met(self) -> Sequence[str]:
        """Who cuts stones."""
        return (WORKER,)


@dataclass(frozen=True)
class Mirror(Round):
    """The facets of a stone's left half have ``colours``; ``order`` is how those of the right half
    come to hand, ``laid`` are those that are in their places."""

    cut: str
    colours: tuple[str, ...]
    order: tuple[int, ...]
    laid: frozenset[int] = frozenset()

    def piece(self, number: int) -> str:
        """The name of a facet by the number of its place."""
        return f"{self.colours[number]}#{number}"

    @property
    def tray(self) -> tuple[int, ...]:
        """The facets that lie ready."""
        return tuple(number for number in self.order if number not in self.laid)[:SHOWN]

    @property
    def moves(self) -> Sequence[Move]:
        """Any facet that lies ready, to any place that is empty."""
        empty = [number for number in range(len(self.colours)) if number not in self.laid]
        return [Move(self.piece(one), place(there)) for one in self.tray for there in empty]

    def after(self, move: Move) -> Self:
        """A facet fits across from the one of its shape and colour."""
        for number in self.tray:
            if move == Move(self.piece(number), place(number)):
                return replace(self, laid=self.laid | {number})
        return self

    @property
    def hint(self) -> Move | None:
        """The first that lies ready."""
        return Move(self.piece(self.tray[0]), place(self.tray[0])) if self.tray else None

    @property
    def done(self) -> bool:
        """Both halves are alike."""
        return len(self.laid) == len(self.colours)

    @property
    def met(self) -> Sequence[str]:
        """Who cuts stones."""
        return (WORKER,)


def deal(level: Level, game: Game, seed: int) -> Round:
    """An outline, or a half with colours in a random order."""
    if not level.colours:
        return Trace(level.cut)
    random = Random(seed)  # noqa: S311 - play, no secret
    count = len(HALVES[level.cut])
    some = random.sample(COLOURS, level.colours)
    colours = (some * count)[:count]
    random.shuffle(colours)
    return Mirror(level.cut, tuple(colours), tuple(random.sample(range(count), count)))
