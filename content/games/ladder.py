"""Which level comes next: up with success, kindly down where it was hard."""

from __future__ import annotations

SLIPS = 1
"""Wrong moves of a round that still went well."""
HARD = 4
"""Wrong moves and hints together after which the next round is easier."""


def following(level: int, count: int, *, slips: int, hints: int, eased: bool = False) -> int:
    """The level of the next round out of ``count``, after one of ``level`` (both from 0) with so
    many wrong moves and hints shown, made easier on the way or not."""
    if eased or slips + hints >= HARD:
        level -= 1
    elif slips <= SLIPS and hints == 0:
        level += 1
    return max(0, min(level, count - 1))
