"""The machine over the plate: rails, a beam, a spindle with its cutter, and chips that fly."""

from __future__ import annotations

import math
from random import Random
from typing import Any

from kivy.graphics import Canvas, Color, Point, PopMatrix, PushMatrix, Rectangle, Translate

from content.exhibition.exhibits.milling.model import Mill
from screens.exhibits import strokes
from screens.exhibits.milling.metal import LOOKS
from screens.exhibits.milling.places import Places
from screens.shapes import disc
from screens.theme import BLACK, WHITE, mix, rgba, theme

MOST_CHIPS = 70
MOST_DUST = 240
CHIP_MM3 = 14.0
"""Millimetres cubed in one drawn chip."""
LIVES_S = 0.6
GOLD, DARK = rgba("#FFC94D"), rgba("#20276F")


class Bed:
    """What lies under the plate: the table with its rails."""

    def __init__(self) -> None:
        self.canvas = Canvas()

    def lay(self, places: Places) -> None:
        """Paint it for a place."""
        table, plate = places.table, places.plate
        bare = theme.contrast
        rail = (plate.x - table.x) * 0.5
        self.canvas.clear()
        with self.canvas:
            line = max(2.0, table.width * 0.006)
            strokes.sheet(*table, table.width * 0.03, WHITE if bare else rgba("#2B3387"))
            strokes.outline(*table, table.width * 0.03, line, BLACK if bare else rgba("#1B2268"))
            Color(*(BLACK if bare else rgba("#161C5C")))
            for number in range(1, 7):
                y = table.y + table.height * number / 7
                Rectangle(pos=(table.x + rail, round(y)), size=(table.width - 2 * rail, line))
            Color(*(BLACK if bare else rgba("#9AA4D8")))
            for x in (table.x + rail * 0.5, table.x + table.width - rail * 1.1):
                Rectangle(
                    texture=strokes.tube(), pos=(x, table.y + rail * 0.5),
                    size=(rail * 0.6, table.height - rail),
                )  # fmt: skip
            if not bare:
                Color(0.02, 0.03, 0.16, 0.75)
                strokes.sheet(
                    plate.x - line, plate.y - line * 3.4, plate.width + 2 * line,
                    plate.height + 3 * line, line * 2, None,
                )  # fmt: skip


