"""Wagons and engines, seen from above: each painted once, then moved."""

from __future__ import annotations

from kivy.graphics import Canvas, Color, PopMatrix, PushMatrix, Rotate, Translate

from content.exhibition.exhibits.railway.model import TRACKS, Yard
from content.exhibition.exhibits.railway.track import AWAY, BETWEEN_S, END
from content.exhibition.exhibits.railway.wagon import LONG
from screens.exhibits import strokes
from screens.exhibits.halo import Halo
from screens.exhibits.railway.marks import HUES, mark
from screens.exhibits.railway.plan import HALL_FROM, HALL_TO, Plan
from screens.theme import BLACK, WHITE, Colour, mix, rgba, theme

BODY = 0.9
"""Part of a wagon's length between its couplings."""
GOLD = rgba("#FFC94D")


class Vehicle:
    """One wagon, or with ``engine`` one engine."""

    def __init__(self, town: int, plan: Plan, *, engine: bool = False) -> None:
        self.canvas = Canvas()
        self.town = town
        long, wide = LONG * plan.metre * BODY, plan.girth
        with self.canvas:
            PushMatrix()
            self._at = Translate(0, 0)
            self._turn = Rotate(angle=0, axis=(0, 0, 1), origin=(0, 0))
            self._glow = Halo(0, 0, long * 1.9, wide * 2.9, GOLD)
            (self._engine if engine else self._wagon)(long, wide)
            PopMatrix()

    def place(self, x: float, y: float, turn: float, light: float) -> None:
        """Move it there."""
        self._at.x, self._at.y = x, y
        self._turn.angle = turn
        self._glow.show(0.0 if theme.contrast else light)

    def _wagon(self, long: float, wide: float) -> None:
        bare = theme.contrast
        hue: Colour = WHITE if bare else HUES[self.town]
        round_ = wide * 0.16
        Color(*(BLACK if bare else rgba("#0A0E38")))
        strokes.boxes([(-long * 0.56, -wide * 0.06, long * 1.12, wide * 0.12)])
        if not bare:
            strokes.sheet(-long / 2, -wide * 0.58, long, wide, round_, (0.02, 0.02, 0.14, 0.55))
        strokes.sheet(
            -long / 2, -wide / 2, long, wide, round_, BLACK if bare else mix(hue, BLACK, 0.45)
        )
        line = max(2.0, wide * 0.05)
        strokes.sheet(-long / 2 + line, -wide / 2 + line, long - 2 * line, wide - 2 * line,
                      round_, hue)  # fmt: skip
        Color(*(BLACK if bare else mix(hue, BLACK, 0.28)))
        rib = max(1.5, long * 0.022)
        strokes.boxes(
            [(long * place - rib / 2, -wide * 0.4, rib, wide * 0.8)
             for place in (-0.38, -0.28, 0.28, 0.38)]
        )  # fmt: skip
        if not bare:
            strokes.sheet(-long * 0.44, wide * 0.22, long * 0.88, wide * 0.12, wide * 0.05,
                          (1, 1, 1, 0.3))  # fmt: skip
        Color(*(BLACK if bare else WHITE))
        strokes.ball(0, 0, wide * 0.36)
        Color(*(WHITE if bare else mix(hue, BLACK, 0.15)))
        mark(self.town, 0, 0, wide * 0.42)

    def _engine(self, long: float, wide: float) -> None:
        bare = theme.contrast
        hue: Colour = BLACK if bare else mix(HUES[self.town], WHITE, 0.12)
        Color(*(BLACK if bare else rgba("#0A0E38")))
        strokes.boxes([(-long * 0.56, -wide * 0.06, long * 0.6, wide * 0.12)])
        if not bare:
            Color(1, 0.95, 0.7, 0.5)
            strokes.glow(long * 0.75, 0, long * 0.9, wide * 1.5)
        strokes.sheet(-long / 2, -wide / 2, long, wide, wide * 0.3,
                      BLACK if bare else mix(hue, BLACK, 0.5))  # fmt: skip
        line = max(2.0, wide * 0.05)
        strokes.sheet(-long / 2 + line, -wide / 2 + line, long - 2 * line, wide - 2 * line,
                      wide * 0.28, hue)  # fmt: skip
        strokes.sheet(-long * 0.4, -wide * 0.24, long * 0.52, wide * 0.48, wide * 0.12,
                      WHITE if bare else mix(hue, BLACK, 0.32))  # fmt: skip
        strokes.sheet(long * 0.2, -wide * 0.36, long * 0.13, wide * 0.72, wide * 0.08,
                      WHITE if bare else rgba("#BFE6FF"))  # fmt: skip
        Color(*(WHITE if bare else rgba("#FFF2C2")))
        for side in (-1, 1):
            strokes.ball(long * 0.44, side * wide * 0.28, wide * 0.075)


class Stock:
    """All vehicles on the plan."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._wagons: dict[int, Vehicle] = {}
        self._engines: list[Vehicle] = []
        self._shunter: Vehicle | None = None
        self._plan: Plan | None = None

    def lay(self, plan: Plan) -> None:
        """Paint anew for a plan."""
        self._plan = plan
        self.canvas.clear()
        self._wagons.clear()
        self._engines = [Vehicle(track, plan, engine=True) for track in range(TRACKS)]
        for engine in self._engines:
            self.canvas.add(engine.canvas)

    def draw(self, yard: Yard, light: float) -> None:
        """Move everything; ``light`` is how much the next wagon glows."""
        plan = self._plan
        if plan is None:
            return
        seen = set()
        head = yard.head
        for wagon in yard.wagons:
            if wagon.tail > HALL_FROM + 2 or wagon.tail < plan.begin:
                continue
            seen.add(wagon.number)
            vehicle = self._wagons.get(wagon.number)
            if vehicle is None:
                vehicle = self._wagons[wagon.number] = Vehicle(wagon.town, plan)
                self.canvas.add(vehicle.canvas)
            vehicle.place(
                *plan.wagon(wagon.s, wagon.branch, wagon.track), light if wagon is head else 0.0
            )
        for number in [number for number in self._wagons if number not in seen]:
            self.canvas.remove(self._wagons.pop(number).canvas)
        for number, engine in enumerate(self._engines):
            track = yard.tracks[number]
            front = END + LONG
            if track.leaving is not None:
                front = track.leaving.front + LONG
            elif track.rest > 0:
                front += AWAY * (track.rest / BETWEEN_S) ** 2 * 0.3
            front = min(front, HALL_TO - 1)
            engine.place(*plan.wagon(front, number // 2, number), 0.0)
