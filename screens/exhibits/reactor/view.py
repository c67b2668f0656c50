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
        self._held: MotionEvent | None = None
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
        core.draw(reactor, self._seconds, 1.0 if self._held is not None else pulse)
        self.day.draw(reactor, reactor.harmony)
        self.stars.draw(reactor, reactor.harmony, self._seconds)

    def advance(self, seconds: float) -> None:
        self._seconds += min(seconds, 4 * STEP)
        self.stars.step(self.reactor, min(seconds, 4 * STEP))
        super().advance(seconds)
        if self.reactor.tripped:
            self._let_go()

    def restart(self) -> None:
        self._let_go()
        self._found_out = False
        self._played = 0.0
        self.reactor.restart()
        self.day.forget()
        self.draw()

    def stop(self) -> None:
        super().stop()
        self._let_go()

    def demonstrate(self, seconds: float) -> None:
        if seconds > 1.5:
            sway = 0.012 * math.sin(seconds * 1.1)
            self.pull(rods_for(demand(self.reactor.hour + LEAD_H)) + sway)

    def pull(self, share: float) -> None:
        """Take the bar to a share of its way."""
        self._found_out = True
        self.reactor.lift(share)

    # Fingers

    def on_touch_down(self, touch: MotionEvent) -> bool:
        super().on_touch_down(touch)
        box = self.core.box
        inside = box.x <= touch.x <= box.x + box.width and box.y <= touch.y <= box.top
        if not inside or self._held is not None or self.reactor.tripped:
            return inside
        touch.grab(self)
        self._held = touch
        on_bar = self.core.on_bar(touch.y, self.reactor.rods)
        self._offset = touch.y - self.core.bar_at(self.reactor.rods) if on_bar else 0.0
        self._follow(touch)
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return super().on_touch_move(touch)
        self._touched()
        if touch is self._held:
            self._follow(touch)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        self._touched()
        if touch is self._held:
            self._held = None
        return True

    def _follow(self, touch: MotionEvent) -> None:
        self.pull(self.core.share_at(touch.y - self._offset))

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.ungrab(self)
            self._held = None


def make(exhibit: Exhibit) -> ReactorView:
    """The view at its beginning."""
    return ReactorView(exhibit, Reactor())
