"""Shapes drawn from small shared textures: rounded sheets, outlines, discs, lines.

A nine-patch costs four kilobytes and one quad's worth of work where an antialiased vertex shape
costs a hundred times that (measured, ``docs/bench.md``); its edge is as smooth.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
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
    return _crisp(_square(radius, lambda far: _cover(radius - far)))


@cache
def ring(radius: int, line: int) -> Texture:
    """The outline of :func:`patch`, ``line`` px thick, inside its edge."""
    return _crisp(
        _square(radius, lambda far: min(_cover(radius - far), _cover(far - (radius - line))))
    )


@cache
def disc() -> Texture:
    """A white disc."""
    return _square(32, lambda far: _cover(32 - far))


@cache
def oval() -> Texture:
    """A white disc large enough to be stretched into any oval of a figure: one quad in place of
    some forty triangles."""
    return _square(128, lambda far: _cover(128 - far))


@cache
def _fade() -> Texture:
    """Across a line: clear, white, clear."""
    return _texture(1, 8, [0.0, 0.45, 1.0, 1.0, 1.0, 1.0, 0.45, 0.0])


def column_of(alphas: Sequence[float]) -> Texture:
    """A white column one pixel wide, as opaque as ``alphas`` say from the foot up."""
    return _texture(1, len(alphas), alphas)


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


def _square(radius: int, alpha_at: Callable[[float], float]) -> Texture:
    """Corners by distance from their centres; a quarter is worked out and mirrored."""
    quarter = []
    for dy in range(radius, -1, -1):
        far_y = max(0.0, dy - 0.5)
        half = [alpha_at(math.hypot(max(0.0, dx - 0.5), far_y)) for dx in range(radius, -1, -1)]
        quarter.append(half + half[::-1])
    rows = quarter + quarter[::-1]
    side = 2 * radius + 2
    return _texture(side, side, [alpha for row in rows for alpha in row])


def _crisp(texture: Texture) -> Texture:
    """For what is drawn at its own size: sampling between pixels would only cost time."""
    texture.mag_filter = texture.min_filter = "nearest"
    return texture


def _texture(width: int, height: int, alphas: Sequence[float]) -> Texture:
    pixels = bytearray(b"\xff" * (4 * len(alphas)))
    pixels[3::4] = bytes([round(255 * alpha) for alpha in alphas])
    texture = Texture.create(size=(width, height), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture
