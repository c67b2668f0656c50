"""The belt: rollers between two rails, marks that move when it runs."""

from __future__ import annotations

from kivy.graphics import PopMatrix, PushMatrix, Translate

from screens.games.drawn import Pen, Scenery
from screens.theme import rgba
from screens.units import u

BAND = 64
"""Design units of the belt and its rollers, from its upper edge down."""
PITCH = 108
"""Design units from mark to mark."""
RUBBER, RAIL, ROLLER, MARK = (rgba(one) for one in ("#3B4168", "#5A63A0", "#AEB6E8", "#FFC94D"))
CAP = 96
"""Design units of the drum at its end, where the marks go under."""


class Belt(Scenery):
    """Runs from the left to its end drum; its upper edge is the top of it."""

    def __init__(self) -> None:
        self._run = Translate()
        self._ran = 0.0
        super().__init__()

    def roll(self, way: float) -> None:
        """Show the belt after it went ``way`` px in all."""
        self._ran = way
        self._run.x = round(way) % max(1, int(u(PITCH)))
        self.mark()

    def draw(self, pen: Pen) -> None:
        width, height, band = self.width, self.height, u(BAND)
        low = height - band
        for share in (0.3, 0.62, 0.94):
            x = width * share - u(60)
            pen.block(x, 0, u(44), low + band / 2, RAIL, corner=u(12))
            pen.block(x - u(26), 0, u(96), u(24), RAIL, corner=u(12), edge=u(8))
        if low > u(120):
            pen.block(width * 0.3 - u(40), low * 0.45, width * 0.64, u(22), RAIL, corner=u(8))
        pen.block(0, low, width, band, RUBBER, corner=band / 2)
        radius = band * 0.27
        for number in range(1, int((width - u(CAP)) // u(PITCH)) + 1):
            pen.disc(number * u(PITCH) - u(PITCH) / 2, low + band * 0.42, radius, ROLLER)
            pen.disc(number * u(PITCH) - u(PITCH) / 2, low + band * 0.42, radius * 0.4, RUBBER)
        count = int((width - u(CAP)) // u(PITCH))
        pen.group.add(PushMatrix())
        pen.group.add(self._run)
        for number in range(count):
            pen.block(number * u(PITCH), height - u(15), u(52), u(11), MARK, corner=u(5))
        pen.group.add(PopMatrix())
        cap = width - count * u(PITCH)
        pen.block(width - cap, low - u(6), cap, band + u(6), RAIL, corner=band / 2, edge=u(8))
        pen.disc(width - cap / 2, low + band / 2, band * 0.3, ROLLER)
        pen.disc(width - cap / 2, low + band / 2, band * 0.12, RAIL)
