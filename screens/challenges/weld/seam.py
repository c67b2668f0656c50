"""A seam drawn scale by scale, and the faults it may have."""

from __future__ import annotations

import math

from kivy.graphics import Color

from content.exhibition.challenges.weld.rules import Seam
from screens.challenges.brush import oval, spot, stroke
from screens.exhibits.strokes import glow, sheet
from screens.theme import Colour, mix, rgba
from screens.units import u

STRAW, BLUE = rgba("#B9A27A"), rgba("#8494B4")
DARK, SHINE = rgba("#3E4253"), rgba("#F4F2EA")
HOLE, SOOT = rgba("#10121C"), rgba("#4A3A34")
STEEL, SHADE, JOINT = rgba("#B4BCC9"), rgba("#A0A9B8"), rgba("#5A6172")


class _Line:
    """The way of a seam over its plate: where a share of its length lies, px."""

    def __init__(self, seam: Seam, x: float, y: float, wide: float, tall: float) -> None:
        self.lies = wide >= tall
        self.long, short = (wide, tall) if self.lies else (tall, wide)
        self.width = min(short * 0.42, self.long * 0.2)
        self._slant = seam.slant * short * 0.1
        self._x, self._y, self._short = x, y, short

    def at(self, share: float, aside: float = 0) -> tuple[float, float]:
        """A point of the seam, ``aside`` px off its middle."""
        along = share * self.long
        across = self._short / 2 + self._slant * (share - 0.5) * 2 + aside
        if self.lies:
            return self._x + along, self._y + across
        return self._x + across, self._y + along

    def scale(self, share: float, aside: float, long: float, wide: float, colour: Colour) -> None:
        """An oval across the seam."""
        x, y = self.at(share, aside)
        oval(x, y, *((long, wide) if self.lies else (wide, long)), colour)


def paint(seam: Seam, x: float, y: float, wide: float, tall: float) -> None:
    """Draw two plates and the seam that joins them."""
    sheet(x, y, wide, tall, u(22), STEEL)
    line = _Line(seam, x, y, wide, tall)
    if line.lies:
        sheet(x, y, wide, tall / 2, u(22), SHADE)
    else:
        sheet(x + wide / 2, y, wide / 2, tall, u(22), SHADE)
    stroke((line.at(0.03), line.at(0.97)), max(2.0, line.width * 0.08), JOINT, joints=False)
    Color(*mix(SOOT, BLUE, seam.tint)[:3], 0.4)
    heat = line.long * 0.84, line.width * 2.6
    glow(*line.at(0.5), *(heat if line.lies else heat[::-1]))
    _scales(seam, line)
    fault = {
        "pores": _pores,
        "crack": _crack,
        "undercut": _undercut,
        "burn": _burn,
    }.get(seam.fault)
    if fault is not None:
        fault(seam, line)


def _scales(seam: Seam, line: _Line) -> None:
    first, last = 0.09, 0.91
    step = seam.pace * line.width / line.long
    count = int((last - first) / step)
    body = mix(STRAW, BLUE, seam.tint)
    for number in range(count + 1):
        share = first + number * step
        off = share - seam.at
        if seam.fault == "gap" and abs(off) < 0.085 * seam.size + 0.02:
            continue
        width, aside = line.width, 0.0
        if seam.fault == "wander":
            near = math.exp(-((off / 0.3) ** 2))
            width *= 1 + 0.42 * seam.size * near * math.sin(off * 34)
            aside = 0.34 * seam.size * near * line.width * math.sin(off * 21)
        long = step * line.long * 2.3
        line.scale(share, aside, long, width, DARK)
        line.scale(share - step * 0.22, aside, long * 0.9, width * 0.94, body)
        line.scale(
            share - step * 0.3, aside + width * 0.14, long * 0.42, width * 0.5, (*SHINE[:3], 0.35)
        )


def _pores(seam: Seam, line: _Line) -> None:
    w = line.width * seam.size
    places = ((-0.6, 0.12, 0.12), (-0.15, -0.2, 0.15), (0.3, 0.16, 0.1), (0.75, -0.08, 0.14))
    places += ((-1.1, -0.14, 0.08), (1.15, 0.2, 0.09))
    for along, aside, radius in places:
        x, y = line.at(seam.at + along * w / line.long, aside * w * 1.3)
        spot(x, y, radius * w * 1.15, (*SHINE[:3], 0.6))
        spot(x - w * 0.012, y + w * 0.02, radius * w, HOLE)


def _crack(seam: Seam, line: _Line) -> None:
    w = line.width * seam.size
    turns = (-0.02, 0.1, -0.08, 0.06, -0.12, 0.08, -0.04, 0.03)
    points = [
        line.at(seam.at + (number - 3.5) * 0.42 * w / line.long, turn * w * 1.5)
        for number, turn in enumerate(turns)
    ]
    stroke(points, max(3.0, w * 0.1), HOLE)
    stroke((points[3], line.at(seam.at + 0.2 * w / line.long, 0.42 * w)), max(2.0, w * 0.07), HOLE)


def _undercut(seam: Seam, line: _Line) -> None:
    w, reach = line.width, 0.2 * seam.size
    points = [
        line.at(seam.at + reach * part / 3, -w * (0.44 + 0.02 * (part % 2)))
        for part in range(-3, 4)
    ]
    stroke(points, w * 0.2 * seam.size, DARK)
    stroke(points, w * 0.11 * seam.size, HOLE)


def _burn(seam: Seam, line: _Line) -> None:
    x, y = line.at(seam.at)
    w = line.width * seam.size
    spot(x, y, w * 0.72, SOOT)
    spot(x, y, w * 0.58, rgba("#8A5A3C"))
    spot(x, y, w * 0.48, HOLE)
