"""Fields for a level: random ones, taken when their way is just as long as the level says."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from content.games.tractor.field import ARROWS, Cell, Field
from content.model import Struct

TRIES = 4000
"""Fields thrown away at most before a level is said to have none."""


class NoField(ValueError):
    """A level that asks for what does not fit on its field."""


class Level(Struct, frozen=True):
    """``cards`` is the length of the strip, and of the way where ``direct`` drives at once. With
    ``twice`` the way is all cards but one, driven two times over. ``around``: without ``blocks``
    (their kinds) there would be a shorter way."""

    columns: int
    rows: int
    cards: int
    worker: str
    direct: bool = False
    twice: bool = False
    around: bool = False
    blocks: tuple[str, ...] = ()
    goods: int = 0
    scene: str = "field"
    driver: str = "tractor"


def field_for(level: Level, random: Random) -> Field:
    """A field of the level; the same for the same random numbers. Raises :class:`NoField`."""
    for _try in range(TRIES):
        way = _way(level, random)
        passed = _walk(level, way, random)
        if passed is None:
            continue
        field = _furnished(level, passed, random)
        if field is not None and _fits(level, field, len(way)):
            return field
    raise NoField(f"{level.columns}×{level.rows}: no way of {level.cards} cards")


def _way(level: Level, random: Random) -> list[str]:
    names = list(ARROWS)
    if level.twice:
        return [random.choice(names) for _card in range(level.cards - 1)] * 2
    return [random.choice(names) for _card in range(level.cards)]


def _walk(level: Level, way: list[str], random: Random) -> tuple[Cell, ...] | None:
    """The cells of a way that comes nowhere twice and turns at least once, where it has room."""
    if len(way) > 1 and len(set(way)) < 2:
        return None
    cell = (random.randrange(level.columns), random.randrange(level.rows))
    empty = Field(level.columns, level.rows, cell, (-1, -1))
    passed = empty.follow(way)
    whole = len(passed) == len(way) + 1 and len(set(passed)) == len(passed)
    return passed if whole else None


def _furnished(level: Level, passed: tuple[Cell, ...], random: Random) -> Field | None:
    """Goods on the way, and beside it what is in the way."""
    free = [
        (column, row)
        for column in range(level.columns)
        for row in range(level.rows)
        if (column, row) not in passed
    ]
    between = passed[1:-1]
    if len(free) < len(level.blocks) or len(between) < level.goods:
        return None
    blocks = tuple(zip(random.sample(free, len(level.blocks)), level.blocks, strict=True))
    goods = tuple(random.sample(between, level.goods))
    return Field(level.columns, level.rows, passed[0], passed[-1], blocks, goods)


def _fits(level: Level, field: Field, steps: int) -> bool:
    shortest = field.way((field.start,))
    if shortest is None or len(shortest) != steps:
        return False
    if not level.around:
        return True
    shut = replace(field, goods=())
    ways = [one.way((one.start,)) for one in (shut, replace(shut, blocks=()))]
    return all(ways) and len(ways[0] or ()) > len(ways[1] or ())
