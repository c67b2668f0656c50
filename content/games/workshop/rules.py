"""A workshop full of things: find those the master asks for.

A master's things are of the trade as the region's colleges teach it: wood is measured, sawn,
joined and painted; a car is lifted, unscrewed and lit; cloth is measured, cut and sewn. Lookalikes
are near in shape or in use, strangers are of another place altogether.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from content.games.round import Move, Round
from content.model import Game, Struct


@dataclass(frozen=True)
class Place:
    """A workshop. ``tools`` may be asked for; ``alike`` are taken for them by who does not look
    well; ``strange`` stand about."""

    master: str
    tools: tuple[str, ...]
    alike: tuple[str, ...]
    strange: tuple[str, ...]


PLACES = {
    "joinery": Place(
        "joiner",
        ("hammer", "saw", "screwdriver", "ruler", "pencil", "clamp", "brush", "goggles"),
        ("axe", "square", "crayon", "pick"),
        ("teapot", "socks", "sunflower", "alarm"),
    ),
    "garage": Place(
        "mechanic",
        ("wrench", "bolt", "battery", "flashlight", "gloves", "toolbox", "oil", "sponge"),
        ("hammer", "gear", "bulb", "extinguisher"),
        ("teapot", "potted", "dress", "carrot"),
    ),
    "kitchen": Place(
        "cook",
        ("pan", "pot", "spoon", "bowl", "teapot", "salt", "jar", "timer"),
        ("stew", "fork", "mug", "alarm"),
        ("hammer", "boot", "battery", "yarn"),
    ),
    "farm": Place(
        "agronomist",
        ("basket", "bucket", "gloves", "boot", "sprout", "thermometer", "ladder", "wheat"),
        ("potted", "herb", "socks", "tulip"),
        ("timer", "dress", "teapot", "bulb"),
    ),
    "sewing": Place(
        "tailor",
        ("scissors", "needle", "thread", "pin", "label", "ruler", "ribbon", "shirt"),
        ("yarn", "clip", "square", "scarf"),
        ("carrot", "wrench", "bucket", "mug"),
    ),
}
"""The workshops. What is strange or alike in one is a tool in another."""


class Level(Struct, frozen=True):
    """In one of the workshops ``among``, ``find`` of its tools; ``more`` of its tools nobody asks
    for now, ``alike`` and ``strange`` things stand about besides."""

    among: list[str]
    find: int
    more: int = 0
    alike: int = 0
    strange: int = 0


@dataclass(frozen=True)
class Search(Round):
    """``things`` as they stand, row by row; ``asked`` as they are shown."""

    place: str
    things: tuple[str, ...]
    asked: tuple[str, ...]
    found: frozenset[str] = frozenset()

    @property
    def moves(self) -> Sequence[Move]:
        """Touching anything that still stands there; nothing once all is found."""
        if self.done:
            return []
        return [Move(thing) for thing in self.things if thing not in self.found]

    def after(self, move: Move) -> Self:
        """What is asked for goes to the master."""
        if move not in self.moves or move.thing not in self.asked:
            return self
        return replace(self, found=self.found | {move.thing})

    @property
    def hint(self) -> Move | None:
        """The first of those asked for that is still missing."""
        return next((Move(thing) for thing in self.asked if thing not in self.found), None)

    @property
    def done(self) -> bool:
        """Everything asked for is found."""
        return self.found == frozenset(self.asked)

    @property
    def met(self) -> Sequence[str]:
        """The master."""
        return [self.master]

    @property
    def master(self) -> str:
        """Whose workshop it is."""
        return PLACES[self.place].master


def deal(level: Level, game: Game, seed: int) -> Search:
    """A workshop with everything in a random order."""
    random = Random(seed)  # noqa: S311 - play, no secret
    name = random.choice(level.among)
    place = PLACES[name]
    tools = random.sample(place.tools, level.find + level.more)
    asked = tools[: level.find]
    things = [
        *tools,
        *random.sample(place.alike, level.alike),
        *random.sample(place.strange, level.strange),
    ]
    random.shuffle(things)
    return Search(name, tuple(things), tuple(asked))
