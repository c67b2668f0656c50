"""A field of square cells: where one can drive, what lies there, which way is shortest.

Cards are directions of the screen, not turns: who stands before the glass sees what "up" is
without having to think themselves into the driver's seat.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

Cell = tuple[int, int]
"""Column from the left, row from the top, both from 0."""

ARROWS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
TWICE = "twice"
"""The card after which everything before it is driven once more."""


@dataclass(frozen=True)
class Field:
    """``blocks`` are what nobody drives over, with their kinds; ``goods`` are gathered on the way
    from ``start`` to ``barn``."""

    columns: int
    rows: int
    start: Cell
    barn: Cell
    blocks: tuple[tuple[Cell, str], ...] = ()
    goods: tuple[Cell, ...] = ()

    def step(self, cell: Cell, arrow: str) -> Cell | None:
        """The cell beside one; None where the field ends or something is in the way."""
        across, down = ARROWS[arrow]
        column, row = cell[0] + across, cell[1] + down
        if not (0 <= column < self.columns and 0 <= row < self.rows):
            return None
        return (
            None if any(where == (column, row) for where, _kind in self.blocks) else (column, row)
        )

    def follow(self, arrows: Sequence[str]) -> tuple[Cell, ...]:
        """The cells driven, the start first: up to what is in the way, or to the barn with all
        goods."""
        passed = [self.start]
        for arrow in arrows:
            beside = self.step(passed[-1], arrow)
            if self.is_home(passed) or beside is None:
                break
            passed.append(beside)
        return tuple(passed)

    def is_home(self, passed: Sequence[Cell]) -> bool:
        """Whether one who drove over these cells stands at the barn and left nothing."""
        return passed[-1] == self.barn and set(self.goods) <= set(passed)

    def way(self, passed: tuple[Cell, ...]) -> tuple[str, ...] | None:
        """The fewest arrows from the last of the cells driven to the barn by way of the goods that
        are left; None where there is no way."""
        return _way(self, passed[-1], frozenset(self.goods) - frozenset(passed))


@lru_cache(maxsize=4096)
def _way(field: Field, start: Cell, left: frozenset[Cell]) -> tuple[str, ...] | None:
    """Breadth first over where one is and what is left."""
    ways: dict[tuple[Cell, frozenset[Cell]], tuple[str, ...]] = {(start, left): ()}
    waiting = deque(ways)
    while waiting:
        cell, goods = here = waiting.popleft()
        if cell == field.barn and not goods:
            return ways[here]
        for arrow in ARROWS:
            beside = field.step(cell, arrow)
            if beside is None:
                continue
            there = (beside, goods - {beside})
            if there not in ways:
                ways[there] = (*ways[here], arrow)
                waiting.append(there)
    return None


def unfold(cards: Sequence[str]) -> list[tuple[int, str]]:
    """The arrows a program drives, each with the number of its card. An empty place says
    nothing."""
    driven: list[tuple[int, str]] = []
    for number, card in enumerate(cards):
        if card == TWICE:
            driven += driven
        elif card:
            driven.append((number, card))
    return driven


@lru_cache(maxsize=4096)
def rest_of(field: Field, cards: tuple[str, ...], room: int, *, twice: bool) -> str | None:
    """The next card of a program of at most ``room`` cards that begins with ``cards`` and comes
    home: one of the shortest. Empty where it is home already, None where nothing leads there."""
    arrows = [arrow for _card, arrow in unfold(cards)]
    passed = field.follow(arrows)
    if field.is_home(passed):
        return ""
    left = room - len(cards)
    if len(passed) <= len(arrows) or left <= 0:
        return None
    if not twice or TWICE in cards:
        way = field.way(passed)
        return way[0] if way is not None and len(way) <= left else None
    for long in range(1, left + 1):
        for tail in product((*ARROWS, TWICE), repeat=long):
            if tail.count(TWICE) <= 1 and _comes_home(field, (*cards, *tail)):
                return tail[0]
    return None


def _comes_home(field: Field, cards: tuple[str, ...]) -> bool:
    return field.is_home(field.follow([arrow for _card, arrow in unfold(cards)]))
