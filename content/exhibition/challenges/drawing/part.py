"""A part built of cubes on a square, and the three views a drawing shows of it.

The views lie as the first-angle projection has them (ISO 5456-2, GOST 2.305): the front view, the
top view under it, the view from the left to the right of it. Only visible edges are drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SIDE = 3
"""Cubes along each side of the block a part is cut from."""
Segment = tuple[int, int, int, int]
"""An edge of a view: x0, y0, x1, y1, y upwards, in cubes."""
Seen = frozenset[Segment]
Cells = frozenset[tuple[int, int]]
Depth = Callable[[int, int], int]


@dataclass(frozen=True)
class Part:
    """``heights[y][x]``: cubes standing on each place, 0 to :data:`SIDE`; y goes away from the
    one who looks at the front."""

    heights: tuple[tuple[int, ...], ...]

    def height(self, x: int, y: int) -> int:
        """Cubes on a place; none outside."""
        inside = 0 <= x < SIDE and 0 <= y < SIDE
        return self.heights[y][x] if inside else 0

    @property
    def views(self) -> tuple[Seen, Seen, Seen]:
        """The front, the top and the left view."""
        return _edges(self._front), _edges(self._top), _edges(self._left)

    @property
    def shapes(self) -> tuple[Cells, Cells, Cells]:
        """The squares of each view something is seen in."""
        return _cells(self._front), _cells(self._top), _cells(self._left)

    def _front(self, x: int, z: int) -> int:
        depths = (y for y in range(SIDE) if self.height(x, y) > z)
        return next(depths, -1) if 0 <= x < SIDE and z >= 0 else -1

    def _top(self, x: int, y: int) -> int:
        # The top view's lower edge is the front of the part.
        return self.height(x, y) or -1

    def _left(self, across: int, z: int) -> int:
        # Seen from the left the back of the part is on the left.
        y = SIDE - 1 - across
        depths = (x for x in range(SIDE) if self.height(x, y) > z)
        return next(depths, -1) if 0 <= y < SIDE and z >= 0 else -1


def _cells(depth: Depth) -> Cells:
    squares = ((x, y) for x in range(SIDE) for y in range(SIDE))
    return frozenset(square for square in squares if depth(*square) >= 0)


def _edges(depth: Depth) -> Seen:
    """Where what is seen changes its depth; -1 is nothing there."""
    found: set[Segment] = set()
    for x in range(SIDE + 1):
        for y in range(SIDE + 1):
            if depth(x - 1, y) != depth(x, y):
                found.add((x, y, x, y + 1))
            if depth(x, y - 1) != depth(x, y):
                found.add((x, y, x + 1, y))
    return frozenset(found)
