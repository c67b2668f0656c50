"""Dividing the stage of the train: platform, tracks, what is seen above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.page import Box
from screens.units import u

PLATFORM = 262
"""Design units of the lowest platform: boxes large enough for a child's finger."""
TRAIN = 430
"""Design units of the tallest train."""
SIDE = 22
"""Design units beside the train, and between what is coupled."""
WORKER = 290


@dataclass(frozen=True)
class Plan:
    """All px. ``tracks``: where each train stands, the rails at its foot, the nearest first;
    ``worker``: where the one with the lists stands; ``sky``: what is left above."""

    platform: Box
    places: list[Box]
    tracks: list[Box]
    worker: Box
    sky: Box

    @property
    def is_open(self) -> bool:
        """Whether there is room above the trains to look at."""
        return self.sky.height > u(220)


def plan(box: Box, wagons: int, places: int) -> Plan:
    """For so many wagons, and so many boxes on the platform."""
    lies = box.width > box.height * 1.6
    stands = box.height > box.width
    rows = 1 if lies or wagons < 3 or (wagons == 3 and not stands) else 2
    tall = max(u(PLATFORM), box.height * 0.26)
    rest = box.height - tall
    under = u(46) if stands else u(18)
    view = u(320) if stands else u(90) if lies else 0
    row = min(u(TRAIN), (rest - view) / rows - under)
    tracks = [
        Box(box.x, box.y + tall + under + number * (row + under), box.width, row)
        for number in range(rows)
    ]
    top = tracks[-1].top
    sky = Box(box.x, top, box.width, max(0.0, box.top - top))
    platform = Box(box.x, box.y, box.width, tall)
    if sky.height > u(WORKER):
        side = u(WORKER)
        worker = Box(box.x + u(40), top + u(8), side, side)
        left = box.x + u(24)
    else:
        side = min(u(WORKER), tall * 0.86, box.width * 0.15)
        worker = Box(box.x + u(24), box.y + tall * 0.2, side, side)
        left = worker.x + side + u(10)
    room = Box(left, box.y + tall * 0.12, box.x + box.width - u(24) - left, tall * 0.84)
    cell = room.width / places
    stand = [Box(room.x + number * cell, room.y, cell, room.height) for number in range(places)]
    return Plan(platform, stand, tracks, worker, sky)


def coupled(track: Box, weights: Sequence[float]) -> list[Box]:
    """Wagons one behind another from the left, their widths as ``weights``, then the engine; px.
    As wide as there is room, in the middle of their track."""
    gap = u(SIDE)
    room = track.width - 2 * gap
    engine = min(track.height * 1.12, room * 0.3)
    each = (room - engine - gap * len(weights)) / sum(weights)
    each = min(each, track.height * 1.25)
    # A train that is narrow is low too, or its wagons would be towers.
    tall = min(track.height, each * 1.3)
    engine = min(engine, tall * 1.12)
    widths = [each * weight for weight in weights] + [engine]
    x = track.x + (track.width - sum(widths) - gap * len(weights)) / 2
    found = []
    for wide in widths:
        found.append(Box(x, track.y, wide, tall))
        x += wide + gap
    return found
