"""The diamond's view: pull the facets and the lamp, and see where the light goes."""

from __future__ import annotations

import math

from kivy.input.motionevent import MotionEvent

from content.exhibition.exhibits.diamond.model import Diamond
from content.model import Exhibit
from screens.exhibits.diamond.bench import Bench
from screens.exhibits.diamond.face import Face
from screens.exhibits.view import STEP, View
from screens.page import Box
from screens.theme import theme

STANDING = 1.05
"""Height over width from which the face lies above the section instead of beside it."""
SAME = {"left": "crown", "right": "crown"}
"""Handles that move one thing."""
LOOP_S = 20.0


class DiamondView(View):
    """Section and face. Each finger holds one handle; what is held is not taken again."""

    def __init__(self, exhibit: Exhibit, model: Diamond) -> None:
        super().__init__(exhibit, model)
        self.diamond = model
        self.bench, self.face = Bench(), Face()
        for part in (self.face, self.bench):
            self.canvas.add(part.canvas)
        self.held: dict[MotionEvent, tuple[str, float, float]] = {}
        self._met = False
        self._seconds = 0.0
        self._alive = False

    def lay(self) -> None:
        x, y, wide, tall = self.x, self.y, self.width, self.height
        if tall > wide * STANDING:
            deep = tall * 0.68
            self.bench.lay(Box(x, y, wide, deep), Box(x, y, wide, tall))
            self.face.lay(Box(x, y + deep, wide, tall - deep))
        else:
            across = min(wide * 0.58, max(wide * 0.5, tall * 0.95))
            self.bench.lay(Box(x, y, across, tall), Box(x, y, wide, tall))
            self.face.lay(Box(x + across, y, wide - across, tall))

    def draw(self) -> None:
        asks = 0.0
        if not self._met and not self.demonstrates:
            asks = 0.8 if theme.calm else 0.5 - 0.5 * math.cos(self._seconds * 2.4)
        names = {name for name, _dx, _dy in self.held.values()}
        self.bench.draw(self.diamond, self._seconds, asks, names)
        self.face.draw(self.diamond, self._seconds)

    def advance(self, seconds: float) -> None:
        passed = min(seconds, 4 * STEP)
        self._seconds += passed
        self.face.since += passed
        super().advance(seconds)
        if self.diamond.alive and not self._alive:
            self.face.since = 0.0
        # A little behind, so that a hand on the border does not make it spark again and again.
        self._alive = self.diamond.alive or (self._alive and self.diamond.life > 0.8)

    def restart(self) -> None:
        self.free()
        self._met = self._alive = False
        self.face.since = math.inf
        self.diamond.restart()
        self.draw()

    def demonstrate(self, seconds: float) -> None:
        now = seconds % LOOP_S
        self.diamond.shine(26 * math.sin(seconds * 0.8))
        if now < 9:
            self.diamond.cut(pavilion=29 + 12.2 * _smooth((now - 1) / 6))
        elif now < 16:
            self.diamond.cut(crown=28 + 5 * math.sin((now - 9) / 7 * math.pi))
        else:
            self.diamond.cut(pavilion=41.2 - 12.2 * _smooth((now - 16.5) / 3))

    # Fingers

    def grasp(self, touch: MotionEvent) -> bool:
        box = self.bench.box
        inside = box.x <= touch.x <= box.x + box.width and box.y <= touch.y <= box.top
        if not inside or not self.bench.handles:
            return False
        name = self._nearest(touch.x, touch.y)
        things = {SAME.get(taken, taken) for taken, _dx, _dy in self.held.values()}
        if SAME.get(name, name) in things:
            return False
        x, y = self.bench.handles[name]
        self.held[touch] = (name, touch.x - x, touch.y - y)
        self._met = True
        return True

    def _nearest(self, x: float, y: float) -> str:
        """The handle under a finger, or else the one whose part of the stone it is on."""
        far, name = min((math.dist((x, y), at), name) for name, at in self.bench.handles.items())
        if far <= self.bench.knob * 1.6:
            return name
        if y < self.bench.cy:
            return "culet"
        top = self.bench.handles["left"][1] + self.bench.knob
        if y > top:
            return "lamp"
        return "left" if x < self.bench.cx else "right"

    def follow(self, touch: MotionEvent) -> None:
        name, dx, dy = self.held[touch]
        if name == "lamp":
            self.diamond.shine(self.bench.lean_at(touch.x - dx))
        elif name == "culet":
            self.diamond.cut(pavilion=self.bench.pavilion_at(touch.y - dy))
        else:
            self.diamond.cut(crown=self.bench.crown_at(touch.y - dy))

    def let_go(self, touch: MotionEvent) -> None:
        del self.held[touch]

    def free(self) -> None:
        super().free()
        self.held.clear()


def _smooth(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return part * part * (3 - 2 * part)


def make(exhibit: Exhibit) -> DiamondView:
    """The view at its beginning."""
    return DiamondView(exhibit, Diamond())
