"""Staff screens left alone go back to the attract screen by themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock


class Patience:
    """Calls ``over`` after ``seconds`` without a touch. Counts between start and stop only."""

    def __init__(self, seconds: float, over: Callable[[], None]) -> None:
        self._event = Clock.create_trigger(self._ran_out, seconds)
        self._over = over

    def start(self) -> None:
        """Count from now on; called again, from now again."""
        self._event.cancel()
        self._event()

    def stop(self) -> None:
        """Leave nothing scheduled."""
        self._event.cancel()

    def touched(self) -> None:
        """A finger is on the screen: count anew where we count at all."""
        if self._event.is_triggered:
            self.start()

    def _ran_out(self, *_args: Any) -> None:
        self._over()
