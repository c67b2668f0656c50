"""A finger that holds a thing."""

from __future__ import annotations

import math

from kivy.input.motionevent import MotionEvent

from screens.games.sprite import Sprite
from screens.page import Box
from screens.units import u

STILL = 22
"""Design units a finger may tremble and still be a tap."""
LONGEST_S = 12.0
"""A finger that lies still for so long rests: the thing goes home."""


class Hold:
    """``sprite`` follows ``touch`` from where it was taken."""

    def __init__(self, touch: MotionEvent, sprite: Sprite) -> None:
        self.touch, self.sprite = touch, sprite
        self.moved = False
        """Whether it is more than a tap."""
        self._began = (touch.x, touch.y)
        self._offset = (sprite.middle[0] - touch.x, sprite.middle[1] - touch.y)
        self._still = 0.0

    def follow(self, x: float, y: float, box: Box) -> None:
        """The finger is there, px; its thing never leaves ``box``."""
        self._still = 0.0
        if math.hypot(x - self._began[0], y - self._began[1]) > u(STILL):
            self.moved = True
        if self.moved:
            at_x = min(max(x + self._offset[0], box.x), box.x + box.width)
            at_y = min(max(y + self._offset[1], box.y), box.top)
            self.sprite.bring(at_x, at_y)

    def wait(self, seconds: float) -> bool:
        """Time passes; whether the finger has rested too long to hold anything."""
        self._still += seconds
        return self._still >= LONGEST_S
