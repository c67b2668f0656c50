"""A star of the line: one fact, drawn by its picture in a glow of its lane's colour."""

from __future__ import annotations

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import BooleanProperty

from kiosk.timeline import Point
from screens.pictures import album, star_texture
from screens.shapes import disc, ring
from screens.theme import BLACK, WHITE, Colour, mix, rgba, theme
from screens.timeline.words import spoken
from screens.units import u
from screens.widgets.press import Pressable

GOLD, NIGHT = rgba("#FFC94D"), rgba("#141B5C")
LANE_COLOURS: dict[str, Colour] = {
    "world": rgba("#7DB8FF"),
    "national": rgba("#FF9B82"),
    "region": rgba("#6FE0AE"),
}
PICTURE, DISC, GLOW = 0.5, 0.74, 1.5
"""Parts of the star's side."""


class Star(Pressable):
    """May be filled anew with another point: far stars are not kept. ``chosen`` is the one under
    the middle."""

    chosen = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        self.number = -1
        self._colour: Colour = WHITE
        self.bind(pos=self._place, size=self._place, chosen=self._paint, pressed=self._paint)
        with self.canvas:
            self._glow_ink = Color(1, 1, 1, 1)
            self._glow = Rectangle(texture=star_texture())
            self._rim_ink = Color(1, 1, 1, 1)
            self._rim = Rectangle(texture=disc())
            self._ground_ink = Color(1, 1, 1, 1)
            self._ground = Rectangle(texture=disc())
            Color(1, 1, 1, 1)
            self._picture = Rectangle()

    def show(self, point: Point, number: int) -> None:
        """Take over a point."""
        self.number = number
        self.label = spoken(point)
        self._colour = LANE_COLOURS[point.lane]
        self._picture.texture = album.texture(point.picture, self.width * PICTURE)
        self._paint()

    def _paint(self, *_args: Any) -> None:
        lit = self.chosen or self.pressed
        colour = GOLD if lit else self._colour
        if theme.contrast:
            self._glow_ink.rgba = (0, 0, 0, 0)
            self._rim_ink.rgba, self._ground_ink.rgba = BLACK, WHITE
        else:
            self._glow_ink.rgba = (*colour[:3], 0.9 if lit else 0.4)
            self._rim_ink.rgba = colour
            self._ground_ink.rgba = mix(NIGHT, colour, 0.24 if lit else 0.1)
        self._place()

    def _place(self, *_args: Any) -> None:
        lit = self.chosen or self.pressed
        x, y, side = self.x + self.width / 2, self.y + self.height / 2, self.width
        grown = 1.14 if lit else 1.0
        thick = u(7 if lit else 3)
        for part, across in (
            (self._glow, side * GLOW * grown),
            (self._rim, side * DISC * grown + 2 * thick),
            (self._ground, side * DISC * grown),
            (self._picture, side * PICTURE * grown),
        ):
            part.pos = (round(x - across / 2), round(y - across / 2))
            part.size = (round(across), round(across))


def hollow(side: float) -> Any:
    """The texture of an empty place for a star, ``side`` px across."""
    return ring(round(side / 2), max(2, round(u(4))))
