"""Pressing: what every control shares.

A control acts on the press, at once. Inside a list that can scroll it acts when the finger
lifts without having moved, for the same touch may turn out to be a scroll.
"""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty
from kivy.uix.floatlayout import FloatLayout

from screens.damage import damage
from screens.kv import load_kv
from screens.theme import theme
from screens.units import u

load_kv(__file__)


class Pressable(FloatLayout):
    """A control. Dispatches ``on_act``; looks pressed while a finger is on it."""

    __events__ = ("on_act",)

    label = StringProperty("")
    """What it does, in words: for the tour, tests and speech."""
    role = StringProperty("button")
    pressed = BooleanProperty(False)
    lively = BooleanProperty(True)
    """Whether it takes touches now."""

    outlives_its_place = False
    """Whether a press still acts when the control was taken away in the frame between: a letter
    typed with two fingers as the board changed."""
    text_px = NumericProperty(0)
    """Pixels of its smallest text; 0 for a picture alone."""
    fg = ColorProperty((0, 0, 0, 1))
    bg = ColorProperty((1, 1, 1, 1))

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if self.disabled or not self.lively or self.opacity == 0:
            return False
        if not self.collide_point(*touch.pos) or touch.ud.get("spent"):
            return bool(super().on_touch_down(touch))
        touch.grab(self)
        self.pressed = True
        if not self._may_scroll():
            touch.ud["acted"] = True
            self._soon()
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is self and touch.ud.get("scrolling"):
            self._let_go(touch)
            return True
        return touch.grab_current is self or bool(super().on_touch_move(touch))

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        acts = not touch.ud.get("acted") and not touch.ud.get("scrolling")
        self._let_go(touch)
        if acts and self.collide_point(*touch.pos):
            self._soon()
        return True

    def on_act(self) -> None:
        """What the control does; bind it."""

    def _let_go(self, touch: MotionEvent) -> None:
        touch.ungrab(self)
        self.pressed = False

    def _soon(self) -> None:
        # The next frame, so that the press itself is drawn in this one.
        Clock.schedule_once(self._act, 0)

    def _act(self, _dt: float) -> None:
        if self.outlives_its_place or self.get_parent_window() is not None:
            self.dispatch("on_act")

    def _may_scroll(self) -> bool:
        parent: Any = self.parent
        while parent is not None and parent is not parent.parent:
            if getattr(parent, "overflows", False):
                return True
            parent = parent.parent
        return False


class Key(Pressable):
    """A control drawn as a physical key: a face on an edge; pressed, the face sits down."""

    fill = ColorProperty((1, 1, 1, 1))
    edge_colour = ColorProperty((0, 0, 0, 1))
    edge = NumericProperty(0)
    radius = NumericProperty(0)
    line = NumericProperty(0)
    line_colour = ColorProperty((0, 0, 0, 0))
    sunk = NumericProperty(0)
    corner = NumericProperty(1)

    def __init__(self, **kwargs: Any) -> None:
        edge = kwargs.pop("edge", 8)
        radius = kwargs.pop("radius", 40)
        super().__init__(**kwargs)
        self.edge = u(edge)
        self.radius = u(radius)
        if theme.contrast:
            palette = theme.palette("linen")
            self.line = u(palette.line)
            self.line_colour = palette.line_colour

    def on_pressed(self, _key: Any, pressed: bool) -> None:
        self.sunk = self.edge if pressed else 0
        x, y = self.to_window(*self.pos)
        damage.mark(x - 2, y - self.edge - 2, self.width + 4, self.height + self.edge + 4)
