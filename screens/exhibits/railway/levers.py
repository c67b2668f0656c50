"""Levers of the points, and signals: what a hand sets and what the interlocking says."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, PopMatrix, PushMatrix, Rotate, Translate

from content.exhibition.exhibits.railway.model import Yard
from screens.exhibits import strokes
from screens.exhibits.halo import Halo
from screens.exhibits.railway.plan import FIRST_FROM, SECOND_FROM, Plan
from screens.theme import BLACK, WHITE, rgba, theme
from screens.units import u

POINTS = 3
GOLD, EDGE, LOCKED = rgba("#FFC94D"), rgba("#C98F1B"), rgba("#7E86C8")
RED, GREEN = rgba("#FF4B3E"), rgba("#4BE38A")
SWING = 0.3
"""Part of its way an arrow turns in a frame."""


class Levers:
    """Draws levers and signals. A refused lever shakes."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._plan: Plan | None = None
        self._shake = [0.0] * POINTS

    def lay(self, plan: Plan) -> None:
        """Paint all for a plan."""
        self._plan = plan
        self.canvas.clear()
        self._faces: list[Color] = []
        self._glows: list[Halo] = []
        self._turns: list[Rotate] = []
        self._places: list[Translate] = []
        self._bolts: list[Color] = []
        self._ways = [
            [self._angle(plan, number, leg) for leg in (0, 1)] for number in range(POINTS)
        ]
        with self.canvas:
            for number in range(POINTS):
                self._lever(plan, number)
            side = plan.girth * 0.95
            self._signals = [
                self._signal(plan, plan.at(15.0), side),
                *(self._signal(plan, plan.at(50.0, leg), side) for leg in (0, 1)),
            ]

    def at(self, x: float, y: float) -> int | None:
        """The lever under a place; a little beside it too."""
        plan = self._plan
        if plan is None:
            return None
        reach = max(plan.knob_radius * 1.3, u(64))
        return next((n for n in range(POINTS) if math.dist((x, y), plan.knob(n)) <= reach), None)

    def refuse(self, number: int) -> None:
        """Points that are locked do not move."""
        self._shake[number] = 1.0

    def draw(self, yard: Yard, pulse: float, wrong: set[int]) -> None:
        """``wrong`` are levers the next wagon needs the other way: they pulse."""
        plan = self._plan
        if plan is None:
            return
        bare = theme.contrast
        for number in range(POINTS):
            goal = self._ways[number][int(yard.points[number])]
            turn = self._turns[number]
            away = (goal - turn.angle + 180) % 360 - 180
            turn.angle += away * SWING
            locked = yard.locked(number)
            self._faces[number].rgba = (
                (WHITE if locked else BLACK) if bare else LOCKED if locked else GOLD
            )
            self._bolts[number].rgba = (
                (BLACK if locked else WHITE) if bare else rgba("#3A2A00") if not locked else WHITE
            )
            self._glows[number].show(0.9 * pulse if number in wrong and not bare else 0.0)
            self._shake[number] *= 0.88
            x, y = plan.knob(number)
            sway = math.sin(self._shake[number] * 22) * self._shake[number]
            self._places[number].x = x + sway * plan.knob_radius * 0.18
            self._places[number].y = y
        for signal, green in zip(
            self._signals, (yard.hump_green(), yard.green(0), yard.green(1)), strict=True
        ):
            low, high = signal
            low.rgba = (
                (WHITE if green else BLACK) if bare else ((0.25, 0.05, 0.06, 1) if green else RED)
            )
            high.rgba = (
                (BLACK if green else WHITE) if bare else (GREEN if green else (0.03, 0.18, 0.1, 1))
            )

    def _angle(self, plan: Plan, number: int, leg: int) -> float:
        if number == 0:
            ax, ay = plan.at(FIRST_FROM)
            bx, by = plan.at(SECOND_FROM, leg)
        else:
            ax, ay = plan.at(SECOND_FROM, number - 1)
            bx, by = plan.at(85.0, number - 1, 2 * (number - 1) + leg)
        return math.degrees(math.atan2(by - ay, bx - ax))

    def _lever(self, plan: Plan, number: int) -> None:
        bare = theme.contrast
        radius = plan.knob_radius
        PushMatrix()
        self._places.append(Translate(*plan.knob(number)))
        self._glows.append(Halo(0, 0, radius * 4.6, radius * 4.6, GOLD))
        Color(*(BLACK if bare else EDGE))
        strokes.ball(0, -radius * 0.1, radius)
        Color(*BLACK)
        if bare:
            strokes.ball(0, 0, radius)
        self._faces.append(Color(*GOLD))
        strokes.ball(0, 0, radius * (0.92 if bare else 1.0))
        if not bare:
            Color(1, 1, 1, 0.28)
            strokes.ball(-radius * 0.12, radius * 0.16, radius * 0.74)
        PushMatrix()
        turn = Rotate(angle=self._ways[number][0], axis=(0, 0, 1), origin=(0, 0))
        self._turns.append(turn)
        self._bolts.append(Color(*BLACK))
        thin, long = radius * 0.13, radius * 0.62
        strokes.boxes([(-long, -thin, long * 1.3, 2 * thin)])
        strokes.polygon(
            [(long * 1.08, 0), (long * 0.2, radius * 0.42), (long * 0.2, -radius * 0.42)]
        )
        PopMatrix()
        PopMatrix()

    def _signal(self, plan: Plan, place: tuple[float, float], side: float) -> tuple[Color, Color]:
        x, y = place
        x, y = (x + side, y) if plan.standing else (x, y + side)
        size = plan.girth * 0.24
        strokes.sheet(x - size * 1.4, y - size * 2.6, size * 2.8, size * 5.2, size * 1.3,
                      BLACK if theme.contrast else rgba("#0A0D30"))  # fmt: skip
        if theme.contrast:
            Color(*WHITE)
            for up in (-1.2, 1.2):
                strokes.ball(x, y + up * size, size * 1.12)
        low = Color(*RED)
        strokes.ball(x, y + size * 1.2, size)
        high = Color(*GREEN)
        strokes.ball(x, y - size * 1.2, size)
        return low, high
