"""What a stage has no picture for: figures drawn of flat shapes with a darker edge below.

A figure is drawn once for its size; moving it moves one instruction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.graphics import (
    BorderImage,
    Color,
    InstructionGroup,
    Mesh,
    PopMatrix,
    PushMatrix,
    Rectangle,
    Scale,
    Translate,
)
from kivy.graphics.texture import Texture

from screens.games.sprite import LEAST, Sprite
from screens.pictures import album
from screens.shapes import lines, oval, patch, ring, whole
from screens.theme import BLACK, INK, WHITE, Colour, luminance, mix, theme
from screens.units import u

SHADE = 0.2
"""How much darker the edge below a shape is."""
BROAD = 56
"""Pixels of a radius from which discs share one stretched texture."""
DARK = 0.08
"""Shapes darker than this stay black in the contrast mode; others are white with an outline."""
Point = tuple[float, float]


class Pen:
    """Draws shapes one over another; px from the lower left of what is drawn."""

    def __init__(self, group: InstructionGroup) -> None:
        self.group = group

    def block(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: Colour,
        *,
        corner: float = 0,
        edge: float = 0,
    ) -> None:
        """A rounded sheet, its lower ``edge`` px darker."""
        if edge:
            # Only where it shows: below, and under the lower corners of the face.
            shown = min(height - edge, edge + 2 * corner + 2)
            self._sheet(x, y, width, shown, _dark(colour), corner)
        self._sheet(x, y + edge, width, height - edge, _face(colour), corner)
        if theme.contrast and luminance(colour) >= DARK:
            line = max(1, int(u(5)))
            self._sheet(x, y, width, height, BLACK, max(corner, line + 2), line=line)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A disc around a point."""
        radius = float(whole(radius))
        if radius > BROAD and not theme.contrast:
            # A nine-patch of every broad radius would stay in memory.
            side = 2 * radius
            place = (round(x - radius), round(y - radius))
            self.group.add(Color(*_face(colour)))
            self.group.add(Rectangle(texture=oval(), pos=place, size=(side, side)))
            return
        self.block(x - radius, y - radius, 2 * radius, 2 * radius, colour, corner=radius)

    def area(self, points: Sequence[Point], colour: Colour) -> None:
        """A convex area within these corners, and a line along its edge to smooth it."""
        flat = [number for x, y in points for number in (x, y, 0.0, 0.0)]
        self.group.add(Color(*_face(colour)))
        self.group.add(Mesh(vertices=flat, indices=list(range(len(points))), mode="triangle_fan"))
        outline = BLACK if theme.contrast else colour
        sides = list(zip(points, [*points[1:], points[0]], strict=True))
        self.lines(sides, u(5) if theme.contrast else 2, outline)

    def lines(self, pairs: Sequence[tuple[Point, Point]], width: float, colour: Colour) -> None:
        """Straight lines, px wide."""
        self.group.add(Color(*(BLACK if theme.contrast else colour)))
        self.group.add(lines(pairs, width))

    def sheet(self, x: float, y: float, width: float, height: float, corner: float) -> None:
        """A rounded sheet in the colour last added to the group."""
        radius = max(1, int(min(whole(corner), width / 2, height / 2)))
        self._patch(patch(radius), radius, x, y, width, height)

    def picture(self, name: str, x: float, y: float, side: float, dim: float = 1.0) -> None:
        """A picture around a point, as opaque as ``dim``."""
        self.group.add(Color(1, 1, 1, dim))
        self.group.add(
            Rectangle(
                texture=album.texture(name, side),
                pos=(round(x - side / 2), round(y - side / 2)),
                size=(round(side), round(side)),
            )
        )

    def _sheet(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: Colour,
        corner: float,
        line: int = 0,
    ) -> None:
        self.group.add(Color(*colour))
        if not corner:
            place, size = (round(x), round(y)), (round(width), round(height))
            self.group.add(Rectangle(pos=place, size=size))
            return
        radius = max(1, int(min(whole(corner), width / 2, height / 2)))
        texture = ring(radius, line) if line else patch(radius)
        self._patch(texture, radius, x, y, width, height)

    def _patch(
        self, texture: Texture, radius: int, x: float, y: float, width: float, height: float
    ) -> None:
        self.group.add(
            BorderImage(
                texture=texture,
                border=[radius] * 4,
                pos=(round(x), round(y)),
                size=(round(width), round(height)),
            )
        )


class Drawn(Sprite):
    """A sprite that draws itself in :meth:`draw`. What a subclass draws by must be set before it
    calls ``__init__``."""

    def __init__(
        self, name: str = "", label: str = "", side: float = LEAST, role: str = "piece"
    ) -> None:
        self._drawn_at: tuple[float, float] | None = None
        self._made = False
        super().__init__(name, label, side=side, role=role)
        self._made = True

    def draw(self, pen: Pen) -> None:
        """Draw it as large as it is."""

    def outdate(self) -> None:
        """It looks otherwise; drawn anew when it is laid."""
        self._drawn_at = None

    def redraw(self) -> None:
        """It looks otherwise now."""
        self.outdate()
        self._lay()
        self.mark()

    def fit(self, width: float, height: float) -> None:
        """Be so large, px, about the same middle."""
        size = (round(width), round(height))
        if tuple(self.size) != size:
            middle = self.middle
            self.size = size
            self.bring(*middle)

    def _make(self) -> None:
        with self.canvas:
            PushMatrix()
            self._to = Translate()
            self._scale = Scale(1, 1, 1)
            self._back = Translate()
            self._figure = InstructionGroup()
            PopMatrix()
        super()._make()

    def _lay(self, *_args: Any) -> None:
        super()._lay()
        half = round(self.width / 2), round(self.height / 2)
        self._to.xy = (round(self.x) + half[0], round(self.y) + half[1])
        self._scale.xyz = (self.grown, self.grown, 1)
        self._back.xy = (-half[0], -half[1])
        # Not while it is made: its size there is hardly ever the one it gets.
        if self._made and self._drawn_at != tuple(self.size):
            self._drawn_at = (self.width, self.height)
            self._figure.clear()
            self.draw(Pen(self._figure))


class Scenery(Drawn):
    """Something drawn that takes no part: no control, never in the way of a finger."""

    def __init__(self) -> None:
        super().__init__()
        self.lively = False

    def lay(self, x: float, y: float, width: float, height: float) -> None:
        """Lie there, px from the lower left."""
        self.fit(width, height)
        self.bring(x + self.width / 2, y + self.height / 2)
        if self._drawn_at is None:
            self.redraw()


def _dark(colour: Colour) -> Colour:
    return BLACK if theme.contrast else mix(colour, INK, SHADE)


def _face(colour: Colour) -> Colour:
    if not theme.contrast:
        return colour
    return BLACK if luminance(colour) < DARK else WHITE
