"""What is around the figure, and the outlines on it."""

from __future__ import annotations

from kivy.graphics import BorderImage, Color, InstructionGroup

from screens.games.drawn import Pen, Scenery
from screens.games.sprite import Spot, Sprite
from screens.theme import WHITE, Colour
from screens.units import u


class Bare(Spot):
    """A place of the body: its outline, and the body through it."""

    def _make(self) -> None:
        with self.canvas:
            Color(1, 1, 1, 0.2)
            self._sheet = BorderImage()
            self._outline = InstructionGroup()
        Sprite._make(self)


class Plate(Scenery):
    """Who is being dressed: what it will look like in the end, on a round sheet."""

    def __init__(self, picture: str) -> None:
        self.portrait = picture
        super().__init__()

    def draw(self, pen: Pen) -> None:
        half = self.width / 2
        pen.block(0, 0, self.width, self.height, WHITE, corner=half, edge=u(10))
        pen.picture(self.portrait, half, half + u(6), self.width * 0.74)


class Podium(Scenery):
    """What the figure stands on."""

    def __init__(self, colour: Colour) -> None:
        self.colour = colour
        super().__init__()

    def draw(self, pen: Pen) -> None:
        corner = self.height / 2
        pen.block(0, 0, self.width, self.height, self.colour, corner=corner, edge=u(16))
