"""A string of bulbs over the bench: three more shine with each tool that works."""

from __future__ import annotations

import itertools
import math

from kivy.graphics import Canvas, Color

from content.exhibition.exhibits.circuit.model import KINDS
from screens.exhibits import strokes
from screens.exhibits.circuit.places import hang
from screens.exhibits.circuit.tools import ink
from screens.page import Box
from screens.shapes import lines
from screens.theme import BLACK, WHITE, mix, rgba, theme

EACH = 3
COUNT = EACH * len(KINDS)
HUES = ("#FFC94D", "#FF8A66", "#7BD88F", "#7FC4FF", "#D9A6FF")
OFF = rgba("#39429F")
EASE = 0.12
"""Part of the way a bulb's light goes in a frame."""


class Garland:
    """Draws the string."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self._bulbs: list[tuple[Color, Color]] = []
        self._levels = [0.0] * COUNT

    def lay(self, box: Box) -> None:
        """Paint everything for a place."""
        self.canvas.clear()
        self._bulbs = []
        radius = min(box.height * 0.24, box.width * 0.014)
        high = box.y + box.height * 0.86
        nails = [box.x + box.width * part / len(KINDS) for part in range(len(KINDS) + 1)]
        with self.canvas:
            Color(*ink("#8A90B8"))
            places = []
            for left, right in itertools.pairwise(nails):
                rope = hang((left, high), (right, high), 0)
                lines(list(itertools.pairwise(rope)), max(2, radius * 0.2))
                places += [rope[round(part * (len(rope) - 1))] for part in (0.2, 0.5, 0.8)]
            for number, (x, y) in enumerate(places):
                y -= radius
                hue = rgba(HUES[number % len(HUES)])
                halo = Color(*hue[:3], 0)
                strokes.glow(x, y, radius * (0.1 if theme.contrast else 6))
                Color(*ink("#C9CEF0"))
                strokes.ball(x, y, radius * 1.16)
                core = Color(*OFF)
                strokes.ball(x, y, radius)
                self._bulbs.append((halo, core))

    def draw(self, working: int, seconds: float) -> None:
        """Show so many tools at work; when all work the string breathes."""
        feast = working == len(KINDS)
        for number, (halo, core) in enumerate(self._bulbs):
            goal = 1.0 if number < working * EACH else 0.0
            level = self._levels[number]
            level += (goal - level) * EASE
            self._levels[number] = level
            breath = 0.75 + 0.25 * math.sin(seconds * 2.2 + number * 1.3) if feast else 0.8
            halo.a = 0.0 if theme.contrast else level * breath
            hue = BLACK if theme.contrast else rgba(HUES[number % len(HUES)])
            core.rgba = mix(WHITE if theme.contrast else OFF, hue, level)
