"""Baking by a recipe: each thing as often as the recipe shows it, then stir, then the oven.

Recipes are of the plainest home kind. Where the order counts, it is the trade's: what is liquid
or soft is beaten together first, flour follows, pieces go in last so that they stay whole. One
thing too many goes back to its place: a recipe is kept, not scolded about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Self

from content.games.round import Move, Round, kind_of
from content.model import Game, Struct

BOOK: dict[str, tuple[str, ...]] = {
    "flatbread": ("milk", "flour"),
    "croissant": ("milk", "butter", "flour"),
    "pretzel": ("milk", "flour", "salt"),
    "loaf": ("milk", "butter", "flour", "salt"),
    "pie": ("egg", "flour", "apple"),
    "honeycake": ("egg", "honey", "flour"),
    "cookie": ("butter", "egg", "flour", "chocolate"),
    "cupcake": ("butter", "egg", "milk", "flour"),
    "shortcake": ("egg", "milk", "flour", "strawberry"),
}
"""What is baked, and of what, in the order it goes into the bowl."""
COUNTED = ("egg", "flour", "apple", "strawberry")
"""What a recipe may ask for more than one of; of what is poured or sprinkled one measure does."""
BAKERS = ("baker", "technologist")
BOWL, OVEN, DOUGH = "bowl", "oven", "dough"
MOST = 5
"""Kinds of things that lie in the tray."""


class Level(Struct, frozen=True):
    """``bakes``: what may be asked for, ``recipes`` of them one after the other. ``most`` things
    go into a bowl; beyond one of each kind they are more of some. ``others`` lie in the
    tray and are not needed."""

    bakes: list[str]
    most: int
    recipes: int = 1
    ordered: bool = False
    others: int = 0


@dataclass(frozen=True)
class Recipe:
    """``of``: everything that goes in, in order; the same kind side by side."""

    bakes: str
    of: tuple[str, ...]


@dataclass(frozen=True)
class Baking(Round):
    """``number`` counts what has been baked; the rest is of the recipe whose turn it is."""

    recipes: tuple[Recipe, ...]
    tray: tuple[str, ...]
    bakers: tuple[str, ...]
    ordered: bool = False
    number: int = 0
    poured: tuple[str, ...] = ()
    """Kinds in the bowl, in the order they came."""
    stirred: bool = False
    inside: bool = False
    """Whether it is in the oven."""

    @property
    def recipe(self) -> Recipe:
        """The one whose turn it is; the last one when all is baked."""
        return self.recipes[min(self.number, len(self.recipes) - 1)]

    @property
    def full(self) -> bool:
        """Whether all of the recipe is in the bowl."""
        return len(self.poured) == len(self.recipe.of)

    @property
    def dough(self) -> str:
        """The name of the dough of this recipe."""
        return f"{DOUGH}#{self.number + 1}"

    def used(self, kind: str) -> int:
        """How many of a kind have left the tray."""
        before = [part for recipe in self.recipes[: self.number] for part in recipe.of]
        return Counter((*before, *self.poured))[kind]

    def offered(self, kind: str) -> str:
        """The name of the one of a kind that lies in the tray."""
        return f"{kind}#{self.used(kind) + 1}"

    @property
    def moves(self) -> Sequence[Move]:
        """Anything of the tray into the bowl; a full bowl is stirred; dough goes into the oven."""
        if self.done or self.inside:
            return ()
        if self.stirred:
            return [Move(self.dough, OVEN)]
        into = [Move(self.offered(kind), BOWL) for kind in self.tray]
        return [*into, Move(BOWL)] if self.full else into

    def after(self, move: Move) -> Self:
        """What the recipe asks for stays in the bowl."""
        if move not in self.moves:
            return self
        if move == Move(BOWL):
            return replace(self, stirred=True)
        if move.place == OVEN:
            return replace(self, inside=True)
        kind = kind_of(move.thing)
        return replace(self, poured=(*self.poured, kind)) if kind in self.wanted else self

    @property
    def wanted(self) -> tuple[str, ...]:
        """Kinds that may go in now, the next of the recipe first."""
        left = Counter(self.recipe.of)
        left.subtract(self.poured)
        asked = tuple(kind for kind in dict.fromkeys(self.recipe.of) if left[kind] > 0)
        return asked[:1] if self.ordered else asked

    @property
    def hint(self) -> Move | None:
        """The next of the recipe, or what is done with the full bowl."""
        if self.done or self.inside:
            return None
        if self.stirred:
            return Move(self.dough, OVEN)
        return Move(BOWL) if self.full else Move(self.offered(self.wanted[0]), BOWL)

    @property
    def done(self) -> bool:
        """Everything is baked."""
        return self.number == len(self.recipes)

    @property
    def met(self) -> Sequence[str]:
        """Those who bake."""
        return self.bakers

    def rested(self) -> Self:
        """What is in the oven gets done; the bowl is clean again."""
        if not self.inside:
            return self
        return replace(self, number=self.number + 1, poured=(), stirred=False, inside=False)


def deal(level: Level, game: Game, seed: int) -> Baking:
    """Recipes at random. Raises KeyError for what is not in the book, ValueError for recipes that
    need more than the tray or the bowl holds."""
    random = Random(seed)  # noqa: S311 - play, no secret
    bakes = random.sample(level.bakes, level.recipes)
    recipes = tuple(_recipe(name, level.most, random) for name in bakes)
    kinds = list(dict.fromkeys(kind for recipe in recipes for kind in recipe.of))
    known = dict.fromkeys(kind for parts in BOOK.values() for kind in parts)
    kinds += random.sample([kind for kind in known if kind not in kinds], level.others)
    if len(kinds) > MOST:
        raise ValueError(f"{len(kinds)} kinds do not fit the tray")
    random.shuffle(kinds)
    bakers = list(BAKERS)
    random.shuffle(bakers)
    return Baking(recipes, tuple(kinds), tuple(bakers[: level.recipes]), ordered=level.ordered)


def _recipe(bakes: str, most: int, random: Random) -> Recipe:
    """One of each kind, and more of what is counted."""
    parts = BOOK[bakes]
    if most < len(parts):
        raise ValueError(f"{bakes} needs {len(parts)} things")
    often = Counter(parts)
    for _more in range(most - len(parts)):
        often[random.choice([kind for kind in parts if kind in COUNTED])] += 1
    return Recipe(bakes, tuple(kind for kind in parts for _one in range(often[kind])))
