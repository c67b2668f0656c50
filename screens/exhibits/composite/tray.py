"""The tray: a sheet of each cloth on a turning dial, and the jar of resin."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, PopMatrix, PushMatrix, Rectangle, Rotate, Translate

from screens.exhibits import strokes
from screens.exhibits.composite.cloths import face
from screens.exhibits.composite.plate import plate
from screens.page import Box
from screens.theme import BLACK, WHITE, Colour, rgba, theme
from screens.units import u

DIALS = ("glass", "carbon")
KNOB = 0.13
"""Of the knob, shares of the dial's width: its radius."""
RIM = 0.86
"""Where on its dial the knob runs."""
SHEET = 0.5
"""The sheet's side, shares of the dial's width."""
GOLD, GOLD_EDGE = rgba("#FFC94D"), rgba("#C98F1B")
RESIN, RESIN_DARK = rgba("#F0B23C"), rgba("#B9761A")


class Tray:
    """Draws dials and jar, and knows what lies where."""

    def __init__(self) -> None:
        self.canvas, self.before = Canvas(), Canvas()
        self.dials: dict[str, tuple[float, float, float]] = {}
        """Of each cloth: the middle of its dial and its radius, px."""
        self.jar_home = (0.0, 0.0)
        self.jar_tall = 1.0
        self._knobs: dict[str, Rotate] = {}
        self._sheets: dict[str, Rotate] = {}
        self._halos: list[Color] = []

    def lay(self, box: Box, upright: bool) -> None:
        """Dials either side of the jar, or one over another."""
        self.canvas.clear()
        self.before.clear()
        if upright:
            tall = box.height / 2
            radius = min(tall * 0.46, box.width * 0.34)
            x = box.x + box.width - radius * 1.12
            self.dials = {
                "glass": (x, box.y + tall * 1.5, radius),
                "carbon": (x, box.y + tall * 0.5, radius),
            }
            free = box.width - 2.3 * radius
            self.jar_tall = min(box.height * 0.34, u(230))
            self.jar_home = (box.x + free * 0.35, box.y + box.height / 2)
        else:
            radius = min(box.height * 0.47, box.width * 0.185)
            y = box.y + box.height / 2
            self.dials = {
                "glass": (box.x + radius * 1.12, y, radius),
                "carbon": (box.x + box.width - radius * 1.12, y, radius),
            }
            self.jar_tall = min(box.height * 0.86, box.width * 0.3)
            self.jar_home = (box.x + box.width / 2, y)
        self._halos = []
        with self.canvas:
            for cloth in DIALS:
                self._dial(cloth)
        with self.before:
            self._held()
            self._bottle()

    # Where things are

    def knob(self, cloth: str, angle: float) -> tuple[float, float]:
        """The middle of a knob for a sheet turned by an angle, degrees."""
        x, y, radius = self.dials[cloth]
        turn = math.radians(angle)
        return x + radius * RIM * math.cos(turn), y + radius * RIM * math.sin(turn)

    def knob_near(self, cloth: str, angle: float, x: float, y: float) -> bool:
        """Whether a finger there means the knob."""
        kx, ky = self.knob(cloth, angle)
        near = max(u(66), self.dials[cloth][2] * KNOB * 2)
        return math.hypot(x - kx, y - ky) <= near

    def dial_at(self, x: float, y: float) -> str | None:
        """The cloth whose dial is there."""
        for cloth, (cx, cy, radius) in self.dials.items():
            if math.hypot(x - cx, y - cy) <= radius * 1.05:
                return cloth
        return None

    def jar_near(self, x: float, y: float) -> bool:
        """Whether a finger there means the jar at home."""
        jx, jy = self.jar_home
        across, up = max(u(64), self.jar_tall * 0.4), max(u(64), self.jar_tall * 0.58)
        return abs(x - jx) <= across and abs(y - jy) <= up

    # Drawing

    def draw(
        self,
        angles: dict[str, float],
        held: list[tuple[str, float, float, float]],
        jar: tuple[float, float] | None,
        tilt: float,
        pour_to: float | None,
        pulses: tuple[float, float],
    ) -> None:
        """``held`` are sheets in hands: cloth, place, angle. The jar is in a hand or at home,
        tilted by degrees; ``pour_to`` is the height its stream reaches. ``pulses`` light dials
        and jar."""
        if not self._knobs:
            return
        for cloth in DIALS:
            self._knobs[cloth].angle = angles[cloth]
            self._sheets[cloth].angle = angles[cloth]
        for halo in self._halos:
            halo.a = 1.0 if theme.contrast else pulses[0]
        for n, (tint, move, turn, sheet) in enumerate(self._hands):
            if n < len(held):
                cloth, x, y, angle = held[n]
                sheet.texture = face(cloth, 0, theme.contrast)
                move.xy, turn.angle, tint.a = (x, y), angle, 0.96
                sheet.size = (self._held_side, self._held_side)
            else:
                tint.a, sheet.size = 0.0, (0, 0)
        x, y = jar or self.jar_home
        self._jar_move.xy = (x, y)
        self._jar_turn.angle = tilt
        self._jar_halo.a = 0.0 if theme.contrast else pulses[1]
        glows = self.jar_tall * 1.9 if self._jar_halo.a > 0.01 else 0.0
        strokes.put(self._jar_light, 0, 0, glows, self.jar_tall * 1.9)
        self._stream.a = 0.0
        if pour_to is not None:
            self._stream.a = 0.95
            tall = max(1.0, y - pour_to)
            sway = self.jar_tall * 0.47
            self._flow.pos = (x - sway - self.jar_tall * 0.03, pour_to)
            self._flow.size = (self.jar_tall * 0.06, tall)

    def _dial(self, cloth: str) -> None:
        x, y, radius = self.dials[cloth]
        bare = theme.contrast
        Color(1, 1, 1, 1)
        Rectangle(
            texture=plate(bare), pos=(x - radius, y - radius * 1.05),
            size=(2 * radius, 2.05 * radius),
        )  # fmt: skip
        Color(*(BLACK if bare else rgba("#8C93E6", 0.8)))
        for step in range(8):
            tx, ty = self.knob(cloth, step * 45)
            strokes.ball(tx, ty, radius * 0.03)
        side = radius * 2 * SHEET
        PushMatrix()
        Translate(x, y)
        self._sheets[cloth] = Rotate(angle=0, axis=(0, 0, 1))
        Color(0, 0, 0, 0.0 if bare else 0.35)
        Rectangle(pos=(-side / 2 + side * 0.03, -side / 2 - side * 0.05), size=(side, side))
        self._halos.append(Color(*(BLACK if bare else GOLD)))
        rim = side * 0.035
        Rectangle(pos=(-side / 2 - rim, -side / 2 - rim), size=(side + 2 * rim, side + 2 * rim))
        self._square(cloth, side)
        PopMatrix()
        PushMatrix()
        Translate(x, y)
        self._knobs[cloth] = Rotate(angle=0, axis=(0, 0, 1))
        for colour, size in (
            (BLACK if bare else GOLD_EDGE, 1.0), (WHITE if bare else GOLD, 0.84),
            (BLACK if bare else GOLD_EDGE, 0.22),
        ):  # fmt: skip
            Color(*colour)
            strokes.ball(radius * RIM, 0, radius * 2 * KNOB * size * 0.62)
        PopMatrix()

    def _square(self, cloth: str, side: float) -> Rectangle:
        Color(1, 1, 1, 1)
        return Rectangle(
            texture=face(cloth, 0, theme.contrast), pos=(-side / 2, -side / 2), size=(side, side)
        )

    def _held(self) -> None:
        self._hands = []
        self._held_side = self.dials["glass"][2] * 2 * SHEET * 1.12
        side = self._held_side
        for _hand in range(4):
            PushMatrix()
            move = Translate(0, 0)
            turn = Rotate(angle=0, axis=(0, 0, 1))
            tint = Color(1, 1, 1, 0)
            sheet = Rectangle(pos=(-side / 2, -side / 2), size=(0, 0))
            PopMatrix()
            self._hands.append((tint, move, turn, sheet))

    def _bottle(self) -> None:
        tall, bare = self.jar_tall, theme.contrast
        wide = tall * 0.56
        self._stream = Color(*(BLACK if bare else RESIN[:3]), 0) if not bare else Color(0, 0, 0, 0)
        self._flow = Rectangle()
        PushMatrix()
        self._jar_move = Translate(*self.jar_home)
        self._jar_turn = Rotate(angle=0, axis=(0, 0, 1))
        self._jar_halo = Color(1, 0.82, 0.4, 0)
        self._jar_light = strokes.glow(0, 0, 0, 1)
        low = -tall / 2

        def part(x: float, y: float, w: float, h: float, r: float, colour: Colour) -> None:
            strokes.sheet(x, y, w, h, r, colour)

        ink = BLACK if bare else RESIN_DARK
        part(-wide / 2, low, wide, tall * 0.66, tall * 0.09, ink)
        inner = WHITE if bare else RESIN
        part(-wide / 2 + 4, low + 6, wide - 8, tall * 0.66 - 10, tall * 0.08, inner)
        part(-wide * 0.2, low + tall * 0.6, wide * 0.4, tall * 0.24, tall * 0.03, ink)
        part(-wide * 0.27, low + tall * 0.8, wide * 0.54, tall * 0.16, tall * 0.04,
             BLACK if bare else GOLD)  # fmt: skip
        part(-wide * 0.34, low + tall * 0.12, wide * 0.68, tall * 0.3, tall * 0.04,
             WHITE if bare else rgba("#FFF3D6"))  # fmt: skip
        Color(*(BLACK if bare else RESIN_DARK))
        strokes.ball(0, low + tall * 0.245, tall * 0.075)
        strokes.polygon(
            [(-tall * 0.068, low + tall * 0.27), (tall * 0.068, low + tall * 0.27),
             (0, low + tall * 0.4)]
        )  # fmt: skip
        if not bare:
            part(-wide * 0.41, low + tall * 0.1, wide * 0.08, tall * 0.46, tall * 0.02,
                 rgba("#FFE3A3", 0.8))  # fmt: skip
        PopMatrix()
