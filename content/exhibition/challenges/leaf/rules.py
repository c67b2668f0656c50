"""Leaves among which exactly one is ill.

The signs are those anyone may learn to see: brown spots with a pale rim (leaf spot), white bloom
(powdery mildew), orange pustules (rust), yellow between green veins (chlorosis), a dry brown edge
(leaf scorch), gnawed holes. Drops of water, a ladybird and other shapes and greens are no illness.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from content.exhibition.challenges.task import Task, unlike

ILLS = ("spots", "bloom", "rust", "yellow", "scorch", "holes")
SHAPES = ("birch", "willow", "round", "maple")
GUESTS = ("", "", "drops", "ladybird")
"""What may sit on a healthy leaf or on an ill one."""
STARS = (6, 13, 22)
MOST = 40
FEWEST, FULL = 4, 6


@dataclass(frozen=True)
class Leaf:
    """A leaf as it is drawn."""

    shape: str
    green: float
    """0 light to 1 dark."""
    turn: float
    """How far it leans, -1 to 1."""
    guest: str = ""
    ill: str = ""
    """One of :data:`ILLS`; empty for a healthy leaf."""
    seed: int = 0
    """Where its spots and drops lie."""


@dataclass(frozen=True, kw_only=True)
class Bunch(Task):
    """Some leaves; the right one to touch is the ill one."""

    leaves: tuple[Leaf, ...]

    @property
    def key(self) -> Hashable:
        """The illness, the leaf's shape and place."""
        ill = self.leaves[self.right[0]]
        return ill.ill, ill.shape, self.right, len(self.leaves)


def tasks(seed: int, lang: str = "ru") -> Sequence[Bunch]:
    """A round: one shape at first, then mixed ones, and more of them."""
    return unlike(_draw, seed, MOST)


def _draw(random: Random, number: int) -> Bunch:
    count = min(FULL, FEWEST + number // 3)
    bad = random.randrange(count)
    shape = random.choice(SHAPES)
    leaves = tuple(
        Leaf(
            shape=random.choice(SHAPES) if number >= 4 else shape,
            green=round(random.random(), 2),
            turn=round(random.uniform(-1, 1), 2),
            guest=random.choice(GUESTS) if number >= 2 else "",
            ill=random.choice(ILLS) if place == bad else "",
            seed=random.randrange(1000),
        )
        for place in range(count)
    )
    return Bunch(choices=count, right=(bad,), leaves=leaves)
