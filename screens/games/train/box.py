"""A box: planks in its colour, and a label that shows what is inside."""

from __future__ import annotations

from content.games.train.rules import Kind
from screens.games.drawn import Drawn, Pen
from screens.games.train.looks import SIZES, colour_of, goods
from screens.theme import INK, WHITE, mix
from screens.units import u


class Crate(Drawn):
    """Stands on the lower edge of its place, as large as its kind is."""

    def __init__(self, name: str, label: str, side: float) -> None:
        self.kind = Kind.of(name)
        super().__init__(name, label, side)

    def draw(self, pen: Pen) -> None:
        side = min(self.size) * SIZES[self.kind.size]
        colour = colour_of(self.kind)
        left = (self.width - side) / 2
        pen.block(left, 0, side, side, colour, corner=side * 0.14, edge=max(3.0, side * 0.05))
        plank = mix(colour, INK, 0.16)
        for share in (0.3, 0.68):
            level = side * share
            ends = ((left + side * 0.06, level), (left + side * 0.94, level))
            pen.lines([ends], max(2.0, u(5) * side / u(200)), plank)
        for share in (0.07, 0.81):
            pen.block(
                left + side * share, side * 0.11, side * 0.12, side * 0.8, plank, corner=side * 0.05
            )
        label = side * 0.66
        pen.block(left + (side - label) / 2, side * 0.19, label, label, WHITE, corner=label * 0.24)
        goods(pen, self.kind, left + side / 2, side * 0.19 + label / 2, label * 0.84, label * 0.84)
