"""The flax road: seven stars, a movement of the hand from each to the next."""

from __future__ import annotations

import math
from enum import IntEnum

from content.exhibition.exhibits.linen.craft import COMBED, PICKS, Loom, Shirt, Stalk, Wheel
from content.exhibition.exhibits.linen.field import Field

REST_S = 1.0
"""Seconds what is finished is looked at before the road goes on."""


class Stage(IntEnum):
    """The stars of the road."""

    SOW = 0
    GROW = 1
    PULL = 2
    COMB = 3
    SPIN = 4
    WEAVE = 5
    SHIRT = 6


class Road:
    """One stalk's story."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """A bare furrow."""
        self.reached = Stage.SOW
        """The furthest star one has come to; any up to it can be gone to."""
        self._begin(Stage.SOW)

    def go(self, stage: int) -> bool:
        """Go to a star one has reached, to do its work anew; whether one may."""
        if not 0 <= stage <= self.reached:
            return False
        self._begin(Stage(stage))
        return True

    def _begin(self, stage: Stage) -> None:
        self.stage = stage
        self.seconds = 0.0
        """Since this star's work began."""
        self.rested = 0.0
        self.field, self.stalk = Field(), Stalk()
        self.wheel, self.loom, self.shirt = Wheel(), Loom(), Shirt()
        self.field.finish(stage)

    @property
    def progress(self) -> float:
        """How far the work of this star is, 0 to 1."""
        stage = self.stage
        if stage <= Stage.PULL:
            return self.field.progress(stage)
        if stage == Stage.COMB:
            return min(1.0, self.stalk.free / COMBED)
        if stage == Stage.SPIN:
            return self.wheel.yarn
        if stage == Stage.WEAVE:
            return self.loom.picks / PICKS
        return 1.0

    @property
    def done(self) -> bool:
        """Whether this star's work is finished."""
        return self.progress >= 1 - 1e-9

    def step(self, dt: float) -> None:
        """Let ``dt`` seconds pass, a quarter of one at most."""
        dt = min(0.25, max(0.0, dt)) if math.isfinite(dt) else 0.0
        self.seconds = min(1e6, self.seconds + dt)
        if self.stage == Stage.GROW:
            self.field.grow(dt)
        elif self.stage == Stage.PULL:
            self.field.ret(dt)
        elif self.stage == Stage.SPIN:
            self.wheel.step(dt)
        elif self.stage == Stage.SHIRT:
            left = dt
            while left > 1e-9:
                self.shirt.step(min(left, 1 / 60))
                left -= 1 / 60
        if self.done and self.stage < Stage.SHIRT:
            self.rested += dt
            if self.rested >= REST_S:
                self.reached = Stage(max(self.reached, self.stage + 1))
                self._begin(Stage(self.stage + 1))
