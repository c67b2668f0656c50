"""What an exhibit's redrawing is compared with: as many plain pictures as it draws things.

A thing is an instruction of the view's canvas that puts pixels on the screen: a rectangle, a
rounded sheet, a mesh, a row of points. Each becomes one picture of the pack, a rectangle with one
texture, of the area the thing covers and about where it is. What covers nothing now (a light that
is out of size, an empty mesh) is no thing. So both put as many pixels on the screen by as many
draws; the exhibit also steps its model, decides what moved, and changes its instructions.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any, NamedTuple

from kivy.graphics import Color, Line, Mesh, Point, Rectangle
from kivy.graphics.instructions import InstructionGroup, VertexInstruction
from kivy.uix.widget import Widget

from screens.pictures import album

PICTURE = "star"
SIDE = 96
"""The atlas it is taken from: the small one, sampled as every picture of the kiosk is."""


class Thing(NamedTuple):
    """What one instruction covers: its left lower corner, width and height, px."""

    x: float
    y: float
    width: float
    height: float


def things(view: Widget) -> list[Thing]:
    """What a view draws now, cut to its box; without regard to what turns or moves it."""
    found = [thing for one in _drawn(view.canvas) if (thing := _covers(one)) is not None]
    whole = []
    for x, y, wide, tall in found:
        wide, tall = min(wide, view.width), min(tall, view.height)
        left = max(view.x, min(x, view.x + view.width - wide))
        low = max(view.y, min(y, view.y + view.height - tall))
        if wide * tall >= 1:
            whole.append(Thing(left, low, wide, tall))
    return whole


def pictures(of: list[Thing]) -> Widget:
    """A widget that draws a plain picture for each of them."""
    widget = Widget(size_hint=(None, None), size=(1, 1))
    texture = album.texture(PICTURE, SIDE)
    with widget.canvas:
        Color(1, 1, 1, 1)
        for x, y, wide, tall in of:
            Rectangle(texture=texture, pos=(x, y), size=(wide, tall))
    return widget


def _drawn(group: Any) -> list[VertexInstruction]:
    found = []
    for one in group.children:
        if isinstance(one, VertexInstruction):
            found.append(one)
        elif isinstance(one, InstructionGroup):
            found += _drawn(one)
    return found


def _covers(one: Any) -> Thing | None:
    if isinstance(one, Point):
        return _square(one.points, len(one.points) / 2 * (2 * one.pointsize) ** 2)
    if isinstance(one, Line):
        places = list(zip(one.points[::2], one.points[1::2], strict=True))
        long = sum(math.dist(a, b) for a, b in pairwise(places))
        return _square(one.points, long * 2 * one.width)
    if isinstance(one, Mesh):
        corners = list(one.vertices)
        places = [(corners[n], corners[n + 1]) for n in range(0, len(corners), 4)]
        flat = [value for place in places for value in place]
        return _square(flat, _area(places, list(one.indices), one.mode))
    if hasattr(one, "pos") and hasattr(one, "size"):
        (x, y), (wide, tall) = one.pos, one.size
        return Thing(x, y, wide, tall) if wide > 0 and tall > 0 else None
    flat = list(getattr(one, "points", ()))
    places = list(zip(flat[::2], flat[1::2], strict=True))
    return _square(flat, _area(places, list(range(len(places))), "triangle_fan"))


def _square(flat: Any, area: float) -> Thing | None:
    """A square of an area in the middle of places."""
    if not flat or area <= 0:
        return None
    side = math.sqrt(area)
    x, y = (min(flat[n::2]) / 2 + max(flat[n::2]) / 2 for n in (0, 1))
    return Thing(x - side / 2, y - side / 2, side, side)


def _area(places: list[tuple[float, float]], indices: list[int], mode: str) -> float:
    order = [places[index] for index in indices if index < len(places)]
    if mode == "triangles":
        three = [tuple(order[n : n + 3]) for n in range(0, len(order) - 2, 3)]
    elif mode == "triangle_strip":
        three = [tuple(order[n : n + 3]) for n in range(len(order) - 2)]
    else:
        three = [(order[0], order[n], order[n + 1]) for n in range(1, len(order) - 1)]
    return sum(
        abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2 for a, b, c in three
    )
