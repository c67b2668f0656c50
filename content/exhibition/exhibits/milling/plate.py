"""The plate as a field of depths, and the cutter that only ever takes away.

A conical cutter with a flat tip (an engraving bit) removes from every place what its own shape
reaches: at ``d`` mm from its axis it stands at depth - max(0, d - TIP) for sides of 45 degrees. So
the depth of a place is the greatest the cutter ever had over it, and the chips weigh what the
plate lost: volume is conserved.
"""

from __future__ import annotations

import math
from array import array

SIDE = 240.0
"""The plate's side, mm."""
CELLS = 320
"""Cells of the field along it."""
CELL = SIDE / CELLS
DEPTH = 4.0
"""How deep the cutter goes, mm."""
TIP = 1.0
"""Half the width of its flat tip, mm."""
RADIUS = TIP + DEPTH
"""Half the width of the groove, mm."""
Patch = tuple[int, int, int, int]


class Plate:
    """``depths`` holds mm, row by row from the foot; ``lost`` mm³ is what became chips."""

    def __init__(self) -> None:
        self.depths = array("f", bytes(4 * CELLS * CELLS))
        self.lost = 0.0
        self._touched: Patch | None = None

    def depth(self, x: float, y: float) -> float:
        """How deep the plate is cut at a place, mm."""
        column = min(CELLS - 1, max(0, int(x / CELL)))
        row = min(CELLS - 1, max(0, int(y / CELL)))
        return self.depths[row * CELLS + column]

    def cut(self, ax: float, ay: float, bx: float, by: float, depth: float) -> float:
        """Lead the cutter from one place to another at a depth; mm³ taken away."""
        if depth <= 0:
            return 0.0
        reach = TIP + depth
        left, right = cells(min(ax, bx) - reach, max(ax, bx) + reach)
        low, high = cells(min(ay, by) - reach, max(ay, by) + reach)
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        depths, taken = self.depths, 0.0
        sqrt = math.sqrt
        for row in range(low, high):
            py = (row + 0.5) * CELL - ay
            place = row * CELLS
            for column in range(left, right):
                px = (column + 0.5) * CELL - ax
                part = (px * dx + py * dy) / square if square > 0 else 0.0
                if part > 1:
                    part = 1.0
                elif part < 0:
                    part = 0.0
                ox, oy = px - dx * part, py - dy * part
                far = sqrt(ox * ox + oy * oy)
                here = depth if far < TIP else depth - far + TIP
                before = depths[place + column]
                if here > before:
                    depths[place + column] = here
                    taken += here - before
        self._touch(left, low, right, high)
        taken *= CELL * CELL
        self.lost += taken
        return taken

    def touched(self) -> Patch | None:
        """The cells (left, low, right, high) changed since this was last asked."""
        found, self._touched = self._touched, None
        return found

    def _touch(self, left: int, low: int, right: int, high: int) -> None:
        if right <= left or high <= low:
            return
        if self._touched is not None:
            a, b, c, d = self._touched
            left, low, right, high = min(a, left), min(b, low), max(c, right), max(d, high)
        self._touched = (left, low, right, high)


def cells(start: float, end: float) -> tuple[int, int]:
    """The range of cells between two places, mm, within the plate."""
    return max(0, int(start / CELL)), min(CELLS, int(end / CELL) + 1)
