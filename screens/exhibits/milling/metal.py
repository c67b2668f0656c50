"""The plate's surface: slopes, depth and grain in one texture, lit by a small shader, so that a
groove shines as the plate is tilted."""

from __future__ import annotations

import math
from array import array
from functools import cache
from random import Random

from kivy.graphics import Mesh, RenderContext
from kivy.graphics.texture import Texture

from content.exhibition.exhibits.milling.plate import CELL, CELLS, DEPTH, Patch, Plate
from screens.theme import Colour, rgba, theme

SHADER = """$HEADER$
uniform vec3 lamp;
uniform vec3 base;
uniform vec3 glint;
uniform float rough;
uniform float bare;
void main(void) {
    vec4 cell = texture2D(texture0, tex_coord0);
    vec2 slope = (cell.rg - 0.50196) * 2.6;
    float grain = cell.a - 0.5;
    vec3 n = normalize(vec3(-slope.x, -slope.y + grain * rough, 1.0));
    vec3 l = normalize(lamp + vec3((0.5 - tex_coord0) * 1.1, 0.0));
    float lit = max(0.0, dot(n, l));
    vec3 h = normalize(l + vec3(0.0, 0.0, 1.0));
    float shine = max(0.0, dot(n, h));
    shine *= shine;
    shine *= shine;
    shine *= shine;
    float sharp = shine * shine;
    shine *= sharp * sharp;
    vec3 colour = base * (0.22 + 0.80 * lit + grain * 0.30) * (1.0 - 0.30 * cell.b);
    colour += glint * shine * (0.46 + 0.6 * min(1.0, dot(slope, slope)));
    vec2 rim = min(tex_coord0, 1.0 - tex_coord0);
    float ink = (1.0 - step(0.08, cell.b)) * step(0.006, min(rim.x, rim.y));
    gl_FragColor = vec4(mix(colour, vec3(ink), bare), 1.0) * frag_color;
}
"""
FACETS = 6
"""Quads along a side of the mesh: few enough to be quick, enough for a tilt to look right."""
DISTANCE = 3.2
"""Sides of the plate the eye is away."""
LOOKS: dict[str, tuple[Colour, Colour, float]] = {
    "steel": (rgba("#8E9AB8"), rgba("#DCE8FF"), 0.42),
    "brass": (rgba("#B98A34"), rgba("#FFE9A8"), 0.36),
    "oak": (rgba("#A8703C"), rgba("#8A6A44"), 0.16),
}
"""A material's own colour, the colour of its shine, and how brushed it is."""


class Metal:
    """Draws one plate. ``tilt`` is how far it leans to the right and back, radians."""

    def __init__(self) -> None:
        self.canvas = RenderContext(
            use_parent_projection=True, use_parent_modelview=True, use_parent_frag_modelview=True
        )
        self.canvas.shader.fs = SHADER
        self._texture = Texture.create(size=(CELLS, CELLS), colorfmt="rgba")
        self._grain = b""
        with self.canvas:
            self._mesh = Mesh(mode="triangles", texture=self._texture, indices=_indices())

    def fresh(self, material: str) -> None:
        """An uncut plate of a material."""
        base, glint, rough = LOOKS[material]
        self.canvas["base"], self.canvas["glint"] = base[:3], glint[:3]
        self.canvas["rough"] = rough
        self.canvas["bare"] = float(theme.contrast)
        self._grain = grain_of(material)
        pixels = bytearray(b"\x80\x80\x00\x00" * (CELLS * CELLS))
        pixels[3::4] = self._grain
        _bevel(pixels)
        self._blit(bytes(pixels), (0, 0, CELLS, CELLS))

    def cut(self, plate: Plate, patch: Patch) -> None:
        """Show what has changed."""
        left, low, right, high = (
            max(3, patch[0] - 1), max(3, patch[1] - 1),
            min(CELLS - 3, patch[2] + 1), min(CELLS - 3, patch[3] + 1),
        )  # fmt: skip
        if right > left and high > low:
            pixels = _relief(plate.depths, self._grain, (left, low, right, high))
            self._blit(pixels, (left, low, right, high))

    def place(
        self, middle: tuple[float, float], side: float, tilt: tuple[float, float]
    ) -> list[tuple[float, float]]:
        """Lay it somewhere, tilted; its corners, px, from the lower left one round."""
        vertices: list[float] = []
        for row in range(FACETS + 1):
            for column in range(FACETS + 1):
                share_x, share_y = column / FACETS, row / FACETS
                x, y = seen(share_x - 0.5, share_y - 0.5, tilt)
                vertices += [middle[0] + x * side, middle[1] + y * side, share_x, share_y]
        self._mesh.vertices = vertices
        self.canvas["lamp"] = (
            -0.42 + 2.1 * math.sin(tilt[0]), 0.62 - 2.1 * math.sin(tilt[1]), 0.9,
        )  # fmt: skip
        return [
            (middle[0] + side * x, middle[1] + side * y)
            for x, y in (
                seen(sx, sy, tilt)
                for sx, sy in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5))
            )
        ]

    def _blit(self, pixels: bytes, patch: Patch) -> None:
        left, low, right, high = patch
        self._texture.blit_buffer(
            pixels, size=(right - left, high - low), pos=(left, low), colorfmt="rgba",
            bufferfmt="ubyte",
        )  # fmt: skip


