"""The tracks: ballast, sleepers, rails, the way that is set in gold, and a place for each wagon."""

from __future__ import annotations

import math
from itertools import pairwise

from kivy.graphics import Canvas, Color

from content.exhibition.exhibits.railway.model import TRACKS, Yard
from content.exhibition.exhibits.railway.track import END, ROOM
from content.exhibition.exhibits.railway.wagon import LONG
from screens.exhibits import strokes
from screens.exhibits.railway.marks import HUES, mark
from screens.exhibits.railway.plan import (
    BEND,
    BENT,
    EDGE,
    FIRST_FROM,
    HALL_FROM,
    SECOND_FROM,
    Plan,
    Spot,
)
from screens.shapes import lines
from screens.theme import BLACK, rgba, theme

GRAIN = 2.0
"""Metres between the places a curve is drawn by."""
SLEEPER = 2.6
"""Metres between sleepers, as many as look right."""
GOLD = rgba("#FFC94D")


class Rails:
    """Draws what lies on the ground."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._laid = False

    def lay(self, plan: Plan) -> None:
        """Paint all for a plan."""
        lead = path(plan, plan.begin, FIRST_FROM + 2, None, None)
        legs = [path(plan, FIRST_FROM, SECOND_FROM + 2, leg, None) for leg in (0, 1)]
        tracks = [path(plan, SECOND_FROM, HALL_FROM + 6, n // 2, n) for n in range(TRACKS)]
        ways = [lead, *legs, *tracks]
        gauge = plan.girth * 0.52
        bare = theme.contrast
        self.canvas.clear()
        with self.canvas:
            if not bare:
                self._mound(plan)
                Color(*rgba("#141A5A"))
                for way in ways:
                    lines(list(pairwise(way)), plan.girth * 1.12)
            self._slots: list[Color] = []
            for track in range(TRACKS):
                self._slot(plan, track)
            Color(*((0, 0, 0, 0.35) if bare else rgba("#4A3F78")))
            for way in ways:
                lines(sleepers(way, plan.girth * 0.86, SLEEPER * plan.metre), plan.metre * 0.75)
            Color(*(BLACK if bare else rgba("#8D97D6")))
            for way in ways:
                for side in (-1, 1):
                    lines(list(pairwise(beside(way, side * gauge / 2))),
                          max(1.6, plan.girth * 0.05))  # fmt: skip
            self._legs = [self._gold(way, gauge) for way in legs]
            self._tracks = [self._gold(way, gauge) for way in tracks]
        self._laid = True

    def _mound(self, plan: Plan) -> None:
        """The hump: lighter ground round the crest."""
        x, y = plan.at(BENT)
        Color(0.7, 0.64, 1.0, 0.5)
        strokes.glow(x, y, plan.metre * 2 * (BEND + EDGE))

    def _slot(self, plan: Plan, track: int) -> None:
        bare = theme.contrast
        hue = BLACK if bare else HUES[track]
        self._slots.append(Color(*hue[:3], 1.0 if bare else 0.5))
        long, wide = LONG * plan.metre * 0.94, plan.girth * 1.3
        across, tall = (wide, long) if plan.standing else (long, wide)
        for place in range(ROOM):
            x, y, _turn = plan.wagon(END - place * LONG, track // 2, track)
            strokes.outline(x - across / 2, y - tall / 2, across, tall, plan.metre * 1.6,
                            max(2.0, plan.metre * 0.4), None)  # fmt: skip
            mark(track, x, y, plan.girth * 0.3)

    def _gold(self, way: list[Spot], gauge: float) -> Color:
        found = Color(*(BLACK if theme.contrast else GOLD)[:3], 0)
        for side in (-1, 1):
            lines(list(pairwise(beside(way, side * gauge / 2))), max(3.0, gauge * 0.17))
        return found

    def draw(self, yard: Yard, pulse: float, asks: bool) -> None:
        """The way set glows; the track of the next wagon asks for it."""
        if not self._laid:
            return
        branch = int(yard.points[0])
        for leg, colour in enumerate(self._legs):
            colour.a = 0.95 if leg == branch else 0.0
        for track, colour in enumerate(self._tracks):
            lies = yard.lies_to(track // 2) == track
            colour.a = 0.0 if not lies else 0.95 if track // 2 == branch else 0.35
        if not theme.contrast:
            goal = yard.head.town
            for track, slot in enumerate(self._slots):
                slot.a = 0.45 + 0.55 * pulse if track == goal and asks else 0.4


def path(plan: Plan, start: float, end: float, branch: int | None, track: int | None) -> list[Spot]:
    """Places along a way."""
    count = max(2, round((end - start) / GRAIN))
    return [
        plan.at(start + (end - start) * number / count, branch, track)
        for number in range(count + 1)
    ]


def beside(way: list[Spot], off: float) -> list[Spot]:
    """A line ``off`` px to the left of a way."""
    found = []
    for index, (x, y) in enumerate(way):
        ax, ay = way[max(0, index - 1)]
        bx, by = way[min(len(way) - 1, index + 1)]
        long = math.hypot(bx - ax, by - ay) or 1.0
        found.append((x - (by - ay) / long * off, y + (bx - ax) / long * off))
    return found


def sleepers(way: list[Spot], wide: float, apart: float) -> list[tuple[Spot, Spot]]:
    """Short lines across a way, ``apart`` px from one another."""
    found = []
    owed = apart / 2
    for (ax, ay), (bx, by) in pairwise(way):
        long = math.hypot(bx - ax, by - ay)
        if long == 0:
            continue
        nx, ny = -(by - ay) / long * wide / 2, (bx - ax) / long * wide / 2
        while owed <= long:
            x, y = ax + (bx - ax) * owed / long, ay + (by - ay) * owed / long
            found.append(((x - nx, y - ny), (x + nx, y + ny)))
            owed += apart
        owed -= long
    return found
