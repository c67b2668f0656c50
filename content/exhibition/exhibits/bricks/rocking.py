"""Bodies of bricks tipping about their right foot.

A rigid block on its corner (G. W. Housner, «The behavior of inverted pendulum structures during
earthquakes», 1963): I theta'' = -m g R sin(alpha - theta), with R from the corner to the centre of
mass and alpha its angle from upright. It falls once theta passes alpha; coming back to its foot it
loses speed as momentum about the new corner is kept: r = 1 - 1.5 sin^2 alpha for a block.

Mortar holds the beds, and nothing but overlap holds across upright joints. Bodies that stand side
by side are pushed by one another, so they tip together, each about its own corner.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from content.exhibition.exhibits.bricks.bond import Brick

QUARTER, TALL = 0.0625, 0.1
"""A quarter of a brick along the wall and a course, joints and all, m: the thicker
of the common formats."""
MASS = 4.2
"""A whole brick, kg."""
GRAVITY = 9.81


@dataclass(frozen=True)
class Body:
    """Bricks that move as one. Lengths in m, from the left end and foot of the wall."""

    bricks: tuple[Brick, ...]
    corner: float
    """Where it tips: its right foot."""
    foot: float
    mass: float
    radius: float
    """From the corner to the centre of mass."""
    alpha: float
    """Of that line, radians from upright; the body falls when tipped further."""
    inertia: float
    """About the corner, kg m^2."""

    @property
    def needs(self) -> float:
        """The energy that tips it over, J."""
        return self.mass * GRAVITY * self.radius * (1 - math.cos(self.alpha))

    @property
    def kept(self) -> float:
        """The share of its speed left when it comes down on its foot."""
        return max(0.0, 1 - 1.5 * math.sin(self.alpha) ** 2)

    def pull(self, theta: float) -> float:
        """The moment that brings it back from an angle, N m; negative where it falls."""
        return self.mass * GRAVITY * self.radius * math.sin(self.alpha - theta)


def body_of(bricks: Sequence[Brick]) -> Body:
    """The body some bricks make."""
    low = min(brick.course for brick in bricks)
    corner = max(brick.right for brick in bricks if brick.course == low) * QUARTER
    foot = low * TALL
    masses = [MASS * brick.long / 4 for brick in bricks]
    whole = sum(masses)
    away = [corner - (brick.left + brick.long / 2) * QUARTER for brick in bricks]
    up = [(brick.course + 0.5) * TALL - foot for brick in bricks]
    x = sum(mass * one for mass, one in zip(masses, away, strict=True)) / whole
    y = sum(mass * one for mass, one in zip(masses, up, strict=True)) / whole
    inertia = sum(
        mass * (a * a + b * b + ((brick.long * QUARTER) ** 2 + TALL**2) / 12)
        for mass, a, b, brick in zip(masses, away, up, bricks, strict=True)
    )
    return Body(
        tuple(bricks), corner, foot, whole, math.hypot(x, y), max(0.0, math.atan2(x, y)), inertia
    )


def speed_after(bodies: Sequence[Body], ball: float, speed: float, height: float) -> float:
    """How fast all bodies turn, rad/s, when a ball of mass ``ball``, kg, and ``speed``, m/s, stays
    with the first at ``height`` m over the foot: momentum about the corners is kept."""
    inertia = sum(body.inertia for body in bodies)
    return ball * speed * height / (ball * height * height + inertia)


def falls(bodies: Sequence[Body], turning: float) -> float:
    """The energy the bodies got over what tips them all: from 1 on they fall."""
    got = sum(body.inertia for body in bodies) * turning**2 / 2
    return got / max(1e-9, sum(body.needs for body in bodies))


def placed(brick: Brick, body: Body, theta: float) -> tuple[float, float, float]:
    """Where the middle of a brick of a tipped body is, m, and its angle, radians."""
    x = (brick.left + brick.long / 2) * QUARTER - body.corner
    y = (brick.course + 0.5) * TALL - body.foot
    c, s = math.cos(theta), math.sin(theta)
    return body.corner + x * c + y * s, body.foot - x * s + y * c, -theta
