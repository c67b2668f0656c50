"""Dividing the stage into the board, the keys, the strip and somebody who stands by."""

from __future__ import annotations

from dataclasses import dataclass

from screens.games.playpage import MARGIN, wide
from screens.page import Box
from screens.units import measure, u

LYING = 1500
"""Design units of width from which the board lies beside the keys and the strip above them."""


@dataclass(frozen=True)
class Room:
    """Boxes in px; ``key``, ``slot`` and ``gap`` in design units. ``figure`` is None where there is
    no room for anybody."""

    board: Box
    pad: Box
    strip: Box
    figure: Box | None
    key: float
    slot: float
    gap: float


def rooms(box: Box, places: int) -> Room:
    """The room for a strip of so many places; for none where every arrow drives at once."""
    if not wide(box):
        return _standing(box, places)
    if box.width / measure.unit >= LYING:
        return _lying(box, places)
    return _low(box, places)


def _pad(x: float, y: float, key: float, gap: float) -> Box:
    return Box(x, y, u(key) * 3 + u(gap) * 2, u(key) * 2 + u(gap))


def _slot(width: float, places: int, gap: float, most: float) -> float:
    """How large a place of the strip is, design units."""
    if not places:
        return most
    return max(170.0, min(most, (width / measure.unit - 48 - gap * (places - 1)) / places))


def _strip(x: float, y: float, width: float, slot: float, places: int, gap: float) -> Box:
    """The strip, no longer than its places, in the middle of a width."""
    long = min(width, u(slot * places + gap * (places - 1) + 60))
    return Box(x + (width - long) / 2, y, long, u(slot + 56))


def _standing(box: Box, places: int) -> Room:
    margin, key, gap = u(MARGIN), 206.0, 20.0
    inner = box.width - 2 * margin
    low = box.y + margin * 0.9
    pad = _pad(0, low, key, gap)
    pad = pad._replace(x=box.x + box.width - margin - pad.width)
    slot = _slot(inner, places, gap, 206)
    strip = _strip(box.x + margin, pad.top + u(40), inner, slot, places, gap)
    under = strip.top if places else pad.top
    board = Box(box.x + margin, under + u(44), inner, box.top - under - u(56))
    figure = Box(box.x + margin * 0.6, low, pad.x - box.x - margin * 0.9, pad.height)
    return Room(board, pad, strip, figure, key, slot, gap)


def _lying(box: Box, places: int) -> Room:
    margin, key, gap = u(MARGIN), 196.0, 18.0
    column = u(968)
    left = box.x + box.width - margin - column
    low = box.y + margin * 0.8
    pad = _pad(0, low, key, gap)
    pad = pad._replace(x=left + column - pad.width)
    slot = _slot(column, places, gap, 190)
    strip = _strip(left, pad.top + u(36), column, slot, places, gap)
    if not places:
        pad = pad._replace(y=box.y + (box.height - pad.height) / 2)
    board = Box(box.x + margin, low, left - box.x - 2 * margin, box.height - margin * 1.4)
    figure = Box(left, pad.y, pad.x - left - u(20), pad.height)
    return Room(board, pad, strip, figure, key, slot, gap)


def _low(box: Box, places: int) -> Room:
    margin, key, gap = u(MARGIN), 174.0, 14.0
    inner = box.width - 2 * margin
    slot = _slot(inner, places, gap, 180)
    strip = _strip(box.x + margin, box.y + margin * 0.4, inner, slot, places, gap)
    under = strip.top + u(22) if places else box.y + margin * 0.6
    pad = _pad(0, 0, key, gap)
    room = box.top - under - u(8)
    pad = pad._replace(
        x=box.x + box.width - margin - pad.width, y=under + max(0.0, (room - pad.height) / 2)
    )
    board = Box(box.x + u(30), under, pad.x - box.x - u(54), room)
    return Room(board, pad, strip, None, key, slot, gap)
