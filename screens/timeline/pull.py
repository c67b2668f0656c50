"""Pulling the line: it follows a finger, glides on when it is flicked, and comes to rest on a star.

In the calm mode nothing glides: it rests where the finger leaves it.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from typing import Any

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.event import EventDispatcher
from kivy.properties import NumericProperty

from screens.theme import theme
from screens.timeline.axis import Axis
from screens.units import u

LOSS = 1.9
"""Part of the speed lost in a second, as an exponent."""
SLOW, FAST = 70.0, 9000.0
"""Design units a second under which it stops gliding, and the fastest it may."""
RECENT_S = 0.1
"""The speed of a finger is that of its last moments: one that waits before it lifts is still."""
NEAR = 150
"""Design units within which a star draws the line to itself; elsewhere it rests between stars."""
STEP_S = 0.35


class Pull(EventDispatcher):
    """``offset`` is the place (px) under the middle. ``on_rest`` is called with the number of the
    star it came to rest on, or None between stars."""

    offset = NumericProperty(0.0)

    def __init__(self, axis: Axis, on_rest: Callable[[int | None], None], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.axis, self._on_rest = axis, on_rest
        self._trail: deque[tuple[float, float]] = deque(maxlen=8)
        self._speed = 0.0
        self._held: Any = None
        self._glide: Any = None
        self._moving: Animation | None = None
        self.goal: int | None = None
        """The star it is on its way to by a key or a touch."""

    def seize(self, touch: Any) -> bool:
        """A finger takes the line; False where another one has it."""
        if self._held is not None:
            return False
        self.halt()
        self._held = touch
        self._trail.clear()
        self._trail.append((Clock.get_time(), touch.x))
        return True

    def follow(self, touch: Any) -> None:
        """The finger has moved."""
        if touch is not self._held:
            return
        self._trail.append((Clock.get_time(), touch.x))
        self._to(self.offset - touch.dx)

    def release(self, touch: Any) -> None:
        """The finger has left: glide on, or rest."""
        if touch is not self._held:
            return
        self._held = None
        self._speed = 0.0 if theme.calm else self._flick()
        if abs(self._speed) > u(SLOW):
            self._glide = Clock.schedule_interval(self._gliding, 0)
        else:
            self._rest()

    def step(self, by: int) -> None:
        """To the next star (1) or the one before (-1)."""
        if not self.axis.places:
            return
        at = self.goal if self.goal is not None else self.axis.nearest(self.offset)
        here = self.axis.places[at]
        if self.goal is None and abs(here - self.offset) > 1 and (here > self.offset) == (by > 0):
            by = 0  # the star it is on the way to already
        self.go(min(max(at + by, 0), len(self.axis.places) - 1))

    def go(self, number: int) -> None:
        """To a star."""
        self.halt()
        self.goal = number
        place = self.axis.places[number]
        if theme.calm or abs(place - self.offset) < 1:
            self._arrive(place, number)
            return
        self._moving = Animation(offset=place, d=STEP_S, t="out_cubic")
        self._moving.bind(on_complete=lambda *_args: self._arrive(place, number))
        self._moving.start(self)

    def halt(self) -> None:
        """Stand still where it is; no finger has it any more."""
        self._held, self.goal, self._speed = None, None, 0.0
        if self._glide is not None:
            self._glide.cancel()
            self._glide = None
        if self._moving is not None:
            self._moving.cancel(self)
            self._moving = None

    def _flick(self) -> float:
        now = Clock.get_time()
        recent = [(when, x) for when, x in self._trail if now - when <= RECENT_S]
        if len(recent) < 2 or recent[-1][0] <= recent[0][0]:
            return 0.0
        speed = -(recent[-1][1] - recent[0][1]) / (recent[-1][0] - recent[0][0])
        return max(-u(FAST), min(u(FAST), speed))

    def _to(self, offset: float) -> None:
        self.offset = min(max(offset, self.axis.first), self.axis.last)

    def _gliding(self, dt: float) -> None:
        before = self.offset
        self._to(before + self._speed * dt)
        self._speed *= math.exp(-LOSS * dt)
        if self.offset == before or abs(self._speed) < u(SLOW):
            self._rest()

    def _rest(self) -> None:
        if not self.axis.places:
            return
        number = self.axis.nearest(self.offset)
        if abs(self.axis.places[number] - self.offset) <= u(NEAR):
            self.go(number)
        else:
            self.halt()
            self._on_rest(None)

    def _arrive(self, place: float, number: int) -> None:
        self.halt()
        self.offset = place
        self._on_rest(number)
