"""From worker threads back to the drawing thread, by the Clock and without polling.

A screen keeps what :func:`when_done` gives it, or its :class:`Teller`, and cancels that in
``leave``: afterwards nothing is scheduled and nothing more arrives, however long the worker
still works.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from kivy.clock import Clock


class Teller:
    """Calls ``callback`` in the drawing thread, in the frame after :meth:`tell` was called in any
    thread. Several calls within a frame come as one."""

    def __init__(self, callback: Callable[[], None]) -> None:
        self._callback: Callable[[], None] | None = callback
        self._lock = threading.Lock()
        self._trigger = Clock.create_trigger(self._arrive, 0)

    def tell(self, *_args: Any) -> None:
        """There is news. After :meth:`cancel` this does nothing."""
        with self._lock:
            if self._callback is not None:
                self._trigger()

    def cancel(self) -> None:
        """Let nothing more arrive."""
        with self._lock:
            self._callback = None
            self._trigger.cancel()

    def _arrive(self, _dt: float) -> None:
        callback = self._callback
        if callback is not None:
            callback()


class Waiting(Teller):
    """Waits for one future; made by :func:`when_done`."""

    def __init__(self, future: Future[Any], callback: Callable[[Future[Any]], None]) -> None:
        super().__init__(self._deliver)
        self._future = future
        self._take = callback
        future.add_done_callback(self.tell)

    def _deliver(self) -> None:
        self.cancel()
        if not self._future.cancelled():
            self._take(self._future)


def when_done(future: Future[Any], callback: Callable[[Future[Any]], None]) -> Waiting:
    """Call ``callback(future)`` in the drawing thread once ``future`` has its result or its
    error; a cancelled future is never told. ``.cancel()`` of what is returned forgets the callback
    and leaves the work itself alone."""
    return Waiting(future, callback)
