"""A result as a picture: a radar, a hexagon, bars, checks."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from kivy.graphics import Color, InstructionGroup, Mesh, Rectangle
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from screens.shapes import disc, lines
from screens.theme import BLACK, Colour, mix, rgba, theme
from screens.units import u
from screens.widgets.surface import Picture, Progress
from screens.widgets.words import Words

RINGS = 4
TALL = 620
"""Design units of a radar's height."""
NAME = 250
"""Design units of a name's width beside it."""
LARGER = 1.15
"""How much more room names and height have in the large mode."""
FOOT = 0.7
"""A corner lower than this part of the radius has its name beneath it, not beside it."""
Point = tuple[float, float]


class Part(NamedTuple):
    """One trait of a result: ``share`` from 0 to 1, ``said`` beside a bar."""

    name: str
    share: float
    picture: str
    said: str = ""


class Radar(FloatLayout):
    """As many corners as traits; the result a filled shape among rings."""

    def __init__(self, parts: Sequence[Part], hue: str, **kwargs: Any) -> None:
        super().__init__(
            size_hint_y=None, height=u(TALL * (LARGER if theme.large else 1)), **kwargs
        )
        self._parts = list(parts)
        self._hue = BLACK if theme.contrast else rgba(hue)
        self._drawing = InstructionGroup()
        self.canvas.add(self._drawing)
        ink = theme.palette("linen").ink
        self._names = [
            Words(part.name, role="strong", color=ink, halign="center", size_hint_x=None, free=True)
            for part in self._parts
        ]
        for words in self._names:
            words.measure(u(NAME * (LARGER if theme.large else 1)))
            self.add_widget(words)
        self.bind(pos=self._draw, size=self._draw)
        self._draw()

    def _draw(self, *_args: Any) -> None:
        self._drawing.clear()
        count = len(self._parts)
        beside = max((words.width for words in self._beside), default=0) + u(24)
        above = max((words.height for words in self._names), default=0) + u(24)
        radius = min(
            self.height * 0.4,
            self.height * 0.5 - above,
            (self.width / 2 - beside) / math.sin(2 * math.pi / count),
        )
        if count < 3 or radius <= 0:
            return
        cx, cy = self.x + self.width / 2, self.y + self.height * (0.48 if count % 2 else 0.5)

        def at(number: int, share: float) -> Point:
            angle = math.pi / 2 - 2 * math.pi * number / count
            return cx + radius * share * math.cos(angle), cy + radius * share * math.sin(angle)

        ground = (1.0, 1.0, 1.0, 1.0) if theme.contrast else mix(self._hue, rgba("#FFFFFF"), 0.88)
        rim = BLACK if theme.contrast else mix(self._hue, rgba("#FFFFFF"), 0.55)
        self._shape([at(n, 1.0) for n in range(count)], ground, rim, u(3), (cx, cy))
        for ring in range(1, RINGS):
            self._outline([at(n, ring / RINGS) for n in range(count)], rim, u(2))
        shown = [at(n, 0.08 + 0.92 * part.share) for n, part in enumerate(self._parts)]
        self._shape(shown, (*self._hue[:3], 0.42), self._hue, u(6), (cx, cy))
        dot = u(24)
        self._drawing.add(Color(*self._hue))
        for x, y in shown:
            dot_at = (x - dot / 2, y - dot / 2)
            self._drawing.add(Rectangle(texture=disc(), pos=dot_at, size=(dot, dot)))
        for number, words in enumerate(self._names):
            self._name(words, *at(number, 1.0), cx, cy)

    @property
    def _beside(self) -> list[Words]:
        """The names that do not stand over or under the shape."""
        count = len(self._names)
        return [words for number, words in enumerate(self._names) if number * 2 % count]

    def _name(self, words: Words, x: float, y: float, cx: float, cy: float) -> None:
        """Beside its corner, outside the shape."""
        gap, wide, tall = u(18), words.width, words.height
        if abs(x - cx) < u(30):
            low = y + gap if y > cy else y - gap - tall
            words.pos = (x - wide / 2, low)
        elif cy - y > FOOT * math.hypot(x - cx, y - cy):
            words.pos = (x - wide / 2, y - gap - tall)
        else:
            words.pos = (x + gap if x > cx else x - gap - wide, y - tall / 2)

    def _shape(
        self, points: list[Point], fill: Colour, rim: Colour, line: float, centre: Point
    ) -> None:
        vertices: list[float] = [*centre, 0, 0]
        for x, y in points:
            vertices += [x, y, 0, 0]
        count = len(points)
        indices: list[int] = []
        for number in range(count):
            indices += [0, number + 1, (number + 1) % count + 1]
        self._drawing.add(Color(*fill))
        self._drawing.add(Mesh(vertices=vertices, indices=indices, mode="triangles"))
        self._outline(points, rim, line)

    def _outline(self, points: list[Point], colour: Colour, width: float) -> None:
        self._drawing.add(Color(*colour))
        ends = [*points[1:], points[0]]
        self._drawing.add(lines(list(zip(points, ends, strict=True)), width))


class Bars(BoxLayout):
    """A bar for each trait, the longest first."""

    def __init__(self, parts: Sequence[Part], hue: str, **kwargs: Any) -> None:
        super().__init__(orientation="vertical", size_hint_y=None, spacing=u(24), **kwargs)
        self.bind(minimum_height=self.setter("height"))
        ink = theme.palette("linen").ink
        for part in sorted(parts, key=lambda one: -one.share):
            row = BoxLayout(size_hint_y=None, spacing=u(24))
            row.bind(minimum_height=row.setter("height"))
            row.add_widget(Picture(part.picture, 72, pos_hint={"center_y": 0.5}))
            told = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(8))
            told.bind(minimum_height=told.setter("height"))
            told.add_widget(Words(part.name, role="strong", color=ink))
            bar = Progress(rgba(hue))
            bar.value = part.share
            told.add_widget(bar)
            if part.said:
                muted = theme.palette("linen").muted
                told.add_widget(Words(part.said, role="small", color=muted))
            row.add_widget(told)
            self.add_widget(row)


class Checks(BoxLayout):
    """What is there already, and what is still to come: a tick or a star for each trait."""

    def __init__(self, parts: Sequence[Part], hue: str, **kwargs: Any) -> None:
        super().__init__(orientation="vertical", size_hint_y=None, spacing=u(20), **kwargs)
        self.bind(minimum_height=self.setter("height"))
        palette = theme.palette("linen")
        for part in parts:
            row = BoxLayout(size_hint_y=None, spacing=u(24))
            row.bind(minimum_height=row.setter("height"))
            sign = "check-mark-button" if part.share >= 1 else part.picture
            row.add_widget(Picture(sign, 72, pos_hint={"center_y": 0.5}))
            told = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(4))
            told.bind(minimum_height=told.setter("height"))
            told.pos_hint = {"center_y": 0.5}
            told.add_widget(Words(part.name, role="strong", color=palette.ink))
            if part.said:
                told.add_widget(Words(part.said, role="small", color=palette.muted))
            row.add_widget(told)
            self.add_widget(row)


CHARTS: dict[str, Callable[[Sequence[Part], str], Widget]] = {
    "radar": Radar,
    "hexagon": Radar,
    "bars": Bars,
    "checks": Checks,
}
"""What a test's ``chart`` is drawn by. A hexagon is a radar of six."""
