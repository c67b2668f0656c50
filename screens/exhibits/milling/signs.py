"""The sky over the machine: towns, and the parts kept as their constellations."""

from __future__ import annotations

import math
from itertools import pairwise

from kivy.graphics import Canvas, Color, Point, Rectangle

from content.exhibition.exhibits.milling.model import Mill, Sign
from content.model import Text
from screens.exhibits import strokes
from screens.exhibits.halo import Halo
from screens.exhibits.milling.places import Places
from screens.lettering import lettering
from screens.page import Box
from screens.shapes import disc, lines
from screens.theme import BLACK, FACES, WHITE, Colour, rgba, theme
from screens.units import u

TOWNS = (
    Text("Смоленск", "Smolensk"),
    Text("Вязьма", "Vyazma"),
    Text("Сафоново", "Safonovo"),
    Text("Дорогобуж", "Dorogobuzh"),
)
"""Where machines are built, as the cluster has it."""
SHINES: dict[str, Colour] = {
    "steel": rgba("#DCE8FF"),
    "brass": rgba("#FFD873"),
    "oak": rgba("#FFB98A"),
}
SMALLEST = 22
LEGIBLE = 17
"""Design units below which names are left out."""


class Signs:
    """Draws the towns. ``aim`` is the one a part is held over."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._boxes: tuple[Box, ...] = ()
        self._shown: dict[int, Sign] = {}

    def lay(self, places: Places, mill: Mill) -> None:
        """Paint all for a place."""
        self._boxes = places.signs
        self._shown = dict(mill.signs)
        self._glows: list[Halo] = []
        self._twinkles: dict[int, Color] = {}
        self.canvas.clear()
        with self.canvas:
            for number, box in enumerate(self._boxes):
                self._town(number, box, mill.signs.get(number))

    def at(self, x: float, y: float) -> int | None:
        """The town under a place."""
        for number, box in enumerate(self._boxes):
            if box.x <= x < box.x + box.width and box.y <= y <= box.top:
                return number
        return None

    def draw(self, mill: Mill, seconds: float, aim: int | None, ready: float) -> None:
        """``ready`` (0 to 1) is how much the towns ask for the part in the hand."""
        if mill.signs != self._shown:
            self._repaint(mill)
        for number, glow in enumerate(self._glows):
            light = 0.85 if number == aim else 0.32 * ready
            glow.show(0.0 if theme.contrast else light)
        if not theme.contrast:
            for number, colour in self._twinkles.items():
                colour.a = 0.72 + 0.28 * math.sin(seconds * 1.9 + number * 2.1)

    def _repaint(self, mill: Mill) -> None:
        self._shown = dict(mill.signs)
        self._glows.clear()
        self._twinkles.clear()
        self.canvas.clear()
        with self.canvas:
            for number, box in enumerate(self._boxes):
                self._town(number, box, mill.signs.get(number))

    def _town(self, number: int, box: Box, sign: Sign | None) -> None:
        bare = theme.contrast
        size = min(u(SMALLEST * (1.25 if theme.large else 1)) * 1.1, box.width * 0.145)
        texture = None
        if size >= u(LEGIBLE):
            texture = lettering(TOWNS[number].say(theme.lang), FACES["small"], size)
        side = min(box.width * 0.9, box.height - size * 1.7)
        x, y = box.x + box.width / 2, box.top - side / 2
        self._glows.append(Halo(x, y, side * 1.5, side * 1.5, rgba("#FFC94D")))
        if bare:
            Color(*BLACK)
            strokes.outline(x - side / 2, y - side / 2, side, side, side * 0.1, 4, None)
        if sign is None:
            Color(*(BLACK if bare else (0.62, 0.66, 1.0, 0.5)))
            strokes.ball(x, y, max(2.0, side * 0.035))
            ring = [
                x + side * 0.34 * math.cos(turn * math.tau / 24) if part == 0
                else y + side * 0.34 * math.sin(turn * math.tau / 24)
                for turn in range(24) for part in (0, 1)
            ]  # fmt: skip
            Color(*(BLACK if bare else (0.62, 0.66, 1.0, 0.6)))
            Point(texture=disc(), pointsize=max(1.0, side * 0.009), points=ring)
        else:
            self._constellation(number, sign, (x - side / 2, y - side / 2), side)
        if texture is not None:
            Color(*(BLACK if bare else WHITE))
            wide, tall = texture.size
            low = box.top - side - tall * 1.05
            Rectangle(texture=texture, pos=(round(x - wide / 2), round(low)), size=(wide, tall))

    def _constellation(
        self, number: int, sign: Sign, corner: tuple[float, float], side: float
    ) -> None:
        bare = theme.contrast
        shine = BLACK if bare else SHINES[sign.material]
        placed = [
            [(corner[0] + px * side, corner[1] + py * side) for px, py in line]
            for line in sign.lines
        ]
        pairs = [pair for line in placed for pair in pairwise(line)]
        Color(*shine[:3], 1.0 if bare else 0.55)
        if pairs:
            lines(pairs, max(1.2, side * 0.014))
        self._twinkles[number] = Color(*shine)
        stars = [place for line in placed for place in line][:60]
        if not bare:
            for x, y in stars[:24]:
                strokes.glow(x, y, side * 0.16)
        Color(*(BLACK if bare else WHITE))
        Point(
            texture=disc(), pointsize=max(1.2, side * 0.02),
            points=[value for place in stars for value in place],
        )  # fmt: skip
