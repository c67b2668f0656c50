"""Injected fingers: Kivy's own motion events, sent down the road real ones take."""

from __future__ import annotations

from itertools import count

from kivy.base import EventLoop
from kivy.input.motionevent import MotionEvent

_numbers = count(1)


class Finger(MotionEvent):
    """A finger on the glass. Positions are window pixels from the bottom left, as Kivy's are."""

    def __init__(self, x: float, y: float) -> None:
        super().__init__("driver", next(_numbers), _share(x, y), is_touch=True, type_id="touch")
        self.profile = ["pos"]

    def depack(self, args: tuple[float, float]) -> None:
        """Take over a position, in shares of the window."""
        self.sx, self.sy = args
        super().depack(args)

    def down(self) -> Finger:
        """Touch the glass."""
        EventLoop.post_dispatch_input("begin", self)
        return self

    def arrive(self, kind: str) -> None:
        """``begin``, ``update`` or ``end`` within the next frame, where the loop finds real
        fingers: after the clock's tick, so that a press is drawn before what it does."""
        EventLoop.input_events.append((kind, self))

    def to(self, x: float, y: float) -> Finger:
        """Slide there in one movement."""
        self.move(_share(x, y))
        EventLoop.post_dispatch_input("update", self)
        return self

    def up(self) -> None:
        """Leave the glass."""
        self.update_time_end()
        EventLoop.post_dispatch_input("end", self)


def _share(x: float, y: float) -> tuple[float, float]:
    window = EventLoop.window
    return x / (window.width - 1.0), y / (window.height - 1.0)
