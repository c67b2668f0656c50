"""The figure that is dressed: its body and where each thing is worn.

Measures are design units of a figure :data:`TALL` high, from its upper left corner; a figure on
the screen is as many times larger as there is room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WIDE, TALL = 512, 690
"""A figure's size; its smallest place is then as large as a child's finger needs."""


@dataclass(frozen=True)
class Area:
    """A box of the figure: the upper left corner, the width and the height. Of a pair each one
    takes ``one`` of the width, at its two ends."""

    x: float
    y: float
    width: float
    height: float
    one: float = 0

    @property
    def share(self) -> float:
        """The part of the width that one of a pair takes."""
        return self.one / self.width if self.one else 0.5


HAND = 118
ARMS = Area(10, 346, 492, 180, 180)
TORSO = Area(136, 336, 240, 350)
HEAD = Area(96, 35, 320, 315)
HEADS = {"builder": "one", "welder": "one", "cook": "two", "lab": "two", "rescuer": "one"}
"""Whose head is which."""

PLACES: Mapping[str, Area] = {
    "head": Area(116, 0, 280, 171),
    "face": Area(116, 173, 280, 171),
    "body": Area(170, 346, 172, 171),
    "hands": Area(-4, 346, 171, 171),
    "feet": Area(126, 519, 260, 171),
}
"""Where a thing is brought; no two lie on one another."""
OTHER_HAND = Area(345, 346, 171, 171)
SHIELD = Area(116, 60, 280, 284)
"""The face's place for what covers the head as well."""

_HAT = Area(86, 0, 340, 180)
_SLEEVES = Area(26, 326, 460, 270)
_GLOVES = Area(4, 388, 504, 150, 120)
_SHOES = Area(136, 571, 240, 120)
WORN: Mapping[str, Area] = {
    "helmet": _HAT,
    "cook-hat": _HAT,
    "lab-cap": _HAT,
    "rescue-helmet": _HAT,
    "goggles": Area(106, 157, 300, 110),
    "welding-mask": Area(91, 20, 330, 330),
    "air-mask": Area(106, 165, 300, 180),
    "vest": Area(131, 336, 250, 200),
    "welding-jacket": _SLEEVES,
    "cook-jacket": _SLEEVES,
    "lab-coat": _SLEEVES,
    "rescue-jacket": _SLEEVES,
    "work-gloves": _GLOVES,
    "welding-gloves": _GLOVES,
    "oven-mitts": _GLOVES,
    "lab-gloves": _GLOVES,
    "rescue-gloves": _GLOVES,
    "boots": _SHOES,
    "clogs": _SHOES,
    "lab-shoes": _SHOES,
    "rescue-boots": _SHOES,
}
"""Where a thing lies on the figure."""
UNSAFE = 170
"""What is no safe thing to wear, across."""
LAYERS = ("feet", "body", "hands", "face", "head")
"""What is drawn over what."""


def shape_of(thing: str) -> tuple[float, float]:
    """The width and height of a thing as it lies in the tray; a pair lies close."""
    area = WORN.get(thing)
    if area is None:
        return (UNSAFE, UNSAFE)
    return (area.one * 2 * 0.94 if area.one else area.width, area.height)
