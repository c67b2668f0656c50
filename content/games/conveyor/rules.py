"""A belt brings things, some at a time, and stops while anything lies on it; each thing is brought
to where people work with it. Two can sort at once: whatever lies there may be taken first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from content.games.round import Move, Round, kind_of
from content.model import Game, Struct

BELONGS = {
    "farm": ("carrot", "wheat", "milk", "egg", "potato", "tractor"),
    "factory": ("gear", "bolt", "robot", "wrench", "arm", "chains"),
    "hospital": ("stethoscope", "bandage", "pill", "syringe", "ambulance", "thermometer"),
    "site": ("brick", "window", "door", "ladder"),
}
"""What belongs where, the plainest first. Each grows, is made or is worked with there, and in
no other of these places as plainly."""
WORKERS = {
    "farm": "agronomist",
    "factory": "mechatronic",
    "hospital": "feldsher",
    "site": "builder",
}
"""Who works there."""
_PLACE_OF = {thing: place for place, things in BELONGS.items() for thing in things}


class Level(Struct, frozen=True):
    """``places`` out of ``among``; ``loads`` times the belt brings ``each`` things at once, out of
    the ``known`` plainest ones of each place."""

    places: int
    among: list[str]
    loads: int
    each: int
    known: int


@dataclass(frozen=True)
class Sorting(Round):
    """``loads`` come one after another, the last one that came is ``now``; ``sorted`` are the
    things that lie where they belong, in the order they were brought."""

    places: tuple[str, ...]
    loads: tuple[tuple[str, ...], ...]
    now: int = 0
    sorted: tuple[str, ...] = ()

    @property
    def lying(self) -> tuple[str, ...]:
        """What waits on the belt."""
        return tuple(one for one in self.loads[self.now] if one not in self.sorted)

    def belongs(self, thing: str) -> str:
        """Where a thing belongs."""
        return _PLACE_OF[kind_of(thing)]

    def at(self, place: str) -> tuple[str, ...]:
        """What was brought to a place."""
        return tuple(one for one in self.sorted if self.belongs(one) == place)

    def expected(self, place: str) -> int:
        """How many things belong to a place once all have come."""
        return sum(self.belongs(one) == place for load in self.loads for one in load)

    @property
    def moves(self) -> Sequence[Move]:
        """Anything that lies there, anywhere; nothing while the belt moves."""
        return [Move(one, place) for one in self.lying for place in self.places]

    def after(self, move: Move) -> Self:
        """It stays where it belongs."""
        if move not in self.moves or self.belongs(move.thing) != move.place:
            return self
        return replace(self, sorted=(*self.sorted, move.thing))

    def rested(self) -> Self:
        """An empty belt brings the next load."""
        if self.lying or self.now + 1 == len(self.loads):
            return self
        return replace(self, now=self.now + 1)

    @property
    def hint(self) -> Move | None:
        """The first thing that waits."""
        return next((Move(one, self.belongs(one)) for one in self.lying), None)

    @property
    def done(self) -> bool:
        """All loads came, nothing waits."""
        return self.now + 1 == len(self.loads) and not self.lying

    @property
    def met(self) -> Sequence[str]:
        """Those who work in the places."""
        return tuple(WORKERS[place] for place in self.places)


def deal(level: Level, game: Game, seed: int) -> Sorting:
    """Every place gets as many things as any other, one more or less; all in a random order."""
    random = Random(seed)  # noqa: S311 - play, no secret
    places = random.sample(level.among, level.places)
    total = level.loads * level.each
    chosen: list[str] = []
    for number, place in enumerate(places):
        share = len(range(number, total, len(places)))
        chosen += random.sample(BELONGS[place][: level.known], share)
    random.shuffle(chosen)
    loads = (tuple(chosen[first : first + level.each]) for first in range(0, total, level.each))
    return Sorting(tuple(places), tuple(loads))
