"""Where years and points lie along the line, px. Nothing is drawn here.

A quiet year is narrow, a full one as wide as its points need: each has a place of its own, so one
after the other comes under the middle.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from kiosk.timeline import Point


class Axis:
    """``starts`` has where each year of ``years`` begins, and where the last one ends;
    ``places`` where each point lies, in the order of the points. ``quiet`` and ``each`` are the
    least width of a year and of a point."""

    def __init__(self, points: Sequence[Point], years: range, quiet: float, each: float) -> None:
        self.years = years
        held = Counter(one.year for one in points)
        widths = [max(quiet, held[year] * each) for year in years]
        self.starts = [0.0, *accumulate(widths)]
        self.places: list[float] = []
        passed: Counter[int] = Counter()
        for one in points:
            number = one.year - years.start
            part = (passed[one.year] + 0.5) / held[one.year]
            self.places.append(self.starts[number] + widths[number] * part)
            passed[one.year] += 1

    @property
    def first(self) -> float:
        """The least place that may lie under the middle: the first point's."""
        return self.places[0] if self.places else 0.0

    @property
    def last(self) -> float:
        """The greatest one: the last point's."""
        return self.places[-1] if self.places else 0.0

    def year_at(self, place: float) -> int:
        """The year a place belongs to; the nearest one outside."""
        number = bisect_right(self.starts, place) - 1
        return self.years[min(max(number, 0), len(self.years) - 1)]

    def nearest(self, place: float) -> int:
        """The number of the point nearest to a place. There must be one."""
        after = bisect_left(self.places, place)
        around = [number for number in (after - 1, after) if 0 <= number < len(self.places)]
        return min(around, key=lambda number: abs(self.places[number] - place))

    def points_between(self, left: float, right: float) -> range:
        """The numbers of the points between two places."""
        return range(bisect_left(self.places, left), bisect_right(self.places, right))

    def years_between(self, left: float, right: float) -> range:
        """The numbers of the years that show between two places."""
        begin = max(0, bisect_right(self.starts, left) - 1)
        return range(begin, min(len(self.years), bisect_left(self.starts, right)))
