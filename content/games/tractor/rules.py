"""Steering by arrow cards: at first each drives at once, then a whole program is laid and driven.

As in the robots for kindergartens, a program is laid beforehand, runs as a whole and is mended
afterwards. A wrong one is no failure: the tractor drives as far as it goes and comes back, the
cards stay where they are. Those that led the right way are kept, the first that did not is shown.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from content.games.round import Move, Round
from content.games.tractor.dealing import Level, field_for
from content.games.tractor.field import ARROWS, TWICE, Cell, Field, rest_of, unfold
from content.model import Game

GO, CARD = "go", "card"
PATIENCE = 3
"""Drives that went astray at the same card, after which it is mended by itself."""

__all__ = ["ARROWS", "CARD", "GO", "Drive", "Level", "Plan", "Ride", "card", "deal"]


def card(number: int) -> str:
    """The name of the card in a place of the strip, from 0."""
    return f"{CARD}#{number}"


@dataclass(frozen=True)
class Drive(Round):
    """What both ways of steering share. ``scene``, ``driver`` and ``worker`` are what is seen: the
    ground, who drives, and who is met."""

    field: Field
    scene: str
    driver: str
    worker: str

    @property
    @abstractmethod
    def passed(self) -> tuple[Cell, ...]:
        """The cells driven, the start first, the one it stands on last."""

    @property
    def at(self) -> Cell:
        """Where it stands."""
        return self.passed[-1]

    @property
    def left(self) -> frozenset[Cell]:
        """Where goods still lie."""
        return frozenset(self.field.goods) - frozenset(self.passed)

    @property
    def done(self) -> bool:
        """At the barn with everything."""
        return self.field.is_home(self.passed)

    @property
    def met(self) -> Sequence[str]:
        """Who stands beside the field."""
        return (self.worker,)


@dataclass(frozen=True)
class Ride(Drive):
    """Every arrow drives at once; ``driven`` are the cells after the start."""

    driven: tuple[Cell, ...] = ()

    @property
    def passed(self) -> tuple[Cell, ...]:
        """All of them."""
        return (self.field.start, *self.driven)

    @property
    def moves(self) -> Sequence[Move]:
        """Any arrow."""
        return [] if self.done else [Move(arrow) for arrow in ARROWS]

    def after(self, move: Move) -> Self:
        """One cell on, where nothing is in the way."""
        if move not in self.moves:
            return self
        beside = self.field.step(self.at, move.thing)
        return self if beside is None else replace(self, driven=(*self.driven, beside))

    @property
    def hint(self) -> Move | None:
        """The first arrow of the shortest way."""
        way = self.field.way(self.passed)
        return Move(way[0]) if way else None


@dataclass(frozen=True)
class Plan(Drive):
    """A program in ``strip``, a card or nothing in each place.

    ``steps`` is how many of its arrows are driven, None while it stands and is thought over.
    ``proved`` first cards have been driven and lead the right way: they stay. ``slip`` is the place
    of the card that led elsewhere when it was driven last, -1 where none did; ``strays`` counts
    such drives since something was proved."""

    strip: tuple[str, ...] = ()
    twice: bool = False
    steps: int | None = None
    proved: int = 0
    slip: int = -1
    strays: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """The cards there are to lay."""
        return (*ARROWS, TWICE) if self.twice else tuple(ARROWS)

    @property
    def passed(self) -> tuple[Cell, ...]:
        """Those of the drive that is under way; the start while there is none."""
        return self._whole[: (self.steps or 0) + 1]

    @property
    def reading(self) -> int:
        """The place of the card that has just been driven, -1 where none has."""
        return unfold(self.strip)[self.steps - 1][0] if self.steps else -1

    @property
    def moves(self) -> Sequence[Move]:
        """Lay a card while there is room; take one back; drive when there is anything to drive."""
        if self.steps is not None:
            return []
        laid = [number for number, one in enumerate(self.strip) if one]
        found = [] if len(laid) == len(self.strip) else [Move(key) for key in self.keys]
        found += [Move(card(number)) for number in laid if number >= self.proved]
        return [*found, Move(GO)] if laid else found

    def after(self, move: Move) -> Self:
        """A card comes to the first free place, or is taken from its own; or the drive begins."""
        if move not in self.moves:
            return self
        if move.thing == GO:
            return replace(self, steps=0, slip=-1)
        strip = list(self.strip)
        if move.thing in self.keys:
            strip[strip.index("")] = move.thing
        else:
            strip[int(move.thing.partition("#")[2])] = ""
        return replace(self, strip=tuple(strip), slip=-1)

    def rested(self) -> Self:
        """One cell on; at the end of the way back to the start, unless it is home."""
        if self.steps is None or self.done:
            return self
        if self.steps + 1 < len(self._whole):
            return replace(self, steps=self.steps + 1)
        return self._come_back()

    @property
    def hint(self) -> Move | None:
        """Take back what leads elsewhere, lay what is missing, drive."""
        if self.steps is not None:
            return None
        right = self._right
        needed = self._next(right)
        if not needed:
            return Move(GO)
        return Move(card(right)) if self.strip[right] else Move(needed)

    def _come_back(self) -> Self:
        """At the start again, and a little wiser."""
        right = self._right
        home = replace(self, steps=None, proved=max(self.proved, right))
        strays = 0 if home.proved > self.proved else self.strays
        if right == len(self.strip) or not self.strip[right]:
            return replace(home, strays=strays)
        strays += 1
        needed = self._next(right)
        if strays < PATIENCE or not needed:
            return replace(home, slip=right, strays=strays)
        mended = (*self.strip[:right], needed, *self.strip[right + 1 :])
        return replace(home, strip=mended, proved=right + 1, strays=0)

    @property
    def _whole(self) -> tuple[Cell, ...]:
        return self.field.follow([arrow for _card, arrow in unfold(self.strip)])

    @property
    def _right(self) -> int:
        """How many cards from the first on can stay as they are."""
        right = 0
        while right < len(self.strip) and self.strip[right] and self._next(right + 1) is not None:
            right += 1
        return right

    def _next(self, count: int) -> str | None:
        """What should follow the first ``count`` cards; see :func:`rest_of`."""
        return rest_of(self.field, self.strip[:count], len(self.strip), twice=self.twice)


def deal(level: Level, game: Game, seed: int) -> Drive:
    """A field with a way of just the level's cards."""
    random = Random(seed)  # noqa: S311 - play, no secret
    field = field_for(level, random)
    if level.direct:
        return Ride(field, level.scene, level.driver, level.worker)
    strip = ("",) * level.cards
    return Plan(field, level.scene, level.driver, level.worker, strip, twice=level.twice)
