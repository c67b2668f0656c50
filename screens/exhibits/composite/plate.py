"""The round plate a sheet turns on, as one picture: three discs would cost three times as much."""

from __future__ import annotations

import math
from functools import cache

from kivy.graphics.texture import Texture

SIDE = 160
LOWER = 8
"""Texels its edge shows below it."""
EDGE, FACE, WELL, INK, PAPER = (
    (27, 33, 96), (42, 50, 133), (59, 68, 166), (0, 0, 0), (255, 255, 255),
)  # fmt: skip
WELL_AT = 0.72
"""How wide the well is in which the sheet lies, shares of the plate."""
RIM = 3.0
"""Of the plate as ink on white, texels."""


@cache
def plate(bare: bool) -> Texture:
    """As wide as it is tall and a little taller: the edge is below. ``bare`` is ink on white."""
    half = SIDE / 2
    pixels = bytearray()
    for row in range(SIDE + LOWER // 2):
        for column in range(SIDE):
            x = column + 0.5 - half
            upper = math.hypot(x, row + 0.5 - half - LOWER // 2)
            lower = math.hypot(x, row + 0.5 - half)
            pixels += _texel(half - 1 - upper, half - 1 - lower, upper / half, bare)
    texture = Texture.create(size=(SIDE, SIDE + LOWER // 2), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture


def _texel(inside: float, below: float, far: float, bare: bool) -> bytes:
    """``inside`` the face and ``below`` it by how many texels, ``far`` from its middle."""
    cover = round(255 * min(1.0, max(0.0, max(inside, below) + 0.5)))
    if bare:
        part = min(1.0, max(0.0, inside - RIM + 0.5))
        return bytes((*_mixed(INK, PAPER, part), cover))
    if inside < 0:
        return bytes((*_mixed(EDGE, FACE, max(0.0, inside + 1)), cover))
    return bytes((*_mixed(FACE, WELL, min(1.0, max(0.0, (WELL_AT - far) * 80 + 0.5))), cover))


def _mixed(a: tuple[int, int, int], b: tuple[int, int, int], part: float) -> tuple[int, ...]:
    return tuple(round(x + (y - x) * part) for x, y in zip(a, b, strict=True))