def seen(x: float, y: float, tilt: tuple[float, float]) -> tuple[float, float]:
    """Where a place of a tilted plate is seen, in perspective; all in sides of the plate."""
    across, back = tilt
    depth = x * math.sin(across) + y * math.sin(back)
    away = DISTANCE / (DISTANCE + depth)
    return x * math.cos(across) * away, y * math.cos(back) * away


@cache
def grain_of(material: str) -> bytes:
    """A byte a cell: fine brushing of metal, wavy rings of wood."""
    # Not a secret: a pattern.
    random = Random(material)  # noqa: S311
    if material == "oak":
        return _rings(random)
    long = [random.random() for _place in range(4 * CELLS)]
    for _turn in range(3):
        long = [(a + b + c) / 3 for a, b, c in zip(long, long[1:], long[2:], strict=False)]
    rows = bytearray()
    brush = bytes(max(0, min(255, round(128 + 260 * (value - 0.5)))) for value in long)
    for _row in range(CELLS):
        start = random.randrange(len(brush) - CELLS)
        rows += brush[start : start + CELLS]
    return bytes(rows)


def _rings(random: Random) -> bytes:
    half = CELLS // 2
    noise = [random.uniform(-9, 9) for _cell in range(half)]
    rows = bytearray()
    for row in range(half):
        line = bytearray()
        for column in range(half):
            bow = 5 * math.sin(column / 41) + ((column - half * 0.4) / 34) ** 2
            ring = (row * 0.11 + bow * 0.22) % 1
            line += bytes([round(92 + 66 * ring + noise[(row * 7 + column // 5) % half])]) * 2
        rows += line + line
    return bytes(rows)


def _bevel(pixels: bytearray) -> None:
    """A small chamfer along the edges."""
    for place in range(CELLS):
        for deep in range(3):
            for cell, channel, value in (
                (deep * CELLS + place, 1, 214), ((CELLS - 1 - deep) * CELLS + place, 1, 42),
                (place * CELLS + deep, 0, 214), (place * CELLS + CELLS - 1 - deep, 0, 42),
            ):  # fmt: skip
                pixels[4 * cell + channel] = value


def _relief(depths: array[float], grain: bytes, patch: Patch) -> bytes:
    """Slopes (128 flat, 1 mm a mm is 98 more), depth and grain of some cells."""
    left, low, right, high = patch
    pixels = bytearray()
    scale = 98 / (2 * CELL)
    deep = 255 / DEPTH
    for row in range(low, high):
        start = row * CELLS
        for cell in range(start + left, start + right):
            # The surface falls where the depth grows.
            dx = int(128 - (depths[cell + 1] - depths[cell - 1]) * scale)
            dy = int(128 - (depths[cell + CELLS] - depths[cell - CELLS]) * scale)
            pixels += bytes(
                (
                    0 if dx < 0 else 255 if dx > 255 else dx,
                    0 if dy < 0 else 255 if dy > 255 else dy,
                    min(255, int(depths[cell] * deep)),
                    grain[cell],
                )
            )
    return bytes(pixels)


def _indices() -> list[int]:
    found: list[int] = []
    wide = FACETS + 1
    for row in range(FACETS):
        for column in range(FACETS):
            first = row * wide + column
            found += [first, first + 1, first + wide + 1, first, first + wide + 1, first + wide]
    return found
