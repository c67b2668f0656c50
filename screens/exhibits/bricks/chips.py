"""Three keys with a piece of wall on each: a bond laid by one touch."""

from __future__ import annotations

from kivy.graphics import BorderImage, Canvas, Color, Rectangle

from content.exhibition.exhibits.bricks.bond import BONDS, STRETCHER, lengths
from content.model import Text
from screens.exhibits import strokes
from screens.lettering import lettering
from screens.page import Box
from screens.theme import BLACK, WHITE, Colour, rgba, theme
from screens.typography import width_of
from screens.units import u

NAMES = {
    "none": Text("Столбиками", "In columns"),
    "half": Text("Вполкирпича", "Half bond"),
    "english": Text("Английская", "English bond"),
}
SHOWN = (3, 8)
"""Courses and quarters of the piece on a key."""
FACE = "OnestBold"
CLAY, GLASS, EDGE = rgba("#E08A5B"), rgba("#454CAB"), rgba("#2C3284")
GOLD = rgba("#FFC94D")
RADIUS = 30
DOWN = 8
"""Design units between a key's face and its edge."""


class Chips:
    """Draws the keys and knows which one is where."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._boxes: dict[str, Box] = {}
        self._rim: BorderImage | None = None

    def lay(self, box: Box, upright: bool) -> None:
        """Side by side, or one over another."""
        self.canvas.clear()
        gap = u(18)
        count = len(BONDS)
        with self.canvas:
            for n, bond in enumerate(BONDS):
                if upright:
                    tall = (box.height - gap * (count - 1)) / count
                    place = Box(box.x, box.top - (n + 1) * tall - n * gap, box.width, tall)
                else:
                    wide = (box.width - gap * (count - 1)) / count
                    place = Box(box.x + n * (wide + gap), box.y, wide, box.height)
                self._boxes[bond] = place
                self._key(bond, place)
            bare = theme.contrast
            self._rim = strokes.outline(
                place.x, place.y, place.width, place.height - u(DOWN), u(RADIUS),
                u(9 if bare else 6), BLACK if bare else GOLD,
            )  # fmt: skip

    def at(self, x: float, y: float) -> str | None:
        """The bond whose key is there."""
        for bond, box in self._boxes.items():
            if box.x <= x <= box.x + box.width and box.y <= y <= box.top:
                return bond
        return None

    def middle(self, bond: str) -> tuple[float, float]:
        """The middle of a key, px."""
        box = self._boxes[bond]
        return box.x + box.width / 2, box.y + box.height / 2

    def draw(self, chosen: str) -> None:
        """Show which bond the guide is of."""
        if self._rim is not None:
            box = self._boxes[chosen]
            self._rim.pos = (round(box.x), round(box.y + u(DOWN)))

    def _key(self, bond: str, box: Box) -> None:
        bare = theme.contrast
        radius, down = u(RADIUS), u(DOWN)
        # Of the edge only its foot is seen.
        tall = box.height if bare else min(box.height, 2 * radius + 2 * down)
        strokes.sheet(box.x, box.y, box.width, tall, radius, BLACK if bare else EDGE)
        face = Box(box.x, box.y + down, box.width, box.height - down)
        inset = u(4) if bare else 0
        strokes.sheet(
            face.x + inset, face.y + inset, face.width - 2 * inset, face.height - 2 * inset,
            radius, WHITE if bare else GLASS,
        )  # fmt: skip
        name = NAMES[bond].say(theme.lang)
        size = u(26 * (1.4 if theme.large else 1))
        room = face.width - u(24)
        size *= min(1.0, room / max(1.0, width_of(name, FACE, size)))
        texture = lettering(name, FACE, size)
        words = 0.0
        if texture is not None:
            words = texture.height + u(10)
            x = face.x + (face.width - texture.width) / 2
            Color(*(BLACK if bare else WHITE))
            Rectangle(
                texture=texture, pos=(round(x), round(face.y + u(10))), size=texture.size
            )  # fmt: skip
        self._piece(bond, face, words, BLACK if bare else CLAY)

    def _piece(self, bond: str, face: Box, words: float, colour: Colour) -> None:
        courses, quarters = SHOWN
        room = face.height - words - u(30)
        course = min(room / courses, (face.width - u(40)) / quarters * 1.6)
        quarter = course / 1.6
        left = face.x + (face.width - quarters * quarter) / 2
        low = face.y + words + u(8) + (room - courses * course) / 2
        joint = max(2.0, course * 0.12)
        places = []
        for row in range(courses):
            at = 0
            for long in lengths(bond, row):
                end = min(at + long, quarters)
                if at < quarters:
                    wide = (end - at) * quarter - joint
                    places.append(
                        (left + at * quarter, low + row * course, wide, course - joint)
                    )  # fmt: skip
                at += long
                if at % STRETCHER == 0 and at >= quarters:
                    break
        Color(*colour)
        strokes.boxes(places)
