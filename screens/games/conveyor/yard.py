"""A place things are brought to: its house, its worker, and a shelf for what came."""

from __future__ import annotations

from screens.games.drawn import Drawn, Pen
from screens.games.room import cells
from screens.page import Box
from screens.theme import WHITE, mix, rgba
from screens.units import u

COLOURS = {
    "farm": "#A9DB7E",
    "factory": "#F9B45F",
    "hospital": "#F79CB4",
    "site": "#8DB8F5",
}
ON_SHELF = 200
"""Design units across a thing on the shelf, where there is room."""
PAD = 18
"""Design units around what stands in it."""


class Yard(Drawn):
    """The whole of it is the place: whatever is let go above it has been brought."""

    def __init__(self, place: str, label: str, house: str, room: int) -> None:
        self._room = room
        self._colour = rgba(COLOURS[place])
        self._house = house
        super().__init__(place, label, role="place")

    @property
    def shelf(self) -> Box:
        """Where things lie, px from its lower left: along the foot, or at the right where there
        is much room beside one another."""
        pad = u(PAD)
        if self._lies:
            wide = self.width * 0.33
            return Box(self.width - wide - pad, pad + u(14), wide, self.height - 2 * pad - u(14))
        spare = self.height - 4 * pad - 1.75 * (self.width - 2 * pad)
        tall = max(u(104), self.height * 0.27, min(spare, self.height * 0.42))
        return Box(pad, pad + u(14), self.width - 2 * pad, tall)

    def stand(self, number: int) -> tuple[float, float, float]:
        """The middle and side of a thing on the shelf, px from its lower left, out of as many as
        belong there; in two rows where that leaves each more room."""
        shelf = self.shelf
        stands = shelf.height > shelf.width * 0.6
        columns = -(-self._room // 2) if stands else self._room
        room = Box(shelf.x, shelf.y + u(5), shelf.width, shelf.height)
        cell = cells(room, self._room, columns)[number]
        side = min(u(ON_SHELF), cell.width * 0.9, cell.height * 0.82)
        return cell.x + cell.width / 2, cell.y + cell.height / 2, side

    @property
    def _lies(self) -> bool:
        return self.width > self.height * 1.6

    @property
    def _ground(self) -> Box:
        """Where the house and the worker stand, px."""
        pad, shelf = u(PAD), self.shelf
        if self._lies:
            low = shelf.y + u(44)
            return Box(pad, low, shelf.x - 2 * pad, self.height - low - pad)
        low = shelf.top + u(6)
        return Box(pad, low, self.width - 2 * pad, self.height - low - pad)

    def places(self) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
        """The middle and side of the house and of the worker, px from its lower left: beside one
        another, or the worker in front of the house, whichever is larger."""
        room = self._ground
        beside = min(room.height, room.width * 0.54)
        above = min(room.width * 0.96, room.height * 0.54)
        if beside >= above * 0.98:
            x = room.x + (room.width - 2 * beside) / 2
            return (
                (x + beside / 2, room.y + beside / 2, beside),
                (x + beside * 1.5, room.y + beside / 2, beside),
            )
        worker = above * 0.92
        house = min(room.top - above / 2, room.y + worker * 0.94 + above / 2)
        x = room.x + room.width / 2
        return (x, house, above), (x, room.y + worker / 2, worker)

    def draw(self, pen: Pen) -> None:
        light = mix(self._colour, WHITE, 0.45)
        pen.block(0, 0, self.width, self.height, light, corner=u(48), edge=u(14))
        shelf = self.shelf
        (x, y, side), _worker = self.places()
        # The house stands a little behind the edge of its ground.
        ground = y - side / 2 + u(26) - shelf.y
        wide = self._ground.width
        pen.block(u(PAD), shelf.y, wide, ground, self._colour, corner=u(36))
        pen.picture(self._house, x, y, side)
        pen.block(shelf.x, shelf.y, shelf.width, shelf.height, WHITE, corner=u(36), edge=u(10))
        for number in range(self._room):
            x, y, side = self.stand(number)
            half, corner = side / 2, side * 0.24
            pen.block(x - half, y - half, side, side, mix(light, WHITE, 0.5), corner=corner)
