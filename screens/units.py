"""Design units: one unit is 1/1080 of the window's short side.

One layout so serves 1080×1920, 1920×1080 and larger; the screen's diagonal gives millimetres.
"""

from __future__ import annotations

import math

SHORT_SIDE = 1080
MM_PER_INCH = 25.4


class Measure:
    """The scale of the window the product is drawn for."""

    def __init__(self) -> None:
        self.width = 1080
        self.height = 1920
        self.diagonal = 43.0

    def fit(self, width: int, height: int, diagonal: float) -> None:
        """Take the window's size in px and the screen's diagonal in inches."""
        self.width, self.height, self.diagonal = width, height, diagonal

    @property
    def unit(self) -> float:
        """Pixels of one design unit."""
        return min(self.width, self.height) / SHORT_SIDE

    @property
    def portrait(self) -> bool:
        """Whether the window stands."""
        return self.height >= self.width

    @property
    def mm_per_px(self) -> float:
        """Millimetres of one pixel on the real screen."""
        return self.diagonal * MM_PER_INCH / math.hypot(self.width, self.height)


measure = Measure()


def u(units: float) -> float:
    """Design units to whole pixels."""
    return float(round(units * measure.unit))
