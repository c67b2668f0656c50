"""A walk with a group that everybody has left ends by itself; a warning comes before that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

QUIET_S = 15 * 60
"""Seconds without a touch or a key after which a walk ends."""
WARNING_S = 60
"""How long before that it says so."""


class Forgotten:
    """Counts between start and stop. ``over`` is called when nobody came."""

    def __init__(self, kiosk: Kiosk, over: Callable[[], None]) -> None:
        self._kiosk, self._over = kiosk, over
        self._wait = Clock.create_trigger(self._warn, QUIET_S - WARNING_S)
        self._second = Clock.create_trigger(self._tick, 1.0, interval=True)
        self._warning: Any = None

    @property
    def warning(self) -> Any:
        """The warning shown, or None."""
        return self._warning

    def start(self) -> None:
        """Count from now on."""
        self.stop()
        self._wait()

    def stop(self) -> None:
        """Leave nothing scheduled and no warning."""
        self._wait.cancel()
        self._second.cancel()
        if self._warning is not None:
            warning, self._warning = self._warning, None
            self._kiosk.frame.close_over(warning)

    def touched(self) -> None:
        """Somebody is here: count anew, unless the warning is there to be answered."""
        if self._warning is None and self._wait.is_triggered:
            self._wait.cancel()
            self._wait()

    def _warn(self, _dt: float) -> None:
        from screens.widgets.dialog import IdleWarning

        self._warning = IdleWarning(WARNING_S, self._stay, self._leave)
        self._kiosk.frame.open_over(self._warning)
        self._second()

    def _tick(self, _dt: float) -> None:
        if self._warning is not None and self._warning.count_down():
            self._leave()

    def _stay(self, *_args: Any) -> None:
        self.start()

    def _leave(self, *_args: Any) -> None:
        self.stop()
        self._over()
