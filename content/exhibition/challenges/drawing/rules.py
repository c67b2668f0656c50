"""A drawing of three views and some parts, of which exactly one looks so from all three sides."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from content.exhibition.challenges.drawing.part import SIDE, Part
from content.exhibition.challenges.task import Task, unlike

STARS = (3, 6, 10)
MOST = 30
FEWEST, FULL = 3, 4


@dataclass(frozen=True, kw_only=True)
class Drawing(Task):
    """The views of the right part, and the parts to choose from."""

    parts: tuple[Part, ...]

    @property
    def part(self) -> Part:
        """The part that is drawn."""
        return self.parts[self.right[0]]

    @property
    def key(self) -> Hashable:
        """The drawing."""
        return self.part.views


def tasks(seed: int, lang: str = "ru") -> Sequence[Drawing]:
    """A round: from parts of few steps to busy ones."""
    return unlike(_draw, seed, MOST)


def _draw(random: Random, number: int) -> Drawing:
    count = FEWEST if number < 3 else FULL
    cuts = min(5, 2 + number // 3)
    part = _cut(random, cuts)
    parts, views = [part], {part.views}
    while len(parts) < count:
        # From the part itself, so that the wrong ones are like it.
        other = _changed(random, part) if random.random() < 0.75 else _cut(random, cuts)
        if other.views not in views:
            views.add(other.views)
            parts.append(other)
    random.shuffle(parts)
    return Drawing(choices=count, right=(parts.index(part),), parts=tuple(parts))


def _cut(random: Random, cuts: int) -> Part:
    """A block with steps cut into it: from a side, a corner or along a groove."""
    heights = [[SIDE] * SIDE for _row in range(SIDE)]
    for _step in range(cuts):
        wide, deep = random.choice(((1, 1), (1, SIDE), (SIDE, 1), (2, 1), (1, 2), (2, 2)))
        x, y = random.randint(0, SIDE - wide), random.randint(0, SIDE - deep)
        low = random.randint(1, SIDE - 1)
        for row in range(y, y + deep):
            for place in range(x, x + wide):
                heights[row][place] = min(heights[row][place], low)
    part = Part(tuple(tuple(row) for row in heights))
    flat = len({height for row in part.heights for height in row}) == 1
    return _cut(random, cuts) if flat else part


def _changed(random: Random, part: Part) -> Part:
    rows = [list(row) for row in part.heights]
    how = random.randrange(3)
    if how == 0:
        rows = [row[::-1] for row in rows]
    elif how == 1:
        rows = rows[::-1]
    else:
        for _place in range(random.randint(1, 2)):
            x, y = random.randrange(SIDE), random.randrange(SIDE)
            rows[y][x] = random.choice([h for h in range(1, SIDE + 1) if h != rows[y][x]])
    return Part(tuple(tuple(row) for row in rows))
