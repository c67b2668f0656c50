"""The reactor's view: one big bar that lowers and lifts the rods; the region shines above."""

from __future__ import annotations

import math

from kivy.input.motionevent import MotionEvent

from content.exhibition.exhibits.reactor.demand import demand
from content.exhibition.exhibits.reactor.model import Reactor, rods_for
from content.model import Exhibit
from screens.exhibits.reactor.core import Core
from screens.exhibits.reactor.day import Day
from screens.exhibits.reactor.stars import Stars
from screens.exhibits.view import STEP, View
from screens.page import Box
from screens.theme import theme

STANDING = 1.05
"""Height over width from which the core lies under the sky instead of beside it."""
LEAD_H = 0.2
"""Hours the demonstration looks ahead, as a good operator does."""


class ReactorView(View):
    """Sky, street and core. The bar follows one finger; another is ignored."""

    def __init__(self, exhibit: Exhibit, model: Reactor) -> None:
        super().__init__(exhibit, model)
        self.reactor = model
        self.core, self.day, self.stars = Core(), Day(), Stars()
        for part in (self.stars, self.day, self.core):
            self.canvas.add(part.canvas)
        self._offset = 0.0
        self._found_out = False
        self._seconds = 0.0

    def lay(self) -> None:
        x, y, wide, tall = self.x, self.y, self.width, self.height
        if tall > wide * STANDING:
            deep, street = tall * 0.47, tall * 0.19
            self.core.lay(Box(x, y, wide, deep))
            self.day.lay(Box(x + wide * 0.02, y + deep + tall * 0.015, wide * 0.96, street))
            self.stars.lay(
                Box(x, y + deep + street + tall * 0.02, wide, tall * 0.97 - deep - street)
            )
        else:
            across = wide * 0.4
            street = tall * 0.34
            self.core.lay(Box(x + wide - across, y, across, tall))
            self.day.lay(Box(x, y + tall * 0.02, wide - across * 1.06, street))
            self.stars.lay(
                Box(x, y + street + tall * 0.03, wide - across * 1.06, tall * 0.96 - street)
            )

    def draw(self) -> None:
        reactor, core = self.reactor, self.core
        pulse = 0.0
        if not self._found_out and not self.demonstrates:
            pulse = 0.7 if theme.calm else 0.5 - 0.5 * math.cos(self._seconds * 2.4)
        core.draw(reactor, self._seconds, 1.0 if self.fingers else pulse)
        self.day.draw(reactor, reactor.harmony)
        self.stars.draw(reactor, reactor.harmony, self._seconds)

    def advance(self, seconds: float) -> None:
        self._seconds += min(seconds, 4 * STEP)
        self.stars.step(self.reactor, min(seconds, 4 * STEP))
        super().advance(seconds)
        if self.reactor.tripped:
            self.free()

    def restart(self) -> None:
        self.free()
        self._found_out = False
        self._played = 0.0
        self.reactor.restart()
        self.day.forget()
        self.draw()

    def demonstrate(self, seconds: float) -> None:
        if seconds > 1.5:
            sway = 0.012 * math.sin(seconds * 1.1)
            self.pull(rods_for(demand(self.reactor.hour + LEAD_H)) + sway)

    def pull(self, share: float) -> None:
        """Take the bar to a share of its way."""
        self._found_out = True
        self.reactor.lift(share)

    # Fingers

    def meets(self, touch: MotionEvent) -> bool:
        box = self.core.box
        return bool(box.x <= touch.x <= box.x + box.width and box.y <= touch.y <= box.top)

    def grasp(self, touch: MotionEvent) -> bool:
        if self.fingers or self.reactor.tripped:
            return False
        on_bar = self.core.on_bar(touch.y, self.reactor.rods)
        self._offset = touch.y - self.core.bar_at(self.reactor.rods) if on_bar else 0.0
        self.follow(touch)
        return True

    def follow(self, touch: MotionEvent) -> None:
        self.pull(self.core.share_at(touch.y - self._offset))


def make(exhibit: Exhibit) -> ReactorView:
    """The view at its beginning."""
    return ReactorView(exhibit, Reactor())
