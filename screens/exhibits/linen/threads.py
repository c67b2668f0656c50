"""Stalks, fibres and threads as one mesh: strips and tapering paths in the colours of flax."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from kivy.graphics import Mesh
from kivy.graphics.texture import Texture

from screens.theme import BLACK, rgba, theme

Spot = tuple[float, float]
COLOURS = (
    "#4FA34A", "#8FC35A", "#E9C55C", "#C9C0A4", "#F1DFAE", "#FFF6DF",
    "#D9CBA8", "#9A7442", "#FFC94D", "#5AA7F2", "#D9483E", "#7C8CE8",
)  # fmt: skip
GREEN, LEAF, STRAW, SILVER, FIBRE, LINEN, SHADE, SHIVE, GOLD, BLUE, RED, STEEL = (
    float(number) for number in range(len(COLOURS))
)
"""Neighbours blend: a colour between two is one between their numbers."""
FADE = (0.0, 0.55, 1.0, 1.0, 1.0, 1.0, 0.55, 0.0)


class Threads:
    """A mesh filled anew whenever something moves, to be made inside a canvas."""

    def __init__(self) -> None:
        self.mesh = Mesh(mode="triangles", texture=_yarns(theme.contrast))
        self.begin()

    def begin(self) -> None:
        """Forget everything."""
        self._vertices: list[float] = []
        self._indices: list[int] = []

    def add(self, a: Spot, b: Spot, width: float, colour: float, end: float | None = None) -> None:
        """A strip from a to b, ``width`` px wide, ``end`` px at its end."""
        (ax, ay), (bx, by) = a, b
        dx, dy = bx - ax, by - ay
        long = math.hypot(dx, dy)
        if long < 0.01:
            return
        end = width if end is None else end
        nx, ny = -dy / long / 2, dx / long / 2
        u = (colour + 0.5) / len(COLOURS)
        first = len(self._vertices) // 4
        self._vertices += (
            ax + nx * width, ay + ny * width, u, 0, bx + nx * end, by + ny * end, u, 0,
            bx - nx * end, by - ny * end, u, 1, ax - nx * width, ay - ny * width, u, 1,
        )  # fmt: skip
        self._indices += (first, first + 1, first + 2, first, first + 2, first + 3)

    def path(self, spots: Sequence[Spot], width: float, colour: float, end: float = 0) -> None:
        """A line through spots; it tapers to ``end`` px where one is given."""
        pieces = len(spots) - 1
        for piece in range(pieces):
            here = width + (end - width) * piece / pieces if end else width
            there = width + (end - width) * (piece + 1) / pieces if end else width
            self.add(spots[piece], spots[piece + 1], here, colour, there)

    def show(self) -> None:
        """Draw what was added."""
        self.mesh.vertices, self.mesh.indices = self._vertices, self._indices


@cache
def _yarns(bare: bool) -> Texture:
    pixels = bytearray()
    for fade in FADE:
        for code in COLOURS:
            colour = BLACK if bare else rgba(code)
            pixels += bytes([*(round(255 * part) for part in colour[:3]), round(255 * fade)])
    texture = Texture.create(size=(len(COLOURS), len(FADE)), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture
