"""The ground that is driven on: a field of soil, or the floor of a shop."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Any

from kivy.graphics import BorderImage, Color, Rectangle
from kivy.uix.widget import Widget

from content.games.tractor.field import Cell, Field
from screens.exhibits.strokes import polygon
from screens.page import Box
from screens.pictures import album
from screens.shapes import disc, lines, patch, whole
from screens.theme import WHITE, Colour, mix, rgba
from screens.units import u

PICTURES = {"stone": "rock", "pond": "duck", "crate": "package", "toolbox": "toolbox"}
"""What lies on a cell that is in the way, besides its ground."""


@dataclass(frozen=True)
class Look:
    """The colours of a ground: its border, a cell, a cell driven over, and lines on it; of the
    house at its end: walls, roof, door."""

    border: str
    cell: str
    driven: str
    line: str
    walls: str
    roof: str


LOOKS = {
    "field": Look("#86C765", "#DDAA6B", "#B98249", "#C48F50", "#DB4B3F", "#9E2F2A"),
    "shop": Look("#8FA6D8", "#EEF2FB", "#FFE39A", "#D3DCF0", "#3F6FD8", "#2A4A9E"),
}
BLOCKS = {
    "stone": "#A9D488",
    "pond": "#5AB4EE",
    "flax": "#79BE62",
    "crate": "#D9E2F5",
    "toolbox": "#D9E2F5",
}
AIR = 0.035
"""Room between two cells, parts of a cell."""


class Board(Widget):
    """Scenery: takes no touches and is no control."""

    def __init__(self, field: Field, scene: str) -> None:
        super().__init__(size_hint=(None, None))
        self.field, self.scene = field, scene
        self.side = 1.0
        """A cell's side, px."""
        self._cells: dict[Cell, Color] = {}
        self._driven: Collection[Cell] = ()

    def lay(self, room: Box) -> None:
        """Lie in the middle of a room, as large as it allows, px."""
        rim = u(22)
        across, down = self.field.columns, self.field.rows
        self.side = min((room.width - 2 * rim) / across, (room.height - 2.6 * rim) / down)
        wide, tall = self.side * across + 2 * rim, self.side * down + 2 * rim
        x = room.x + (room.width - wide) / 2
        y = room.y + (room.height - tall) / 2
        if (self.pos, self.size) == ([x, y], [wide, tall]):
            return
        self.pos, self.size = (x, y), (wide, tall)
        self._draw(rim)

    def place(self, cell: Cell) -> tuple[float, float]:
        """The middle of a cell, px."""
        rim = (self.width - self.side * self.field.columns) / 2
        return (
            self.x + rim + self.side * (cell[0] + 0.5),
            self.y + self.height - rim - self.side * (cell[1] + 0.5),
        )

    def track(self, driven: Collection[Cell]) -> None:
        """Show which cells were driven over."""
        self._driven = driven
        look = LOOKS[self.scene]
        for cell, colour in self._cells.items():
            colour.rgba = rgba(look.driven if cell in driven else look.cell)

    # Drawing

    def _draw(self, rim: float) -> None:
        look = LOOKS[self.scene]
        border = rgba(look.border)
        blocks = dict(self.field.blocks)
        self._cells = {}
        self.canvas.clear()
        with self.canvas:
            edge = u(14)
            Color(*mix(border, rgba("#14183A"), 0.25))
            _sheet(self.x, self.y - edge, self.width, self.height, u(48))
            Color(*border)
            _sheet(self.x, self.y, self.width, self.height, u(48))
            for column in range(self.field.columns):
                for row in range(self.field.rows):
                    cell = (column, row)
                    colour = rgba(BLOCKS[blocks[cell]] if cell in blocks else look.cell)
                    made = Color(*colour)
                    if cell not in blocks:
                        self._cells[cell] = made
                    _sheet(*self._box(cell), whole(self.side * 0.16))
            self._furrows(blocks, rgba(look.line))
            for cell, kind in blocks.items():
                self._block(cell, kind)
            self._house(self.field.barn, look)
        self.track(self._driven)

    def _box(self, cell: Cell) -> tuple[float, float, float, float]:
        x, y = self.place(cell)
        side = self.side * (1 - 2 * AIR)
        return round(x - side / 2), round(y - side / 2), round(side), round(side)

    def _furrows(self, blocks: dict[Cell, str], colour: Colour) -> None:
        """Furrows of a field; in a shop the line a robot keeps to."""
        pairs = []
        parts = (0.2, 0.4, 0.6, 0.8) if self.scene == "field" else (0.5,)
        for column in range(self.field.columns):
            for row in range(self.field.rows):
                if (column, row) in blocks:
                    continue
                x, y, wide, tall = self._box((column, row))
                for part in parts:
                    high = y + tall * part
                    pairs.append(((x + wide * 0.08, high), (x + wide * 0.92, high)))
                if self.scene == "shop":
                    middle = x + wide / 2
                    pairs.append(((middle, y + tall * 0.08), (middle, y + tall * 0.92)))
        Color(*colour)
        lines(pairs, max(2.0, self.side * 0.035))

    def _block(self, cell: Cell, kind: str) -> None:
        x, y, side, _tall = self._box(cell)
        if kind == "pond":
            Color(*mix(rgba(BLOCKS[kind]), WHITE, 0.55))
            waves = [(0.12, 0.2, 0.3), (0.58, 0.14, 0.26), (0.6, 0.82, 0.28), (0.14, 0.7, 0.2)]
            lines(
                [
                    ((x + side * a, y + side * b), (x + side * (a + long), y + side * b))
                    for a, b, long in waves
                ],
                max(2.0, side * 0.04),
            )
        if kind == "flax":
            self._flax(cell, x, y, side)
        picture = PICTURES.get(kind)
        if picture is not None:
            Color(1, 1, 1, 1)
            part = 0.6 if kind == "pond" else 0.8
            inset = side * (1 - part) / 2
            Rectangle(
                texture=album.texture(picture, side * part),
                pos=(x + inset, y + inset),
                size=(side * part, side * part),
            )

    def _flax(self, cell: Cell, x: float, y: float, side: float) -> None:
        """Flax in flower: thin stems, each with a blue blossom."""
        random = Random(cell[0] * 7 + cell[1])  # noqa: S311 - play, no secret
        stems, blossoms = [], []
        for row in (0.72, 0.46, 0.2):
            for column in (0.18, 0.4, 0.62, 0.84):
                px = x + side * (column + random.uniform(-0.04, 0.04))
                py = y + side * (row + random.uniform(-0.03, 0.06))
                stems.append(((px, py - side * 0.13), (px, py)))
                blossoms.append((px, py))
        Color(*rgba("#3E8B3F"))
        lines(stems, max(1.5, side * 0.022))
        for part, code in ((0.17, "#3E63DD"), (0.12, "#6F93F5"), (0.045, "#FFE07A")):
            Color(*rgba(code))
            for px, py in blossoms:
                _dot(px, py, side * part)

    def _house(self, cell: Cell, look: Look) -> None:
        """The barn, or the gate of a shop, with a roof of five corners."""
        x, y, side, _tall = self._box(cell)

        def at(px: float, py: float) -> tuple[float, float]:
            return x + side * px, y + side * py

        roof = [at(0.05, 0.56), at(0.2, 0.8), at(0.5, 0.95), at(0.8, 0.8), at(0.95, 0.56)]
        Color(*rgba(look.walls))
        Rectangle(pos=at(0.12, 0.06), size=(side * 0.76, side * 0.52))
        Color(*rgba(look.roof))
        polygon(roof)
        Color(*WHITE)
        lines(list(pairwise(roof)), side * 0.045)
        _dot(*at(0.5, 0.7), side * 0.17)
        left, low, right, high = 0.3, 0.06, 0.7, 0.46
        Rectangle(pos=at(left, low), size=(side * (right - left), side * (high - low)))
        Color(*rgba(look.walls))
        if self.scene == "field":
            bars = [(at(left, low), at(right, high)), (at(left, high), at(right, low))]
        else:
            bars = [
                (at(left + 0.03, low + 0.1 * n), at(right - 0.03, low + 0.1 * n)) for n in (1, 2, 3)
            ]
        lines(bars, side * 0.045)


def _sheet(x: float, y: float, wide: float, tall: float, corner: float) -> Any:
    radius = whole(corner)
    return BorderImage(texture=patch(radius), border=[radius] * 4, pos=(x, y), size=(wide, tall))


def _dot(x: float, y: float, across: float) -> None:
    Rectangle(texture=disc(), pos=(x - across / 2, y - across / 2), size=(across, across))
