"""Dividing the room of a stage."""

from __future__ import annotations

from screens.games.playpage import MARGIN
from screens.page import Box
from screens.units import u

GAP = 30
"""Design units between the tray and what is above."""


def tray_below(box: Box, piece: float) -> tuple[Box, Box]:
    """The room above a tray and the tray itself, for pieces of ``piece`` design units; px. Below
    the tray there is room for a wrist."""
    margin = u(MARGIN)
    tall = min(u(piece + 60), box.height * 0.36)
    tray = Box(box.x + margin, box.y + margin * 0.7, box.width - 2 * margin, tall)
    low = tray.top + u(GAP)
    return Box(box.x + margin, low, box.width - 2 * margin, box.top - low), tray


def cells(box: Box, count: int, columns: int) -> list[Box]:
    """``count`` equal parts of a box, row by row from the upper left; a row that is not full
    stands in the middle."""
    columns = max(1, min(columns, count))
    rows = -(-count // columns) if count else 0
    found = []
    for number in range(count):
        row, column = divmod(number, columns)
        here = min(columns, count - row * columns)
        wide, tall = box.width / columns, box.height / rows
        left = box.x + (box.width - here * wide) / 2
        found.append(Box(left + column * wide, box.top - (row + 1) * tall, wide, tall))
    return found
