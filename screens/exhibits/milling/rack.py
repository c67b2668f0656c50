"""Blanks that lie ready, each with a shape pencilled on it, and the golden grip that lifts a part
from the table."""

from __future__ import annotations

from itertools import pairwise

from kivy.graphics import Canvas, Color

from content.exhibition.exhibits.milling.model import BLANKS, Mill
from content.exhibition.exhibits.milling.plate import SIDE
from content.exhibition.exhibits.milling.shapes import GHOSTS
from screens.exhibits import strokes
from screens.exhibits.halo import Halo
from screens.exhibits.milling.metal import LOOKS
from screens.exhibits.milling.places import Places
from screens.page import Box
from screens.shapes import lines
from screens.theme import BLACK, WHITE, Colour, mix, rgba, theme
from screens.units import u

GOLD, EDGE, DULL = rgba("#FFC94D"), rgba("#C98F1B"), rgba("#4B54B4")


class Rack:
    """Draws blanks and grip."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._places: Places | None = None

    def lay(self, places: Places) -> None:
        """Paint all for a place."""
        self._places = places
        self.canvas.clear()
        self._rims: list[Color] = []
        with self.canvas:
            for number, box in enumerate(places.blanks):
                self._blank(number, box)
            self._grip(places.grip)

    def blank_at(self, x: float, y: float) -> int | None:
        """The blank under a place."""
        boxes = self._places.blanks if self._places is not None else ()
        more = u(14)
        return next((n for n, box in enumerate(boxes) if within(box, x, y, more)), None)

    def on_grip(self, x: float, y: float) -> bool:
        """Whether a place is on the grip."""
        return self._places is not None and within(self._places.grip, x, y, u(14))

    def draw(self, mill: Mill, pulse: float) -> None:
        """The grip is gold when there is a part to lift; ``pulse`` 0 to 1 is its light."""
        ready = bool(mill.done) and not mill.busy
        for number, rim in enumerate(self._rims):
            rim.a = 1.0 if number == mill.number else 0.0
        bare = theme.contrast
        self._glow.show(pulse if ready and not bare else 0.0)
        self._low.rgba = BLACK if bare else EDGE if ready else rgba("#2B3284")
        self._face.rgba = (BLACK if ready else WHITE) if bare else GOLD if ready else DULL
        self._mark.rgba = (
            (WHITE if ready else BLACK) if bare else rgba("#8A5F0A") if ready else rgba("#7F88DC")
        )

    def _blank(self, number: int, box: Box) -> None:
        material, shape = BLANKS[number]
        bare = theme.contrast
        base, glint, _rough = LOOKS[material]
        edge = box.width * 0.07
        self._rims.append(Color(*(BLACK if bare else GOLD)[:3], 0))
        strokes.outline(*box, box.width * 0.12, max(2.0, box.width * 0.035), None)
        inner = Box(box.x + edge, box.y + edge, box.width - 2 * edge, box.height - 2 * edge)
        drop = box.width * 0.035
        strokes.sheet(inner.x, inner.y - drop, inner.width, inner.height, edge,
                      BLACK if bare else mix(base, BLACK, 0.6))  # fmt: skip
        strokes.sheet(*inner, edge, BLACK if bare else mix(base, glint, 0.25))
        line = max(1.5, box.width * 0.015)
        strokes.sheet(inner.x + line, inner.y + line, inner.width - 2 * line,
                      inner.height - 2 * line, edge, WHITE if bare else base)  # fmt: skip
        ink: Colour = BLACK if bare else mix(glint, WHITE, 0.5)
        Color(*ink)
        scale = inner.width / SIDE
        pairs = []
        for stroke in GHOSTS[shape]:
            thin = stroke[:: 4 if len(stroke) > 60 else 1]
            placed = [(inner.x + x * scale, inner.y + y * scale) for x, y in thin]
            pairs += pairwise(placed)
        lines(pairs, max(1.5, box.width * 0.022))

    def _grip(self, box: Box) -> None:
        tall = min(box.height, box.width * 0.6) * 0.86
        low = box.y + (box.height - tall) / 2
        x, y = box.x + box.width / 2, low + tall / 2
        self._glow = Halo(x, y, box.width * 1.35, tall * 2.1, GOLD)
        self._low = Color(*EDGE)
        strokes.sheet(box.x, low - tall * 0.07, box.width, tall, tall * 0.45, None)
        self._face = Color(*GOLD)
        strokes.sheet(box.x, low, box.width, tall, tall * 0.45, None)
        if theme.contrast:
            Color(*BLACK)
            strokes.outline(box.x, low, box.width, tall, tall * 0.45, 4, None)
        self._mark = Color(*BLACK)
        arm, head = tall * 0.3, tall * 0.13
        for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            tip = (x + dx * arm, y + dy * arm)
            strokes.polygon(
                [tip, (tip[0] - dx * head - dy * head, tip[1] - dy * head + dx * head),
                 (tip[0] - dx * head + dy * head, tip[1] - dy * head - dx * head)]
            )  # fmt: skip
        strokes.ball(x, y, tall * 0.07)


def within(box: Box, x: float, y: float, more: float = 0) -> bool:
    """Whether a place is in a box, or no more than ``more`` px beside it."""
    across = box.x - more <= x <= box.x + box.width + more
    return across and box.y - more <= y <= box.top + more
