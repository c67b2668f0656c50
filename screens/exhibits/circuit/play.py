"""How the bench shows itself: what a pair of hands does with it, second by second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screens.exhibits.circuit.view import CircuitView

HAND = "demonstration"
LOOP_S = 21.0
DRAG_S = 0.85


@dataclass(frozen=True)
class Drag:
    """A cable drawn from one post to another, beginning at a second of the loop."""

    at: float
    start: str
    end: str


DRAGS = (
    Drag(0.9, "lamp.b", "minus"),
    Drag(2.6, "plus", "fan.a"),
    Drag(3.8, "fan.b", "minus"),
    Drag(5.4, "plus", "drill.a"),
    Drag(6.6, "drill.b", "minus"),
    Drag(8.2, "plus", "press.a"),
    Drag(9.4, "press.b", "minus"),
    Drag(14.0, "plus", "minus"),
)
PLUCK_AT, PLUCKED_AT, PUSH_AT = 16.0, 17.0, 17.8


class Play:
    """Plays on a view by the inputs a finger has."""

    def __init__(self) -> None:
        self._before = 0.0

    def play(self, view: CircuitView, seconds: float) -> None:
        """Do what is due at ``seconds`` since the beginning."""
        now = seconds % LOOP_S
        if now < self._before:
            view.restart()
        before, self._before = self._before, now
        if view.places is None:
            return
        posts = view.places.posts
        for drag in DRAGS:
            (ax, ay), (bx, by) = posts[drag.start], posts[drag.end]
            if before < drag.at <= now:
                view.hands.take(HAND, ax, ay)
            part = (now - drag.at) / DRAG_S
            if 0 < part <= 1:
                smooth = part * part * (3 - 2 * part)
                view.hands.move(HAND, ax + (bx - ax) * smooth, ay + (by - ay) * smooth)
            elif before <= drag.at + DRAG_S < now:
                view.hands.move(HAND, bx, by)
                view.hands.drop(HAND)
        self._repair(view, before, now)

    def _repair(self, view: CircuitView, before: float, now: float) -> None:
        """Pull the short off and push the fuse back in."""
        assert view.places is not None
        short = view.hands.fixed.get(("minus", "plus"))
        if before < PLUCK_AT <= now and short is not None:
            view.hands.take(HAND, *short.points[len(short.points) // 2])
        if PLUCK_AT < now <= PLUCKED_AT:
            part = (now - PLUCK_AT) / (PLUCKED_AT - PLUCK_AT)
            x, y = view.places.posts["plus"]
            view.hands.move(HAND, x - part * view.width * 0.16, y + part * view.height * 0.1)
        if before < PLUCKED_AT <= now:
            view.hands.drop(HAND)
        if before < PUSH_AT <= now:
            view.circuit.push_fuse()