class Machine:
    """Draws beam, spindle and chips. The cutter's tip is where the model has it."""

    def __init__(self) -> None:
        self.chips_canvas, self.canvas = Canvas(), Canvas()
        self._random = Random(5)  # noqa: S311
        self._flying: list[list[float]] = []
        self._dust: list[float] = []
        self._owed = self._turn = 0.0
        self._places: Places | None = None

    def lay(self, places: Places) -> None:
        """Paint everything for a place."""
        self._places = places
        table, scale = places.table, places.scale
        self.canvas.clear()
        self.chips_canvas.clear()
        self._flying.clear()
        self._dust.clear()
        bare = theme.contrast
        with self.chips_canvas:
            self._chip = Color(*BLACK)
            self._dusty = Point(texture=disc(), pointsize=max(1.0, scale * 0.5))
            self._bits = Point(texture=disc(), pointsize=max(1.2, scale * 1.05))
        thick, tall = table.width * 0.05, table.width * 0.14
        with self.canvas:
            self._shade = Color(0, 0, 0.08, 0 if bare else 0.4)
            self._shadow = strokes.glow(0, 0, 1)
            self._hot = Color(*GOLD[:3], 0)
            self._spark = strokes.glow(0, 0, 1)
            PushMatrix()
            self._beam_at = Translate(0, 0)
            Color(*(BLACK if bare else rgba("#3C46AE")))
            strokes.sheet(table.x, tall, table.width, thick, thick * 0.4, None)
            Color(*(WHITE if bare else rgba("#7C88E0")))
            Rectangle(pos=(table.x + thick * 0.4, tall + thick * 0.66),
                      size=(table.width - thick * 0.8, max(1, thick * 0.14)))  # fmt: skip
            PopMatrix()
            PushMatrix()
            self._at = Translate(0, 0)
            wide = table.width * 0.088
            Color(*(BLACK if bare else rgba("#C9D1F2")))
            Rectangle(texture=strokes.tube(), pos=(-wide * 0.36, tall * 0.42),
                      size=(wide * 0.72, tall * 0.4))  # fmt: skip
            strokes.sheet(-wide * 0.72, tall * 0.72, wide * 1.44, thick * 1.9, wide * 0.24,
                          BLACK if bare else rgba("#C98F1B"))  # fmt: skip
            strokes.sheet(-wide * 0.72, tall * 0.75, wide * 1.44, thick * 1.8, wide * 0.24,
                          BLACK if bare else GOLD)  # fmt: skip
            Color(*(WHITE if bare else rgba("#8A5F0A")))
            strokes.boxes(
                [(wide * (0.2 * n - 0.45), tall * 0.75 + thick * 0.5, wide * 0.08, thick * 0.9)
                 for n in range(5)]
            )  # fmt: skip
            Color(*(BLACK if bare else rgba("#8791C8")))
            Rectangle(texture=strokes.tube(), pos=(-wide * 0.22, tall * 0.22),
                      size=(wide * 0.44, tall * 0.24))  # fmt: skip
            Color(*(BLACK if bare else rgba("#E8EDFF")))
            strokes.polygon(
                [(-wide * 0.13, tall * 0.24), (wide * 0.13, tall * 0.24),
                 (wide * 0.10, tall * 0.06), (0.0, 0.0), (-wide * 0.10, tall * 0.06)]
            )  # fmt: skip
            self._flute = Color(*(WHITE if bare else DARK))
            self._flutes = strokes.boxes([(0, 0, 1, 1)])
            PopMatrix()
        self._wide, self._tall = wide, tall

    def sweep(self) -> None:
        """No chips on a new plate."""
        self._flying.clear()
        self._dust.clear()
        self._dusty.points = []

    def draw(self, mill: Mill, seconds: float) -> None:
        """Show it ``seconds`` later."""
        places = self._places
        if places is None:
            return
        x, y = places.to_px(*mill.tip)
        rise = mill.lift * self._tall * 0.22
        self._at.x, self._at.y = round(x), round(y + rise)
        self._beam_at.y = round(y + rise)
        size = self._wide * (1.5 - 0.4 * mill.lift)
        self._shade.a = 0.0 if theme.contrast else 0.45
        strokes.put(self._shadow, x + rise * 0.5, y - rise * 0.2, size * 1.4, size)
        working = mill.cutting and mill.lift < 0.5
        if not theme.contrast:
            share = min(1.0, mill.speed / mill.limits.feed)
            self._hot.a = (0.25 + 0.65 * share) if working else 0.0
            strokes.put(self._spark, x, y, self._wide * (0.9 + 1.3 * share))
        if mill.busy:
            self._turn += seconds * 23
        self._twist()
        self._throw(mill, seconds, (x, y))

    def _twist(self) -> None:
        """Flutes run up the cutter as it turns."""
        wide, tall = self._wide, self._tall
        vertices: list[float] = []
        for number in range(2):
            part = (self._turn * 0.31 + number / 2) % 1
            low = tall * (0.06 + 0.15 * part)
            left, right, up = -wide * 0.1, wide * 0.1, tall * 0.03
            vertices += [left, low, 0, 0, right, low + up, 0, 0,
                         right, low + up * 1.6, 0, 0, left, low + up * 0.6, 0, 0]  # fmt: skip
        self._flutes.vertices = vertices
        self._flutes.indices = [0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7]

    def _throw(self, mill: Mill, seconds: float, tip: tuple[float, float]) -> None:
        scale = self._places.scale if self._places is not None else 1.0
        self._owed = min(8.0, self._owed + mill.chips / CHIP_MM3)
        random = self._random
        while self._owed >= 1:
            self._owed -= 1
            if len(self._flying) < MOST_CHIPS:
                turn = random.uniform(0, math.tau)
                fling = random.uniform(30, 120) * scale
                self._flying.append(
                    [*tip, fling * math.cos(turn), fling * math.sin(turn) + 30 * scale, 0.0]
                )
        kept: list[list[float]] = []
        points: list[Any] = []
        for bit in self._flying:
            bit[0] += bit[2] * seconds
            bit[1] += bit[3] * seconds
            bit[3] -= 160 * scale * seconds
            bit[4] += seconds
            if bit[4] < LIVES_S:
                kept.append(bit)
                points += bit[:2]
            elif len(self._dust) < 2 * MOST_DUST and not theme.contrast:
                self._dust += bit[:2]
                self._dusty.points = self._dust
        self._flying = kept
        self._bits.points = points
        base, glint, _rough = LOOKS[mill.material]
        self._chip.rgba = BLACK if theme.contrast else mix(base, glint, 0.7)
