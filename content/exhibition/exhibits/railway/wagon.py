"""How a wagon rolls: height into speed, less what resistance and brakes take.

The work-energy theorem, step by step: over a way ds the square of the speed changes by twice
(g * drop - w * g * ds - brake * ds), where ``w`` is the rolling resistance (Davis's constant term,
a share of the weight). Written so, energy cannot grow by the sums. Wagons that touch couple without
bouncing: momentum is kept, energy is not (a perfectly inelastic collision).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

G = 9.81
LONG = 14.0
"""A wagon over its couplers, m."""
RESISTANCE = 0.0018
"""Rolling resistance, a share of the weight."""
GRADES = ((30.0, 0.05), (72.0, 0.011), (math.inf, 0.0022))
"""Where each grade ends, m from the crest, and how steep it falls: the hump, the ladder of points,
the tracks. The last falls hardly more than resistance takes."""
STRONGEST = 1.4
"""What retarders take at most, m/s²."""
GENTLE = 0.8
"""What they are asked for before a red signal, m/s²."""


def height(s: float) -> float:
    """Height of the rail ``s`` m from the crest, m below it (negative); before the crest 0."""
    low, start = 0.0, 0.0
    for end, grade in GRADES:
        if s <= start:
            return low
        low -= (min(s, end) - start) * grade
        start = end
    return low


def grade_at(s: float) -> float:
    """How steep the rail falls."""
    if s < 0:
        return 0.0
    return next(grade for end, grade in GRADES if s < end)


@dataclass
class Wagon:
    """``s`` is where its front is, m from the crest; ``town`` where it belongs. ``branch`` and
    ``track`` are None until its way is locked for it."""

    number: int
    town: int
    s: float
    branch: int | None = None
    track: int | None = None

    @property
    def tail(self) -> float:
        """Where its rear is, m."""
        return self.s - LONG


@dataclass
class Cut:
    """Wagons coupled, the first in front; they have one speed, m/s."""

    wagons: list[Wagon]
    speed: float
    held: bool = field(default=False)
    """Whether it stands by its brakes."""

    @property
    def front(self) -> float:
        """Where its front is, m."""
        return self.wagons[0].s

    @property
    def tail(self) -> float:
        """Where its rear is, m."""
        return self.wagons[-1].tail

    @property
    def energy(self) -> float:
        """Of motion and of height, J for each kg of a wagon."""
        return sum(self.speed**2 / 2 + G * height(wagon.s - LONG / 2) for wagon in self.wagons)

    def roll(self, dt: float, room: float, meets: float, brake: float) -> None:
        """Roll for ``dt`` seconds, no farther than ``room`` m ahead, braked so that ``meets`` m/s
        are left there at an even ``brake`` m/s²."""
        if room <= 1e-6 or (meets == 0 and self.speed == 0 and room < 0.05):
            self.speed, self.held = 0.0, True
            return
        self.held = False
        count = len(self.wagons)
        pull = G * (sum(grade_at(wagon.s - LONG / 2) for wagon in self.wagons) / count - RESISTANCE)
        way = min(room, max(0.0, self.speed * dt + pull * dt * dt / 2))
        drop = (
            sum(height(one.s - LONG / 2) - height(one.s - LONG / 2 + way) for one in self.wagons)
            / count
        )
        square = max(0.0, self.speed**2 + 2 * G * (drop - RESISTANCE * way))
        most = meets**2 + 2 * brake * max(0.0, room - way)
        if square > most:
            square = max(most, square - 2 * STRONGEST * way)
        for wagon in self.wagons:
            wagon.s += way
        self.speed = math.sqrt(square)

    def couple(self, other: Cut) -> None:
        """Take up a cut that has come from behind."""
        ours, theirs = len(self.wagons), len(other.wagons)
        self.speed = (self.speed * ours + other.speed * theirs) / (ours + theirs)
        self.wagons += other.wagons
