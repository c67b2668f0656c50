"""A wall one lays and a ball that tries it.

What holds together is in :mod:`~content.exhibition.exhibits.bricks.bond`, how it tips in
:mod:`~content.exhibition.exhibits.bricks.rocking`. The ball is a pendulum (theta'' = -g/L sin
theta) hung so that it touches the middle courses. Of all beds below it a wall could break at, it
breaks at the one where the bodies above are nearest to falling.
"""

from __future__ import annotations

import math

from content.exhibition.exhibits.bricks.bond import (
    COURSES,
    GRID,
    HALF,
    LONG,
    STRETCHER,
    Brick,
    course_of,
    tied,
)
from content.exhibition.exhibits.bricks.heap import Flying, Heap
from content.exhibition.exhibits.bricks.rocking import (
    GRAVITY,
    TALL,
    Body,
    body_of,
    falls,
    speed_after,
)

BALL = 90.0
"""The ball's mass, kg."""
ROPE = 0.75
"""Its rope, m."""
HEIGHT = 4.3 * TALL
"""Its middle over the foot of the wall as it hangs at rest, m."""
FURTHEST = 1.0
"""How far it is drawn away, radians."""
HARD = 0.8
"""Drawn further than this share of :data:`FURTHEST` it is a real trial."""
MEETS = 3
"""The first course as high as the foot of the ball; it swings over lower walls."""
LEAST = 0.35
"""The slowest hit that shakes a wall, m/s."""
SCATTER = 0.62
"""Radians at which a falling body comes apart."""
NEAR = 1.0
"""How near a brick is let go to a place of the guide to lie there, quarters."""
BUILD_S = 2.0
"""Seconds in which a whole wall is laid by itself."""
LONGEST = 1 / 60


