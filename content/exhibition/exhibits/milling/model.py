"""A milling machine that follows a drawn line.

Between lines the cutter is lifted and goes straight; over the beginning of a line it goes down,
follows it and is lifted again. How fast it may go is planned by :mod:`.feed`, what it takes away is
counted by :mod:`.plate`. Lengths are mm, times seconds of play: feeds are quicker than a
workshop's, the laws are the same.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from content.exhibition.exhibits.milling.feed import Course, Limits, Point, resample, smooth
from content.exhibition.exhibits.milling.plate import DEPTH, RADIUS, SIDE, Plate
from content.exhibition.exhibits.milling.shapes import GHOSTS, thinned

MATERIALS = {
    "steel": Limits(feed=95.0, gain=260.0, corner=300.0),
    "brass": Limits(feed=110.0, gain=300.0, corner=360.0),
    "oak": Limits(feed=150.0, gain=380.0, corner=460.0),
}
"""The softer the material, the higher the feed; the drives gain a little less for hard ones."""
BLANKS = (("steel", "star"), ("brass", "flax"), ("oak", "tower"))
"""What lies ready: a material and the shape pencilled on it."""
RAPID = Limits(feed=420.0, gain=900.0, corner=900.0)
"""The same for a lifted cutter."""
HOME: Point = (SIDE / 2, SIDE - 4)
"""Where it waits, lifted, at the back of the plate."""
SINK_S = 0.22
"""Seconds to go down or up."""
MARGIN = RADIUS + 1.5
"""Nothing is cut nearer to the edge, where the clamps hold."""
MOST_LINES = 30
MOST_LONG = 3000.0
"""Millimetres of one line; what is longer is cut short."""
MEETS = 6.5
"""How near a line may pass to a pencilled point and count as tracing it, mm."""
DOTS = 5.0
"""Millimetres between pencilled points."""
LONGEST = 1 / 60


@dataclass
class Sign:
    """What is kept of a finished part: its lines, thinned, as parts of the plate's side."""

    material: str
    lines: list[list[Point]]


class Mill:
    """``tip`` is where the cutter stands, ``lift`` 1 when lifted and 0 when down, ``speed`` is in
    mm/s, ``chips`` in mm³ of the last step."""

    def __init__(self) -> None:
        self.signs: dict[int, Sign] = {}
        self.restart()

    def restart(self) -> None:
        """A fresh plate, no signs."""
        self.signs.clear()
        self.tip: Point = HOME
        self.blank(0)

    def blank(self, number: int) -> None:
        """Put a new plate on the table; lines not yet cut are forgotten."""
        self.number = number % len(BLANKS)
        self.material, self.shape = BLANKS[self.number]
        self.plate = Plate()
        self.waiting: deque[Course] = deque()
        self.done: list[list[Point]] = []
        self.course: Course | None = None
        self.cutting = False
        self.way = self.speed = self.chips = 0.0
        self.lift = 1.0
        self.ghost = [
            point for line in GHOSTS[self.shape] for point in resample(line)[:: round(DOTS)]
        ]
        self.met = [False] * len(self.ghost)

    @property
    def busy(self) -> bool:
        """Whether there is something left to cut."""
        return self.cutting or bool(self.waiting)

    @property
    def traced(self) -> float:
        """The share of the pencilled shape that is cut."""
        return sum(self.met) / len(self.met)

    @property
    def limits(self) -> Limits:
        """What holds for the material on the table."""
        return MATERIALS[self.material]

    def draw(self, points: Sequence[Point]) -> bool:
        """Give a line to be cut, mm; False where it is none or there are too many already."""
        found = [inside(x, y) for x, y in points if math.isfinite(x) and math.isfinite(y)]
        if not found or len(self.waiting) >= MOST_LINES:
            return False
        course = Course(smooth(shortened(resample(found))), self.limits)
        self.waiting.append(course)
        return True

    def keep(self, place: int) -> bool:
        """Keep the finished part as the sign of a town, and put the next plate on the table."""
        if self.busy or not self.done:
            return False
        self.signs[place] = Sign(
            self.material,
            [[(x / SIDE, y / SIDE) for x, y in thinned(line, 3.0)] for line in self.done],
        )
        self.blank(self.number + 1)
        return True

    def step(self, dt: float) -> None:
        """Let ``dt`` seconds pass, at most one."""
        left = min(1.0, dt) if math.isfinite(dt) else 0.0
        self.chips = 0.0
        while left > 1e-9:
            part = min(LONGEST, left)
            left -= part
            self._step(part)

    def _step(self, dt: float) -> None:
        if self.course is None:
            self._next()
        if self.course is None:
            return
        if self.cutting and self.lift > 0:
            self.lift = max(0.0, self.lift - dt / SINK_S)
            self._cut(self.tip)
            return
        if not self.cutting and self.lift < 1:
            self.lift = min(1.0, self.lift + dt / SINK_S)
            return
        self.way, self.speed = self.course.move(self.way, self.speed, dt)
        tip = self.course.at(self.way)
        if self.cutting:
            self._cut(tip)
        self.tip = tip
        if self.course.long - self.way < 1e-3:
            self._end()

    def _cut(self, tip: Point) -> None:
        depth = DEPTH * (1 - self.lift)
        self.chips += self.plate.cut(*self.tip, *tip, depth)
        for number, (x, y) in enumerate(self.ghost):
            if not self.met[number] and abs(x - tip[0]) < MEETS and abs(y - tip[1]) < MEETS:
                self.met[number] = True

    def _next(self) -> None:
        goal = self.waiting[0].points[0] if self.waiting else HOME
        if math.dist(goal, self.tip) < 1e-6:
            if self.waiting:
                self._begin(self.waiting.popleft(), cutting=True)
            return
        self._begin(Course((self.tip, goal), RAPID), cutting=False)

    def _begin(self, course: Course, *, cutting: bool) -> None:
        self.course, self.cutting = course, cutting
        self.way = self.speed = 0.0

    def _end(self) -> None:
        assert self.course is not None
        self.tip = self.course.points[-1]
        if self.cutting:
            self.done.append(self.course.points)
        self.course, self.cutting, self.speed = None, False, 0.0


def inside(x: float, y: float) -> Point:
    """The nearest place that may be cut."""
    return min(SIDE - MARGIN, max(MARGIN, x)), min(SIDE - MARGIN, max(MARGIN, y))


def shortened(points: Sequence[Point]) -> Sequence[Point]:
    """The beginning of a path whose points are a grain apart."""
    return points[: int(MOST_LONG)]
