"""Where everything of a workshop is: the master's strip, the room, its rows of things."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from screens.games.playpage import MARGIN, wide
from screens.games.sprite import LEAST
from screens.page import Box
from screens.units import measure, u

STRIP = 410
"""Design units of the strip's height under a standing room."""
NARROW, BROAD = 290, 460
"""Of its width beside a lying one."""
EDGE, SIDES, AWNING, TALL = 18, 44, 120, 900
"""Of the room's distance from the edge of the screen, of the strip's and a lying room's, of the
awning's height, and how tall the room is at least to have one."""
ROOMY = 1500
"""Of the width from which there is room to spare."""
BOARD, FOOT = 30, 34
"""Of the thickness of a shelf and of what is under the lowest row."""
AIR, MOST, PEG = 8, 300, 52
"""Of the least air between things, of a thing's size, and of the room for a peg over it."""
SMALLER = 0.12
"""How much smaller than others a thing may be."""
KINDS = {
    1: ("bench",),
    2: ("wall", "bench"),
    3: ("wall", "shelf", "bench"),
}
"""What rows stand on, from the top."""


@dataclass(frozen=True)
class Row:
    """Things hang or stand in the ``cells`` of ``box``, px."""

    kind: str
    box: Box
    cells: tuple[Box, ...]


@dataclass(frozen=True)
class Plan:
    """``figure``: the master's place; ``asked``: where what is asked for is shown, squares."""

    strip: Box
    figure: Box
    asked: tuple[Box, ...]
    room: Box
    awning: float
    rows: tuple[Row, ...]


def plan(box: Box, asked: int, things: int) -> Plan:
    """Divide the room of a stage, px."""
    margin, edge = u(MARGIN), u(EDGE)
    if wide(box):
        broad = min(u(BROAD), max(u(NARROW), box.width * 0.24))
        sides = u(SIDES) if box.width > u(ROOMY) else edge
        strip = Box(box.x + sides, box.y + edge * 2, broad, box.height - edge * 2)
        side = min(strip.width * 0.62, strip.height * 0.28)
        figure = Box(strip.x + (broad - side) / 2, strip.top - side - u(8), side, side)
        inner = Box(strip.x, strip.y, broad, figure.y - strip.y)
        left = strip.x + broad + edge
        room = Box(left, strip.y, box.x + box.width - sides - left, strip.height)
    else:
        strip = Box(box.x + margin, box.y + margin * 0.7, box.width - 2 * margin, u(STRIP))
        side = min(u(300), strip.height * 0.8)
        figure = Box(strip.x + u(10), strip.y + (strip.height - side) / 2, side, side)
        low = strip.top + u(44)
        room = Box(box.x + edge, low, box.width - 2 * edge, box.top - low)
        reach = figure.x + side
        inner = Box(reach, strip.y, strip.x + strip.width - reach, strip.height)
    awning = u(AWNING) if room.height > u(TALL) else 0.0
    return Plan(strip, figure, _squares(inner, asked), room, awning, _rows(room, awning, things))


def _squares(box: Box, count: int) -> tuple[Box, ...]:
    """As large as they get, row by row."""
    pad, gap = u(14), u(10)
    box = Box(box.x + pad, box.y + pad, box.width - 2 * pad, box.height - 2 * pad)

    def side(columns: int) -> float:
        return min(box.width / columns, box.height / -(-count // columns))

    columns = max(range(1, count + 1), key=side)
    rows = -(-count // columns)
    full = min(side(columns), u(240))
    found = []
    for number in range(count):
        row, column = divmod(number, columns)
        here = min(columns, count - row * columns)
        x = box.x + (box.width - here * full) / 2 + column * full
        y = box.y + (box.height + rows * full) / 2 - (row + 1) * full
        found.append(Box(x + gap / 2, y + gap / 2, full - gap, full - gap))
    return tuple(found)


def _rows(room: Box, awning: float, things: int) -> tuple[Row, ...]:
    pad, foot = u(12), u(FOOT)
    inner = Box(
        room.x + pad, room.y + foot, room.width - 2 * pad, room.height - foot - awning - u(10)
    )

    def least(rows: int) -> float:
        return min(u(MOST), inner.width / -(-things // rows), inner.height / rows - u(BOARD))

    fitting = [rows for rows in KINDS if rows <= things]
    count = max(fitting, key=lambda rows: (least(rows), rows))
    tall = inner.height / count
    found = []
    for number, (kind, here) in enumerate(zip(KINDS[count], _shares(things, count), strict=True)):
        box = Box(inner.x, inner.top - (number + 1) * tall, inner.width, tall)
        broad = box.width / here
        cells = tuple(Box(box.x + place * broad, box.y, broad, tall) for place in range(here))
        found.append(Row(kind, box, cells))
    return tuple(found)


def _shares(things: int, rows: int) -> list[int]:
    """How many stand in each row: as equal as can be, fuller and emptier ones in turn."""
    return [things * (row + 1) // rows - things * row // rows for row in range(rows)]


def spots(where: Plan, chance: Random) -> list[Box]:
    """The square of each thing, px: no two alike in size or place, none over another."""
    found = []
    for row in where.rows:
        for cell in row.cells:
            above = u(PEG if row.kind == "wall" else 4)
            room = min(cell.width - u(AIR), cell.height - u(BOARD) - above) / measure.unit
            most = max(float(LEAST), min(float(MOST), room))
            side = u(max(float(LEAST), most * (1 - SMALLER * chance.random())))
            slack = max(0.0, (cell.width - side) / 2 - u(6))
            x = cell.x + (cell.width - side) / 2 + slack * chance.uniform(-0.6, 0.6)
            low = cell.y + u(BOARD) - u(4)
            if row.kind == "wall":
                spare = max(0.0, cell.height - u(BOARD) - above - side)
                low += spare * chance.uniform(0.3, 0.7)
            found.append(Box(x, low, side, side))
    return found
