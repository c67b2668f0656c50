"""A column that scrolls when it is taller than its place: by a finger, or by a button for those
who only tap."""

from __future__ import annotations

from typing import Any

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.stencilview import StencilView

from screens.theme import theme
from screens.units import u

SLOP = 22
"""Design units a finger may wander and still be a tap."""
FRICTION = 0.94
"""Part of the speed kept each sixtieth of a second after the finger lifts."""


class Column(BoxLayout):
    """Children one under another; as tall as they need, or as the scroller if that is more."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("orientation", "vertical")
        kwargs.setdefault("size_hint", (None, None))
        super().__init__(**kwargs)


class Scroller(StencilView):
    """A window onto a :class:`Column`. ``offset`` is how far (px) it is scrolled down."""

    offset = NumericProperty(0)
    overflows = BooleanProperty(False)

    def __init__(self, column: Column, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.column = column
        self.add_widget(column)
        self._speed = 0.0
        self._glide: Any = None
        self._lay = Clock.create_trigger(self._place, -1)
        self.bind(pos=self._lay, size=self._lay, offset=self._lay)
        column.bind(minimum_height=self._lay)
        self._place()

    @property
    def reach(self) -> float:
        """The greatest offset."""
        return float(max(0, self.column.height - self.height))

    def _place(self, *_args: Any) -> None:
        column = self.column
        column.width = self.width
        column.height = max(column.minimum_height, self.height)
        self.overflows = column.minimum_height > self.height + 1
        self.offset = min(max(self.offset, 0), self.reach)
        column.pos = (self.x, self.top - column.height + self.offset)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if not self.collide_point(*touch.pos):
            return False
        self.halt()
        if self.overflows:
            touch.ud.setdefault("scroller", self)
            touch.grab(self)
        return bool(super().on_touch_down(touch)) or self.overflows

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))
        if touch.ud.get("scroller") is not self:
            return False
        if not touch.ud.get("scrolling") and abs(touch.y - touch.oy) > u(SLOP):
            touch.ud["scrolling"] = True
        if touch.ud.get("scrolling"):
            self._speed = touch.dy
            self.offset += touch.dy
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        if touch.ud.get("scrolling") and not theme.calm and abs(self._speed) > 1:
            self._glide = Clock.schedule_interval(self._gliding, 1 / 60)
        return True

    def _gliding(self, _dt: float) -> bool:
        self._speed *= FRICTION
        before = self.offset
        self.offset = min(max(self.offset + self._speed, 0), self.reach)
        if abs(self._speed) < 0.6 or self.offset == before:
            self._glide = None
            return False
        return True

    def page(self, by: float = 0.8) -> None:
        """Scroll by a part of the height; downwards when positive."""
        self.halt()
        goal = min(max(self.offset + self.height * by, 0), self.reach)
        if theme.calm:
            self.offset = goal
        else:
            Animation(offset=goal, d=0.22, t="out_cubic").start(self)

    def halt(self) -> None:
        """Stop gliding."""
        self._speed = 0.0
        if self._glide is not None:
            self._glide.cancel()
            self._glide = None
        Animation.cancel_all(self, "offset")
