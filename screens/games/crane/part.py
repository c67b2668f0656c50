"""Parts of a house and the places they belong to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from kivy.graphics import BorderImage, Color, InstructionGroup

from screens.games.drawn import Point
from screens.games.fitted import Fitted
from screens.games.sprite import LEAST
from screens.shapes import lines, patch, whole
from screens.theme import BLACK, INK, WHITE, mix, rgba, theme
from screens.units import u

CONCRETE, BEAM, DECK = "#B9C0D6", "#D9A25B", "#7D88B8"
SHEETS = {
    "slab": CONCRETE,
    "floor": BEAM,
    "flat-roof": DECK,
}
"""The colours of what is no picture: long flat parts, whatever their length."""
GHOST = 0.3
"""How opaque the shadow of a part is in its place."""
DASH, GAP, LINE = 26, 18, 7
"""Design units of a dashed outline."""


def sheet_of(kind: str) -> str | None:
    """The colour of a long flat part, None where it is a picture."""
    return SHEETS.get(kind.removeprefix("narrow-").removeprefix("wide-"))


def picture_of(kind: str) -> str:
    """The picture of a part; empty for a long flat one."""
    if sheet_of(kind):
        return ""
    return "crane-roof" if kind.endswith("roof") else f"crane-{kind}"


class PartSprite(Fitted):
    """A part: a picture, or a sheet with a darker edge below."""

    def __init__(self, name: str, label: str, kind: str, *, role: str = "piece") -> None:
        self.kind = kind
        picture = picture_of(kind)
        super().__init__(name, label, picture, twin=picture == "crane-roof", role=role)

    def light(self, lit: bool) -> None:
        """The lamps behind its windows are on, or not."""
        if self.picture and self.kind in ("door", "window", "class", "gate", "entrance", "balcony"):
            self.dress(f"crane-{self.kind}-lit" if lit else f"crane-{self.kind}")

    def _make(self) -> None:
        colour = sheet_of(self.kind)
        if colour is not None:
            face = rgba(colour)
            with self.canvas:
                self._edge_tint = Color(*(BLACK if theme.contrast else mix(face, INK, 0.3)))
                self._under = BorderImage()
                self._face_tint = Color(*(WHITE if theme.contrast else face))
                self._over = BorderImage()
        super()._make()

    def fade(self, dim: float) -> None:
        super().fade(dim)
        if sheet_of(self.kind):
            self._edge_tint.a = self._face_tint.a = dim

    def _lay(self, *_args: Any) -> None:
        super()._lay()
        if sheet_of(self.kind):
            wide, tall = self.extent[0] * self.grown, self.extent[1] * self.grown
            x, y = self.x + (self.width - wide) / 2, self.y + (self.height - tall) / 2
            corner = whole(max(1.0, min(u(12), tall / 2 - 1)))
            inset = u(5) if theme.contrast else 0
            edge = min(u(12), tall * 0.3)
            self._under.texture, self._under.border = patch(corner), [corner] * 4
            self._under.pos, self._under.size = (x, y), (wide, tall)
            self._over.texture, self._over.border = patch(corner), [corner] * 4
            self._over.pos = (x + inset, y + edge)
            self._over.size = (max(0, wide - 2 * inset), max(0, tall - edge - inset))


class Place(PartSprite):
    """Where a part belongs: a dashed outline of its shape, and perhaps its shadow. A thin part's
    place is as high as a finger needs; ``shift`` px is how far above its middle the outline is."""

    def __init__(self, name: str, label: str, kind: str, *, shadow: bool) -> None:
        self.shift = 0.0
        self.ready = False
        self._shadow = shadow
        super().__init__(name, label, kind, role="place")
        self.fade(GHOST if shadow else 0.0)

    def lie(self, extent: tuple[float, float], foot: Point, *, grounded: bool) -> None:
        """Be the place of a part of ``extent`` px whose lower left corner is at ``foot``; where
        it is ``grounded`` it reaches only upward."""
        wide, tall = max(extent[0], u(LEAST)), max(extent[1], u(LEAST))
        low = foot[1] if grounded else foot[1] + (extent[1] - tall) / 2
        self.shift = foot[1] + extent[1] / 2 - (low + tall / 2)
        self.fit((wide, tall), extent)
        x, y = foot[0] + extent[0] / 2, low + tall / 2
        self.home = (x, y)
        self.bring(x, y)

    def call(self, ready: bool) -> None:
        """Something can be built here now, or only later."""
        self.ready = ready
        self.lively = ready and self.shown
        self._lay()
        self.mark()

    def _make(self) -> None:
        with self.canvas:
            self._air = Color(1, 1, 1, 0.5)
            self._sheet = BorderImage()
        super()._make()
        with self.canvas:
            self._outline = InstructionGroup()

    def _lay(self, *_args: Any) -> None:
        super()._lay()
        wide, tall = self.extent
        x = self.x + (self.width - wide) / 2
        y = self.y + (self.height - tall) / 2 + self.shift
        for part in [self._image, self._mirror] + (
            [self._under, self._over] if sheet_of(self.kind) else []
        ):
            part.pos = (part.pos[0], part.pos[1] + self.shift)
        pitched = self.twin
        self._sheet.texture, self._sheet.border = patch(4), [4] * 4
        self._sheet.pos = (x, y)
        self._sheet.size = (0, 0) if pitched else (wide, tall)
        self._outline.clear()
        if wide < 1:
            return
        corners = [(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)]
        if pitched:
            corners = [(x, y), (x + wide, y), (x + wide / 2, y + tall)]
        strong = BLACK if theme.contrast else rgba("#2F5FD0")
        self._outline.add(Color(*strong[:3], 1.0 if self.ready else 0.35))
        self._outline.add(lines(dashes([*corners, corners[0]]), u(LINE)))


def dashes(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    """Short lines along straight ones, a dash at each corner; px."""
    found: list[tuple[Point, Point]] = []
    for (ax, ay), (bx, by) in pairwise(points):
        long = math.hypot(bx - ax, by - ay)
        count = max(1, round((long + u(GAP)) / u(DASH + GAP)))
        dash = min(u(DASH), long / count)
        step = (long - dash) / (count - 1) if count > 1 else 0.0
        for number in range(count):
            a, b = number * step / long, (number * step + dash) / long
            found.append(
                (
                    (ax + (bx - ax) * a, ay + (by - ay) * a),
                    (ax + (bx - ax) * b, ay + (by - ay) * b),
                )
            )
    return found
