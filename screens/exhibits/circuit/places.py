"""Where everything on the bench stands, for any size of its place."""

from __future__ import annotations

import math
from dataclasses import dataclass

from content.exhibition.exhibits.circuit.model import KINDS, MINUS, PLUS
from screens.page import Box

Point = tuple[float, float]
BENDS = 18
"""Pieces a cable is drawn of."""


@dataclass(frozen=True)
class Places:
    """All in px. ``radius`` is a post's, ``reach`` how near a finger takes it."""

    box: Box
    garland: Box
    cells: dict[str, Box]
    posts: dict[str, Point]
    panel: Box
    switch: Box
    fuse: Box
    meter: Box
    radius: float
    reach: float
    thick: float

    def post_at(self, x: float, y: float) -> str | None:
        """The nearest post within reach."""
        far, post = min((math.dist((x, y), place), post) for post, place in self.posts.items())
        return post if far <= self.reach else None


def places(box: Box) -> Places:
    """Tools above, their posts under them, the supply at the foot."""
    wide, tall = box.width, box.height
    deep = min(tall * 0.27, wide * 0.29)
    radius = min(wide * 0.044, tall * 0.055)
    row = box.y + deep + (tall - deep) * 0.38
    strip = tall * 0.075
    step = wide / len(KINDS)
    low = row + radius * 1.45
    cells, posts = {}, {}
    for number, kind in enumerate(KINDS):
        left = box.x + number * step
        cells[kind.name] = Box(left + step * 0.04, low, step * 0.92, box.y + tall - strip - low)
        posts[f"{kind.name}.a"] = (left + step * 0.25, row)
        posts[f"{kind.name}.b"] = (left + step * 0.75, row)
    panel = Box(box.x + wide * 0.02, box.y, wide * 0.96, deep)
    middle = box.x + wide / 2
    high = box.y + deep - radius * 0.5
    posts[PLUS] = (middle - wide * 0.15, high)
    posts[MINUS] = (middle + wide * 0.15, high)
    side = wide * 0.25
    return Places(
        box=box,
        garland=Box(box.x, box.y + tall - strip, wide, strip),
        cells=cells,
        posts=posts,
        panel=panel,
        switch=Box(panel.x + wide * 0.02, panel.y, side, deep),
        fuse=Box(panel.x + panel.width - wide * 0.02 - side, panel.y, side, deep),
        meter=Box(middle - wide * 0.15, box.y + deep * 0.1, wide * 0.3, deep * 0.58),
        radius=radius,
        reach=max(radius * 1.5, wide * 0.058),
        thick=max(5.0, radius * 0.42),
    )


def hang(start: Point, end: Point, slack: float) -> list[Point]:
    """The points of a cable that hangs between two places; ``slack`` px at least."""
    (ax, ay), (bx, by) = start, end
    sag = slack + 0.14 * math.dist(start, end)
    mx, my = (ax + bx) / 2, (ay + by) / 2 - sag
    found = []
    for number in range(BENDS + 1):
        part = number / BENDS
        rest = 1 - part
        found.append(
            (
                rest * rest * ax + 2 * rest * part * mx + part * part * bx,
                rest * rest * ay + 2 * rest * part * my + part * part * by,
            )
        )
    return found
