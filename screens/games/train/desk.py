"""The desk of the one with the lists."""

from __future__ import annotations

from screens.games.drawn import Pen, Scenery
from screens.theme import WHITE, rgba
from screens.units import u

FRONT, TOP, LINE = rgba("#4C7BE0"), rgba("#8A5A44"), rgba("#C7CBE8")


class Desk(Scenery):
    """Stands before its worker, papers upon it."""

    def draw(self, pen: Pen) -> None:
        width, height = self.width, self.height
        pen.block(
            width * 0.05, 0, width * 0.9, height * 0.86, FRONT, corner=u(16), edge=height * 0.12
        )
        for share in (0.2, 0.5):
            pen.block(width * share, height * 0.24, width * 0.3, height * 0.4, WHITE, corner=u(10))
            for line in (0.36, 0.5):
                pen.block(
                    width * (share + 0.05), height * line, width * 0.2, u(8), LINE, corner=u(4)
                )
        pen.block(0, height * 0.78, width, height * 0.22, TOP, corner=u(10), edge=height * 0.06)
