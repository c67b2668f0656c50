"""The land of flax: hills, a strip in bloom, and the roads through it."""

from __future__ import annotations

import math
from itertools import pairwise

from kivy.graphics import Color, InstructionGroup, Mesh, Point, Rectangle
from kivy.uix.widget import Widget

from screens.games.flax import road
from screens.games.flax.road import Course, dashes
from screens.page import Box, is_reach
from screens.shapes import disc, lines
from screens.theme import BLACK, Colour, mix, rgba, theme
from screens.units import u

FAR, BLOOM, BLOOM_DARK = rgba("#7FC48B"), rgba("#86A9F2"), rgba("#6E93E6")
EARTH, EDGE, DASH = rgba("#F7DDA4"), rgba("#D2A663"), rgba("#FFF6DF")
WIDE = 96
"""Design units across a road."""
PIECES = 24
"""Straight pieces of a hill's edge."""
BELOW = 24
"""Design units the meadow goes on below the stage."""


class Land(Widget):
    """Scenery; takes no touches. ``meadow`` is the colour of its ground."""

    def __init__(self, meadow: str) -> None:
        super().__init__(size_hint=(None, None))
        self._meadow = rgba(meadow)
        self._group = InstructionGroup()
        self.canvas.add(self._group)

    def lay(self, box: Box, low: float, courses: list[Course]) -> None:
        """Draw it for a stage of ``box`` px, whose tray reaches up to ``low``."""
        self._group.clear()
        if not theme.contrast:
            self._hills(box)
            self._bloom(box)
            self._flowers(box, low, courses)
        for one in courses:
            self._road(one)

    def _hills(self, box: Box) -> None:
        foot = box.y - u(BELOW)
        sky = _sky(box)
        top = box.top - sky
        ridge = [
            (FAR, top + sky * 0.42, sky * 0.34, 1.25, 0.4),
            (BLOOM_DARK, top - sky * 0.05, sky * 0.2, 0.8, 2.2),
            (BLOOM, top - sky * 0.3, sky * 0.2, 0.8, 2.4),
            (mix(self._meadow, rgba("#14183A"), 0.06), top - sky * 0.75, sky * 0.24, 1.0, 3.6),
            (self._meadow, top - sky * 0.95, sky * 0.24, 1.0, 3.7),
        ]
        # In the reach mode the floor goes on above: no hill hides it.
        for colour, high, wave, times, start in ridge[is_reach() :]:
            edge = [
                (
                    box.x + box.width * step / PIECES,
                    high + wave * math.sin(start + times * 2 * math.pi * step / PIECES),
                )
                for step in range(PIECES + 1)
            ]
            self._hill(edge, foot, colour)

    def _bloom(self, box: Box) -> None:
        """Blossoms of the strip: it is no river."""
        sky = _sky(box)
        for colour, first in (("#DCE8FF", 0), ("#3F6FE0", 1), ("#6FC58C", 2)):
            points: list[float] = []
            for number in range(first, 150, 3):
                part = number * 0.6180339 % 1.0
                wave = sky * 0.2 * math.sin(2.4 + 0.8 * 2 * math.pi * part)
                deep = sky * (0.36 + 0.34 * (number * 0.7548777 % 1.0))
                points += (box.x + box.width * part, box.top - sky - deep + wave)
            self._group.add(Color(*rgba(colour)))
            self._group.add(Point(points=points, pointsize=u(6), texture=disc()))

    def _hill(self, edge: list[road.Point], foot: float, colour: Colour) -> None:
        """Everything from an edge down to ``foot``; a line along the edge smooths it."""
        points = [point for x, y in edge for point in ((x, y), (x, foot))]
        vertices = [value for x, y in points for value in (x, y, 0.0, 0.0)]
        self._group.add(Color(*colour))
        self._group.add(
            Mesh(vertices=vertices, indices=list(range(len(points))), mode="triangle_strip")
        )
        self._group.add(lines(list(pairwise(edge)), 3))

    def _flowers(self, box: Box, low: float, courses: list[Course]) -> None:
        """Small blue flowers and blades of grass where no road goes."""
        ways = [point for one in courses for point in one.curve]
        stops = [(x, y, one.room) for one in courses for x, y in one.stops]
        top = box.top - min(u(300), box.height * 0.26)
        for number in range(60):
            x = box.x + box.width * (number * 0.6180339 % 1.0)
            y = low + (top - low) * (number * 0.7548777 % 1.0)
            if any(math.hypot(x - px, y - py) < u(WIDE * 0.5 + 44) for px, py in ways):
                continue
            if any(max(abs(x - px), abs(y - py)) < room * 0.5 + u(16) for px, py, room in stops):
                continue
            self._flower(x, y, u(13 + number % 3 * 3), number % 3 == 0)

    def _flower(self, x: float, y: float, size: float, grass: bool) -> None:
        green = mix(self._meadow, rgba("#1F7A4D"), 0.55)
        self._group.add(Color(*green))
        stalk: list[tuple[road.Point, road.Point]] = [((x, y), (x, y - size * 2.2))]
        if grass:
            foot = (x, y - size * 2.2)
            stalk = [(foot, (x - size, y)), (foot, (x, y + size * 0.4)), (foot, (x + size, y))]
        self._group.add(lines(stalk, u(6)))
        if grass:
            return
        self._group.add(Color(*rgba("#5C86F2")))
        for turn in range(5):
            angle = math.pi / 2 + turn * 2 * math.pi / 5
            self._dot(x + size * 0.8 * math.cos(angle), y + size * 0.8 * math.sin(angle), size)
        self._group.add(Color(*rgba("#FFD75E")))
        self._dot(x, y, size * 0.75)

    def _dot(self, x: float, y: float, across: float) -> None:
        place = (x - across / 2, y - across / 2)
        self._group.add(Rectangle(texture=disc(), pos=place, size=(across, across)))

    def _road(self, one: Course) -> None:
        curve = one.curve
        if theme.contrast:
            self._group.add(Color(*BLACK))
            self._group.add(lines(dashes(curve, u(34), u(22)), u(10)))
            return
        sunk = [(x, y - u(12)) for x, y in curve]
        for colour, way, wide in ((EDGE, sunk, WIDE), (EARTH, curve, WIDE)):
            self._group.add(Color(*colour))
            self._group.add(lines(list(pairwise(way)), u(wide)))
            for x, y in way:
                self._dot(x, y, u(wide) - 4)
        self._group.add(Color(*DASH))
        self._group.add(lines(dashes(curve, u(34), u(30)), u(10)))


def _sky(box: Box) -> float:
    """How much of a stage is above the fields, px."""
    return min(u(150), box.height * 0.13)
