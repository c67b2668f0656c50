"""A stone drawn in facets: some shine in a colour, the others wait."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from kivy.graphics import Color, InstructionGroup, Mesh, Rectangle
from kivy.graphics.texture import Texture
from kivy.uix.widget import Widget

from screens.shapes import column_of, disc, lines
from screens.theme import BLACK, WHITE, Colour, mix, rgba, theme
from screens.units import u

INKS = {
    "red": "#F4486B",
    "orange": "#FF9838",
    "yellow": "#FFD23F",
    "green": "#3DC97C",
    "blue": "#41A5FF",
    "violet": "#A873F5",
}
ICE = "#E8F4FF"
SHADE = 0.22
"""How dark a facet is where light does not reach it."""
GLOSS, BEVEL = 0.2, 0.6
"""How much whiter its inner part is, and how large, parts of the facet."""
Spots = Sequence[tuple[float, float]]
"""Points in px."""


@dataclass(frozen=True)
class Pane:
    """A facet of a stone on the screen: its corners, px, its colour or none while it waits; how
    bright it is beside others of that colour, 0 to 1; ``turned`` where its light comes from
    below."""

    corners: tuple[tuple[float, float], ...]
    ink: str = ""
    light: float = 0.0
    turned: bool = False


class Gem(Widget):
    """Scenery: takes no touches and is no control."""

    def __init__(self) -> None:
        super().__init__(size_hint=(None, None))
        self._shown: tuple[Any, ...] = ()
        self._drawn = InstructionGroup()
        self.canvas.add(self._drawn)

    def show(self, panes: Sequence[Pane], outline: Spots, dashed: Spots = ()) -> None:
        """Draw these facets, a thick line around them, and a dashed one between two points: the
        axis of a mirror, or the way to go."""
        shown = (tuple(panes), tuple(outline), tuple(dashed))
        if shown == self._shown:
            return
        self._shown = shown
        self._drawn.clear()
        for pane in panes:
            for part in painted(pane):
                self._drawn.add(part)
        line = BLACK if theme.contrast else mix(rgba(ICE), WHITE, 0.4)
        for pane in sorted(panes, key=lambda one: bool(one.ink)):
            strong = 1.0 if pane.ink or theme.contrast else 0.34
            self._drawn.add(Color(*line[:3], strong))
            self._drawn.add(lines(_closed(pane.corners), u(10)))
        self._drawn.add(Color(*line))
        self._drawn.add(lines(_closed(outline), u(18)))
        round_ = u(12)
        for x, y in outline:
            corner = (x - round_ / 2, y - round_ / 2)
            self._drawn.add(Rectangle(texture=disc(), pos=corner, size=(round_, round_)))
        if dashed:
            self._drawn.add(Color(*(BLACK if theme.contrast else rgba("#FFD23F"))))
            self._drawn.add(lines(_dashes(*dashed), u(20)))


def painted(pane: Pane) -> list[Any]:
    """What a facet's surface is drawn with."""
    low = min(y for _x, y in pane.corners)
    tall = max(y for _x, y in pane.corners) - low or 1.0
    vertices: list[float] = []
    for x, y in pane.corners:
        high = (y - low) / tall
        vertices += [x, y, 0.5, 1 - high if pane.turned else high]
    fan = Mesh(
        vertices=vertices,
        indices=list(range(len(pane.corners))),
        mode="triangle_fan",
        texture=_sheen() if pane.ink else None,
    )
    if not pane.ink:
        waiting = WHITE if theme.contrast else (*rgba("#9FB4FF")[:3], 0.2)
        return [Color(*waiting), fan]
    colour = mix(rgba(INKS[pane.ink]), WHITE, pane.light)
    ground = Mesh(vertices=vertices, indices=fan.indices, mode="triangle_fan")
    bevel = Mesh(vertices=_inset(pane.corners), indices=fan.indices, mode="triangle_fan")
    return [
        *(Color(*mix(colour, rgba("#14183A"), SHADE)), ground),
        *(Color(*colour), fan),
        *(Color(*WHITE[:3], GLOSS), bevel),
    ]


def _inset(corners: Spots) -> list[float]:
    """A smaller facet within, where the stone catches more light."""
    x = sum(corner[0] for corner in corners) / len(corners)
    y = sum(corner[1] for corner in corners) / len(corners)
    found: list[float] = []
    for px, py in corners:
        found += [x + (px - x) * BEVEL, y + (py - y) * BEVEL, 0.0, 0.0]
    return found


def tint(name: str) -> Colour:
    """A colour of the stones."""
    return rgba(INKS[name])


@cache
def _sheen() -> Texture:
    """Light across a facet, from its foot up."""
    return column_of((0.0, 0.2, 0.5, 0.8, 1.0, 1.0))


def _closed(points: Spots) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return list(pairwise([*points, points[0]]))


def _dashes(
    start: tuple[float, float], end: tuple[float, float]
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Short lines all the way, the last one whole."""
    (ax, ay), (bx, by) = start, end
    count = max(2, round(math.hypot(bx - ax, by - ay) / u(52)))

    def at(share: float) -> tuple[float, float]:
        return ax + (bx - ax) * share, ay + (by - ay) * share

    step = 1 / (count - 0.45)
    return [(at(number * step), at((number + 0.55) * step)) for number in range(count)]
