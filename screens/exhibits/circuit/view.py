"""The circuit's view: cables drawn from post to post, a switch, a fuse, and four tools to wake."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, Point
from kivy.input.motionevent import MotionEvent

from content.exhibition.exhibits.circuit.model import Circuit
from content.model import Exhibit
from screens.exhibits.circuit.garland import Garland
from screens.exhibits.circuit.hands import Hands
from screens.exhibits.circuit.places import Places, hang, places
from screens.exhibits.circuit.play import Play
from screens.exhibits.circuit.supply import Supply
from screens.exhibits.circuit.tools import TOOLS
from screens.exhibits.view import STEP, View
from screens.page import Box
from screens.shapes import disc
from screens.theme import BLACK, rgba, theme

FIRST = ("lamp.b", "minus")
"""The cable that is plainly missing at the beginning."""
HINTS = 9


class CircuitView(View):
    """The bench. Each finger holds one cable; posts, cables, switch and fuse act on touch down."""

    def __init__(self, exhibit: Exhibit, model: Circuit) -> None:
        super().__init__(exhibit, model)
        self.circuit = model
        self.places: Places | None = None
        self.hands = Hands(model)
        self._garland, self._supply = Garland(), Supply()
        self._tools = {name: kind() for name, kind in TOOLS.items()}
        self._flow = Canvas()
        for part in (self._garland, *self._tools.values(), self._supply, self.hands):
            self.canvas.add(part.canvas)
        self.canvas.add(self._flow)
        self._play = Play()
        self._found_out = False
        self._seconds = self._drawn = 0.0

    def lay(self) -> None:
        self.places = found = places(Box(self.x, self.y, self.width, self.height))
        self._garland.lay(found.garland)
        for name, cell in found.cells.items():
            self._tools[name].lay(cell)
        self._supply.lay(found)
        self.hands.lay(found)
        self._flow.clear()
        size = max(1.5, found.thick * 0.3)
        with self._flow:
            Color(*(rgba("#FFFFFF") if theme.contrast else rgba("#FFF6D8")))
            self._dots = Point(texture=disc(), pointsize=size)
            Color(*(BLACK if theme.contrast else rgba("#FFC94D")))
            self._hint = Point(texture=disc(), pointsize=size * 1.5)

    def draw(self) -> None:
        found = self.places
        if found is None:
            return
        wave = 0.5 - 0.5 * math.cos(self._seconds * 2.6)
        pulse = 0.7 if theme.calm else wave
        passed, self._drawn = self._seconds - self._drawn, self._seconds
        self._dots.points = self.hands.draw(max(0.0, passed))
        self._supply.draw(self.circuit, pulse)
        targets = self.hands.targets()
        asks = not self._found_out and not self.demonstrates
        for post in found.posts:
            strength = 1.0 if post in targets else 0.8 * pulse if asks and post in FIRST else 0.0
            self._supply.light(post, strength)
        self._hint.points = self._ghost(found) if asks else []
        for name, tool in self._tools.items():
            tool.show(self.circuit.tools[name], self._seconds)
        self._garland.draw(self.circuit.working, self._seconds)

    def advance(self, seconds: float) -> None:
        self._seconds += min(seconds, 4 * STEP)
        super().advance(seconds)

    def demonstrate(self, seconds: float) -> None:
        self._play.play(self, seconds)

    def restart(self) -> None:
        self.free()
        self._found_out = False
        self._played = 0.0
        self.circuit.restart()
        self.hands.clear()
        self.draw()

    def _ghost(self, found: Places) -> list[float]:
        """Dots that run where the missing cable would hang."""
        path = hang(found.posts[FIRST[0]], found.posts[FIRST[1]], self.height * 0.02)
        shift = 0.5 if theme.calm else (self._seconds * 0.7) % 1
        points: list[float] = []
        for number in range(HINTS):
            place = (number + shift) / HINTS * (len(path) - 1)
            before = min(int(place), len(path) - 2)
            (ax, ay), (bx, by) = path[before], path[before + 1]
            points += (ax + (bx - ax) * (place - before), ay + (by - ay) * (place - before))
        return points

    # Fingers

    def grasp(self, touch: MotionEvent) -> bool:
        found = self.places
        if found is None:
            return False
        self._found_out = True
        on_post = found.post_at(*touch.pos) is not None
        if not on_post and _within(found.switch, touch):
            self.circuit.flip()
        elif not on_post and _within(found.fuse, touch):
            self.circuit.push_fuse()
        elif self.hands.take(touch, *touch.pos):
            return touch in self.hands.held
        return False

    def follow(self, touch: MotionEvent) -> None:
        self.hands.move(touch, *touch.pos)

    def let_go(self, touch: MotionEvent) -> None:
        self.hands.drop(touch)

    def free(self) -> None:
        super().free()
        for key in list(self.hands.held):
            self.hands.drop(key)


def _within(box: Box, touch: MotionEvent) -> bool:
    return bool(box.x <= touch.x <= box.x + box.width and box.y <= touch.y <= box.y + box.height)


def make(exhibit: Exhibit) -> CircuitView:
    """The view at its beginning."""
    return CircuitView(exhibit, Circuit())
