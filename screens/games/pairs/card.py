"""A card of the game of pairs: a star on its back, a picture on its face."""

from __future__ import annotations

import math
from typing import Any

from kivy.graphics import BorderImage, Color, Rectangle
from kivy.graphics.texture import Texture

from screens.games.sprite import Sprite
from screens.pictures import album
from screens.shapes import patch, ring, whole
from screens.theme import BLACK, CLEAR, WHITE, Colour, mix, rgba, theme
from screens.units import u

BACKS = ("#6C63E8", "#4A86F0")
"""Neighbours differ: a place is easier to remember so."""
GOLD, CHOSEN, PAPER, INK = "#FFC93C", "#4A86F0", "#FFFDF6", "#14183A"
STAR = "star"
CORNER, EDGE, HALO, FRAME = 44, 12, 10, 18
"""Design units: of the corners, of the edge below, of the glow around, of the line inside."""


class Card(Sprite):
    """Lies ``back``, ``face``, or ``found``: its face in a glow. A touch beside it may be meant
    for its neighbour, so it takes little room around."""

    def __init__(self, name: str, label: str, picture: str, side: float) -> None:
        self.look = "back"
        self.share = 1.0
        """How wide it looks in the middle of a turn, 0 to 1."""
        self.bright = False
        """Whether it stands out: chosen, or giving itself away."""
        self.air = 0.0
        """Px around it that are its own."""
        self._front, self._back = picture, rgba(BACKS[0])
        super().__init__(name, label, "", side)
        self.bind(size=self._dress)
        self._dress()

    def show(self, look: str, bright: bool = False) -> None:
        """Lie so, at once."""
        if (look, bright) != (self.look, self.bright):
            self.look, self.bright = look, bright
            self._dress()

    def tint(self, back: str) -> None:
        """The colour of its back."""
        if self._back != rgba(back):
            self._back = rgba(back)
            self._paint()

    def squeeze(self, share: float, grown: float = 1.0) -> None:
        """Look so wide, part of its width, and so large."""
        if (share, grown) != (self.share, self.grown):
            self.mark()
            self.share, self.grown = share, grown
            self._lay()
            self.mark()

    def is_near(self, x: float, y: float, slack: float) -> float | None:
        return super().is_near(x, y, min(slack, self.air))

    def _make(self) -> None:
        with self.canvas:
            self._halo_colour = Color(*CLEAR)
            self._halo = BorderImage()
            self._edge_colour = Color(1, 1, 1, 1)
            self._edge = BorderImage()
            self._face_colour = Color(1, 1, 1, 1)
            self._face = BorderImage()
            self._line_colour = Color(1, 1, 1, 1)
            self._line = BorderImage()
            self._tint = Color(1, 1, 1, 1)
            self._image = Rectangle()
        self._paint()

    def _dress(self, *_args: Any) -> None:
        self._paint()
        self._image.texture = self._texture()
        self._lay()
        self.mark()

    def _paint(self) -> None:
        halo, face, edge, line = self._colours()
        self._halo_colour.rgba, self._edge_colour.rgba = halo, edge
        self._face_colour.rgba, self._line_colour.rgba = face, line

    def _colours(self) -> tuple[Colour, Colour, Colour, Colour]:
        """Of the glow, the face, the edge and the line inside."""
        back, found = self.look == "back", self.look == "found"
        if theme.contrast:
            return BLACK if found or self.bright else CLEAR, WHITE, BLACK, BLACK
        glow = rgba(GOLD)
        if back:
            edge, line = mix(self._back, rgba(INK), 0.3), mix(self._back, WHITE, 0.45)
            return (glow if self.bright else CLEAR), self._back, edge, line
        if found:
            return glow, rgba("#FFF6D6"), rgba("#E5A92A"), CLEAR
        return rgba(CHOSEN) if self.bright else CLEAR, rgba(PAPER), rgba("#CFC6E6"), CLEAR

    def _texture(self) -> Texture | None:
        name = STAR if self.look == "back" else self._front
        return album.texture(name, min(self.size) * self._filled)

    @property
    def _filled(self) -> float:
        """How much of it its picture takes."""
        return 0.48 if self.look == "back" else 0.76

    def _lay(self, *_args: Any) -> None:
        tall = self.height * self.grown
        full = self.width * self.grown
        wide = max(2.0, full * self.share)
        x, y = self.x + (self.width - wide) / 2, self.y - (tall - self.height) / 2
        edge = u(EDGE)
        corner = _corner(wide / 2)
        for box, low in ((self._edge, 0.0), (self._face, edge)):
            box.texture, box.border = patch(corner), [corner] * 4
            box.pos, box.size = (x, y + low), (wide, tall - edge)
        glow = u(HALO)
        around = _corner(wide / 2 + glow, CORNER + HALO)
        self._halo.texture, self._halo.border = patch(around), [around] * 4
        self._halo.pos, self._halo.size = (x - glow, y - glow), (wide + 2 * glow, tall + 2 * glow)
        self._lay_line(x, y + edge, wide, tall - edge)
        y, tall = y + edge, tall - edge
        side = min(full, tall) * self._filled
        self._image.size = (side * self.share, side)
        self._image.pos = (x + (wide - side * self.share) / 2, y + (tall - side) / 2)

    def _lay_line(self, x: float, y: float, wide: float, tall: float) -> None:
        inset = 0.0 if theme.contrast else u(FRAME)
        thick = max(1, int(u(6)))
        corner = max(thick + 1, _corner(wide / 2 - inset, CORNER - inset / max(u(1), 1)))
        if wide - 2 * inset < 2 * corner:
            self._line.size = (0, 0)
            return
        self._line.texture, self._line.border = ring(corner, thick), [corner] * 4
        self._line.pos = (x + inset, y + inset)
        self._line.size = (wide - 2 * inset, tall - 2 * inset)


def _corner(most: float, units: float = CORNER) -> int:
    """A corner of so many design units that is at most ``most`` px, in few steps: each radius is
    a texture that stays."""
    full = u(units)
    if most >= full:
        return whole(full)
    step = max(2.0, full / 6)
    return max(1, math.floor(most / step) * int(step))
