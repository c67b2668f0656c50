"""A hat or a tool one drags onto oneself."""

from __future__ import annotations

from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.properties import ObjectProperty

from screens.damage import damage
from screens.selfie.place import within
from screens.units import u
from screens.widgets.press import Pressable
from screens.widgets.surface import Picture


class Prop(Pressable):
    """Follows the finger that took it, and stays inside ``room`` (x, y, width, height, px)."""

    room = ObjectProperty((0.0, 0.0, 0.0, 0.0))

    def __init__(self, picture: str, side: float, label: str, **kwargs: Any) -> None:
        super().__init__(
            label=label, role="slider", size_hint=(None, None), size=(u(side), u(side)), **kwargs
        )
        self.picture = Picture(picture, side)
        self.add_widget(self.picture)
        self.touched = False
        """Whether somebody has moved it."""
        self.bind(pos=self._follow, room=self._keep)

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))
        self.nudge(touch.dx, touch.dy)
        return True

    def nudge(self, dx: float, dy: float) -> None:
        """Move by px, as far as there is room."""
        self.touched = True
        before = (*self.pos, *self.size)
        self.pos = within(self.room, self.x + dx, self.y + dy, self.width, self.height)
        for x, y, wide, tall in (before, (*self.pos, *self.size)):
            damage.mark(x - 2, y - 2, wide + 4, tall + 4)

    def grow(self, side: float) -> None:
        """Be ``side`` px across."""
        self.size = self.picture.size = (side, side)

    def _follow(self, *_args: Any) -> None:
        self.picture.pos = self.pos

    def _keep(self, *_args: Any) -> None:
        self.pos = within(self.room, self.x, self.y, self.width, self.height)
