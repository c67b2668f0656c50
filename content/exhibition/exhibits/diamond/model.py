"""The cut of a diamond and the share of light it gives back.

A brilliant's section through its middle: a table, a crown, a thin girdle, a pavilion that ends in
a point (M. Tolkowsky, «Diamond Design», 1919, reasons on the same section). Light comes from an
even sky as far as ``SKY`` from the vertical and is weighed by the cosine of its angle (Lambert's
law); what went in and comes back up out of the crown is given back, what the pavilion lets out is
lost.

Angles are in degrees from the plane of the girdle, lengths in half-widths of the stone.
"""

from __future__ import annotations

import math

from content.exhibition.exhibits.diamond.optics import INDEX, RED, VIOLET, Path, Point, Stone

TABLE = 0.56
"""Half of the table's width."""
GIRDLE = 0.04
PAVILION = (28.0, 50.0)
CROWN = (22.0, 46.0)
"""How flat and how steep each can be cut, degrees."""
START = (29.0, 28.0)
"""Pavilion and crown at the beginning: a stone that sleeps."""
SKY = 42.0
"""Degrees from the vertical light comes from."""
TILTS, PLACES = 7, 20
"""Rays of the survey: angles from the vertical to one side, places across the stone."""
A_STEP = 7
"""Rays of the survey followed in one step: all of them take a third of a second."""
FAINT = 0.02
"""Rays of the survey weaker than this are followed no more."""
PEAK = 0.84
"""About the largest share any cut gives back; a test holds it to the survey."""
ALIVE = 0.87
"""The part of the peak from which a stone counts as alive; Tolkowsky's own cut is within."""
EASE_S = 0.12
"""Seconds brightness takes to follow the cut."""
LEAN = 40.0
"""How far the lamp can lean, degrees."""
BEAMS = 5
FAN = 3.0
"""How many times wider than true the drawn colours part: a screen is nearer than a wall."""


def section(pavilion: float, crown: float) -> list[Point]:
    """The corners of a cut, clockwise from the table's left; the girdle's lower edge is at 0."""
    top = GIRDLE + (1 - TABLE) * math.tan(math.radians(crown))
    low = -math.tan(math.radians(pavilion))
    return [(-TABLE, top), (TABLE, top), (1, GIRDLE), (1, 0), (0, low), (-1, 0), (-1, GIRDLE)]


def come(across: float, lean: float) -> tuple[Point, Point]:
    """A ray from above that would cross the girdle ``across``, leaning ``lean`` radians: where it
    starts and its direction."""
    way = (math.sin(lean), -math.cos(lean))
    up = 4.0
    return (across + way[0] / way[1] * up, up), way


def place(number: int) -> float:
    """Where across the stone a ray of the survey goes."""
    return 0.97 * (2 * (number + 0.5) / PLACES - 1)


def tilt(number: int) -> float:
    """How a ray of the survey leans, radians."""
    return math.radians(SKY * number / (TILTS - 1))


def given_back(stone: Stone, across: float, lean: float) -> float:
    """Of one ray: the share of what went in that comes back, 0 to 1. Read the other way round,
    by the reversibility of light, it is how bright the stone is for an eye there."""
    path = stone.trace(*come(across, lean), spent=FAINT)
    if path is None:
        return 0.0
    entered = 1 - path.glare
    return path.returned / entered if entered > 1e-6 else 0.0


def survey(pavilion: float, crown: float) -> float:
    """The share of an even sky's light a cut gives back, 0 to 1."""
    stone = Stone(section(pavilion, crown))
    return _weighed(
        [[given_back(stone, place(x), tilt(a)) for x in range(PLACES)] for a in range(TILTS)]
    )


def _weighed(cells: list[list[float]]) -> float:
    weights = [math.cos(tilt(number)) * (0.5 if number == 0 else 1.0) for number in range(TILTS)]
    total = sum(weight * sum(row) / PLACES for weight, row in zip(weights, cells, strict=True))
    return total / sum(weights)


class Diamond:
    """The stone under the hands."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """A flat stone and a lamp above it."""
        self.pavilion, self.crown = START
        self.stone: Stone
        self.lean = 12.0
        """How the lamp's rays lean, degrees: positive to the right, the lamp itself to the left."""
        self._cut()
        self.cells = [
            [given_back(self.stone, place(x), tilt(a)) for x in range(PLACES)] for a in range(TILTS)
        ]
        """What each ray of the survey gives back: rows by angle, then by place."""
        self._at = self._owed = 0
        self.brightness = _weighed(self.cells)
        """The share of light given back, 0 to 1, following the cut."""

    @property
    def life(self) -> float:
        """Brightness against the best there is, 0 to about 1."""
        return self.brightness / PEAK

    @property
    def alive(self) -> bool:
        """Whether the cut is a good one."""
        return self.life >= ALIVE

    def cut(self, pavilion: float | None = None, crown: float | None = None) -> None:
        """Cut anew, degrees; kept within what can be cut."""
        before = (self.pavilion, self.crown)
        if pavilion is not None and math.isfinite(pavilion):
            self.pavilion = min(PAVILION[1], max(PAVILION[0], pavilion))
        if crown is not None and math.isfinite(crown):
            self.crown = min(CROWN[1], max(CROWN[0], crown))
        if before != (self.pavilion, self.crown):
            self._cut()

    def shine(self, lean: float) -> None:
        """Lean the lamp, degrees."""
        if math.isfinite(lean):
            self.lean = min(LEAN, max(-LEAN, lean))

    def step(self, dt: float) -> None:
        """Let ``dt`` seconds pass: a part of the survey is made anew."""
        for _ray in range(min(A_STEP, self._owed)):
            self._owed -= 1
            row, column = divmod(self._at, PLACES)
            self.cells[row][column] = given_back(self.stone, place(column), tilt(row))
            self._at = (self._at + 1) % (TILTS * PLACES)
        if math.isfinite(dt) and dt > 0:
            part = 1 - math.exp(-dt / EASE_S)
            self.brightness += (_weighed(self.cells) - self.brightness) * part

    def beam(self) -> list[tuple[Path, list[Path]]]:
        """The lamp's rays, evenly across the stone: each in yellow light, and in red and
        violet parted ``FAN`` times wider than they are."""
        found = []
        for number in range(BEAMS):
            start = come(0.86 * (2 * number / (BEAMS - 1) - 1), math.radians(self.lean))
            path = self.stone.trace(*start, spent=0.06)
            if path is not None:
                ends = [stone.trace(*start, spent=0.06) for stone in self._ends]
                found.append((path, [end for end in ends if end is not None]))
        return found

    def _cut(self) -> None:
        self._owed = TILTS * PLACES
        corners = section(self.pavilion, self.crown)
        self.stone = Stone(corners, INDEX)
        self._ends = tuple(Stone(corners, INDEX + FAN * (end - INDEX)) for end in (RED, VIOLET))
