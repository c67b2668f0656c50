"""The sorting yard's view: a touch throws points, or sets the whole way to a track."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color
from kivy.input.motionevent import MotionEvent

from content.exhibition.exhibits.railway.model import Yard
from content.model import Exhibit
from screens.exhibits import strokes
from screens.exhibits.railway.halls import Halls
from screens.exhibits.railway.levers import Levers
from screens.exhibits.railway.plan import Plan
from screens.exhibits.railway.rails import Rails
from screens.exhibits.railway.stock import Stock
from screens.exhibits.view import STEP, View
from screens.page import Box
from screens.theme import theme

STANDING = 1.05
BUMPS = 4
"""Flashes of couplings seen at once."""
BUMP_S = 0.5
THINKS_S = 0.3
"""Seconds the demonstration takes before it throws points."""


class YardView(View):
    """Every touch acts once, when it comes down; nothing is held."""

    def __init__(self, exhibit: Exhibit, model: Yard) -> None:
        super().__init__(exhibit, model)
        self.yard = model
        self.plan: Plan | None = None
        self.rails, self.stock = Rails(), Stock()
        self.halls, self.levers = Halls(), Levers()
        self._flashes = Canvas()
        for part in (self.rails, self.stock, self.levers, self.halls):
            self.canvas.add(part.canvas)
        self.canvas.add(self._flashes)
        self._bumps: list[tuple[float, float, float]] = []
        self._thought = 0.0
        self._seconds = 0.0

    def lay(self) -> None:
        box = Box(self.x, self.y, self.width, self.height)
        self.plan = plan = Plan(box, box.height > box.width * STANDING)
        self.rails.lay(plan)
        self.stock.lay(plan)
        self.levers.lay(plan)
        self.halls.lay(plan)
        self._bumps.clear()
        self._flashes.clear()
        with self._flashes:
            self._lights = [(Color(1, 0.9, 0.6, 0), strokes.glow(0, 0, 1)) for _n in range(BUMPS)]

    def draw(self) -> None:
        plan = self.plan
        if plan is None:
            return
        yard = self.yard
        pulse = 0.7 if theme.calm else 0.5 - 0.5 * math.cos(self._seconds * 2.6)
        asks = yard.head.track is None
        self.rails.draw(yard, pulse, asks)
        self.stock.draw(yard, 0.85 * pulse if asks else 0.0)
        self.levers.draw(yard, pulse, self.wrong())
        self.halls.draw(yard, pulse, asks)
        self._bumps = [bump for bump in self._bumps if self._seconds - bump[2] < BUMP_S][-BUMPS:]
        for number, (colour, light) in enumerate(self._lights):
            if colour.a:
                colour.a = 0.0
                strokes.put(light, 0, 0, 0)
            if number < len(self._bumps) and not theme.contrast:
                x, y, since = self._bumps[number]
                part = (self._seconds - since) / BUMP_S
                colour.a = 0.8 * (1 - part)
                strokes.put(light, x, y, plan.girth * (1.2 + 1.6 * part))

    def advance(self, seconds: float) -> None:
        self._seconds += min(seconds, 4 * STEP)
        super().advance(seconds)
        if self.yard.moving:
            # What a hand began is finished in the calm mode too.
            self._quiet = 0.0
        if self.plan is not None:
            for track, place, _speed in self.yard.bumps:
                self._bumps.append((*self.plan.at(place, track // 2, track), self._seconds))

    def demonstrate(self, seconds: float) -> None:
        """Throws the next wagon's points one by one, as a hand would."""
        plan = self.plan
        if plan is None:
            return
        self._thought += STEP
        if self._thought < THINKS_S:
            return
        self._thought = 0.0
        for number in sorted(self.wrong()):
            if not self.yard.locked(number):
                self.press(*plan.knob(number))
                return
        self.yard.touch()

    def restart(self) -> None:
        self.yard.restart()
        self._bumps.clear()
        self.draw()

    def wrong(self) -> set[int]:
        """Points that lie the other way than the next wagon needs."""
        head = self.yard.head
        if head.track is not None:
            return set()
        branch, leg = divmod(head.town, 2)
        found = set()
        if head.branch is None and self.yard.points[0] != bool(branch):
            found.add(0)
        if head.branch in (None, branch) and self.yard.points[1 + branch] != bool(leg):
            found.add(1 + branch)
        return found

    def press(self, x: float, y: float) -> bool:
        """A touch at a place; whether there was anything."""
        plan = self.plan
        if plan is None:
            return False
        self.yard.touch()
        lever = self.levers.at(x, y)
        if lever is not None:
            if not self.yard.flip(lever):
                self.levers.refuse(lever)
            return True
        track = plan.track_at(x, y)
        if track is None:
            return False
        before = list(self.yard.points)
        if not self.yard.route(track):
            for number in (0, 1 + track // 2):
                if self.yard.locked(number) and before[number] == self.yard.points[number]:
                    self.levers.refuse(number)
        return True

    def grasp(self, touch: MotionEvent) -> bool:
        self.press(*touch.pos)
        return False


def make(exhibit: Exhibit) -> YardView:
    """The view at its beginning."""
    return YardView(exhibit, Yard())
