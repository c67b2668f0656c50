"""What becomes of the stalk: fibre, yarn, cloth, a shirt on a line.

Breaking and combing: each stroke takes the same part of the wood of a place, so that free fibre
is in proportion to strokes. Spinning: a turn of the spindle is a turn of twist in the yarn drawn
meanwhile (twist = turns / length; turned the other way it is yarn of the other hand, S for Z);
the bobbin grows as the yarn's volume on it does. Weaving: plain weave, over one and under one,
each row the other way. The shirt is a damped pendulum (C. Huygens).
"""

from __future__ import annotations

import math

PLACES = 24
"""Places along the stalk that wood sits in."""
STROKES = 5
"""Strokes that free a place."""
COMBED = 0.95
WHEEL_TURNS = 5.0
"""Turns of the wheel that fill the bobbin."""
RATIO = 9
"""Turns of the spindle in one of the wheel."""
COAST_S = 0.8
"""Time constant of a wheel let go, seconds."""
FASTEST = 3.0
"""Turns of the wheel a second it coasts with at most."""
CORE, FULL = 0.4, 1.0
"""Radius of the empty and of the full bobbin."""
PICKS = 12
"""Rows of weft in the cloth."""
WARPS = 22
EDGE = 0.04
"""How near to its end a shuttle has come through."""
PERIOD_S, CALM_S = 1.9, 2.2
"""The shirt's swing: period, and the time constant of its calming down."""
MOST = 0.5
"""Radians it swings at most."""


class Stalk:
    """Retted flax to break and comb."""

    def __init__(self) -> None:
        self.shive = [1.0] * PLACES
        """Wood left in each place."""

    def stroke(self, start: float, end: float) -> list[int]:
        """A comb drawn from one place to another, 0 to 1 along the stalk; the places it crossed
        where wood fell."""
        if not (math.isfinite(start) and math.isfinite(end)):
            return []
        low, high = sorted((start, end))
        fell = []
        for number in range(PLACES):
            if low <= (number + 0.5) / PLACES < high and self.shive[number] > 0:
                self.shive[number] = max(0.0, self.shive[number] - 1 / STROKES)
                fell.append(number)
        return fell

    @property
    def free(self) -> float:
        """Fibre freed, 0 to 1."""
        return 1 - sum(self.shive) / PLACES


class Wheel:
    """The spinning wheel and what is on its bobbin."""

    def __init__(self) -> None:
        self.turns = 0.0
        """Of the wheel since it began; negative clockwise."""
        self.speed = 0.0
        """Turns a second."""
        self.held = False

    def turn(self, by: float) -> None:
        """Turn it by hand, in turns."""
        if math.isfinite(by):
            self.turns = min(WHEEL_TURNS, max(-WHEEL_TURNS, self.turns + min(0.5, max(-0.5, by))))

    def step(self, dt: float) -> None:
        """Coast."""
        if not self.held:
            self.turn(self.speed * dt)
            self.speed *= math.exp(-dt / COAST_S)

    def let_go(self, speed: float) -> None:
        """Open the hand while it turns, turns a second."""
        self.held = False
        self.speed = min(FASTEST, max(-FASTEST, speed)) if math.isfinite(speed) else 0.0

    @property
    def yarn(self) -> float:
        """Yarn drawn, 0 to 1."""
        return abs(self.turns) / WHEEL_TURNS

    @property
    def twist(self) -> float:
        """Turns of the spindle in the yarn; their sign is its hand."""
        return self.turns * RATIO

    @property
    def bobbin(self) -> float:
        """Its radius, ``CORE`` to ``FULL``: its cross-section grows as the yarn does."""
        return math.sqrt(CORE**2 + (FULL**2 - CORE**2) * self.yarn)


class Loom:
    """Warp, and a shuttle to slide."""

    def __init__(self) -> None:
        self.shuttle = 0.0
        """Where it is, 0 left to 1 right."""
        self.picks = 0

    def slide(self, place: float) -> bool:
        """Move the shuttle; whether that made a row."""
        if not math.isfinite(place):
            return False
        self.shuttle = min(1.0, max(0.0, place))
        goal_right = self.picks % 2 == 0
        through = self.shuttle >= 1 - EDGE if goal_right else self.shuttle <= EDGE
        if through and self.picks < PICKS:
            self.picks += 1
            return True
        return False


def over(row: int, warp: int) -> bool:
    """Whether the weft lies over a warp there."""
    return (row + warp) % 2 == 0


class Shirt:
    """The end of the road, in the wind."""

    def __init__(self) -> None:
        self.angle, self.speed = 0.16, 0.0
        """Radians, and radians a second."""

    def push(self, speed: float) -> None:
        """A hand's push, radians a second."""
        if math.isfinite(speed):
            self.speed = min(3.0, max(-3.0, self.speed + speed))

    def step(self, dt: float) -> None:
        """Swing."""
        pull = (2 * math.pi / PERIOD_S) ** 2 * math.sin(self.angle)
        self.speed += (-pull - self.speed * 2 / CALM_S) * dt
        self.angle = min(MOST, max(-MOST, self.angle + self.speed * dt))
        if abs(self.angle) == MOST:
            self.speed = 0.0
