"""The train leaves: slowly at first, with smoke; in the calm mode it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, InstructionGroup, Rectangle
from kivy.uix.widget import Widget

from screens.damage import damage
from screens.games.sprite import Sprite
from screens.shapes import disc
from screens.units import u

LEAVES_S = 2.5
"""Seconds until it is out of sight."""
PUFF_S, PUFF_LIVES_S = 0.28, 1.2
"""Seconds from puff to puff, and of a puff."""
PUFF, GROWN = 70, 230
"""Design units across a puff, new and old."""
RISE = 260
"""Design units a puff rises."""


class Smoke(Widget):
    """Soft discs that rise, grow and fade."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), size=(0, 0), **kwargs)
        self._puffs: list[tuple[float, float, float]] = []
        self._group = InstructionGroup()
        self.canvas.add(self._group)

    def puff(self, x: float, y: float, now: float) -> None:
        """A new one, px, at a time in seconds."""
        self._puffs.append((x, y, now))

    def show(self, now: float) -> None:
        """As they are at that time."""
        self._puffs = [one for one in self._puffs if now - one[2] < PUFF_LIVES_S]
        self._group.clear()
        for x, y, born in self._puffs:
            age = (now - born) / PUFF_LIVES_S
            side = u(PUFF) + (u(GROWN) - u(PUFF)) * age
            low = y + u(RISE) * age - side / 2
            self._group.add(Color(1, 1, 1, 0.85 * (1 - age)))
            self._group.add(Rectangle(texture=disc(), pos=(x - side / 2, low), size=(side, side)))
            damage.mark(x - side, low - side, 3 * side, 3 * side)

    def clear(self) -> None:
        """None is left."""
        self._puffs.clear()
        self._group.clear()


class Departure:
    """Moves everything that is of the train; ``chimneys`` tells where smoke comes out, px."""

    def __init__(self, smoke: Smoke) -> None:
        self._smoke = smoke
        self._event: Any = None
        self._parts: list[tuple[Sprite, float, float]] = []
        self._chimneys: list[tuple[float, float]] = []
        self._far = self._passed = self._puffed = 0.0

    def start(
        self, parts: Sequence[Sprite], chimneys: Sequence[tuple[float, float]], far: float
    ) -> None:
        """Take all parts ``far`` px to the right."""
        if self._event is not None:
            return
        self._parts = [(part, *part.home) for part in parts]
        self._chimneys, self._far = list(chimneys), far
        self._passed = self._puffed = 0.0
        self._event = Clock.schedule_interval(self._step, 0)

    def stop(self) -> None:
        """Everything is where it was going."""
        if self._event is None:
            return
        self._event.cancel()
        self._event = None
        self._move(1.0)
        self._smoke.clear()

    def _step(self, dt: float) -> None:
        self._passed += dt
        share = min(1.0, self._passed / LEAVES_S)
        gone = self._move(share)
        if self._passed - self._puffed >= PUFF_S:
            self._puffed = self._passed
            for x, y in self._chimneys:
                self._smoke.puff(x + gone, y, self._passed)
        self._smoke.show(self._passed)
        if share >= 1.0:
            self.stop()

    def _move(self, share: float) -> float:
        gone = self._far * share * share
        for part, x, y in self._parts:
            part.bring(x + gone, y)
        return gone
