"""Light as meshes made once and moved: strips of any colour and strength, and facets."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from kivy.graphics import Mesh
from kivy.graphics.texture import Texture

from screens.theme import BLACK, WHITE, Colour, mix, rgba, theme

STRENGTHS = 16
"""Columns of a hue in the strips' texture."""
HUES = ("#FFF6DC", "#FF5B6E", "#9A7BFF", "#7FD8FF")
WARM, RED, VIOLET, LOST = range(4)
ACROSS = (0.0, 0.3, 1.0, 1.0, 1.0, 1.0, 0.3, 0.0)
LEVELS = 32
TINTS = ("#35E0F2", "#FFC94D", "#FF7FB0", "#8CF2A0", "#A98BFF")
Corner = tuple[float, float]


class Strips:
    """Straight strips of light, to be made inside a canvas and told where to lie."""

    def __init__(self) -> None:
        self.mesh = Mesh(mode="triangles", texture=_ribbon(theme.contrast))
        self._vertices: list[float] = []
        self._indices: list[int] = []

    def begin(self) -> None:
        """Forget all strips."""
        self._vertices, self._indices = [], []

    def add(
        self, a: Corner, b: Corner, width: float, hue: int, strength: float,
        end: float | None = None,
    ) -> None:  # fmt: skip
        """A strip ``width`` px wide; its strength (0 to 1) may change towards its end."""
        (ax, ay), (bx, by) = a, b
        long = math.hypot(bx - ax, by - ay)
        if long < 0.01:
            return
        nx, ny = -(by - ay) / long * width / 2, (bx - ax) / long * width / 2
        u, v = _column(hue, strength), _column(hue, strength if end is None else end)
        first = len(self._vertices) // 4
        self._vertices += [ax + nx, ay + ny, u, 0, bx + nx, by + ny, v, 0]
        self._vertices += [bx - nx, by - ny, v, 1, ax - nx, ay - ny, u, 1]
        self._indices += [first, first + 1, first + 2, first, first + 2, first + 3]

    def show(self) -> None:
        """Draw what was added."""
        self.mesh.vertices, self.mesh.indices = self._vertices, self._indices


class Facets:
    """Flat shapes, each of a level (0 to 1) of a tint. Shapes stay, levels change."""

    def __init__(self, shapes: Sequence[Sequence[Corner]]) -> None:
        self._shapes = shapes
        self._indices: list[int] = []
        first = 0
        for shape in shapes:
            for corner in range(1, len(shape) - 1):
                self._indices += [first, first + corner, first + corner + 1]
            first += len(shape)
        self.mesh = Mesh(mode="triangles", texture=_gem(theme.contrast))
        self._levels: list[tuple[float, int]] = []
        self.light([(0.0, 0)] * len(shapes))

    def light(self, levels: Sequence[tuple[float, int]]) -> None:
        """Give each shape its level and tint."""
        if levels == self._levels:
            return
        self._levels = list(levels)
        vertices: list[float] = []
        for shape, (level, tint) in zip(self._shapes, levels, strict=True):
            u = (0.5 + min(1.0, max(0.0, level)) * (LEVELS - 1)) / LEVELS
            v = (tint + 0.5) / len(TINTS)
            for x, y in shape:
                vertices += (x, y, u, v)
        self.mesh.vertices, self.mesh.indices = vertices, self._indices


def _column(hue: int, strength: float) -> float:
    level = min(1.0, max(0.0, strength)) * (STRENGTHS - 1)
    return (hue * STRENGTHS + 0.5 + level) / (STRENGTHS * len(HUES))


@cache
def _ribbon(bare: bool) -> Texture:
    pixels = bytearray()
    for fade in ACROSS:
        for code in HUES:
            colour = BLACK if bare else rgba(code)
            for step in range(STRENGTHS):
                alpha = fade * step / (STRENGTHS - 1)
                pixels += _pixel((*colour[:3], alpha))
    return _texture(STRENGTHS * len(HUES), len(ACROSS), pixels)


@cache
def _gem(bare: bool) -> Texture:
    """Each row a tint, from the dark of a sleeping facet to white."""
    dark = rgba("#111A58")
    pixels = bytearray()
    for code in TINTS:
        for step in range(LEVELS):
            part = step / (LEVELS - 1)
            if bare:
                colour = mix(rgba("#505050"), WHITE, part)
            elif part < 0.6:
                colour = mix(dark, rgba(code), part / 0.6)
            else:
                colour = mix(rgba(code), WHITE, (part - 0.6) / 0.4 * 0.92)
            pixels += _pixel(colour)
    texture = _texture(LEVELS, len(TINTS), pixels)
    # A facet is of one colour all over: nothing is to be filtered.
    texture.mag_filter = texture.min_filter = "nearest"
    return texture


def _pixel(colour: Colour) -> bytes:
    return bytes(round(255 * channel) for channel in colour)


def _texture(wide: int, tall: int, pixels: bytearray) -> Texture:
    texture = Texture.create(size=(wide, tall), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture
