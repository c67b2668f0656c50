"""A bar one lays, soaks and bends.

The laws are in :mod:`~content.exhibition.exhibits.composite.laminate`: how stiff a stack is and
which layer gives first. Here is what hands do. A finger presses the middle down by a way in m and
is as strong as a testing machine, but only as far as it is leant on: a soft bar goes with it, a
stiff one lets it lean. The bar follows its statics as a damped swing of one mode, which is play.
The first layer to give ends the trial: what is left of a bar then is no more asked.
"""

from __future__ import annotations

import math

from content.exhibition.exhibits.composite.laminate import (
    ANGLES,
    CLOTHS,
    SPAN,
    Layer,
    holds,
    loads,
    stiffness,
)

MOST = 8
"""Layers a bar may have."""
SOAK_S = 0.8
"""Seconds of pouring that soak every dry layer."""
DEEPEST = SPAN * 0.42
"""How far a bar may be pressed before it touches the bench, m."""
STRONGEST = 5000.0
"""The most a leaning finger gives, N."""
LEAN = 2.2
"""How steeply leaning grows: its first half is for what weighs little."""
SWING, CALM = 34.0, 0.22
"""Of the bar's swing: rad/s, and its damping as a share of the critical."""
DROPPED, SOFT = 0.16, 400.0
"""A sheet let go sets a bar swinging, m/s; half as much one of so many N/m. It is play too."""
GONE_S = 2.2
"""Seconds a broken bar lies there."""
CARRIES = (6.0, 90.0, 800.0, 4000.0)
"""What a toy, a backpack, a builder and a cow weigh, N, about."""
LONGEST = 1 / 60


class Composite:
    """The bar, the finger on it and what it has carried."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """An empty bench."""
        self.layers: list[Layer] = []
        self.sag = self.speed = 0.0
        """How far the middle is pressed down, m, and how fast that grows, m/s."""
        self.leant: float | None = None
        """The way of the finger, 0 to 1; None without one."""
        self.force = 0.0
        """What the bar holds the finger with, N."""
        self.strain: list[float] = []
        """Of each layer, how near it is to giving, 0 to 1."""
        self.broken: int | None = None
        """The layer that gave first."""
        self.lying = 0.0
        """Seconds since it broke."""
        self.best = 0.0
        """The most this bar has held, N."""
        self.carried = 0
        """How many of :data:`CARRIES` this bar has held."""

    # What hands do

    def lay(self, cloth: str, angle: float) -> bool:
        """Put a sheet on top; False where it cannot lie: the bar is whole, broken or pressed."""
        full = len(self.layers) >= MOST or self.broken is not None or self.leant is not None
        if full or cloth not in CLOTHS or not math.isfinite(angle):
            return False
        self.layers.append(Layer(cloth, nearest(angle)))
        self.best, self.carried = 0.0, 0
        self.speed += DROPPED / (1 + stiffness(self.layers) / SOFT)
        return True

    def pour(self, seconds: float) -> None:
        """Let resin run over the bar."""
        if self.broken is None and math.isfinite(seconds) and seconds > 0:
            self.layers = [layer.soak(seconds / SOAK_S) for layer in self.layers]

    def press(self, way: float) -> None:
        """Lean on the middle: 0 touches, 1 is all one's strength."""
        if self.layers and self.broken is None and math.isfinite(way):
            self.leant = min(1.0, max(0.0, way))

    def release(self) -> None:
        """Take the finger away."""
        self.leant = None

    @property
    def dry(self) -> bool:
        """Whether a layer still wants resin."""
        return any(layer.soaked < 1 for layer in self.layers)

    @property
    def limit(self) -> float:
        """The force at which its first layer gives, N."""
        return holds(self.layers)

    # Time

    def step(self, dt: float) -> None:
        """Let ``dt`` seconds pass; more than one is taken for one."""
        left = min(1.0, dt) if math.isfinite(dt) else 0.0
        while left > 1e-9:
            part = min(LONGEST, left)
            left -= part
            self._move(part)

    def _move(self, dt: float) -> None:
        if self.broken is not None:
            self.lying += dt
            self.force = 0.0
            if self.lying >= GONE_S:
                self.restart()
            return
        stiff = stiffness(self.layers)
        aim = 0.0
        if self.leant is not None and stiff > 0:
            strong = STRONGEST * self.leant**LEAN
            aim = min(DEEPEST * self.leant, strong / stiff)
        damping = CALM if self.leant is None else 1.0
        self.speed += (SWING**2 * (aim - self.sag) - 2 * damping * SWING * self.speed) * dt
        self.sag += self.speed * dt
        self.sag = min(DEEPEST, max(-DEEPEST / 4, self.sag))
        self.force = stiff * max(0.0, self.sag) if self.leant is not None else 0.0
        self.strain = loads(self.layers, self.force)
        worst = max(self.strain, default=0.0)
        if worst >= 1:
            self.broken, self.lying = self.strain.index(worst), 0.0
            self.leant, self.speed = None, 0.0
            return
        self.best = max(self.best, self.force)
        self.carried = sum(self.best >= weight for weight in CARRIES)


def nearest(angle: float) -> int:
    """The way a sheet turned by any angle, degrees, comes to lie."""
    return ANGLES[round(angle / 45) % len(ANGLES)]
