"""The yard's plan on the glass: where a place of a track is. The lead comes along one edge, bends,
and the tracks spread over the rest."""

from __future__ import annotations

import math
from dataclasses import dataclass

from content.exhibition.exhibits.railway.model import TRACKS
from content.exhibition.exhibits.railway.track import END
from content.exhibition.exhibits.railway.wagon import LONG
from screens.page import Box

Spot = tuple[float, float]
BEND = 10.0
"""Radius of the lead's bend, m."""
BENT = 12.0
"""Metres from the crest at which it ends."""
EDGE = 6.0
"""Metres from the page's edge to the lead."""
GATE = LONG + 1.5
"""Metres of the lead under the arch it comes from: a whole wagon."""
FIRST_FROM, FIRST_TO = 18.0, 50.0
SECOND_FROM, SECOND_TO = 55.0, 78.0
HALL_FROM, HALL_TO = END + 8.0, END + 27.0
"""Where a town's hall stands over its track."""
MOST_PITCH = 0.235
"""The farthest two tracks lie apart, parts of the page across."""
BOGIES = (0.22, 0.78)
"""Where a wagon's bogies are, parts of its length from the front."""


@dataclass(frozen=True)
class Plan:
    """``standing``: tracks run down the page; else to the right."""

    box: Box
    standing: bool

    @property
    def metre(self) -> float:
        """Pixels of a metre."""
        along = self.box.height if self.standing else self.box.width
        return along / (HALL_TO - BENT + BEND + EDGE)

    @property
    def pitch(self) -> float:
        """Pixels between tracks."""
        across = self.box.width if self.standing else self.box.height
        return across * MOST_PITCH

    @property
    def girth(self) -> float:
        """How wide a wagon is, px."""
        return min(self.metre * 8.0, self.pitch * 0.42)

    @property
    def begin(self) -> float:
        """Where the lead comes from the edge of the page, m from the crest."""
        across = self.box.width if self.standing else self.box.height
        return BENT - BEND * math.pi / 2 - (across / 2 / self.metre - BEND)

    @property
    def gate(self) -> Box:
        """The arch from which wagons come, at the edge of the page."""
        x, y = self.at(self.begin + GATE / 2)
        long, wide = GATE * self.metre, self.girth * 1.5
        across, tall = (long, wide) if self.standing else (wide, long)
        return Box(x - across / 2, y - tall / 2, across, tall)

    def at(self, s: float, branch: int | None = None, track: int | None = None) -> Spot:
        """Where ``s`` metres from the crest are, on the way to a leg or a track."""
        metre = self.metre
        if s >= BENT:
            along = (s - BENT + BEND + EDGE) * metre
            across = 0.0
            if branch is not None:
                part = eased((s - FIRST_FROM) / (FIRST_TO - FIRST_FROM))
                across += (2 * branch - 1) * self.pitch * part
            if track is not None:
                part = eased((s - SECOND_FROM) / (SECOND_TO - SECOND_FROM))
                across += (2 * (track % 2) - 1) * self.pitch / 2 * part
            return self._put(along, across)
        turn = (BENT - s) / BEND
        if turn <= math.pi / 2:
            return self._put(
                (BEND + EDGE - BEND * math.sin(turn)) * metre,
                (-BEND + BEND * math.cos(turn)) * metre,
            )
        rest = BENT - s - BEND * math.pi / 2
        return self._put(EDGE * metre, (-BEND - rest) * metre)

    def wagon(
        self, front: float, branch: int | None, track: int | None
    ) -> tuple[float, float, float]:
        """The middle of a wagon and how it is turned, degrees."""
        ax, ay = self.at(front - LONG * BOGIES[0], branch, track)
        bx, by = self.at(front - LONG * BOGIES[1], branch, track)
        return (ax + bx) / 2, (ay + by) / 2, math.degrees(math.atan2(ay - by, ax - bx))

    def knob(self, number: int) -> Spot:
        """The middle of the lever of points."""
        if number == 0:
            return self.at(45.0)
        return self.at(80.0, number - 1)

    @property
    def knob_radius(self) -> float:
        """Half the width of a lever, px."""
        return min(self.pitch * 0.27, self.metre * 8.6)

    def hall(self, track: int) -> Box:
        """The hall of a town."""
        x, y = self.at((HALL_FROM + HALL_TO) / 2, track // 2, track)
        long, wide = (HALL_TO - HALL_FROM) * self.metre, self.pitch * 0.94
        across, tall = (wide, long) if self.standing else (long, wide)
        return Box(x - across / 2, y - tall / 2, across, tall)

    def track_at(self, x: float, y: float) -> int | None:
        """The track under a place, from where tracks lie side by side."""
        begin = self.at(SECOND_TO + 12.0)
        if (y > begin[1]) if self.standing else (x < begin[0]):
            return None
        lanes = [self.at(END, track // 2, track) for track in range(TRACKS)]
        away = [abs(x - lane[0]) if self.standing else abs(y - lane[1]) for lane in lanes]
        nearest = min(range(TRACKS), key=away.__getitem__)
        return nearest if away[nearest] <= self.pitch * 0.6 else None

    def _put(self, along: float, across: float) -> Spot:
        box = self.box
        if self.standing:
            return box.x + box.width / 2 + across, box.top - along
        return box.x + along, box.y + box.height / 2 - across


def eased(part: float) -> float:
    """From 0 to 1 without a kink at either end."""
    part = min(1.0, max(0.0, part))
    return part * part * (3 - 2 * part)
