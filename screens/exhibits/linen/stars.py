"""The road as seven stars on a line: lit as far as one has come, each a way back."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, Rectangle

from content.exhibition.exhibits.linen.model import Road, Stage
from screens.exhibits import strokes
from screens.exhibits.linen.scene import GOLD, lit
from screens.exhibits.linen.threads import GOLD as GOLDEN
from screens.exhibits.linen.threads import SHADE, STEEL, Threads
from screens.page import Box
from screens.theme import BLACK, WHITE, rgba, theme

COUNT = len(Stage)
BURST_S = 1.4


class Stars:
    """Draws the line."""

    def __init__(self) -> None:
        self.canvas = Canvas()
        self.box = Box(0, 0, 1, 1)
        self.places: list[tuple[float, float]] = []
        self.since = math.inf
        """Seconds since a star was reached."""
        self._laid = False

    def lay(self, box: Box) -> None:
        """Paint everything for a place."""
        self.box = box
        step = box.width / COUNT
        self._size = min(step * 0.2, box.height * 0.22)
        self.places = [
            (box.x + (number + 0.5) * step,
             box.y + box.height * (0.42 + 0.16 * math.sin(number * 1.1 + 0.4)))
            for number in range(COUNT)
        ]  # fmt: skip
        self.canvas.clear()
        self._halos: list[Color] = []
        self._cores: list[tuple[Color, Rectangle]] = []
        bare = theme.contrast
        with self.canvas:
            Color(1, 1, 1, 1)
            self._line = Threads()
            for x, y in self.places:
                self._halos.append(Color(*GOLD[:3], 0))
                strokes.glow(x, y, min(step * 1.1, box.height))
                Color(*(BLACK if bare else rgba("#6F78C9")))
                strokes.ball(x, y, self._size * 1.12)
                Color(*(WHITE if bare else rgba("#1A2272")))
                strokes.ball(x, y, self._size * 0.9)
                self._cores.append((Color(*(BLACK if bare else GOLD)), strokes.ball(x, y, 1)))
        self._laid = True

    def star_at(self, x: float, y: float) -> int | None:
        """The star whose column of the line a finger is on."""
        box = self.box
        if not (box.x <= x < box.x + box.width and box.y <= y <= box.top):
            return None
        return int((x - box.x) / box.width * COUNT)

    def draw(self, road: Road, seconds: float) -> None:
        """Show how far the road is."""
        if not self._laid:
            return
        wide = max(3.0, self._size * 0.2)
        self._line.begin()
        for number in range(COUNT - 1):
            a, b = self.places[number], self.places[number + 1]
            self._line.add(a, b, wide * 0.6, STEEL if not theme.contrast else SHADE)
            part = 1.0 if number < road.reached else 0.0
            if number == road.stage:
                part = max(part, min(1.0, road.progress))
            if part > 0:
                end = (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
                self._line.add(a, end, wide * 1.5, GOLDEN)
        self._line.show()
        whole = road.stage == Stage.SHIRT
        for number, (x, y) in enumerate(self.places):
            here = number == road.stage
            beat = 0.5 - 0.5 * math.cos(seconds * 2 + number * 0.9)
            burst = max(0.0, 1 - self.since / BURST_S) if here else 0.0
            lit(self._halos[number], (0.6 + burst + 0.3 * beat * whole) * (here or whole)
                + 0.3 * (number < road.stage))  # fmt: skip
            colour, core = self._cores[number]
            colour.a = 1.0 if number <= road.reached else 0.0
            size = self._size * (0.86 if here or whole else 0.5) * (1 + 0.5 * burst)
            strokes.put(core, x, y, 2 * size)
