"""Wires to terminals by the colour of their insulation.

The colours are those of alternating current wiring by IEC 60445 and GOST 33542: line conductors
brown, black and grey, the neutral blue, the protective earth yellow and green together, which no
other conductor may have.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from content.exhibition.challenges.task import Task, unlike
from content.model import Text

WIRES = {
    "brown": Text(ru="корич\u00adневый", en="brown"),
    "black": Text(ru="чёрный", en="black"),
    "grey": Text(ru="серый", en="grey"),
    "blue": Text(ru="синий", en="blue"),
    "earth": Text(ru="жёлто-зелёный", en="yellow-green"),
}
TERMINALS = {"L": "brown", "L1": "brown", "L2": "black", "L3": "grey", "N": "blue", "PE": "earth"}
"""Which wire a terminal takes."""
ROLES = {
    "L": Text(ru="фаза", en="line"),
    "L1": Text(ru="первая фаза", en="first line"),
    "L2": Text(ru="вторая фаза", en="second line"),
    "L3": Text(ru="третья фаза", en="third line"),
    "N": Text(ru="нейтраль", en="neutral"),
    "PE": Text(ru="защитная земля", en="protective earth"),
}
SOCKET = ("L", "N", "PE")
MOTOR = ("L1", "L2", "L3", "PE")
BOARD = ("L1", "L2", "L3", "N", "PE")
STARS = (12, 24, 38)
MOST = 30


@dataclass(frozen=True, kw_only=True)
class Wiring(Task):
    """``terminals`` are to be wired from the left; ``wires`` hang beneath, one for each."""

    terminals: tuple[str, ...]
    wires: tuple[str, ...]

    @property
    def key(self) -> Hashable:
        """Both orders."""
        return self.terminals, self.wires


def tasks(seed: int, lang: str = "ru") -> Sequence[Wiring]:
    """A round: a socket first, then a motor, then a whole board."""
    return unlike(_draw, seed, MOST)


def _draw(random: Random, number: int) -> Wiring:
    kind = SOCKET if number < 2 else MOTOR if number < 5 else BOARD
    terminals = list(kind)
    random.shuffle(terminals)
    wires = [TERMINALS[terminal] for terminal in terminals]
    random.shuffle(wires)
    right = tuple(wires.index(TERMINALS[terminal]) for terminal in terminals)
    return Wiring(choices=len(wires), right=right, terminals=tuple(terminals), wires=tuple(wires))
