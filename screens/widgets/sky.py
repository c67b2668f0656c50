"""The night sky over the region: a gradient, small stars, and the constellation of its towns."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Callback, Color, Point, Rectangle
from kivy.graphics.opengl import GL_BLEND, glDisable, glEnable
from kivy.properties import BooleanProperty, ListProperty
from kivy.uix.widget import Widget

from content.model import Link, Town
from screens.lettering import lettering
from screens.pictures import gradient_texture, star_texture
from screens.shapes import disc, lines
from screens.theme import DUSK_SKY, NIGHT_SKY, SIZES, rgba, shades, theme
from screens.units import u

TWINKLE = 1 / 12
"""Seconds between two states of the sky: slow enough for software GL."""
Rect = tuple[float, float, float, float]
HALO = {1: 118, 2: 74, 3: 42}
CORE = {1: 46, 2: 30, 3: 17}
"""Design units across a star and its halo, by the rank of its town."""
AWAY = 92
"""Design units a pin reaches over its star."""
ALONG = 9
"""Boxes along a line, plus one."""
FULL_GRAIN, LEAST_GRAIN = 520, 0.5
"""A constellation lower than this many design units has smaller stars, down to this part."""


class Sky(Widget):
    """A night gradient with stars that stay where they are; of a cluster's ``hue``, without stars;
    ``dusk`` has a warm foot."""

    quiet = ListProperty()
    """Rectangles (x, y, width, height, px) no star stands in: behind small words one would look
    like a comma."""

    def __init__(self, hue: str = "", dusk: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        colours = [rgba(code) for code in (DUSK_SKY if dusk else NIGHT_SKY)]
        self._colours = tuple(shades(hue) if hue else colours)
        with self.canvas:
            Color(1, 1, 1, 1)
            # Nothing shines through the sky: without blending it costs half.
            Callback(_blending_off)
            self._ground = Rectangle()
            Callback(_blending_on)
            Color(1, 1, 1, 0.0 if hue else 0.5)
            self._small = Point(pointsize=max(0.6, u(1.1)))
            Color(1, 1, 1, 0.0 if hue else 0.85)
            self._big = Point(pointsize=max(0.8, u(1.9)))
        self.bind(pos=self._draw, size=self._draw, quiet=self._draw)
        self._draw()

    def _draw(self, *_args: Any) -> None:
        self._ground.texture = gradient_texture(self._colours, max(2, round(self.height)))
        self._ground.pos, self._ground.size = self.pos, self.size
        dice = random.Random(67)  # noqa: S311 - the same sky every evening
        scatter = [
            (self.x + dice.random() * self.width, self.y + dice.random() * self.height)
            for _star in range(90)
        ]
        self._small.points = [value for star in scatter[:66] if self._free(star) for value in star]
        self._big.points = [value for star in scatter[66:] if self._free(star) for value in star]

    def _free(self, star: tuple[float, float]) -> bool:
        return not any(
            x <= star[0] <= x + wide and y <= star[1] <= y + tall for x, y, wide, tall in self.quiet
        )


class Constellation(Widget):
    """The towns as stars at their real coordinates, joined by lines.

    ``alive`` lets halos breathe, a few times a second; it stops when the widget leaves.
    """

    alive = BooleanProperty(False)
    named = ListProperty()
    """Rectangles the names lie in."""
    keep_clear = ListProperty()
    """Rectangles (x, y, width, height, px) no name may lie under."""

    def __init__(
        self,
        towns: Sequence[Town],
        links: Sequence[Link],
        *,
        names: bool = True,
        strength: float = 1.0,
        lit: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._towns, self._links, self._names = towns, links, names
        self._strength, self._lit = strength, set(lit)
        self._halo = star_texture()
        self._breath: list[tuple[Color, float]] = []
        self._phase = 0.0
        self._grain = 1.0
        self._event: Any = None
        self.places: dict[str, tuple[float, float]] = {}
        self._later_once = Clock.create_trigger(self._draw, -1)
        self.bind(pos=self._later, size=self._later, keep_clear=self._later)
        self._later()

    def _later(self, *_args: Any) -> None:
        self._later_once()

    def place_of(self, town: str) -> tuple[float, float]:
        """Where a town's star stands, px; the middle when there is no such town."""
        return self.places.get(town, (self.center_x, self.center_y))

    def project(self) -> dict[str, tuple[float, float]]:
        """Every town's place for the widget's size: equirectangular, north up, kept in
        proportion."""
        if not self._towns:
            return {}
        squeeze = math.cos(math.radians(sum(t.lat for t in self._towns) / len(self._towns)))
        xs = [town.lon * squeeze for town in self._towns]
        ys = [town.lat for town in self._towns]
        wide, tall = max(xs) - min(xs) or 1, max(ys) - min(ys) or 1
        room_left, room_right = (u(64), u(150)) if self._names else (u(36), u(36))
        across = self.width - room_left - room_right
        spare = u(90 if self._names else 56)
        scale = min(across / wide, max(1.0, self.height - spare) / tall)
        self._grain = min(1.0, max(LEAST_GRAIN, tall * scale / u(FULL_GRAIN)))
        left = self.x + room_left + (across - wide * scale) / 2
        low = self.y + (self.height - tall * scale) / 2
        return {
            town.id: (left + (x - min(xs)) * scale, low + (y - min(ys)) * scale)
            for town, x, y in zip(self._towns, xs, ys, strict=True)
        }

    def _draw(self, *_args: Any) -> None:
        self.places = self.project()
        self.canvas.clear()
        self._breath = []
        ink = (0, 0, 0, 1) if theme.contrast else (1, 1, 1, 1)
        line = (0, 0, 0, 0.6) if theme.contrast else (0.56, 0.55, 0.95, 0.55 * self._strength)
        with self.canvas:
            Color(*line)
            lines(
                [
                    (self.places[link.a], self.places[link.b])
                    for link in self._links
                    if link.a in self.places and link.b in self.places
                ],
                max(1.5, u(3)),
            )
            for town in self._towns:
                self._star(town, ink)
            if self._names:
                self._labels(ink)

    def _star(self, town: Town, ink: tuple[float, float, float, float]) -> None:
        x, y = self.places[town.id]
        lit = town.id in self._lit
        halo = u(HALO[town.rank] * (1.5 if lit else 1) * self._grain)
        core = max(u(10), u(CORE[town.rank] * self._grain))
        if not theme.contrast:
            glow = (1, 0.82, 0.4) if lit else (1, 0.95, 0.85)
            breath = Color(*glow, 0.55 * self._strength)
            self._breath.append((breath, 0.55 * self._strength))
            Rectangle(texture=self._halo, pos=(x - halo, y - halo), size=(2 * halo, 2 * halo))
        shade = (1, 0.79, 0.3, 1) if lit and not theme.contrast else (*ink[:3], self._strength)
        if not theme.contrast and not lit:
            shade = (1, 0.97, 0.9, self._strength)
        Color(*shade)
        Rectangle(texture=disc(), pos=(x - core / 2, y - core / 2), size=(core, core))

    def _labels(self, ink: tuple[float, float, float, float]) -> None:
        taken: list[Rect] = list(self.keep_clear)
        named: list[Rect] = []
        for x, y in self.places.values():
            taken.append((x - u(20), y - u(20), u(40), u(40)))
        taken += self._along_lines()
        Color(*ink)
        size = u(SIZES["small"] * (1.2 if theme.large else 1.0))
        for town in sorted(self._towns, key=lambda t: t.rank):
            if town.rank > 2:
                continue
            texture = lettering(town.name.say(theme.lang), "OnestMedium", size)
            if texture is None:
                continue
            width, height = texture.size
            x, y = self.places[town.id]
            best = self._spot(x, y, town.rank, width, height, taken, named)
            if best is None:
                continue
            taken.append((*best, width, height))
            named.append((*best, width, height))
            if theme.contrast:
                Color(1, 1, 1, 1)
                Rectangle(pos=best, size=(width, height))
                Color(*ink)
            Rectangle(texture=texture, pos=(round(best[0]), round(best[1])), size=(width, height))
        self.named = named

    def _spot(
        self, x: float, y: float, rank: int, wide: float, tall: float,
        taken: Sequence[Rect], named: Sequence[Rect],
    ) -> tuple[float, float] | None:  # fmt: skip
        """Where the name of a town at ``x, y`` goes: beside its star; over what stands on the
        star where nothing beside it is free; None where that is not free either."""
        gap = u(CORE[rank] * self._grain / 2 + 12)
        near = [
            (x + gap, y + u(8)),
            (x + gap, y - tall - u(6)),
            (x - wide - gap, y + u(8)),
            (x - wide - gap, y - tall - u(6)),
            (x + gap, y - tall / 2),
            (x - wide - gap, y - tall / 2),
            (x - wide / 2, y + gap),
            (x - wide / 2, y - gap - tall),
        ]
        inside = [s for s in near if self.x <= s[0] and s[0] + wide <= self.right] or near
        if not self.keep_clear:
            return min(inside, key=lambda s: _overlap((*s, wide, tall), taken))
        hidden = [*self.keep_clear, *named]
        free = [s for s in inside if not _overlap((*s, wide, tall), hidden)]
        if not free:
            over = [
                (left + (across - wide) / 2, low + high + u(4))
                for left, low, across, high in self.keep_clear
                if abs(left + across / 2 - x) < across / 6 and low < y + u(AWAY) / 2 < low + high
            ]
            free = [s for s in over if not _overlap((*s, wide, tall), hidden)]
        return min(free, key=lambda s: _overlap((*s, wide, tall), taken), default=None)

    def _along_lines(self) -> list[Rect]:
        """Small boxes along the lines, which a name lies on only where nothing else is free."""
        side, boxes = u(14), []
        for link in self._links:
            if link.a in self.places and link.b in self.places:
                (ax, ay), (bx, by) = self.places[link.a], self.places[link.b]
                for step in range(1, ALONG):
                    part = step / ALONG
                    x, y = ax + (bx - ax) * part, ay + (by - ay) * part
                    boxes.append((x - side / 2, y - side / 2, side, side))
        return boxes

    def on_alive(self, _widget: Any, alive: bool) -> None:
        if self._event is not None:
            self._event.cancel()
            self._event = None
        if alive and not theme.calm:
            self._event = Clock.schedule_interval(self._breathe, TWINKLE)

    def _breathe(self, dt: float) -> None:
        self._phase += dt
        for number, (colour, strength) in enumerate(self._breath):
            colour.a = strength * (0.72 + 0.28 * math.sin(self._phase * 1.1 + number * 1.7))


def _blending_off(_instruction: Any) -> None:
    glDisable(GL_BLEND)


def _blending_on(_instruction: Any) -> None:
    glEnable(GL_BLEND)


def _overlap(box: Rect, taken: Sequence[Rect]) -> float:
    x, y, w, h = box
    total = 0.0
    for ox, oy, ow, oh in taken:
        wide = min(x + w, ox + ow) - max(x, ox)
        tall = min(y + h, oy + oh) - max(y, oy)
        if wide > 0 and tall > 0:
            total += wide * tall
    return total
