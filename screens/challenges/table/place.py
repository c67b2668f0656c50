"""One place laid: the plate in the middle, what lies around it, and the spots still open."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.uix.floatlayout import FloatLayout

from content.exhibition.challenges.table.rules import Setting, Spot
from screens.challenges.brush import oval, spot
from screens.challenges.table.pieces import paint_piece
from screens.exhibits.strokes import outline, sheet
from screens.theme import rgba, theme
from screens.units import u

CLOTH, PORCELAIN, RIM, GOLD = rgba("#F3EDE0"), rgba("#FFFFFF"), rgba("#C9D3EE"), rgba("#FFC94D")
Rect = tuple[float, float, float, float]


class Place(FloatLayout):
    """Draws a setting; ``done`` of its open spots are laid, the next one glows."""

    def __init__(self, task: Setting, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        self.task, self.done = task, 0
        self._draw_once = Clock.create_trigger(self._draw, -1)
        self.bind(pos=self._draw_once, size=self._draw_once)

    def show(self, done: int) -> None:
        """So many spots were filled."""
        self.done = done
        self._draw_once()

    def _draw(self, *_args: Any) -> None:
        self.canvas.clear()
        task = self.task
        with self.canvas:
            sheet(self.x, self.y, self.width, self.height, u(36), CLOTH)
            line = (0, 0, 0, 1) if theme.contrast else rgba("#DCCFB4")
            outline(self.x, self.y, self.width, self.height, u(36), u(5), line)
            cx, cy, radius = self._plate()
            for part, colour in (
                (1.03, rgba("#D8D0BC")),
                (1.0, PORCELAIN),
                (0.9, RIM),
                (0.86, PORCELAIN),
                (0.66, rgba("#EEF1FA")),
            ):
                spot(cx, cy, radius * part, colour)
            for one in task.laid:
                self._piece(one)
            for number, one in enumerate(task.open):
                if number < self.done:
                    self._piece(one)
                else:
                    self._open(one, glows=number == self.done)

    def _plate(self) -> tuple[float, float, float]:
        unit = self._unit()
        return self.x + self.width / 2, self.y + self.height * 0.42, unit * 1.5

    def _unit(self) -> float:
        # Nine units across hold three pieces on either side; five and a half the height.
        return min(self.width / 9.2, self.height / 5.3)

    def _rect(self, one: Spot) -> Rect:
        cx, cy, radius = self._plate()
        unit = self._unit()
        if one.side in ("left", "right"):
            away = radius + unit * (0.62 + 0.98 * one.out)
            mid = cx - away if one.side == "left" else cx + away
            return mid - unit * 0.4, cy - unit * 1.35, unit * 0.8, unit * 2.7
        top = cy + radius + unit * 0.18
        if one.side == "above":
            return cx - unit * 1.2, top, unit * 2.4, unit * 0.72
        if one.side == "glass":
            return cx + radius + unit * 0.55, top - unit * 0.22, unit * 1.15, unit * 1.25
        return cx - radius - unit * 1.9, top - unit * 0.22, unit * 1.35, unit * 1.25

    def _piece(self, one: Spot) -> None:
        x, y, wide, tall = self._rect(one)
        paint_piece(one.piece, x, y, wide, tall, lies=one.side == "above")

    def _open(self, one: Spot, *, glows: bool) -> None:
        x, y, wide, tall = self._rect(one)
        if glows:
            sheet(x, y, wide, tall, u(20), GOLD)
            line = (0, 0, 0, 1) if theme.contrast else rgba("#C98F1B")
            outline(x, y, wide, tall, u(20), u(7), line)
            for step in (-1, 0, 1):
                along = min(wide, tall) * 0.26 * step
                oval(x + wide / 2 + along, y + tall / 2, u(12), u(12), rgba("#14183A"))
        else:
            outline(x, y, wide, tall, u(20), u(4), rgba("#BDB196"))
