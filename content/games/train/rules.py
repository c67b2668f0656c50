"""Boxes are loaded onto wagons of their kind: the same colour, the same size, the same number.

As at a freight station: what goes onto which wagon is settled before loading, a wagon has room for
so much and no more, and the train leaves once everything is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from random import Random
from typing import Self

from content.games.round import Move, Round, kind_of
from content.model import Game, Struct

COLOURS = ("red", "blue", "green", "yellow")
SIZES = ("big", "small")
COUNTS = ("one", "two", "three")
MET = ("driver", "logist")
"""Who works at the station."""
PLATFORM = 4
"""Boxes that stand on the platform at once; others come as room is made."""
_WAGON = "wagon "


class Level(Struct, frozen=True):
    """Wagons: one for each of ``colours`` colours out of ``among``, times both ``sizes``, times the
    first ``counts`` numbers of goods in a box. ``rooms`` boxes go onto each wagon."""

    rooms: int
    among: tuple[str, ...] = ()
    colours: int = 0
    sizes: bool = False
    counts: int = 0


@dataclass(frozen=True)
class Kind:
    """What a box or a wagon looks like; a trait that does not matter is empty."""

    colour: str = ""
    size: str = ""
    count: str = ""

    @classmethod
    def of(cls, name: str) -> Kind:
        """The kind of a box, as ``red-big#2``, or of a wagon, as ``wagon red-big``."""
        traits = kind_of(name.removeprefix(_WAGON)).split("-")
        return cls(
            *(next((one for one in traits if one in known), "") for known in _TRAITS),
        )

    @property
    def key(self) -> str:
        """Its name among the game's things."""
        return "-".join(one for one in (self.colour, self.size, self.count) if one)


_TRAITS = (COLOURS, SIZES, COUNTS)


@dataclass(frozen=True)
class Loading(Round):
    """``wagons`` in order from the end of the train; ``platform`` has so many places, empty where
    nothing stands; ``coming`` boxes wait beyond it; ``loaded`` are on the wagons. ``away``: the
    train has left."""

    wagons: tuple[str, ...]
    rooms: int
    platform: tuple[str, ...]
    coming: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    away: bool = False

    def on(self, wagon: str) -> tuple[str, ...]:
        """The boxes on a wagon, in the order they were loaded."""
        return tuple(one for one in self.loaded if Kind.of(one) == Kind.of(wagon))

    def has_room(self, wagon: str) -> bool:
        """Whether another box goes onto it."""
        return len(self.on(wagon)) < self.rooms

    @property
    def boxes(self) -> tuple[str, ...]:
        """All of them, wherever they are."""
        return (*self.loaded, *(one for one in self.platform if one), *self.coming)

    @property
    def moves(self) -> Sequence[Move]:
        """Any box of the platform onto any wagon with room."""
        open_ = [wagon for wagon in self.wagons if self.has_room(wagon)]
        return [Move(box, wagon) for box in self.platform if box for wagon in open_]

    def after(self, move: Move) -> Self:
        """It stays on a wagon of its kind; another box comes to where it stood."""
        if move not in self.moves or Kind.of(move.thing) != Kind.of(move.place):
            return self
        next_, coming = (self.coming[0], self.coming[1:]) if self.coming else ("", ())
        platform = tuple(next_ if box == move.thing else box for box in self.platform)
        loaded = (*self.loaded, move.thing)
        return replace(self, platform=platform, coming=coming, loaded=loaded)

    def rested(self) -> Self:
        """A loaded train leaves."""
        return self if any(self.platform) else replace(self, away=True)

    @property
    def hint(self) -> Move | None:
        """The first box of the platform."""
        return next((move for move in self.moves if self.is_right(move)), None)

    @property
    def done(self) -> bool:
        """The train has left."""
        return self.away

    @property
    def met(self) -> Sequence[str]:
        """Who worked at the station."""
        return MET


def deal(level: Level, game: Game, seed: int) -> Loading:
    """Wagons and boxes in a random order."""
    random = Random(seed)  # noqa: S311 - play, no secret
    colours = random.sample(level.among, level.colours) if level.colours else [""]
    sizes = SIZES if level.sizes else ("",)
    counts = COUNTS[: level.counts] if level.counts else ("",)
    kinds = [Kind(*traits) for traits in product(colours, sizes, counts)]
    random.shuffle(kinds)
    boxes = [f"{kind.key}#{number}" for kind in kinds for number in range(1, level.rooms + 1)]
    random.shuffle(boxes)
    return Loading(
        wagons=tuple(_WAGON + kind.key for kind in kinds),
        rooms=level.rooms,
        platform=tuple(boxes[:PLATFORM]),
        coming=tuple(boxes[PLATFORM:]),
    )
