"""Cards with thick signs on them: arrows, go, all once more."""

from __future__ import annotations

import math
from itertools import pairwise

from kivy.graphics import Color, InstructionGroup, Mesh, PopMatrix, PushMatrix, Rectangle, Translate

from screens.games.sprite import LEAST, Sprite
from screens.shapes import EDGE, disc, lines
from screens.theme import BLACK, WHITE, Colour, mix, rgba, theme
from screens.units import u

Points = tuple[tuple[float, float], ...]
"""A line through points of a unit square, from the bottom left."""

_RIGHT: tuple[Points, ...] = (((0.22, 0.5), (0.76, 0.5)), ((0.54, 0.74), (0.78, 0.5), (0.54, 0.26)))
_LOOP: Points = tuple(
    (
        0.5 + 0.25 * math.cos(math.radians(angle)),
        0.5 + 0.25 * math.sin(math.radians(angle)),
    )
    for angle in range(60, -241, -20)
)
COLOURS = {
    "up": "#3F7FE8",
    "down": "#8A63D2",
    "left": "#1F9E74",
    "right": "#EE8430",
    "twice": "#D9478B",
    "go": "#FFC94D",
}
THICK = 0.125
"""A line's width, parts of the card."""
PROVED = "#2E9E4F"


def _turned(quarters: int) -> tuple[Points, ...]:
    def turn(point: tuple[float, float]) -> tuple[float, float]:
        x, y = point
        for _quarter in range(quarters):
            x, y = 1 - y, x
        return x, y

    return tuple(tuple(turn(point) for point in line) for line in _RIGHT)


SIGNS: dict[str, tuple[Points, ...]] = {
    "right": _RIGHT,
    "up": _turned(1),
    "left": _turned(2),
    "down": _turned(3),
    "twice": (_LOOP,),
    "go": (((0.38, 0.29), (0.38, 0.71), (0.73, 0.5), (0.38, 0.29)),),
}
FILLED: dict[str, Points] = {
    "go": SIGNS["go"][0][:3],
    "twice": ((0.27, 0.88), (0.57, 0.84), (0.36, 0.6)),
}


class Card(Sprite):
    """A card of one colour with its sign; ``kind`` is a key of :data:`SIGNS`."""

    def __init__(self, name: str, label: str, kind: str, side: float = LEAST) -> None:
        self.kind = kind
        self.proved = False
        self._signs = InstructionGroup()
        self._key: tuple[object, ...] = ()
        super().__init__(name, label, "", side, card=rgba(COLOURS[kind]))

    def _make(self) -> None:
        super()._make()
        with self.canvas:
            PushMatrix()
            self._at = Translate(0, 0)
        self.canvas.add(self._signs)
        with self.canvas:
            PopMatrix()

    def become(self, kind: str, label: str) -> None:
        """Another card."""
        if kind != self.kind:
            self.kind, self.label = kind, label
            self.paint(rgba(COLOURS[kind]))
            self._lay()
            self.mark()

    def prove(self, proved: bool) -> None:
        """Carry the tick of a card that has led the right way."""
        if proved != self.proved:
            self.proved = proved
            self._lay()
            self.mark()

    def fade(self, dim: float) -> None:
        if dim != self.dim:
            super().fade(dim)
            self._lay()

    def _lay(self, *_args: object) -> None:
        super()._lay()
        self._at.xy = self._face.pos
        key = (self.kind, self.dim, self.proved, *self._face.size)
        if key == self._key:
            return
        # Moving costs a translation alone.
        self._key = key
        self._signs.clear()
        ink = BLACK if theme.contrast else rgba("#3B2A05") if self.kind == "go" else WHITE
        # Faint by its colour: what overlaps would be seen through itself.
        self._signs.add(Color(*mix(WHITE if theme.contrast else self._ground, ink, self.dim)))
        wide, tall = self._face.size

        def at(points: Points) -> list[tuple[float, float]]:
            return [(wide * px, tall * py) for px, py in points]

        for line in SIGNS[self.kind]:
            self._stroke(at(line), wide * THICK)
        if self.kind in FILLED:
            self._fill(at(FILLED[self.kind]))
        if self.proved:
            self._tick(wide * 0.85, tall * 0.86, wide * 0.3)

    @property
    def _ground(self) -> Colour:
        return rgba(COLOURS[self.kind])

    def _stroke(self, points: list[tuple[float, float]], thick: float) -> None:
        """A line with round ends and corners."""
        half = thick / 2
        for (ax, ay), (bx, by) in pairwise(points):
            long = math.hypot(bx - ax, by - ay) or 1.0
            nx, ny = (ay - by) / long * half, (bx - ax) / long * half
            self._fill(
                [(ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny)]
            )
        for px, py in points:
            self._signs.add(
                Rectangle(texture=disc(), pos=(px - half, py - half), size=(thick, thick))
            )

    def _fill(self, corners: list[tuple[float, float]]) -> None:
        """A surface with a smooth edge."""
        vertices = [part for px, py in corners for part in (px, py, 0.0, 0.0)]
        self._signs.add(
            Mesh(vertices=vertices, indices=list(range(len(corners))), mode="triangle_fan")
        )
        self._signs.add(lines(list(pairwise([*corners, corners[0]])), EDGE))

    def _tick(self, x: float, y: float, side: float) -> None:
        for part, colour in ((1.0, WHITE), (0.84, BLACK if theme.contrast else rgba(PROVED))):
            long = side * part
            self._signs.add(Color(*colour))
            self._signs.add(
                Rectangle(texture=disc(), pos=(x - long / 2, y - long / 2), size=(long, long))
            )
        self._signs.add(Color(*WHITE))
        points = [
            (x - side * 0.2, y),
            (x - side * 0.05, y - side * 0.16),
            (x + side * 0.21, y + side * 0.15),
        ]
        self._signs.add(lines(list(pairwise(points)), max(u(5), side * 0.12)))
