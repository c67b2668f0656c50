"""The stone from its side: its section, the lamp, the rays, and golden knobs to cut it by."""

from __future__ import annotations

import math
from itertools import pairwise

from kivy.graphics import Canvas, Color, Line, Mesh, Point, PopMatrix, PushMatrix, Translate

from content.exhibition.exhibits.diamond.model import GIRDLE, LEAN, PAVILION, TABLE, Diamond
from content.exhibition.exhibits.diamond.optics import Leaving, Path
from screens.exhibits import strokes
from screens.exhibits.diamond.light import LOST, RED, VIOLET, WARM, Corner, Strips
from screens.page import Box
from screens.shapes import disc
from screens.theme import BLACK, WHITE, rgba, theme
from screens.units import u

GOLD, GOLD_EDGE, GOLD_INK = rgba("#FFC94D"), rgba("#C98F1B"), rgba("#8A5F0A")
GLASS = (0.28, 0.72, 0.92)
HANDLES = ("lamp", "left", "right", "culet")
RUN_S = 2.6
"""Seconds a mote of light needs from the lamp to where it is lost from sight."""


class Bench:
    """Draws the section; knows where its handles are and what their places mean."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self.box = self.bounds = Box(0, 0, 1, 1)
        self.handles: dict[str, Corner] = {}
        self.knob = 1.0
        self._seen: tuple[float, float, float] | None = None
        self._runs: list[list[Corner]] = []
        self._laid = False

    def lay(self, box: Box, bounds: Box) -> None:
        """Paint everything for a place; light may go as far as ``bounds``."""
        self.box, self.bounds = box, bounds
        self._seen = None
        self.knob = min(u(56), box.height * 0.085, box.width * 0.085)
        deepest = math.tan(math.radians(PAVILION[1]))
        self.scale = min(
            (box.width - 2.6 * self.knob) / 2.2, (box.height - 4.2 * self.knob) / (deepest + 0.72)
        )
        self.cx = box.x + box.width / 2
        self.cy = box.y + 2.2 * self.knob + self.scale * deepest
        bare = theme.contrast
        self.canvas.clear()
        with self.canvas:
            self._pool = Color(*GLASS, 0)
            self._puddle = strokes.glow(self.cx, box.y + self.knob, self.scale * 2.2, self.knob * 3)
            self._body = Color(*((1, 1, 1, 1) if bare else (*GLASS, 0.3)))
            self._fill = Mesh(mode="triangle_fan", indices=list(range(7)))
            Color(1, 1, 1, 0 if bare else 0.12)
            self._sheen = Mesh(mode="triangles", indices=list(range(6)))
            Color(1, 1, 1, 1)
            self._strips = Strips()
            Color(*(BLACK if bare else rgba("#DDF6FF")))
            self._edge = Line(width=max(1.2, self.scale * 0.008), close=True)
            Color(*(BLACK if bare else WHITE))
            self._motes = Point(texture=disc(), pointsize=max(1.5, self.scale * 0.013))
            self._halos: dict[str, Color] = {}
            self._moves: dict[str, Translate] = {}
            for name in HANDLES:
                self._knob(name)
        self._laid = True

    def _knob(self, name: str) -> None:
        bare, size = theme.contrast, self.knob
        PushMatrix()
        self._moves[name] = Translate(0, 0)
        self._halos[name] = Color(*GOLD[:3], 0)
        strokes.glow(0, 0, size * 4)
        Color(*(BLACK if bare else GOLD_EDGE))
        strokes.ball(0, -size * 0.12, size)
        Color(*(BLACK if bare else GOLD))
        strokes.ball(0, 0, size)
        if name == "lamp":
            Color(*(WHITE if bare else rgba("#FFF6DC")))
            strokes.ball(0, 0, size * 0.62)
        else:
            Color(1, 1, 1, 0 if bare else 0.35)
            strokes.ball(-size * 0.3, size * 0.36, size * 0.26)
            Color(*(WHITE if bare else GOLD_INK))
            for way in (1, -1):
                strokes.polygon(
                    [(-size * 0.3, way * size * 0.18), (size * 0.3, way * size * 0.18),
                     (0, way * size * 0.6)]
                )  # fmt: skip
        PopMatrix()

    # What a place means

    def put(self, point: Corner) -> Corner:
        """A place of the model in px."""
        return self.cx + point[0] * self.scale, self.cy + point[1] * self.scale

    def pavilion_at(self, y: float) -> float:
        """The pavilion's angle for a height of its knob, degrees."""
        return math.degrees(math.atan2(self.cy - y - self.knob * 1.25, self.scale))

    def crown_at(self, y: float) -> float:
        """The crown's angle for a height of its knobs, degrees."""
        high = (y - self.cy) / self.scale - GIRDLE
        return math.degrees(math.atan2(high, 1 - TABLE))

    def lean_at(self, x: float) -> float:
        """The lamp's lean for its place across, degrees."""
        return (self.cx - x) / self._sway * LEAN

    @property
    def _sway(self) -> float:
        return min(self.box.width / 2 - self.knob * 1.2, self.scale * 0.95)

    def _stand(self, stone: Diamond) -> None:
        corners = stone.stone.corners
        top, low = corners[0][1], corners[4][1]
        lean = stone.lean / LEAN
        drop = self.knob * 0.7 * lean * lean
        out = 1 - TABLE * 0.12
        self.handles = {
            "lamp": (self.cx - lean * self._sway, self.box.top - self.knob * 1.7 - drop),
            "left": self.put((-out, top)),
            "right": self.put((out, top)),
            "culet": (self.cx, self.cy + low * self.scale - self.knob * 1.25),
        }

    # Drawing

    def draw(self, stone: Diamond, seconds: float, asks: float, held: set[str]) -> None:
        """Show the stone; ``asks`` (0 to 1) lights the knobs."""
        if not self._laid:
            return
        now = (stone.pavilion, stone.crown, stone.lean)
        if now != self._seen:
            self._seen = now
            self._stand(stone)
            self._shape(stone)
            self._rays(stone)
        for name, (x, y) in self.handles.items():
            self._moves[name].x, self._moves[name].y = round(x), round(y)
            strength = 0.9 if name in held else asks * (0.8 if name == "culet" else 0.35)
            if name == "lamp":
                strength = max(strength, 0.6)
            self._halos[name].a = 0.0 if theme.contrast else strength
        if not theme.contrast:
            self._body.a = 0.16 + 0.22 * min(1.0, stone.life)
        self._motes.points = self._running(seconds)

    def _shape(self, stone: Diamond) -> None:
        corners = [self.put(corner) for corner in stone.stone.corners]
        self._fill.vertices = [value for x, y in corners for value in (x, y, 0.0, 0.0)]
        left, right, _girdle, low, culet, other, _up = corners
        sheen = (
            left,
            right,
            (self.cx, low[1]),
            other,
            (self.cx - self.scale * 0.3, other[1]),
            culet,
        )
        self._sheen.vertices = [value for x, y in sheen for value in (x, y, 0.0, 0.0)]
        self._edge.points = [value for corner in corners for value in corner]

    def _rays(self, stone: Diamond) -> None:
        self._runs = []
        lost = 0.0
        wide = max(2.5, self.scale * 0.021)
        self._strips.begin()
        lamp = self.handles["lamp"]
        for path, ends in stone.beam():
            corners = [self.put(corner) for corner in path.corners]
            # The rays are as parallel as the sun's; the lamp only shows where they come from.
            way = (math.sin(math.radians(stone.lean)), -math.cos(math.radians(stone.lean)))
            back = (lamp[1] - self.knob - corners[0][1]) / -way[1]
            start = (corners[0][0] - way[0] * back, corners[0][1] - way[1] * back)
            self._strips.add(start, corners[0], wide, WARM, 0.1, 0.75)
            for a, b, carried in zip(corners, corners[1:], path.carried, strict=False):
                self._strips.add(a, b, wide, WARM, 0.9 * carried**1.4)
            for out in path.leaving:
                if out.bounce >= 0:
                    lost += 0.0 if out.back else out.energy
                    self._leave(out, ends, wide)
            self._runs.append(self._run(start, path, corners))
        self._strips.show()
        self._pool.a = 0.0 if theme.contrast else min(0.7, lost * 0.16)

    def _leave(self, out: Leaving, ends: list[Path], wide: float) -> None:
        start = self.put(out.at)
        strength = min(1.0, 0.08 + out.energy)
        if not out.back:
            self._strips.add(start, self._end(start, out.way, 1.1), wide, LOST, strength * 0.7, 0)
            return
        for hue, path in zip((RED, VIOLET), ends, strict=False):
            for other in path.leaving:
                if other.bounce == out.bounce and other.back:
                    at = self.put(other.at)
                    end = self._end(at, other.way, 1.5)
                    self._strips.add(at, end, wide * 1.7, hue, strength, 0.25 * strength)
        end = self._end(start, out.way, 1.5)
        self._strips.add(start, end, wide * 1.4, WARM, strength, 0.25 * strength)

    def _end(self, start: Corner, way: Corner, far: float) -> Corner:
        """Where light that leaves is lost from sight, within the bounds."""
        left = far * self.scale
        box = self.bounds
        for at, part, low, high in (
            (start[0], way[0], box.x, box.x + box.width), (start[1], way[1], box.y, box.top)
        ):  # fmt: skip
            if abs(part) > 1e-6:
                left = min(left, max(0.0, ((high if part > 0 else low) - at) / part))
        return start[0] + way[0] * left, start[1] + way[1] * left

    def _run(self, start: Corner, path: Path, corners: list[Corner]) -> list[Corner]:
        """The way most of a ray's light goes, from the lamp to the end of sight."""
        best = max((out for out in path.leaving if out.bounce >= 0),
                   key=lambda out: out.energy, default=None)  # fmt: skip
        if best is None:
            return [start, corners[0]]
        x, y = self.put(best.at)
        return [start, *corners[: best.bounce + 2], self._end((x, y), best.way, 1.1)]

    def _running(self, seconds: float) -> list[float]:
        points: list[float] = []
        for number, run in enumerate(self._runs):
            lengths = [math.dist(a, b) for a, b in pairwise(run)]
            whole = sum(lengths)
            for mote in (0.0, 0.5):
                left = ((seconds / RUN_S + number * 0.31 + mote) % 1) * whole
                for (ax, ay), (bx, by), long in zip(run, run[1:], lengths, strict=False):
                    if left <= long and long > 0:
                        part = left / long
                        points += (ax + (bx - ax) * part, ay + (by - ay) * part)
                        break
                    left -= long
        return points
