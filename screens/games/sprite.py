"""What lies on a stage: pictures with or without a card under them, and places to bring them to.

A sprite takes no touches of its own: the stage follows every finger and knows which is whose.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

from kivy.graphics import BorderImage, Color, InstructionGroup, Rectangle
from kivy.graphics.texture import Texture
from kivy.input.motionevent import MotionEvent

from screens.damage import damage
from screens.pictures import album
from screens.shapes import lines, patch, ring, whole
from screens.theme import BLACK, CLEAR, WHITE, Colour, mix, rgba, theme
from screens.units import u
from screens.widgets.press import Pressable

LEAST = 170
"""Design units across of the smallest thing a child's finger is to find."""
LIFTED = 1.12
"""How much larger a thing is in the hand."""


class Sprite(Pressable):
    """A thing of a round. ``name`` is its name in the round's moves; ``side`` design units."""

    def __init__(
        self,
        name: str,
        label: str,
        picture: str = "",
        side: float = LEAST,
        *,
        card: Colour | None = None,
        part: float = 0.92,
        role: str = "piece",
    ) -> None:
        super().__init__(label=label, role=role, size_hint=(None, None), size=(u(side), u(side)))
        self.name = name
        self.picture = picture
        self.part = part
        """How much of its place the picture takes."""
        self.home: tuple[float, float] = (0.0, 0.0)
        """Where its middle belongs, px."""
        self.held_by: Any = None
        """The touch that holds it, None while it lies."""
        self.grown = 1.0
        self.shown = True
        self.dim = 1.0
        """How opaque its picture is."""
        self._card = card
        self._make()
        self.bind(pos=self._lay, size=self._lay)
        self._lay()

    def _make(self) -> None:
        palette = theme.palette("linen")
        with self.canvas:
            if self._card is not None:
                face = WHITE if theme.contrast else self._card
                edge = BLACK if theme.contrast else mix(self._card, rgba("#14183A"), 0.2)
                self._edge_colour = Color(*edge)
                self._edge = BorderImage()
                self._face_colour = Color(*face)
                self._face = BorderImage()
                self._line_colour = Color(*(palette.line_colour if theme.contrast else CLEAR))
                self._line = BorderImage()
            self._tint = Color(1, 1, 1, 1)
            self._image = Rectangle(texture=self._texture())

    def _texture(self) -> Texture | None:
        return album.texture(self.picture, min(self.size) * self.part) if self.picture else None

    # Touches belong to the stage.

    def on_touch_down(self, touch: MotionEvent) -> bool:
        return False

    def on_touch_move(self, touch: MotionEvent) -> bool:
        return False

    def on_touch_up(self, touch: MotionEvent) -> bool:
        return False

    # How it looks

    def paint(self, card: Colour) -> None:
        """Another colour for its card."""
        if self._card is not None and not theme.contrast:
            self._face_colour.rgba = card
            self._edge_colour.rgba = mix(card, rgba("#14183A"), 0.2)
            self.mark()

    def dress(self, picture: str) -> None:
        """Another picture; none for an empty name."""
        if picture != self.picture:
            self.picture = picture
            self._image.texture = self._texture()
            self._lay()
            self.mark()

    def fade(self, dim: float) -> None:
        """Its picture as opaque as ``dim``."""
        if dim != self.dim:
            self.dim = dim
            self._tint.a = dim
            self.mark()

    def appear(self, shown: bool) -> None:
        """Be there, or not."""
        if shown != self.shown:
            self.shown = self.lively = shown
            self.opacity = 1.0 if shown else 0.0
            self.mark()

    def lift(self, grown: float = LIFTED) -> None:
        """Be larger, as in a hand; 1 lays it down."""
        if grown != self.grown:
            self.grown = grown
            self._lay()
            self.mark()

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, px."""
        return self.x + self.width / 2, self.y + self.height / 2

    def bring(self, x: float, y: float) -> None:
        """Put its middle there, at once."""
        self.mark()
        self.pos = (x - self.width / 2, y - self.height / 2)
        self.mark()

    def is_near(self, x: float, y: float, slack: float) -> float | None:
        """How far a point is from it, px, None where it is further than ``slack`` outside."""
        over_x = max(0.0, abs(x - self.x - self.width / 2) - self.width / 2)
        over_y = max(0.0, abs(y - self.y - self.height / 2) - self.height / 2)
        if math.hypot(over_x, over_y) > slack:
            return None
        return math.hypot(x - self.middle[0], y - self.middle[1])

    def mark(self) -> None:
        """Say that its part of the window changes."""
        slack = u(16) + (self.grown - 1) * max(self.size)
        x, y = self.to_window(*self.pos)
        damage.mark(x - slack, y - slack, self.width + 2 * slack, self.height + 2 * slack)

    def _lay(self, *_args: Any) -> None:
        wide, tall = self.width * self.grown, self.height * self.grown
        x, y = self.x - (wide - self.width) / 2, self.y - (tall - self.height) / 2
        if self._card is not None:
            edge, corner = u(10), whole(min(u(44), wide / 2))
            for box, low in ((self._edge, 0.0), (self._face, edge)):
                box.texture, box.border = patch(corner), [corner] * 4
                box.pos, box.size = (x, y + low), (wide, tall - edge)
            line = max(1, int(u(5)))
            self._line.texture, self._line.border = ring(corner, line), [corner] * 4
            self._line.pos, self._line.size = self._face.pos, self._face.size
            y, tall = y + edge, tall - edge
        side = min(wide, tall) * self.part
        self._image.pos = (x + (wide - side) / 2, y + (tall - side) / 2)
        self._image.size = (side, side) if self.picture else (0, 0)


class Spot(Sprite):
    """A place to bring things to: a light sheet in a dashed outline."""

    def __init__(
        self,
        name: str,
        label: str,
        side: float = LEAST,
        *,
        colour: str = "#4A6CF7",
        picture: str = "",
        part: float = 0.8,
    ) -> None:
        self._colour = BLACK if theme.contrast else rgba(colour)
        self.open = True
        super().__init__(name, label, picture, side, part=part, role="place")

    def _make(self) -> None:
        with self.canvas:
            Color(1, 1, 1, 1 if theme.contrast else 0.72)
            self._sheet = BorderImage()
            self._outline = InstructionGroup()
        super()._make()

    def close(self, closed: bool = True) -> None:
        """Show no outline any more: something lies here."""
        if self.open == closed:
            self.open = not closed
            self._lay()
            self.mark()

    def _lay(self, *_args: Any) -> None:
        super()._lay()
        corner = whole(min(u(44), min(self.size) / 2))
        self._sheet.texture, self._sheet.border = patch(corner), [corner] * 4
        self._sheet.pos, self._sheet.size = self.pos, self.size
        self._outline.clear()
        if self.open:
            self._outline.add(Color(*self._colour))
            self._outline.add(lines(dashes(*self.pos, *self.size, corner), u(7)))


def dashes(
    x: float, y: float, wide: float, tall: float, corner: float
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Short lines along a rounded rectangle, px."""
    inset = u(4)
    x, y, wide, tall = x + inset, y + inset, wide - 2 * inset, tall - 2 * inset
    corner = max(1.0, corner - inset)
    points: list[tuple[float, float]] = []
    for turn, (cx, cy) in enumerate(
        (
            (x + wide - corner, y + tall - corner),
            (x + corner, y + tall - corner),
            (x + corner, y + corner),
            (x + wide - corner, y + corner),
        )
    ):
        for step in range(7):
            angle = math.pi / 2 * (turn + step / 6)
            points.append((cx + corner * math.cos(angle), cy + corner * math.sin(angle)))
    points.append(points[0])
    dash, gap = u(26), u(18)
    found: list[tuple[tuple[float, float], tuple[float, float]]] = []
    along = 0.0
    for (ax, ay), (bx, by) in pairwise(points):
        long = math.hypot(bx - ax, by - ay)
        at = 0.0
        while at < long:
            place = along % (dash + gap)
            room = (dash if place < dash else dash + gap) - place
            upto = min(long, at + max(room, 0.5))
            if place < dash:
                a, b = at / long, upto / long
                found.append(
                    (
                        (ax + (bx - ax) * a, ay + (by - ay) * a),
                        (ax + (bx - ax) * b, ay + (by - ay) * b),
                    )
                )
            along += upto - at
            at = upto
    return found
