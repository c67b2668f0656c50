"""The region's towns as lamps; light runs to them from the reactor's town along the lines."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, Point, Rectangle

from content.exhibition.exhibits.reactor.model import Reactor
from content.exhibition.exhibits.reactor.towns import LINKS, SOURCE_TOWN, TOWNS
from content.model import Town
from screens.exhibits import strokes
from screens.lettering import lettering
from screens.page import Box
from screens.shapes import disc, lines
from screens.theme import BLACK, SIZES, WHITE, Colour, mix, rgba, theme
from screens.units import u

ATOM = rgba("#A98BFF")
DIM, FULL, OVER = rgba("#B4793A"), rgba("#FFD569"), rgba("#DDF1FF")
CORE = {1: 1.5, 2: 1.0, 3: 0.62}
SPREAD_S = 0.16
"""Seconds the light needs from one town to the next."""
STRETCH = 1.5
"""How far the map may give way to the shape of its place."""
NAMED_FROM = 620
"""Design units across from which names are written."""
LEFT_OF = frozenset({"roslavl"})
"""Towns whose names stand to their left, for there is more room."""
DROP = {"smolensk": 0.85, "yartsevo": 1.05}
"""Parts of its height a name stands below its star, where no line runs."""
SHIFT = {"yartsevo": -0.55}
"""Parts of its width a name is moved sideways."""
BESIDE = frozenset({"verkhnedneprovsky"})
"""Named towns without a name here: their neighbours stand too close."""


def tree() -> dict[str, str]:
    """Each town's neighbour on the way to the reactor's, in the order light reaches them."""
    found = {SOURCE_TOWN: SOURCE_TOWN}
    waiting = [SOURCE_TOWN]
    while waiting:
        here = waiting.pop(0)
        for a, b in LINKS:
            for one, other in ((a, b), (b, a)):
                if one == here and other not in found:
                    found[other] = here
                    waiting.append(other)
    return found


class Stars:
    """Draws the towns. ``levels`` is how brightly each shines, 0 to about 1.3."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._parents = tree()
        self._ranks = {town.id: town.rank for town in TOWNS}
        self.levels = dict.fromkeys(self._parents, 1.0)
        self.places: dict[str, tuple[float, float]] = {}
        self._laid = False

    def lay(self, box: Box) -> None:
        """Paint everything for a place."""
        named = box.width >= u(NAMED_FROM)
        self.places = project(box, named)
        self._grain = min(box.width, box.height * 1.7) / 34
        # As it was painted: the mode may change before this is painted anew.
        self._bare = bare = theme.contrast
        pairs = [(self.places[a], self.places[b]) for a, b in LINKS]
        self._glows: dict[str, tuple[Color, Rectangle]] = {}
        self._lamps: dict[str, tuple[Color, Rectangle]] = {}
        self.canvas.clear()
        with self.canvas:
            Color(*(BLACK if bare else (0.56, 0.55, 0.95, 0.4)))
            lines(pairs, max(1.4, self._grain * 0.16))
            self._gold = Color(*FULL[:3], 0)
            if not bare:
                lines(pairs, max(2.0, self._grain * 0.3))
            for town in TOWNS:
                self._lamp(town)
            self._running = Color(*(BLACK if bare else rgba("#FFF3CF")))
            self._dots = Point(texture=disc(), pointsize=max(1.5, self._grain * 0.16))
            if named:
                for town in TOWNS:
                    self._name(town)
        self._laid = True

    def _lamp(self, town: Town) -> None:
        x, y = self.places[town.id]
        radius = CORE[town.rank] * self._grain * 0.5
        if not theme.contrast:
            colour = Color(*DIM)
            self._glows[town.id] = (colour, strokes.glow(x, y, radius * 6))
        if town.id == SOURCE_TOWN:
            Color(*(BLACK if theme.contrast else ATOM))
            strokes.ball(x, y, radius * 2.1)
            Color(*(WHITE if theme.contrast else rgba("#241C6B")))
            strokes.ball(x, y, radius * 1.6)
        else:
            Color(*(BLACK if theme.contrast else rgba("#6F78C9")))
            strokes.ball(x, y, radius * 1.3)
            Color(*(WHITE if theme.contrast else rgba("#1A2272")))
            strokes.ball(x, y, radius * 1.08)
        lamp = Color(*(BLACK if theme.contrast else FULL))
        self._lamps[town.id] = (lamp, strokes.ball(x, y, radius))

    def _name(self, town: Town) -> None:
        if town.rank > 2 or town.id in BESIDE:
            return
        size = u(SIZES["small"] * (1.2 if theme.large else 1.0))
        texture = lettering(town.name.say(theme.lang), "OnestMedium", size)
        if texture is None:
            return
        x, y = self.places[town.id]
        away = CORE[town.rank] * self._grain * 0.75 + u(4)
        wide, tall = texture.size
        left = x - away - wide if town.id in LEFT_OF else x + away
        left += wide * SHIFT.get(town.id, 0.0)
        low = y - tall * DROP.get(town.id, 0.9)
        Color(*(BLACK if theme.contrast else WHITE))
        Rectangle(texture=texture, pos=(round(left), round(low)), size=(wide, tall))

    def step(self, reactor: Reactor, seconds: float) -> None:
        """Let the light spread for ``seconds``."""
        part = 1 - math.exp(-seconds / SPREAD_S)
        supply = min(1.35, reactor.power / max(0.1, reactor.demand))
        before = self.levels
        self.levels = {
            town: level + ((supply if parent == town else before[parent]) - level) * part
            for (town, parent), level in zip(self._parents.items(), before.values(), strict=True)
        }

    def draw(self, reactor: Reactor, harmony: float, seconds: float) -> None:
        """Show the lamps; ``harmony`` gilds the lines."""
        if not self._laid:
            return
        feast = 1.0 if reactor.whole_day else 0.0
        if self._bare:
            for town, (_colour, lamp) in self._lamps.items():
                x, y = self.places[town]
                size = (
                    CORE[self._ranks[town]]
                    * self._grain
                    * max(0.05, min(1.0, self.levels[town])) ** 1.5
                )
                strokes.put(lamp, x, y, size)
        else:
            self._gold.a = 0.15 + 0.6 * harmony if harmony > 0.05 else 0.0
            for number, town in enumerate(TOWNS):
                level = self.levels[town.id]
                shade = shine(level)
                self._lamps[town.id][0].rgba = shade
                colour, halo = self._glows[town.id]
                swell = 1 + feast * 0.35 * math.sin(seconds * 1.3 + number * 1.7)
                bright = max(0.0, level - 0.35) / 0.65
                colour.rgba = (*shade[:3], min(0.95, 0.8 * bright * bright))
                size = CORE[town.rank] * self._grain * (2.2 + 2.6 * min(1.4, level)) * swell
                strokes.put(halo, *self.places[town.id], size)
        self._dots.points = self._flow(seconds)
        self._running.a = min(1.0, reactor.power)

    def _flow(self, seconds: float) -> list[float]:
        points: list[float] = []
        for number, (town, parent) in enumerate(self._parents.items()):
            if town != parent:
                (ax, ay), (bx, by) = self.places[parent], self.places[town]
                for lead in (0.0, 0.5):
                    part = (seconds * 0.45 + lead + number * 0.13) % 1
                    points += (ax + (bx - ax) * part, ay + (by - ay) * part)
        return points


def shine(level: float) -> Colour:
    """A lamp's colour: dim while it is given less than it asks for, cold white where more."""
    if level <= 0.93:
        return mix(rgba("#3A2F5E"), mix(DIM, FULL, max(0.0, level)), max(0.0, level) ** 1.3)
    return mix(FULL, OVER, min(1.0, max(0.0, (level - 1.07) / 0.2)))


def project(box: Box, named: bool) -> dict[str, tuple[float, float]]:
    """Every town's place: equirectangular, north up; the proportion may give a little to fill the
    box."""
    squeeze = math.cos(math.radians(54.9))
    xs = [town.lon * squeeze for town in TOWNS]
    ys = [town.lat for town in TOWNS]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    side = box.width * 0.05
    right = box.width * (0.14 if named else 0.05)
    across = (box.width - side - right) / wide
    up = box.height * 0.9 / tall
    across, up = min(across, up * STRETCH), min(up, across * STRETCH)
    left = box.x + side + (box.width - side - right - wide * across) / 2
    low = box.y + (box.height - tall * up) / 2
    return {
        town.id: (left + (x - min(xs)) * across, low + (y - min(ys)) * up)
        for town, x, y in zip(TOWNS, xs, ys, strict=True)
    }
