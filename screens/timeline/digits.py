"""The year under the middle, huge and faint behind the stars."""

from __future__ import annotations

from kivy.graphics import Canvas, Color, Rectangle
from kivy.graphics.texture import Texture

from screens.lettering import lettering
from screens.theme import BLACK, WHITE, theme
from screens.units import u

DIGITS = 4
PER_WIDTH, PER_HEIGHT = 4.1, 1.7
"""A digit is as large as lets four of them stand side by side, and no higher than the lanes."""
LARGEST = 340


class Digits:
    """Ten textures, made once for a place; showing another year changes which are drawn."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._textures: list[Texture | None] = []
        self._places: list[Rectangle] = []
        self._middle = (0.0, 0.0)
        self._year = 0

    def lay(self, x: float, y: float, width: float, height: float) -> None:
        """Take a place, px."""
        size = min(width / PER_WIDTH, height / PER_HEIGHT, u(LARGEST))
        self._textures = [lettering(str(digit), "Unbounded", size) for digit in range(10)]
        self._middle = (x + width / 2, y + height / 2)
        self.canvas.clear()
        with self.canvas:
            Color(*(BLACK if theme.contrast else WHITE)[:3], 0.1)
            self._places = [Rectangle() for _digit in range(DIGITS)]
        year, self._year = self._year, 0
        if year:
            self.show(year)

    def show(self, year: int) -> None:
        """Show a year of four digits."""
        if year == self._year or not self._places:
            return
        self._year = year
        textures = [self._textures[int(digit)] for digit in f"{year:04d}"[:DIGITS]]
        wide = max((one.width for one in self._textures if one is not None), default=0)
        left = self._middle[0] - wide * DIGITS / 2
        for number, (place, texture) in enumerate(zip(self._places, textures, strict=True)):
            if texture is None:
                continue
            place.texture, place.size = texture, texture.size
            x = left + wide * number + (wide - texture.width) / 2
            place.pos = (round(x), round(self._middle[1] - texture.height / 2))
