"""Outlines and facets of stones, in a square from 0 to 1, from the lower left.

A real cut is symmetrical: light that comes in by one facet leaves by its counterpart. The shapes
are simple ones of their own, named after those they resemble.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]

OUTLINES: dict[str, tuple[Point, ...]] = {
    "rhomb": ((0.5, 1.0), (1.0, 0.5), (0.5, 0.0), (0.0, 0.5)),
    "brilliant": ((0.24, 1.0), (0.76, 1.0), (1.0, 0.66), (0.5, 0.0), (0.0, 0.66)),
    "octagon": (
        (0.33, 1.0),
        (0.67, 1.0),
        (1.0, 0.75),
        (1.0, 0.25),
        (0.67, 0.0),
        (0.33, 0.0),
        (0.0, 0.25),
        (0.0, 0.75),
    ),
}
"""Corners to be traced, one after another and back to the first."""


@dataclass(frozen=True)
class Facet:
    """A facet of the right half of a stone; ``anchor`` is where a finger finds it."""

    corners: tuple[Point, ...]
    anchor: Point


def mirrored(point: Point) -> Point:
    """The point on the other side of the stone's axis."""
    return (1.0 - point[0], point[1])


_AXIS, _LOW, _HIGH = 0.5, (0.5, 0.0), (0.5, 1.0)
_HEART = (0.5, 0.5)

HALVES: dict[str, tuple[Facet, ...]] = {
    "rhomb": (
        Facet((_HEART, (1.0, 0.5), _HIGH), (0.67, 0.69)),
        Facet((_HEART, _LOW, (1.0, 0.5)), (0.67, 0.31)),
    ),
    "rose": (
        Facet((_HEART, (0.86, 0.86), _HIGH), (0.61, 0.84)),
        Facet((_HEART, (1.0, 0.5), (0.86, 0.86)), (0.89, 0.67)),
        Facet((_HEART, (0.86, 0.14), (1.0, 0.5)), (0.89, 0.33)),
        Facet((_HEART, _LOW, (0.86, 0.14)), (0.61, 0.16)),
    ),
    "emerald": (
        Facet((_HIGH, (0.5, 0.68), (0.68, 0.68), (0.76, 1.0)), (0.6, 0.84)),
        Facet(((0.76, 1.0), (0.68, 0.68), (0.76, 0.62), (1.0, 0.76)), (0.87, 0.82)),
        Facet(((1.0, 0.76), (0.76, 0.62), (0.76, 0.38), (1.0, 0.24)), (0.88, 0.5)),
        Facet(((0.76, 0.0), (0.68, 0.32), (0.76, 0.38), (1.0, 0.24)), (0.87, 0.18)),
        Facet((_LOW, (0.5, 0.32), (0.68, 0.32), (0.76, 0.0)), (0.6, 0.16)),
        Facet(
            (
                (0.5, 0.68),
                (0.68, 0.68),
                (0.76, 0.62),
                (0.76, 0.38),
                (0.68, 0.32),
                (0.5, 0.32),
            ),
            (0.6, 0.5),
        ),
    ),
}
"""Right halves; the left ones are mirrored."""
