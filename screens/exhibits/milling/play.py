"""How the machine plays itself: it traces the shape, lifts the part into the light, gives it to a
town, and takes the next blank."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from content.exhibition.exhibits.milling.feed import resample
from content.exhibition.exhibits.milling.shapes import GHOSTS

if TYPE_CHECKING:
    from screens.exhibits.milling.view import MillingView

KEY = "demonstration"
PACE = 4
"""Millimetres its finger draws in a step."""
SHINE = 200
"""Steps a part is tilted in the light."""


class Play:
    """One hand that never tires."""

    def __init__(self) -> None:
        self._steps: Iterator[None] | None = None
        self._town = 0

    def play(self, view: MillingView, _seconds: float) -> None:
        """One step of it."""
        if self._steps is None:
            self._steps = self._once(view)
        try:
            next(self._steps)
        except StopIteration:
            self._steps = None

    def _once(self, view: MillingView) -> Iterator[None]:
        found = view.places
        if found is None:
            return
        for _wait in range(20):
            yield
        for line in GHOSTS[view.mill.shape]:
            path = [*resample(line)[::PACE], line[-1]]
            view.take(KEY, *found.to_px(*path[0]))
            for point in path:
                view.move(KEY, *found.to_px(*point))
                yield
            view.drop(KEY)
        while view.mill.busy or view.mill.course is not None:
            yield
        found = view.places or found
        grip = found.grip
        x, y = grip.x + grip.width / 2, grip.y + grip.height / 2
        if not view.take(KEY, x, y):
            return
        reach = found.plate.width * 0.3
        for step in range(SHINE):
            turn = step / SHINE * math.tau
            view.move(KEY, x + reach * math.sin(turn), y + reach * math.sin(2 * turn) * 0.6)
            yield
        box = found.signs[self._town]
        self._town = (self._town + 1) % len(found.signs)
        for step in range(40):
            part = step / 39
            view.move(
                KEY,
                x + (box.x + box.width / 2 - x) * part,
                y + (box.y + box.height / 2 - y) * part,
            )
            yield
        for _wait in range(15):
            yield
        view.drop(KEY)
