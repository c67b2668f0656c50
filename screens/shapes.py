"""Shapes drawn from small shared textures: rounded sheets, outlines, discs, lines.

A nine-patch costs four kilobytes and one quad's worth of work where an antialiased vertex shape
costs a hundred times that (measured, ``docs/bench.md``); its edge is as smooth.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from kivy.graphics import Mesh
from kivy.graphics.texture import Texture

EDGE = 1.0
"""Pixels over which an edge fades."""


def whole(radius: float) -> int:
    """A radius as a nine-patch has it, px."""
    return max(1, round(radius))


@cache
def patch(radius: int) -> Texture:
    """A white rounded square with corners of ``radius`` px, for a BorderImage of that border."""
    return _square(radius, lambda far: _cover(radius - far))


@cache
def ring(radius: int, line: int) -> Texture:
    """The outline of :func:`patch`, ``line`` px thick, inside its edge."""
    return _square(radius, lambda far: min(_cover(radius - far), _cover(far - (radius - line))))


@cache
def disc(across: int = 64) -> Texture:
    """A white disc."""
    half = across / 2
    return _texture(
        across, across, [_cover(half - math.hypot(x + 0.5 - half, y + 0.5 - half))
                         for y in range(across) for x in range(across)]
    )  # fmt: skip


@cache
def _fade() -> Texture:
    """Across a line: clear, white, clear."""
    return _texture(1, 8, [0.0, 0.45, 1.0, 1.0, 1.0, 1.0, 0.45, 0.0])


def lines(pairs: Sequence[tuple[tuple[float, float], tuple[float, float]]], width: float) -> Mesh:
    """Straight lines of ``width`` px as one mesh, to be made inside a canvas."""
    vertices: list[float] = []
    indices: list[int] = []
    half = width / 2 + EDGE
    for (ax, ay), (bx, by) in pairs:
        long = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / long * half, (bx - ax) / long * half
        first = len(vertices) // 4
        vertices += [ax + nx, ay + ny, 0, 0, bx + nx, by + ny, 0, 0]
        vertices += [bx - nx, by - ny, 0, 1, ax - nx, ay - ny, 0, 1]
        indices += [first, first + 1, first + 2, first, first + 2, first + 3]
    return Mesh(vertices=vertices, indices=indices, mode="triangles", texture=_fade())


def _cover(inside: float) -> float:
    """How much of a pixel lies inside an edge ``inside`` px away, 0 to 1."""
    return min(1.0, max(0.0, inside / EDGE + 0.5))


def _square(radius: int, alpha_at: object) -> Texture:
    assert callable(alpha_at)
    side = 2 * radius + 2
    middle = side / 2
    values = []
    for y in range(side):
        dy = max(0.0, abs(y + 0.5 - middle) - 1)
        for x in range(side):
            dx = max(0.0, abs(x + 0.5 - middle) - 1)
            values.append(alpha_at(math.hypot(dx, dy)))
    return _texture(side, side, values)


def _texture(width: int, height: int, alphas: Sequence[float]) -> Texture:
    pixels = bytearray()
    for alpha in alphas:
        pixels += b"\xff\xff\xff" + bytes((round(255 * alpha),))
    texture = Texture.create(size=(width, height), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture
