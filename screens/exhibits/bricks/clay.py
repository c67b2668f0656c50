"""What bricks look like, and all of them as one mesh: a wall moves as one set of vertices."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from functools import cache

from kivy.graphics import Mesh
from kivy.graphics.texture import Texture

from content.exhibition.exhibits.bricks.bond import CLOSER, HALF, STRETCHER, Brick

GRAIN = 36
"""Texels of a quarter of a brick."""
TALL = 56
"""Texels of a course."""
KINDS = 4
JOINT = 2
"""Texels of mortar at each edge."""
SHADES = ((0.78, 0.34, 0.20), (0.72, 0.29, 0.17), (0.83, 0.40, 0.24), (0.66, 0.27, 0.18))
MORTAR = (0.86, 0.80, 0.72)
STARTS = {STRETCHER: 0, HALF: STRETCHER, CLOSER: STRETCHER + HALF}
"""Where each length begins in the texture, quarters."""
ACROSS = STRETCHER + HALF + CLOSER
Corners = tuple[float, float, float, float]
"""The middle in px, the angle in radians, how far it is there from 0 to 1."""


@cache
def clay(bare: bool) -> Texture:
    """Bricks of each length in each shade; ``bare`` are outlines, for ink on white."""
    wide, tall = ACROSS * GRAIN, KINDS * TALL
    pixels = bytearray(4 * wide * tall)
    dice = random.Random(3)  # noqa: S311 - the same clay every day
    for kind in range(KINDS):
        for long, start in STARTS.items():
            for row in range(TALL):
                line = _row(long * GRAIN, row, SHADES[kind], bare)
                at = 4 * ((kind * TALL + row) * wide + start * GRAIN)
                pixels[at : at + len(line)] = line
            if not bare:
                _speckle(pixels, wide, start * GRAIN, kind * TALL, long * GRAIN, dice)
    texture = Texture.create(size=(wide, tall), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture


def _row(long: int, row: int, shade: tuple[float, float, float], bare: bool) -> bytes:
    joint = JOINT * 2 if bare else JOINT
    if row < joint or row >= TALL - joint:
        return _texel((0, 0, 0) if bare else MORTAR) * long
    if bare:
        edge, body = _texel((0, 0, 0)), _texel((1, 1, 1))
        return edge * joint + body * (long - 2 * joint) + edge * joint
    up = (row - joint) / (TALL - 2 * joint)
    light = 0.78 + 0.26 * up
    if up > 0.9:
        light = 1.22
    elif up < 0.1:
        light = 0.62
    body = _texel(tuple(min(1.0, part * light) for part in shade))
    left = _texel(tuple(min(1.0, part * light * 1.15) for part in shade))
    right = _texel(tuple(part * light * 0.75 for part in shade))
    mortar = _texel(MORTAR)
    inner = long - 2 * joint - 6
    return mortar * joint + left * 3 + body * inner + right * 3 + mortar * joint


def _speckle(
    pixels: bytearray, wide: int, left: int, low: int, long: int, dice: random.Random
) -> None:
    for _speck in range(long * 3):
        x = left + dice.randrange(JOINT + 4, long - JOINT - 5)
        y = low + dice.randrange(JOINT + 5, TALL - JOINT - 6)
        light = dice.uniform(0.82, 1.13)
        for dx in range(dice.choice((1, 1, 2, 3))):
            at = 4 * (y * wide + min(x + dx, left + long - 6))
            for part in range(3):
                pixels[at + part] = min(255, int(pixels[at + part] * light))


def _texel(colour: Iterable[float]) -> bytes:
    return bytes([*(round(255 * part) for part in colour), 255])


class Bricks:
    """Some bricks as one mesh, made inside a canvas."""

    def __init__(self, bare: bool) -> None:
        self.mesh = Mesh(mode="triangles", texture=clay(bare))
        self._last: list[float] = []

    def show(
        self, placed: Iterable[tuple[Brick, float, float, float]], quarter: float, tall: float
    ) -> None:
        """Draw bricks with their middles and angles (px, radians); ``quarter`` and ``tall`` are
        the pixels of a quarter and of a course."""
        vertices: list[float] = []
        for brick, x, y, angle in placed:
            half, up = brick.long * quarter / 2, tall / 2
            left = STARTS[brick.long] / ACROSS
            right = left + brick.long / ACROSS
            low = (brick.left * 7 + brick.course * 5) % KINDS / KINDS
            high = low + 1 / KINDS
            c, s = math.cos(angle), math.sin(angle)
            for dx, dy, across, above in (
                (-half, -up, left, low),
                (half, -up, right, low),
                (half, up, right, high),
                (-half, up, left, high),
            ):
                vertices += (x + dx * c - dy * s, y + dx * s + dy * c, across, above)
        if vertices == self._last:
            return
        self._last = vertices
        count = len(vertices) // 16
        self.mesh.vertices = vertices
        self.mesh.indices = [
            4 * one + corner for one in range(count) for corner in (0, 1, 2, 0, 2, 3)
        ]