class Wall:
    """The wall, the ball and what became of them."""

    def __init__(self) -> None:
        self.guide = "half"
        """The bond the guide shows: one of ``BONDS``."""
        self.restart()

    def restart(self) -> None:
        """An empty footing, the ball at rest."""
        self.bricks: list[Brick] = []
        self.queue: list[Brick] = []
        """Bricks still to be laid by themselves."""
        self._pause, self._beat = 0.0, 0.05
        self.swing = self.turning = 0.0
        """The ball's angle away from the wall, radians, and its speed, rad/s."""
        self.held = False
        self._drawn = 0.0
        self.bodies: list[Body] = []
        """What moves as one, tipped by :attr:`theta`; empty while nothing moves."""
        self.theta = self.rate = 0.0
        self.falling = False
        self.trials = 0
        """Real trials this wall has stood."""
        self.hits = 0
        self.fallen = 0
        """How many walls have fallen, all in all, since the start."""
        self._heap = Heap()

    @property
    def flying(self) -> list[Flying]:
        """Bricks that have fallen or are falling."""
        return self._heap.flying

    # Laying

    @property
    def course(self) -> int:
        """The course under way, from 0; ``COURSES`` when the wall is done."""
        for course in range(COURSES):
            laid = sum(brick.long for brick in self.bricks if brick.course == course)
            if laid < LONG:
                return course
        return COURSES

    @property
    def done(self) -> bool:
        """Whether the wall is as high as it gets."""
        return self.course == COURSES

    @property
    def still(self) -> bool:
        """Whether one may lay: nothing tips, nothing flies."""
        return not self.bodies and not self.flying

    def places(self) -> list[Brick]:
        """Where the guide would lay the bricks of the course under way that fit."""
        if self.done or not self.still:
            return []
        return [brick for brick in course_of(self.guide, self.course) if self._free(brick)]

    def lay(self, brick: Brick) -> bool:
        """Lay one of :meth:`places`."""
        if brick not in self.places():
            return False
        self.bricks.append(brick)
        self._fresh()
        return True

    def spot(self, at: float) -> Brick | None:
        """Where a brick let go with its middle at a place, quarters, would lie in the course under
        way: where the guide has a place just there, else at halves of a brick, cut where there is
        less room; None where there is none."""
        if self.done or not self.still or not math.isfinite(at):
            return None
        for place in self.places():
            if abs(place.left + place.long / 2 - at) <= NEAR:
                return place
        course = self.course
        fitting: list[Brick] = []
        for left in range(0, LONG, GRID):
            for long in (STRETCHER, HALF):
                brick = Brick(course, left, long)
                if brick.right <= LONG and self._free(brick):
                    fitting.append(brick)
                    break
        near = min(fitting, key=lambda one: abs(one.left + one.long / 2 - at), default=None)
        if near is None or abs(near.left + near.long / 2 - at) > STRETCHER:
            return None
        return near

    def drop(self, at: float) -> Brick | None:
        """Lay a brick by hand; what was laid."""
        brick = self.spot(at)
        if brick is not None:
            self.bricks.append(brick)
            self._fresh()
        return brick

    def build(self, bond: str, at_once: bool = False) -> None:
        """Lay a whole wall of a bond, brick after brick or at once, on an empty footing."""
        kept = self.fallen
        self.restart()
        self.fallen, self.guide = kept, bond
        bricks = [brick for course in range(COURSES) for brick in course_of(bond, course)]
        self._beat = BUILD_S / len(bricks)
        if at_once:
            self.bricks = bricks
        else:
            self.queue = bricks

    def _free(self, brick: Brick) -> bool:
        return not any(
            one.course == brick.course and one.left < brick.right and brick.left < one.right
            for one in self.bricks
        )

    def _fresh(self) -> None:
        self.trials = 0

    # The ball

    def hold(self, angle: float) -> None:
        """Draw the ball away by an angle, radians."""
        if math.isfinite(angle):
            self.held, self.turning = True, 0.0
            self.swing = self._drawn = min(FURTHEST, max(0.0, angle))

    def release(self) -> None:
        """Let the ball go."""
        self.held = False

    @property
    def reach(self) -> float:
        """How high over the foot the ball touches, m: a little over the middle of the wall."""
        return HEIGHT

    # Time

    def step(self, dt: float) -> None:
        """Let ``dt`` seconds pass; more than one is taken for one."""
        left = min(1.0, dt) if math.isfinite(dt) else 0.0
        while left > 1e-9:
            part = min(LONGEST, left)
            left -= part
            self._lay_on(part)
            self._ball(part)
            self._tip(part)
            self._fly(part)

    def _lay_on(self, dt: float) -> None:
        self._pause -= dt
        while self.queue and self._pause <= 0 and self.still:
            self.bricks.append(self.queue.pop(0))
            self._pause += self._beat
            self._fresh()
        self._pause = max(0.0, self._pause)

    def _ball(self, dt: float) -> None:
        if self.held:
            return
        self.turning -= GRAVITY / ROPE * math.sin(self.swing) * dt
        self.turning *= 1 - 0.25 * dt
        self.swing += self.turning * dt
        if self.swing < 0 and self.turning < 0:
            self._touch()
        if abs(self.swing) < 0.004 and abs(self.turning) < 0.05:
            self.swing = self.turning = 0.0

    def _touch(self) -> None:
        """The ball comes to where the wall's face is."""
        speed = -self.turning * ROPE
        meets = any(brick.course >= MEETS for brick in self.bricks)
        if not meets or self.falling or self.flying:
            self.swing = max(self.swing, -FURTHEST * 0.5)
            return
        self.swing, self.turning = 0.0, -0.18 * self.turning
        if speed >= LEAST and not self.bodies:
            self._hit(speed)

    def _hit(self, speed: float) -> None:
        self.hits += 1
        ways = []
        high_enough = range(max(brick.course for brick in self.bricks) + 1)
        for foot in (one for one in high_enough if one * TALL < self.reach - TALL / 2):
            bodies = [body_of(body) for body in tied(self.bricks, foot)]
            turning = speed_after(bodies, BALL, speed, self.reach - foot * TALL)
            ways.append((round(falls(bodies, turning), 6), -foot, turning, bodies))
        share, _foot, turning, bodies = max(ways, key=lambda way: way[:2])
        self.bodies, self.theta, self.rate = bodies, 0.0, turning
        self.falling = share >= 1
        if not self.falling and self._drawn >= HARD * FURTHEST and self.done:
            self.trials += 1
        self._drawn = 0.0

    def _tip(self, dt: float) -> None:
        if not self.bodies:
            return
        inertia = sum(body.inertia for body in self.bodies)
        pull = sum(body.pull(self.theta) for body in self.bodies)
        self.rate -= pull / inertia * dt
        if self.falling:
            self.rate = max(self.rate, 0.35)
        self.theta += self.rate * dt
        if self.falling and self.theta >= SCATTER:
            self._scatter()
        elif self.theta <= 0 and not self.falling:
            kept = min(body.kept for body in self.bodies)
            self.rate = -self.rate * kept
            self.theta = 0.0
            if self.rate < 0.12:
                self.bodies, self.rate = [], 0.0

    def _scatter(self) -> None:
        moving = {brick for body in self.bodies for brick in body.bricks}
        self.bricks = [brick for brick in self.bricks if brick not in moving]
        self._heap.begin(self.bricks)
        for body in self.bodies:
            self._heap.throw(body, self.theta, self.rate)
        self.bodies, self.theta, self.rate, self.falling = [], 0.0, 0.0, False
        self.queue = []
        self.fallen += 1

    def _fly(self, dt: float) -> None:
        if self._heap.flying and self._heap.step(dt):
            self.bricks = []
