"""Seams among which exactly one has a fault that can be seen.

The faults are those a visual inspection of fusion welds looks for (the kinds of ISO 6520-1: pores,
crack, undercut, lack of fusion, burn-through, uneven width). Good seams differ too: in tint, in
the length of their scales and in their slant, none of which is a fault.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from content.exhibition.challenges.task import Task, unlike

FAULTS = ("pores", "crack", "undercut", "gap", "burn", "wander")
STARS = (5, 11, 18)
MOST = 40
FEWEST, FULL = 3, 6
"""Seams of the first tasks and of the later ones."""


@dataclass(frozen=True)
class Seam:
    """A seam as it is drawn. All shares are of the seam's length or width."""

    pace: float
    """Length of a scale, share of the seam's width."""
    tint: float
    """0 straw, 1 blue: how hot the metal was."""
    slant: float
    """Of the seam on its plate, -1 to 1."""
    fault: str = ""
    """One of :data:`FAULTS`; empty for a good seam."""
    at: float = 0.5
    """Where along the seam its fault lies."""
    size: float = 1.0
    """How large the fault is."""

    @property
    def sound(self) -> bool:
        """Whether it holds."""
        return not self.fault


@dataclass(frozen=True, kw_only=True)
class Weld(Task):
    """Some seams; the right one to touch is the bad one."""

    seams: tuple[Seam, ...]

    @property
    def key(self) -> Hashable:
        """The fault, where it lies and among how many."""
        bad = self.right[0]
        return self.seams[bad].fault, bad, len(self.seams)


def tasks(seed: int, lang: str = "ru") -> Sequence[Weld]:
    """A round: more seams and smaller faults as it goes."""
    return unlike(_draw, seed, MOST)


def _draw(random: Random, number: int) -> Weld:
    count = min(FULL, FEWEST + (number + 1) // 2)
    bad = random.randrange(count)
    fault = random.choice(FAULTS)
    seams = []
    for place in range(count):
        good = Seam(
            pace=round(random.uniform(0.26, 0.36), 3),
            tint=round(random.random(), 2),
            slant=round(random.uniform(-1, 1), 2),
        )
        if place == bad:
            good = Seam(
                good.pace, good.tint, good.slant, fault,
                at=round(random.uniform(0.3, 0.7), 2),
                size=round(max(0.62, 1.0 - 0.03 * number), 2),
            )  # fmt: skip
        seams.append(good)
    return Weld(choices=count, right=(bad,), seams=tuple(seams))
