"""The hall drawn to scale: its walls and entrance, stands to touch, a star where one stands, and
a walk through them as a line of the constellation."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations, pairwise
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, Rectangle
from kivy.properties import BooleanProperty
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from content.model import Hall, Spot, Stand
from kiosk.hall import Stop
from screens.exhibition.standkey import GOLD, NIGHT_FLOOR, StandKey
from screens.page import is_reach
from screens.pictures import star_texture
from screens.shapes import lines
from screens.theme import Colour, _, rgba, theme
from screens.units import u
from screens.widgets.sky import TWINKLE
from screens.widgets.surface import Picture, Sheet
from screens.widgets.words import Words

Rect = tuple[float, float, float, float]
LEAST = 98
"""Design units across what can be touched, however small a stand is on the plan."""
OUTSIDE, AROUND = 60, 18
"""Design units left outside the wall that has the entrance, for its word, and outside others."""
DOOR_M = 1.8
"""Metres of the entrance as it is drawn."""
STAR, HALO = 68, 70
"""Design units across the star, and of its halo's radius."""
BREATH = 0.62
"""How bright the halo is at most."""


class Here(Widget):
    """A gold star on the spot. ``alive`` lets its halo breathe."""

    alive = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), size=(u(STAR), u(STAR)), **kwargs)
        self._phase = 0.0
        self._event: Any = None
        with self.canvas:
            self._glow = Color(1, 0.82, 0.4, 0 if theme.contrast else BREATH)
            self._halo = Rectangle(texture=star_texture(), size=(u(2 * HALO), u(2 * HALO)))
        self._star = Picture("star", STAR)
        self.add_widget(self._star)
        self.bind(pos=self._lay)
        self._lay()

    def _lay(self, *_args: Any) -> None:
        spare = u(HALO) - self.width / 2
        self._halo.pos = (self.x - spare, self.y - spare)
        self._star.pos = self.pos

    def on_alive(self, _widget: Any, alive: bool) -> None:
        if self._event is not None:
            self._event.cancel()
            self._event = None
        if alive and not theme.calm and not theme.contrast:
            self._event = Clock.schedule_interval(self._breathe, TWINKLE)

    def _breathe(self, dt: float) -> None:
        self._phase += dt
        self._glow.a = BREATH * (0.7 + 0.3 * math.sin(self._phase * 1.4))


