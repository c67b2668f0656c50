"""Dividing the stage into the velvet with the stone, the tray and the jeweller."""

from __future__ import annotations

from dataclasses import dataclass

from content.games.diamond.rules import SHOWN
from screens.games.playpage import MARGIN, wide
from screens.page import Box
from screens.units import measure, u

LYING = 1500
"""Design units of width from which there is room for somebody beside the stone."""
SLIM = 36
"""Design units beside the velvet where room is short."""
PIECE = 200
NARROW, BROAD = 0.8, 1.7
"""Width over height of the stone at least and at most."""


@dataclass(frozen=True)
class Room:
    """Boxes in px; ``tray`` and ``figure`` are None where there is none. ``piece`` is in design
    units."""

    velvet: Box
    stone: Box
    tray: Box | None
    figure: Box | None
    upright: bool
    """Whether pieces stand in a column."""
    piece: float


def rooms(box: Box, *, tray: bool) -> Room:
    """The room with a tray, or without where the outline is traced."""
    margin = u(MARGIN)
    inner = box.width - 2 * margin
    if not wide(box):
        tall = u(PIECE + 76)
        low = box.y + margin * 0.9
        figure = Box(box.x + margin * 0.8, low, u(300), tall)
        left = figure.x + figure.width + u(16)
        shelf = Box(left, low, box.x + box.width - margin - left, tall)
        under = low + tall + u(40)
        velvet = Box(box.x + margin, under, inner, box.top - under - u(14))
        return _made(velvet, shelf if tray else None, figure, False, PIECE)
    low, tall = box.y + u(44), box.height - u(56)
    side = min(PIECE, (tall / measure.unit - 40 - 12 * (SHOWN - 1)) / SHOWN)
    roomy = box.width / measure.unit >= LYING
    across = u(side + 48) if tray else 0.0
    figure_box = Box(box.x + margin, low, u(400), min(tall, u(400))) if roomy else None
    left = figure_box.x + figure_box.width + u(30) if figure_box is not None else box.x + margin
    right = box.x + box.width - (margin if roomy else u(SLIM))
    left = left if roomy else box.x + u(SLIM)
    velvet = Box(left, low, right - left - (across + u(26) if tray else 0), tall)
    shelf = Box(right - across, low, across, tall)
    return _made(velvet, shelf if tray else None, figure_box, True, side)


def _made(velvet: Box, tray: Box | None, figure: Box | None, upright: bool, piece: float) -> Room:
    # Half a target stands out beside a corner that is traced.
    inset = u(40 if upright else 56) if tray is not None else u(100)
    wide_, tall = velvet.width - 2 * inset, velvet.height - 2 * inset
    wide_, tall = min(wide_, tall * BROAD), min(tall, wide_ / NARROW)
    stone = Box(
        velvet.x + (velvet.width - wide_) / 2, velvet.y + (velvet.height - tall) / 2, wide_, tall
    )
    return Room(velvet, stone, tray, figure, upright, piece)
