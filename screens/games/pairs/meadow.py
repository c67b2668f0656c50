"""What lies under the cards and around them: a mat on a meadow, clouds, trees, flowers."""

from __future__ import annotations

from kivy.graphics import BorderImage, Color, Rectangle
from kivy.uix.widget import Widget

from screens.games.ground import HORIZON
from screens.page import Box
from screens.pictures import album
from screens.shapes import disc, patch, ring, whole
from screens.theme import BLACK, CLEAR, WHITE, Colour, mix, rgba, theme
from screens.units import measure, u

PUFFS = ((-0.62, -0.16, 0.62), (0.62, -0.16, 0.62), (-0.22, 0.12, 0.86), (0.3, 0.04, 0.74))
"""Of a cloud: where each puff is from the middle and how large, parts of the cloud's height."""
CLOUDS = ((0.54, 0.95, 100), (0.85, 0.89, 150), (0.1, 0.74, 110))
TREES = (("deciduous-tree", 0.08, 300), ("evergreen-tree", 0.93, 330), ("evergreen-tree", 0.2, 220))
FLOWERS = (
    ("tulip", 0.07, 0.0, 150),
    ("sunflower", 0.2, 0.03, 130),
    ("herb", 0.34, -0.01, 110),
    ("tulip", 0.5, 0.025, 120),
    ("herb", 0.64, 0.0, 120),
    ("sunflower", 0.79, 0.01, 150),
    ("tulip", 0.93, 0.035, 130),
)
"""Each where it is, parts of the room, and how large, design units."""
MAT, STITCH = "#E6DCFF", "#BBA6F2"
RADIUS, EDGE, SEAM = 72, 14, 8
"""Design units: the mat's corners, its edge below, from its rim to its seam."""


class Meadow(Widget):
    """Takes no touches; the mat alone in the contrast mode."""

    def lay(self, box: Box, mat: Box) -> None:
        """Fill the room ``box``, with a mat there; px."""
        self.pos, self.size = (box.x, box.y), (box.width, box.height)
        self.canvas.clear()
        if not theme.contrast:
            self._draw_around(box)
        self._draw_mat(mat)

    def _draw_around(self, box: Box) -> None:
        horizon = round(measure.height * HORIZON)
        line = min(horizon, box.top - u(330))
        if line == horizon:
            self._picture("sun", box.x + box.width * 0.25, box.top - u(110), 220)
            for x, y, tall in CLOUDS:
                self._cloud(box.x + box.width * x, box.y + box.height * y, u(tall))
        for picture, x, side in TREES:
            self._picture(picture, box.x + box.width * x, line + u(side) * 0.42, side)
        for picture, x, y, side in FLOWERS:
            low = box.y + box.height * y + u(side) * 0.6
            self._picture(picture, box.x + box.width * x, low, side)

    def _draw_mat(self, mat: Box) -> None:
        radius, edge = whole(u(RADIUS)), u(EDGE)
        face = WHITE if theme.contrast else rgba(MAT)
        below = BLACK if theme.contrast else mix(rgba(STITCH), rgba("#14183A"), 0.22)
        self._sheet(Box(mat.x, mat.y - edge, mat.width, mat.height), radius, below)
        self._sheet(mat, radius, face)
        seam = 0.0 if theme.contrast else u(SEAM)
        corner = whole(u(RADIUS) - seam)
        with self.canvas:
            Color(*(BLACK if theme.contrast else rgba(STITCH)))
            BorderImage(
                texture=ring(corner, max(1, int(u(5)))),
                border=[corner] * 4,
                pos=(mat.x + seam, mat.y + seam),
                size=(mat.width - 2 * seam, mat.height - 2 * seam),
            )
            Color(*CLEAR)

    def _sheet(self, box: Box, radius: int, colour: Colour) -> None:
        with self.canvas:
            Color(*colour)
            BorderImage(
                texture=patch(radius),
                border=[radius] * 4,
                pos=(box.x, box.y),
                size=(box.width, box.height),
            )

    def _cloud(self, x: float, y: float, tall: float) -> None:
        with self.canvas:
            Color(1, 1, 1, 1)
            for dx, dy, part in PUFFS:
                side = tall * part
                at = (x + dx * tall - side / 2, y + dy * tall - side / 2)
                Rectangle(texture=disc(), pos=at, size=(side, side))

    def _picture(self, name: str, x: float, y: float, side: float) -> None:
        with self.canvas:
            Color(1, 1, 1, 1)
            Rectangle(
                texture=album.texture(name, u(side)),
                pos=(x - u(side) / 2, y - u(side) / 2),
                size=(u(side), u(side)),
            )
