"""The hand that shows a move to one who does not know what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

from screens.games.glide import Glider
from screens.games.sprite import Sprite
from screens.theme import theme
from screens.units import u

SIDE = 190
"""Design units across."""
STEP_S = 1.3
"""Seconds of the way from the thing to its place."""
BOB_S = 0.4
"""Seconds of half a tap."""
STILL_S = 2.0
"""In the calm mode the hand stands for so long, first at one end, then at the other."""


class Hand(Sprite):
    """Points with its tip. Not a control."""

    def __init__(self, glider: Glider) -> None:
        super().__init__("", "", "backhand-index-pointing-up", SIDE, part=1.0)
        self._glider = glider
        self._event: Any = None
        self._done: Callable[[], None] | None = None
        self.shown = True
        self.appear(False)

    @property
    def is_showing(self) -> bool:
        """Whether it shows something now."""
        return self.shown

    def show(
        self, start: tuple[float, float], end: tuple[float, float] | None, done: Callable[[], None]
    ) -> None:
        """From ``start`` to ``end``, or two taps at ``start``; then ``done``."""
        self.hide()
        self._done = done
        self.appear(True)
        self.lively = False
        self.bring(*_under(start))
        if theme.calm:
            self._later(STILL_S, lambda: self._stand(end))
        elif end is None:
            self._bob(start, 4)
        else:
            target = _under(end)
            self._glider.send(self, *target, STEP_S, lambda: self._later(BOB_S, self._end))

    def hide(self) -> None:
        """Go away; what was to be told is not told."""
        self._glider.drop(self)
        if self._event is not None:
            self._event.cancel()
            self._event = None
        self._done = None
        self.appear(False)

    def _bob(self, start: tuple[float, float], left: int) -> None:
        if not left:
            self._end()
            return
        x, y = _under(start)
        low = u(34) if left % 2 == 0 else 0
        self._glider.send(self, x, y - low, BOB_S, lambda: self._bob(start, left - 1))

    def _stand(self, end: tuple[float, float] | None) -> None:
        if end is None:
            self._end()
            return
        self.bring(*_under(end))
        self._later(STILL_S, self._end)

    def _later(self, seconds: float, call: Callable[[], None]) -> None:
        self._event = Clock.schedule_once(lambda _dt: call(), seconds)

    def _end(self) -> None:
        done = self._done
        self.hide()
        if done is not None:
            done()


def _under(point: tuple[float, float]) -> tuple[float, float]:
    """Where the hand's middle is when its tip touches a point."""
    return point[0] + u(8), point[1] - u(SIDE * 0.42)