class Plan(FloatLayout):
    """The plan, as large as its place allows. ``named`` are the boxes of its words."""

    def __init__(
        self,
        hall: Hall,
        stands: Sequence[Stand],
        stops: Sequence[Stop],
        on_open: Callable[..., None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.hall, self._stops = hall, stops
        self.named: list[Rect] = []
        palette = theme.palette("night")
        self.floor = Sheet(size_hint=(None, None))
        self.floor.fill = palette.paper if theme.contrast else rgba(NIGHT_FLOOR)
        self.floor.radius = u(40)
        self.floor.line = u(4)
        self.floor.line_colour = palette.ink if theme.contrast else rgba("#8E93E8")
        self.add_widget(self.floor)
        self._trail = Widget(size_hint=(None, None))
        self.add_widget(self._trail)
        order = {stop.stand.id: stop for stop in stops}
        self.keys: dict[str, StandKey] = {}
        for stand in stands:
            key = StandKey(stand, order.get(stand.id), bool(stops))
            key.bind(on_act=partial(on_open, stand.id))
            self.keys[stand.id] = key
            self.add_widget(key)
        self.here = Here()
        self.add_widget(self.here)
        self._here = Words(_("Вы здесь"), role="strong", color=self._gold, free=True)
        self._door = Words(_("Вход"), role="small", color=palette.muted, free=True)
        for words in (self._here, self._door):
            words.size_hint = (None, None)
            words.measure()
            self.add_widget(words)
        self._place_once = Clock.create_trigger(self._place, -1)
        self.bind(pos=self._later, size=self._later)

    @property
    def _gold(self) -> Colour:
        return theme.palette("night").ink if theme.contrast else rgba(GOLD)

    def height_at(self, width: float) -> float:
        """Px the plan takes where it is ``width`` px wide."""
        above, below = self._outside
        return width * self.hall.depth / max(0.1, self.hall.width) + above + below

    @property
    def _outside(self) -> tuple[float, float]:
        """Px left above and below the walls."""
        hall = self.hall
        return (
            u(OUTSIDE if hall.entrance.y > 0.9 * hall.depth else AROUND),
            u(OUTSIDE if hall.entrance.y < 0.1 * hall.depth else AROUND),
        )

    def _later(self, *_args: Any) -> None:
        self._place_once()

    def _place(self, *_args: Any) -> None:
        hall, (above, below) = self.hall, self._outside
        scale = min(
            max(1.0, self.width) / max(0.1, hall.width),
            max(1.0, self.height - above - below) / max(0.1, hall.depth),
        )
        wide, tall = hall.width * scale, hall.depth * scale
        left = round(self.x + (self.width - wide) / 2)
        low = round(self.y + below + (self.height - above - below - tall) / 2)
        self._scale, self._origin = scale, (left, low)
        self.floor.pos, self.floor.size = (left, low), (round(wide), round(tall))
        x, y = self._at(hall.kiosk)
        half = self.here.width / 2
        self.here.pos = (round(x - half), round(y - half))
        self._put_stands((left, low, wide, tall))
        self._say_here(x, y)
        self._draw_trail((x, y))

    def _at(self, spot: Spot) -> tuple[float, float]:
        return self._origin[0] + spot.x * self._scale, self._origin[1] + spot.y * self._scale

    def _put_stands(self, floor: Rect) -> None:
        """To scale, and none too small to be touched; where that leaves no room between them they
        stay to scale and only the list is touched."""
        boxes = {id: self._grown(key, floor) for id, key in self.keys.items()}
        crowded = any(_common(a, b) > 0 for a, b in combinations(boxes.values(), 2))
        for id, key in self.keys.items():
            x, y, wide, tall = self._true(key.stand) if crowded else boxes[id]
            key.lively = not crowded and not is_reach()
            key.pos, key.size = (round(x), round(y)), (round(wide), round(tall))

    def _true(self, stand: Stand) -> Rect:
        return (
            *self._at(Spot(stand.x, stand.y)), stand.width * self._scale, stand.depth * self._scale
        )  # fmt: skip

    def _grown(self, key: StandKey, floor: Rect) -> Rect:
        """A stand as large as a finger needs, within the walls and beside the star."""
        x, y, across, high = self._true(key.stand)
        wide, tall = max(u(LEAST), across), max(u(LEAST) + key.edge, high)
        x, y = x - (wide - across) / 2, y - (tall - high) / 2
        star = (*self.here.pos, *self.here.size)
        if _common((x, y, wide, tall), star) > 0:
            above = key.stand.y + key.stand.depth / 2 >= self.hall.kiosk.y
            y = star[1] + star[3] if above else star[1] - tall
        left, low, room, top = floor
        x = max(left, min(x, left + room - wide))
        return x, max(low, min(y, low + top - tall)), wide, tall

    def _say_here(self, x: float, y: float) -> None:
        """«Вы здесь» beside the star, where no stand is in the way."""
        words, reach = self._here, u(STAR) / 2 + u(8)
        places = [
            (x + reach, y - words.height / 2),
            (x - reach - words.width, y - words.height / 2),
            (x - words.width / 2, y + reach),
            (x - words.width / 2, y - reach - words.height),
        ]
        size = (words.width, words.height)
        best = min(places, key=lambda place: self._covered((*place, *size)))
        words.pos = (round(best[0]), round(best[1]))
        self.named = [(*words.pos, *words.size), (*self.floor.pos, *self.floor.size)]

    def _covered(self, box: Rect) -> float:
        """How much of a box lies on stands or outside the walls, px²."""
        inside = _common(box, (*self.floor.pos, *self.floor.size))
        stands = sum(_common(box, (*key.pos, *key.size)) for key in self.keys.values())
        return stands + box[2] * box[3] - inside

    def _draw_trail(self, start: tuple[float, float]) -> None:
        canvas = self._trail.canvas
        canvas.clear()
        stops = [self.keys[stop.stand.id] for stop in self._stops]
        way = [start, *((key.x + key.width / 2, key.y + key.height / 2) for key in stops)]
        with canvas:
            if len(way) > 1:
                Color(*self._gold)
                lines(list(pairwise(way)), max(2.0, u(6)))
            Color(*(theme.palette("night").ink if theme.contrast else rgba(GOLD)))
            door = self._draw_door()
        self._door.pos = door

    def _draw_door(self) -> tuple[float, float]:
        """A bar on the nearest wall; where its word goes, outside a wall above or below, inside
        one at a side."""
        (x, y), (left, low) = self._at(self.hall.entrance), self.floor.pos
        right, top = left + self.floor.width, low + self.floor.height
        words, half, thick = self._door, DOOR_M * self._scale / 2, u(12)
        walls = {"left": x - left, "right": right - x, "low": y - low, "top": top - y}
        wall = min(walls, key=lambda name: abs(walls[name]))
        if wall in ("low", "top"):
            x = max(left + half, min(x, right - half))
            edge = low if wall == "low" else top
            Rectangle(pos=(x - half, edge - thick / 2), size=(2 * half, thick))
            beside = low - u(14) - words.height if wall == "low" else top + u(14)
            return round(x - words.width / 2), round(beside)
        y = max(low + half, min(y, top - half))
        edge = left if wall == "left" else right
        Rectangle(pos=(edge - thick / 2, y - half), size=(thick, 2 * half))
        beside = left + u(16) if wall == "left" else right - u(16) - words.width
        return round(beside), round(y - words.height / 2)


def _common(one: Rect, other: Rect) -> float:
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    tall = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, tall)
