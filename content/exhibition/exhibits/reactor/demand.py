"""What the region asks for through a day."""

from __future__ import annotations

import math

HOURS = 24
BY_HOUR = (
    0.50, 0.45, 0.42, 0.40, 0.41, 0.45, 0.55, 0.68, 0.79, 0.84, 0.83, 0.80,
    0.76, 0.74, 0.73, 0.74, 0.79, 0.87, 0.96, 1.00, 0.97, 0.88, 0.73, 0.59,
)  # fmt: skip
"""The demand at each full hour, as a share of the evening peak. The shape is what every grid knows
(a quiet night, a morning, a higher evening); the values are made for play."""


def demand(hour: float) -> float:
    """The demand at an hour of the day (any number, days repeat), 0 to 1."""
    hour %= HOURS
    before = int(hour) % HOURS
    part = (1 - math.cos(math.pi * (hour - int(hour)))) / 2
    return BY_HOUR[before] + (BY_HOUR[(before + 1) % HOURS] - BY_HOUR[before]) * part
