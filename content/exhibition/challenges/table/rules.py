"""A place laid for a menu.

The rule is that of every table: forks to the left, knives and the soup spoon to the right, the
dessert spoon above the plate, the glass above the knives, the bread plate above the forks; what is
used first lies farthest out, so the guest works towards the plate.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from content.exhibition.challenges.task import Task, unlike
from content.model import Text

DISHES = {
    "soup": Text(ru="суп", en="soup"),
    "fish": Text(ru="рыба", en="fish"),
    "meat": Text(ru="жаркое", en="roast"),
    "dessert": Text(ru="десерт", en="dessert"),
    "water": Text(ru="вода", en="water"),
    "bread": Text(ru="хлеб", en="bread"),
}
PIECES = {
    "fork": Text(ru="столовая вилка", en="table fork"),
    "knife": Text(ru="столовый нож", en="table knife"),
    "fish-fork": Text(ru="рыбная вилка", en="fish fork"),
    "fish-knife": Text(ru="рыбный нож", en="fish knife"),
    "spoon": Text(ru="ложка для супа", en="soup spoon"),
    "dessert-spoon": Text(ru="десертная ложка", en="dessert spoon"),
    "glass": Text(ru="стакан", en="tumbler"),
    "bread-plate": Text(ru="тарелка для хлеба", en="bread plate"),
}
PLACES = {
    "soup": (("spoon", "right"),),
    "fish": (("fish-fork", "left"), ("fish-knife", "right")),
    "meat": (("fork", "left"), ("knife", "right")),
    "dessert": (("dessert-spoon", "above"),),
    "water": (("glass", "glass"),),
    "bread": (("bread-plate", "bread"),),
}
"""Which pieces a dish needs, and on which side of the plate they lie."""
EATEN = ("soup", "fish", "meat")
"""The order of serving: the first lies farthest out."""
STARS = (9, 18, 28)
MOST = 24
TRAY = 6


@dataclass(frozen=True)
class Spot:
    """Where a piece lies: the side, and how many lie between it and the plate."""

    piece: str
    side: str
    out: int = 0


@dataclass(frozen=True, kw_only=True)
class Setting(Task):
    """``menu`` in the order of serving; ``laid`` are the spots already laid, ``open`` those to lay
    one after another, ``tray`` the pieces to choose from."""

    menu: tuple[str, ...]
    laid: tuple[Spot, ...]
    open: tuple[Spot, ...]
    tray: tuple[str, ...]

    @property
    def key(self) -> Hashable:
        """The menu and what is asked."""
        return self.menu, self.open


def tasks(seed: int, lang: str = "ru") -> Sequence[Setting]:
    """A round: a main dish first, then whole dinners."""
    return unlike(_draw, seed, MOST)


def spots(menu: Sequence[str]) -> tuple[Spot, ...]:
    """Everything a menu needs, each in its place."""
    found: list[Spot] = []
    outs = {"left": 0, "right": 0}
    # From the plate outwards: what is eaten last lies nearest.
    for dish in [dish for dish in reversed(EATEN) if dish in menu]:
        for piece, side in PLACES[dish]:
            found.append(Spot(piece, side, outs[side]))
            outs[side] += 1
    for dish in menu:
        if dish not in EATEN:
            found += [Spot(piece, side) for piece, side in PLACES[dish]]
    return tuple(found)


def _draw(random: Random, number: int) -> Setting:
    mains = random.sample(EATEN, 1 + (number > 0) + (number > 4 and random.random() < 0.7))
    extras = random.sample(("dessert", "water", "bread"), 1 + (number > 1) + (number > 6))
    menu = tuple(dish for dish in DISHES if dish in mains or dish in extras)
    needed = list(spots(menu))
    random.shuffle(needed)
    asked = needed[: min(len(needed), 2 + (number > 0) + (number > 3))]
    pieces = [spot.piece for spot in asked]
    others = [piece for piece in PIECES if piece not in {spot.piece for spot in needed}]
    others += [spot.piece for spot in needed if spot not in asked]
    tray = pieces + others[: max(0, TRAY - len(pieces))]
    random.shuffle(tray)
    return Setting(
        choices=len(tray),
        right=tuple(tray.index(piece) for piece in pieces),
        menu=menu,
        laid=tuple(spot for spot in needed if spot not in asked),
        open=tuple(asked),
        tray=tuple(tray),
    )
