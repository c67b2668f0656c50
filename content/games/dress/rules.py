"""Dress the master for the job: each part of the body has its protection.

General sense of safety at work: a hard hat against what falls, eyes behind glass where something
flies or splashes, gloves that suit the work, clothes that are seen, do not burn or keep clean,
closed shoes that do not slip. Open sandals, heels, loose scarves, rings and sunglasses protect
nobody there. Light clothes of a kitchen or a laboratory do not protect at heavy work (a cook's cap
is no hard hat), and heavy gear is in the way of fine work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from content.games.round import Move, Round
from content.model import Game, Struct

PLACES = ("head", "face", "body", "hands", "feet")
"""Where something is worn, from above."""
OUTFITS: Mapping[str, Mapping[str, str]] = {
    "builder": {
        "head": "helmet",
        "face": "goggles",
        "body": "vest",
        "hands": "work-gloves",
        "feet": "boots",
    },
    # The shield covers the head as well.
    "welder": {
        "face": "welding-mask",
        "body": "welding-jacket",
        "hands": "welding-gloves",
        "feet": "boots",
    },
    "cook": {
        "head": "cook-hat",
        "body": "cook-jacket",
        "hands": "oven-mitts",
        "feet": "clogs",
    },
    "lab": {
        "head": "lab-cap",
        "face": "goggles",
        "body": "lab-coat",
        "hands": "lab-gloves",
        "feet": "lab-shoes",
    },
    "rescuer": {
        "head": "rescue-helmet",
        "face": "air-mask",
        "body": "rescue-jacket",
        "hands": "rescue-gloves",
        "feet": "rescue-boots",
    },
}
"""What each wears, and where."""
UNSAFE = ("sandal", "heels", "scarf", "sunglasses", "sun-hat", "ring")
"""What nobody wears at such work."""
LIGHT = ("cook-hat", "lab-cap", "oven-mitts", "lab-gloves", "clogs", "cook-jacket", "lab-coat")
HEAVY = ("welding-mask", "air-mask", "welding-gloves", "rescue-helmet", "rescue-boots")
STRANGE: Mapping[str, Sequence[str]] = {
    "builder": LIGHT,
    "welder": LIGHT,
    "rescuer": LIGHT,
    "cook": HEAVY,
    "lab": HEAVY,
}
"""What others wear and this one should not."""


class Level(Struct, frozen=True):
    """One of ``jobs``, with ``places`` still bare; ``unsafe`` things that protect nobody and
    ``others`` from other trades lie among the clothes."""

    jobs: list[str]
    places: int
    unsafe: int = 0
    others: int = 0


@dataclass(frozen=True)
class Dressing(Round):
    """``job`` is dressed; ``worn`` are the places that have what belongs there."""

    job: str
    tray: tuple[str, ...]
    worn: frozenset[str]

    @property
    def outfit(self) -> Mapping[str, str]:
        """What this one wears, by place."""
        return OUTFITS[self.job]

    @property
    def bare(self) -> list[str]:
        """The places that wait, from above."""
        return [place for place in PLACES if place in self.outfit and place not in self.worn]

    @property
    def left(self) -> list[str]:
        """What still lies in the tray."""
        on = {self.outfit[place] for place in self.worn}
        return [thing for thing in self.tray if thing not in on]

    @property
    def moves(self) -> Sequence[Move]:
        """Anything, anywhere that is bare."""
        return [Move(thing, place) for thing in self.left for place in self.bare]

    def after(self, move: Move) -> Self:
        """It is put on where it protects."""
        if move not in self.moves or self.outfit[move.place] != move.thing:
            return self
        return replace(self, worn=self.worn | {move.place})

    @property
    def hint(self) -> Move | None:
        """From the feet up, the way one dresses."""
        return next((Move(self.outfit[place], place) for place in reversed(self.bare)), None)

    @property
    def done(self) -> bool:
        """Nothing is bare: to work!"""
        return not self.bare

    @property
    def met(self) -> Sequence[str]:
        """Who was dressed."""
        return (self.job,)


def deal(level: Level, game: Game, seed: int) -> Dressing:
    """Somebody half dressed, and the clothes in a random order."""
    random = Random(seed)  # noqa: S311 - play, no secret
    job = random.choice(level.jobs)
    outfit = OUTFITS[job]
    bare = random.sample(sorted(outfit), min(level.places, len(outfit)))
    mine = [outfit[place] for place in bare]
    tray = [*mine, *random.sample(UNSAFE, level.unsafe), *random.sample(STRANGE[job], level.others)]
    random.shuffle(tray)
    return Dressing(job, tuple(tray), frozenset(outfit).difference(bare))
