"""How bricks lie: courses, joints, and what is tied to what.

Lengths along the wall are in quarters of a brick, the mason's own measure: a stretcher is four, a
half or a header two, a closer one. A bond is good where no joint stands over another (any handbook
of bricklaying: the rule of covering joints).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LONG = 16
"""Length of the wall, quarters."""
COURSES = 8
STRETCHER, HALF, CLOSER = 4, 2, 1
GRID = 2
"""A hand lays at halves of a brick."""
BONDS = ("none", "half", "english")


@dataclass(frozen=True, order=True)
class Brick:
    """A brick where it lies: its course from the foot, its left end, its length in quarters."""

    course: int
    left: int
    long: int

    @property
    def right(self) -> int:
        """Its right end."""
        return self.left + self.long


def lengths(bond: str, course: int) -> tuple[int, ...]:
    """The bricks of one course of a bond, from the left, in quarters."""
    stretchers = (STRETCHER,) * (LONG // STRETCHER)
    if bond == "none" or course % 2 == 0:
        return stretchers
    if bond == "half":
        return (HALF, *(STRETCHER,) * (LONG // STRETCHER - 1), HALF)
    headers = (LONG - 2 * (HALF + CLOSER)) // HALF
    return (HALF, CLOSER, *(HALF,) * headers, CLOSER, HALF)


def course_of(bond: str, course: int) -> list[Brick]:
    """The bricks of one course of a bond where they lie."""
    found, left = [], 0
    for long in lengths(bond, course):
        found.append(Brick(course, left, long))
        left += long
    return found


def joints(bricks: Sequence[Brick], course: int) -> frozenset[int]:
    """Where a course has its upright joints, quarters from the left end."""
    ends = [brick.right for brick in bricks if brick.course == course]
    starts = {brick.left for brick in bricks if brick.course == course}
    return frozenset(end for end in ends if end in starts or end < LONG) | frozenset(
        start for start in starts if start > 0
    )


def covered(bricks: Sequence[Brick], brick: Brick) -> bool:
    """Whether a brick covers a joint of the course below it."""
    return any(brick.left < at < brick.right for at in joints(bricks, brick.course - 1))


def tied(bricks: Sequence[Brick], foot: int) -> list[list[Brick]]:
    """The bricks from course ``foot`` up, in bodies that hold together: two bricks are tied where
    one lies on the other. From the left; upright joints tie nothing."""
    left = sorted(brick for brick in bricks if brick.course >= foot)
    bodies: list[list[Brick]] = []
    while left:
        body, edge = [], [left.pop(0)]
        while edge:
            brick = edge.pop()
            body.append(brick)
            near = [one for one in left if lies_on(one, brick) or lies_on(brick, one)]
            for one in near:
                left.remove(one)
            edge += near
        bodies.append(sorted(body))
    return sorted(bodies, key=lambda body: min(brick.left for brick in body))


def lies_on(upper: Brick, lower: Brick) -> bool:
    """Whether a brick rests on another by any part."""
    return (
        upper.course == lower.course + 1 and upper.left < lower.right and lower.left < upper.right
    )
