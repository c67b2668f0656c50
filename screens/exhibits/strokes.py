"""Strokes exhibits are painted with: each makes its instructions once, inside a canvas, and gives
back the one its view moves later. Places are in px."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from kivy.graphics import BorderImage, Color, Mesh, Rectangle
from kivy.graphics.texture import Texture

from screens.pictures import gradient_texture, star_texture
from screens.shapes import disc, patch, ring, whole
from screens.theme import Colour


def sheet(
    x: float, y: float, wide: float, tall: float, radius: float, colour: Colour | None
) -> BorderImage:
    """A rounded sheet; without a colour, of the one set before."""
    if colour is not None:
        Color(*colour)
    corner = whole(max(1.0, min(radius, wide / 2 - 1, tall / 2 - 1)))
    return BorderImage(
        texture=patch(corner), border=[corner] * 4, pos=(round(x), round(y)),
        size=(max(2, round(wide)), max(2, round(tall))),
    )  # fmt: skip


def outline(
    x: float, y: float, wide: float, tall: float, radius: float, line: float, colour: Colour | None
) -> BorderImage:
    """The rim of :func:`sheet`, ``line`` px thick."""
    if colour is not None:
        Color(*colour)
    corner = whole(max(line + 1, min(radius, wide / 2 - 1, tall / 2 - 1)))
    return BorderImage(
        texture=ring(corner, max(1, round(line))), border=[corner] * 4, pos=(round(x), round(y)),
        size=(max(2, round(wide)), max(2, round(tall))),
    )  # fmt: skip


def shaded(
    x: float, y: float, wide: float, tall: float, colours: Sequence[Colour]
) -> Rectangle:  # fmt: skip
    """A rectangle whose colour goes from the first at the foot to the last at the top."""
    Color(1, 1, 1, 1)
    texture = gradient_texture(tuple(colours), max(2, round(tall)))
    return Rectangle(texture=texture, pos=(round(x), round(y)), size=(round(wide), round(tall)))


def ball(x: float, y: float, radius: float) -> Rectangle:
    """A disc of the colour set before."""
    return Rectangle(texture=disc(), pos=(x - radius, y - radius), size=(2 * radius, 2 * radius))


def glow(x: float, y: float, across: float, tall: float = 0) -> Rectangle:
    """A soft light of the colour set before, ``across`` px wide."""
    tall = tall or across
    return Rectangle(
        texture=star_texture(), pos=(x - across / 2, y - tall / 2), size=(across, tall)
    )


def put(rectangle: Any, x: float, y: float, across: float, tall: float = 0) -> None:
    """Lay the middle of a rectangle somewhere, at a size."""
    tall = tall or across
    rectangle.pos = (x - across / 2, y - tall / 2)
    rectangle.size = (across, tall)


def polygon(points: Sequence[tuple[float, float]]) -> Mesh:
    """A convex shape of the colour set before; its edge is not smoothed."""
    vertices = [value for x, y in points for value in (x, y, 0.0, 0.0)]
    return Mesh(vertices=vertices, indices=list(range(len(points))), mode="triangle_fan")


def boxes(places: Sequence[tuple[float, float, float, float]]) -> Mesh:
    """Many small rectangles (x, y, width, height) of the colour set before, as one mesh."""
    vertices: list[float] = []
    indices: list[int] = []
    for x, y, wide, tall in places:
        first = len(vertices) // 4
        for px, py in ((x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)):
            vertices += [px, py, 0.0, 0.0]
        indices += [first, first + 1, first + 2, first, first + 2, first + 3]
    return Mesh(vertices=vertices, indices=indices, mode="triangles")


@cache
def tube() -> Texture:
    """Across a round bar or cable: dark at its edges, bright a little to one side."""
    shades = (
        0.30,
        0.55,
        0.72,
        0.86,
        0.97,
        1.0,
        1.0,
        0.95,
        0.86,
        0.76,
        0.66,
        0.57,
        0.5,
        0.44,
        0.36,
        0.3,
    )
    alphas = (0.0, 0.8, *(1.0,) * 12, 0.8, 0.0)
    pixels = bytearray()
    for shade, alpha in zip(shades, alphas, strict=True):
        pixels += bytes([round(255 * shade)] * 3 + [round(255 * alpha)])
    texture = Texture.create(size=(16, 1), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture
