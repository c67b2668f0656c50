"""The patient: sits and looks as it feels; what is wrong can be seen on it."""

from __future__ import annotations

import math

from kivy.graphics import Color
from kivy.uix.widget import Widget

from screens.challenges.brush import stroke
from screens.damage import damage
from screens.games.doctor.looks import LOOKS, TALL, WIDE, Look, Pen
from screens.theme import Colour, mix, rgba
from screens.units import u

PLACES = {"head": (50.0, 91.5), "mouth": (50.0, 57.0), "chest": (50.0, 22.5), "paw": (85.0, 27.0)}
"""Where things are brought, in the figure's units."""
REACH = 33.2
"""How wide such a place is."""
INK = "#3A2A26"
GLAD = 0.99
"""From here on it laughs."""


class Figure(Widget):
    """A patient. Drawn anew only when it feels or looks otherwise."""

    def __init__(self) -> None:
        super().__init__(size_hint=(None, None))
        self._shown: tuple[object, ...] = ()
        self._pen = Pen(0, 0, 1)

    def sit(self, x: float, y: float, tall: float) -> None:
        """Sit with the middle of its foot at ``x``, ``y``, ``tall`` px high."""
        scale = tall / TALL
        self.size = (WIDE * scale, tall)
        self.pos = (x - self.width / 2, y)
        self._pen = Pen(self.x, self.y, scale)

    def place(self, name: str) -> tuple[float, float]:
        """The middle of a part of it, px."""
        return self._pen.at(*PLACES[name])

    @property
    def reach(self) -> float:
        """How wide a part is, px."""
        return REACH * self._pen.scale

    def show(self, kind: str, gladness: float, ails: tuple[str, ...]) -> None:
        """Who it is, how well it feels (0 to 1), and what is still wrong."""
        shown = (kind, round(gladness, 2), ails, self._pen)
        if shown == self._shown:
            return
        self._shown = shown
        self.canvas.clear()
        with self.canvas:
            self._draw(LOOKS[kind], gladness, ails)
        x, y = self.to_window(*self.pos)
        damage.mark(x - u(20), y - u(20), self.width + u(40), self.height + u(40))

    def _draw(self, look: Look, gladness: float, ails: tuple[str, ...]) -> None:
        pen = self._pen
        for x, turn in ((34, 12), (66, -12)):
            pen.soft(x, 7, 13, 8, look.coat if look.nosed else rgba("#F45B7A"), turn)
        pen.soft(17, 27, 8.5, 13, look.coat, 38)
        pen.soft(50, 27, 25, 26, look.coat if look.nosed else look.light)
        if look.nosed:
            pen.oval(50, 24, 16.5, 18, look.light)
        else:
            pen.shape([(40, 49), (60, 49), (50, 40)], rgba("#FFFFFF"))
        pen.soft(79, 32, 9, 14, look.coat, -48)
        pen.soft(84, 27, 9.5, 9.5, look.coat)
        look.ears(pen, look)
        pen.soft(50, 72, 34, 31, look.coat)
        if look.front is not None:
            look.front(pen, look)
        self._draw_ails(ails)
        self._draw_face(look, gladness, "tooth" in ails)

    def _draw_face(self, look: Look, gladness: float, toothache: bool) -> None:
        pen, ink = self._pen, rgba(INK)
        if look.nosed:
            pen.oval(50, 57.5, 16, 12.5, look.light)
            pen.oval(50, 65.5, 4.6, 3.2, ink)
        cheek = (*rgba("#F26D6D")[:3], 0.2 + 0.25 * gladness)
        for x in (28, 72):
            pen.oval(x, 61, 5.4, 4, cheek)
        for sign in (-1, 1):
            self._draw_eye(50 + 13.5 * sign, sign, gladness)
        bend = -4.0 + 9.5 * gladness
        mouth = [(50 + x * 7.2, 54.5 + bend * (x * x - 0.55)) for x in _span()]
        if gladness >= GLAD:
            pen.shape([(x, y + 0.6) for x, y in mouth], rgba("#A8323E"))
        self._line(mouth, 1.5, ink)

    def _draw_eye(self, x: float, sign: int, gladness: float) -> None:
        pen, ink = self._pen, rgba(INK)
        if gladness >= GLAD:
            self._line([(x + 4.6 * n, 73 + 3.6 * (1 - n * n)) for n in _span()], 1.8, ink)
            return
        pen.oval(x, 74, 3.9, 4.7, ink)
        pen.oval(x + 1.3, 76, 1.3, 1.5, rgba("#FFFFFF"))
        if gladness < 0.6:
            high = 81.2 + 2.6 * (0.6 - gladness)
            self._line([(x - 4 * sign, high), (x + 4 * sign, 80)], 1.4, ink)

    def _draw_ails(self, ails: tuple[str, ...]) -> None:
        pen = self._pen
        red = rgba("#E5484D")
        if "fever" in ails:
            for grown in (1.0, 0.8, 0.6):
                pen.oval(50, 86, 19 * grown, 6 * grown, (*red[:3], 0.24))
            for x in (20, 80):
                pen.oval(x + (4 if x < 50 else -4), 80, 2.2, 3.4, rgba("#6EC6FF"))
        if "cough" in ails:
            for x, y, radius in ((72, 50, 3.2), (79, 47, 4.2), (88, 46, 5.4)):
                pen.oval(x, y, radius, radius * 0.85, (*rgba("#FFFFFF")[:3], 0.92))
        if "scratch" in ails:
            for number in (-1, 0, 1):
                middle = 84 + 4 * number
                self._line([(middle - 1.4, 31.5), (middle + 1.4, 22.5)], 1.3, red)
        if "chill" in ails:
            for x in (3, 97):
                zigzag = [(x + (1.8 if n % 2 else -1.8), 46 - 3.4 * n) for n in range(-1, 3)]
                self._line(zigzag, 1.3, rgba("#4BA3F2"))
        if "hunger" in ails:
            for y in (17, 24, 31):
                wave = [(50 + 9 * n, y + 1.6 * math.sin(n * 6)) for n in _span()]
                self._line(wave, 1.3, mix(rgba("#B98A55"), rgba(INK), 0.15))
        if "tooth" in ails:
            pen.oval(70, 55, 8, 7, (*red[:3], 0.38))

    def _line(self, points: list[tuple[float, float]], width: float, colour: Colour) -> None:
        Color(1, 1, 1, 1)
        stroke([self._pen.at(*point) for point in points], width * self._pen.scale, colour)


def _span(count: int = 12) -> list[float]:
    """From -1 to 1."""
    return [-1 + 2 * n / count for n in range(count + 1)]
