"""The stone as the eye sees it from above: each facet as bright as the light it gives back."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, Mesh

from content.exhibition.exhibits.diamond.model import PLACES, TILTS, Diamond
from screens.exhibits import strokes
from screens.exhibits.diamond.light import Corner, Facets
from screens.page import Box
from screens.shapes import lines
from screens.theme import BLACK, WHITE, rgba, theme

INNER, MIDDLE = 0.57, 0.8
"""Where the table's corners and the kites' sides lie, in radii."""
SPARKS = 9
BURST = 16
BURST_S = 1.6


def facets() -> list[tuple[list[Corner], float, float]]:
    """The crown of a round brilliant: shapes in radii, with the azimuth and radius of each."""
    found = []

    def at(radius: float, turn: float) -> Corner:
        return radius * math.cos(turn), radius * math.sin(turn)

    step = math.pi / 4
    for eighth in range(8):
        corner = (eighth + 0.5) * step
        side, after = corner - step / 2, corner + step / 2
        flat = INNER * math.cos(step / 2)
        shapes = [
            [(0.0, 0.0), at(flat, side), at(INNER, corner)],
            [(0.0, 0.0), at(INNER, corner), at(flat, after)],
            [at(INNER, corner), at(MIDDLE, side), at(1, corner), at(MIDDLE, after)],
            [at(INNER, corner), at(MIDDLE, after), at(INNER, corner + step)],
            [at(MIDDLE, side), at(1, side), at(1, corner)],
            [at(MIDDLE, after), at(1, corner), at(1, after)],
        ]
        for shape in shapes:
            x = sum(point[0] for point in shape) / len(shape)
            y = sum(point[1] for point in shape) / len(shape)
            found.append((shape, math.atan2(y, x), math.hypot(x, y)))
    return found


class Face:
    """Draws the stone from above, its glow and its sparks."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self.box = Box(0, 0, 1, 1)
        self._facets = facets()
        self._laid = False
        self.since = math.inf
        """Seconds since the stone came alive."""

    def lay(self, box: Box) -> None:
        """Paint everything for a place."""
        self.box = box
        self.radius = radius = min(box.width, box.height) * 0.41
        self.cx, self.cy = box.x + box.width / 2, box.y + box.height / 2
        bare = theme.contrast
        placed = [
            [(self.cx + x * radius, self.cy + y * radius) for x, y in shape]
            for shape, _turn, _far in self._facets
        ]
        self.canvas.clear()
        with self.canvas:
            self._aura = Color(*rgba("#7CEBFF")[:3], 0)
            strokes.glow(self.cx, self.cy, radius * 2.6)
            Color(1, 1, 1, 1)
            self._stone = Facets(placed)
            Color(*(BLACK if bare else (*rgba("#E8FBFF")[:3], 0.5)))
            lines(
                [pair for shape in placed
                 for pair in zip(shape, [*shape[1:], shape[0]], strict=True)],
                max(1.0, radius * (0.012 if bare else 0.006)),
            )  # fmt: skip
            self._spark = Color(*(BLACK if bare else WHITE))
            self._stars = Mesh(mode="triangles")
        self._laid = True

    def draw(self, stone: Diamond, seconds: float) -> None:
        """Show the stone."""
        if not self._laid:
            return
        life = min(1.0, stone.life)
        self._stone.light([
            self._level(stone, number, turn, far)
            for number, (_shape, turn, far) in enumerate(self._facets)
        ])  # fmt: skip
        if not theme.contrast:
            self._aura.a = max(0.0, life - 0.45) * (1.3 if stone.alive else 0.9)
        self._sparkle(stone, seconds)

    def _level(self, stone: Diamond, number: int, turn: float, far: float) -> tuple[float, int]:
        """How bright a facet is for an eye above it, and its tint."""
        sway = math.radians(stone.lean)
        # Which way each facet looks differs a little, as facets do: the same for its mirror image.
        own = 0.25 + 0.55 * ((number % 6) * 0.381 % 1)
        lean = own * math.cos(turn - sway) + stone.lean / 90
        across = far * math.cos(turn)
        if lean < 0:
            lean, across = -lean, -across
        row = min(TILTS - 1.0, lean * TILTS)
        value = _between(stone.cells, row, (across / 0.97 + 1) / 2 * PLACES - 0.5)
        fire = int((turn * 7 + stone.lean * 0.35 + number * 3) % 9)
        tint = fire if fire < 5 and value > 0.45 and stone.life > 0.75 else 0
        return value**1.3 * (0.12 + 0.8 * min(1.0, stone.life) ** 1.4), tint

    def _sparkle(self, stone: Diamond, seconds: float) -> None:
        vertices: list[float] = []
        radius = self.radius
        strength = max(0.0, stone.life - 0.7) / 0.3
        for number in range(SPARKS):
            turn = number * 2.4 + 0.4
            far = radius * (0.25 + 0.75 * (number * 0.618 % 1))
            beat = max(0.0, math.sin(seconds * (0.9 + 0.13 * number) + number * 1.9)) ** 6
            size = radius * 0.2 * beat * min(1.0, strength)
            if size > 1:
                _star(
                    vertices, self.cx + far * math.cos(turn), self.cy + far * math.sin(turn), size
                )
        if self.since < BURST_S:
            part = self.since / BURST_S
            for number in range(BURST):
                turn = number / BURST * 2 * math.pi
                far = radius * (0.9 + 0.75 * (1 - (1 - part) ** 3) * (0.8 + 0.2 * (number % 2)))
                size = radius * 0.15 * math.sin(math.pi * part)
                _star(
                    vertices, self.cx + far * math.cos(turn), self.cy + far * math.sin(turn), size
                )
        self._stars.vertices = vertices
        self._stars.indices = [
            first + corner
            for first in range(0, len(vertices) // 4, 8)
            for corner in (0, 1, 7, 2, 3, 1, 4, 5, 3, 6, 7, 5, 1, 3, 5, 1, 5, 7)
        ]


def _star(vertices: list[float], x: float, y: float, size: float) -> None:
    """A star of four rays."""
    for corner in range(8):
        far = size if corner % 2 == 0 else size * 0.14
        turn = corner * math.pi / 4
        vertices += (x + far * math.cos(turn), y + far * math.sin(turn), 0.0, 0.0)


def _between(cells: list[list[float]], row: float, column: float) -> float:
    column = min(PLACES - 1.0, max(0.0, column))
    low, left = min(int(row), TILTS - 2), min(int(column), PLACES - 2)
    up, right = row - low, column - left
    below = cells[low][left] * (1 - right) + cells[low][left + 1] * right
    above = cells[low + 1][left] * (1 - right) + cells[low + 1][left + 1] * right
    return below * (1 - up) + above * up
