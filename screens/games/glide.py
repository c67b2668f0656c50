"""Gliding: sprites on their way to where they belong, by one clock event that ends with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kivy.clock import Clock

from screens.games.sprite import Sprite
from screens.theme import theme

GLIDE_S = 0.22
"""Seconds a thing takes home."""


@dataclass
class _Way:
    start: tuple[float, float]
    end: tuple[float, float]
    seconds: float
    then: Callable[[], None] | None
    arc: float
    passed: float = 0.0


class Glider:
    """Moves sprites. In the calm mode they are there at once."""

    def __init__(self) -> None:
        self._ways: dict[Sprite, _Way] = {}
        self._event: Any = None

    def send(
        self,
        sprite: Sprite,
        x: float,
        y: float,
        seconds: float = GLIDE_S,
        then: Callable[[], None] | None = None,
        arc: float = 0.0,
    ) -> None:
        """Let a sprite glide until its middle is at ``x``, ``y`` px, over a hill ``arc`` px high;
        then call ``then``. A new way takes the place of the old one, and of its ``then``."""
        self._ways.pop(sprite, None)
        if theme.calm or seconds <= 0 or sprite.middle == (x, y):
            sprite.bring(x, y)
            if then is not None:
                then()
            return
        self._ways[sprite] = _Way(sprite.middle, (x, y), seconds, then, arc)
        if self._event is None:
            self._event = Clock.schedule_interval(self._step, 0)

    def drop(self, sprite: Sprite) -> None:
        """Let a sprite stay where it is."""
        self._ways.pop(sprite, None)

    def is_busy(self, sprite: Sprite) -> bool:
        """Whether it is on its way."""
        return sprite in self._ways

    def stop(self) -> None:
        """Everything is where it was going; nothing more is called."""
        for sprite, way in self._ways.items():
            sprite.bring(*way.end)
        self._ways.clear()
        self._rest()

    def _step(self, dt: float) -> None:
        for sprite, way in list(self._ways.items()):
            if self._ways.get(sprite) is not way:
                continue  # sent elsewhere by another's arrival
            way.passed += dt
            share = min(1.0, way.passed / way.seconds)
            eased = 1 - (1 - share) ** 3
            (ax, ay), (bx, by) = way.start, way.end
            hill = way.arc * 4 * eased * (1 - eased)
            sprite.bring(ax + (bx - ax) * eased, ay + (by - ay) * eased + hill)
            if share >= 1.0:
                del self._ways[sprite]
                if way.then is not None:
                    way.then()
        if not self._ways:
            self._rest()

    def _rest(self) -> None:
        if self._event is not None:
            self._event.cancel()
            self._event = None
