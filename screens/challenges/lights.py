"""The clock of a match: sixty small lights in a ring that go out one by one, or twelve that are lit
by tasks where nothing presses; and the score with its three stars."""

from __future__ import annotations

import math
from typing import Any

from kivy.graphics import Color
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from screens.challenges.brush import spot
from screens.damage import damage
from screens.theme import rgba, theme
from screens.units import u
from screens.widgets.surface import Picture
from screens.widgets.words import Words

LIT, FAINT = "#FFC94D", 0.22
MANY = 30
"""Lights; fewer are drawn larger."""


class Lights(Widget):
    """``count`` lights in a ring around a number; the first ``lit`` of them shine, clockwise from
    the top."""

    def __init__(self, count: int, lit: int, text: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.count, self.lit = count, lit
        ink = theme.palette("night").ink
        self.words = Words(text, role="title", color=ink, free=True, size_hint=(None, None))
        self.add_widget(self.words)
        self._glow = Widget(size_hint=(None, None))
        self.add_widget(self._glow)
        self._colours: list[Color] = []
        self.bind(pos=self._draw, size=self._draw)

    def show(self, lit: int, text: str) -> None:
        """Change how many shine and the number."""
        if (lit, text) == (self.lit, self.words.text):
            return
        self.lit = lit
        self.words.say(text)
        self._centre()
        for number, colour in enumerate(self._colours):
            colour.rgba = self._shade(number)
        x, y = self.to_window(*self.pos)
        damage.mark(x, y, self.width, self.height)

    def _shade(self, number: int) -> tuple[float, float, float, float]:
        shines = number < self.lit
        if theme.contrast:
            return (0, 0, 0, 1) if shines else (0, 0, 0, 0.14)
        return rgba(LIT) if shines else (1, 1, 1, FAINT)

    def _draw(self, *_args: Any) -> None:
        self._glow.canvas.clear()
        self._colours = []
        side = min(self.width, self.height)
        if side < 2:
            return
        dot = max(
            2.0,
            min(side * (0.028 if self.count > MANY else 0.05), math.pi * side / self.count * 0.36),
        )
        radius = side / 2 - dot - 2
        cx, cy = self.x + self.width / 2, self.y + self.height / 2
        with self._glow.canvas:
            for number in range(self.count):
                angle = math.pi / 2 - math.tau * (number + 0.5) / self.count
                self._colours.append(Color(*self._shade(number)))
                spot(cx + radius * math.cos(angle), cy + radius * math.sin(angle), dot)
        self._centre()

    def _centre(self) -> None:
        side = min(self.width, self.height)
        self.words.font_size = max(u(40), min(u(96), side * 0.3))
        self.words.measure()
        self.words.pos = (
            self.x + (self.width - self.words.width) / 2,
            self.y + (self.height - self.words.height) / 2,
        )


class Score(BoxLayout):
    """Points and, where there is room, three stars; a star not yet won is faint."""

    def __init__(self, *, small: bool = False, starry: bool = True, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        palette = theme.palette("night")
        side = 60 if small else 84
        line = BoxLayout(size_hint=(None, None), spacing=u(8))
        self.number = Words(
            "0",
            role="headline" if small else "title",
            color=palette.ink,
            free=True,
            size_hint=(None, None),
            pos_hint={"center_y": 0.5},
        )
        self.stars = [
            Picture("star", side, pos_hint={"center_y": 0.5}) for _star in range(3 * starry)
        ]
        holder = Widget(size_hint=(None, None), width=u(110 if small else 190), height=u(side))
        holder.add_widget(self.number)
        self._holder = holder
        holder.bind(pos=self._place, size=self._place)
        for one in (holder, *self.stars):
            line.add_widget(one)
        line.size = (holder.width + len(self.stars) * (u(side) + line.spacing), u(side))
        self.add_widget(line)
        self.size = line.size
        self.show(0, 0)

    def show(self, points: int, stars: int) -> None:
        """Change both."""
        self.number.say(str(points))
        self._place()
        for number, star in enumerate(self.stars):
            star.opacity = 1.0 if number < stars else FAINT

    def _place(self, *_args: Any) -> None:
        holder = self._holder
        self.number.measure()
        self.number.pos = (
            holder.x + holder.width - self.number.width - u(14),
            holder.y + (holder.height - self.number.height) / 2,
        )


class Panel(FloatLayout):
    """The ring, and the score beside or below it where it is one player's."""

    def __init__(self, ring: Lights, score: Score | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.ring, self.score = ring, score
        for one in (ring, score):
            if one is not None:
                one.size_hint = (None, None)
                self.add_widget(one)
        self.bind(pos=self._lay, size=self._lay)

    def _lay(self, *_args: Any) -> None:
        gap, score = u(40), self.score
        if score is None:
            side = max(2, min(self.width - u(60), self.height - u(20), u(420)))
            self._put(self.ring, self.width / 2, self.height / 2, side)
        elif self.width > self.height * 1.5:
            side = max(2, min(self.height - u(16), self.width - score.width - 3 * gap))
            whole = side + gap + score.width
            left = (self.width - whole) / 2
            self._put(self.ring, left + side / 2, self.height / 2, side)
            score.pos = (self.x + left + side + gap, self.y + (self.height - score.height) / 2)
        else:
            side = max(
                2, min(self.width - u(100), self.height - score.height - gap - u(20), u(460))
            )
            whole = side + gap + score.height
            low = (self.height - whole) / 2
            self._put(self.ring, self.width / 2, low + score.height + gap + side / 2, side)
            score.pos = (self.x + (self.width - score.width) / 2, self.y + low)

    def _put(self, ring: Lights, x: float, y: float, side: float) -> None:
        ring.size = (side, side)
        ring.pos = (round(self.x + x - side / 2), round(self.y + y - side / 2))
