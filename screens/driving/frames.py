"""Frames drawn one by one on a clock that stands still in between.

A tour so needs no minute to see the idle warning, and its pictures are the same on a quick
machine and on a slow one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from kivy.animation import Animation
from kivy.base import EventLoop, runTouchApp, stopTouchApp
from kivy.clock import Clock
from kivy.lang import Builder

FRAME = 1 / 60
"""Seconds the clock moves on with each frame."""
MOST = 240
"""Frames waited for quiet at most: a sky that breathes is never quiet."""
SOON = 1 / 50
"""An event due within this many seconds belongs to what is under way."""


class Frames:
    """Kivy's loop, stepped by hand. ``first`` and ``last`` are the moments
    (``time.perf_counter``) of the first and the last frame that drew something since
    :meth:`mark`, None where none did."""

    def __init__(self, window: Any, *, polls: bool = False) -> None:
        self.window = window
        self.first: float | None = None
        self.last: float | None = None
        self._polls = polls
        self._unseen = 0
        runTouchApp(embedded=True)  # makes the loop, does not enter it
        EventLoop.idle()
        self._now = Clock.get_time()  # goes on from the last real tick: time never runs backwards
        Clock.time = self._time
        window.bind(on_flip=self._on_flip)

    def step(self, frames: int = 1, seconds: float = FRAME) -> None:
        """Draw that many frames, each ``seconds`` after the one before, with no waiting between
        them."""
        for _number in range(frames):
            self._now += seconds
            Clock._max_fps = 0
            if self._unseen:
                _idle_undrawn()
            else:
                EventLoop.idle()
            if self._polls:
                self.window.mainloop()

    def mark(self) -> float:
        """Look for drawn frames from now on; the moment."""
        self.first = self.last = None
        return time.perf_counter()

    @contextmanager
    def unseen(self) -> Iterator[None]:
        """Frames within the block do all but draw: for what nobody looks at, such as typing."""
        self._unseen += 1
        try:
            yield
        finally:
            self._unseen -= 1

    def quiet(self, endless: Callable[[], Sequence[object]] = tuple) -> None:
        """Draw frames until nothing more is under way but what :meth:`is_busy` is to overlook."""
        self.step(2)
        for _number in range(MOST):
            if not self.is_busy(endless()):
                return
            self.step()

    def is_busy(self, but: Sequence[object] = ()) -> bool:
        """Whether something is due at once or glides; callbacks of the clock ``but`` these, which
        never end by themselves."""
        if Animation._instances:
            return True
        return any(
            event.timeout <= SOON and event.get_callback() not in but
            for event in Clock.get_events()
        )

    def until(self, done: Callable[[], Any], patience: float = 30.0) -> None:
        """Draw frames until ``done()``: for what a worker thread answers. ``patience`` is seconds
        of real time; TimeoutError after that."""
        end = time.monotonic() + patience
        while not done():
            if time.monotonic() > end:
                raise TimeoutError(f"not within {patience:g} s")
            self.step()
            time.sleep(0.001)  # lets the worker have the interpreter

    def stop(self) -> None:
        """End the loop."""
        self.window.unbind(on_flip=self._on_flip)
        stopTouchApp()

    def _time(self) -> float:
        return self._now

    def _on_flip(self, *_args: Any) -> None:
        self.last = time.perf_counter()
        if self.first is None:
            self.first = self.last


def _idle_undrawn() -> None:
    """:meth:`kivy.base.EventLoopBase.idle` up to the drawing."""
    Clock.tick()
    EventLoop.dispatch_input()
    Builder.sync()
    Clock.tick_draw()
    Builder.sync()
