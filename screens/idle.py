"""The idle clock: after a while without a touch a warning asks, then the visitor is forgotten.

WCAG 2.2.1: the warning stays at least 20 s, and one simple action extends it, any number of
times. Screens where a person writes wait longer; a screen may hold the clock altogether.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.clock import Clock

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

TICK = 1.0


class Idle:
    """Counts whole seconds since the last touch while a visit lasts."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._event: Any = None
        self._quiet = 0.0
        self._held: set[str] = set()
        self._warning: Any = None

    def start(self) -> None:
        """Begin to count."""
        self.stop()
        self._event = Clock.schedule_interval(self._tick, TICK)

    def stop(self) -> None:
        """Stop counting and take the warning away."""
        if self._event is not None:
            self._event.cancel()
            self._event = None
        self._held.clear()
        self._dismiss()
        self._quiet = 0.0

    def hold(self, reason: str) -> None:
        """Do not count while ``reason`` lasts: a video plays, a game demonstrates."""
        self._held.add(reason)
        self._quiet = 0.0

    def release(self, reason: str) -> None:
        """Count again."""
        self._held.discard(reason)

    def touched(self) -> None:
        """A finger is on the screen."""
        self._quiet = 0.0

    @property
    def warning(self) -> Any:
        """The warning shown, or None."""
        return self._warning

    def _tick(self, _dt: float) -> None:
        page = self._kiosk.navigator.current
        if self._held or page is None or not page.idles:
            return
        if self._warning is not None:
            self._quiet = 0.0
            if self._warning.count_down():
                self._warning = None
                self._kiosk.end("idle")
            return
        self._quiet += TICK
        settings = self._kiosk.machine.settings
        patience = settings.form_idle_s if page.typing else settings.idle_s
        if self._quiet >= patience:
            from screens.widgets.dialog import IdleWarning

            self._warning = IdleWarning(settings.idle_warning_s, self._stay, self._leave)
            self._kiosk.frame.open_over(self._warning)

    def _stay(self, *_args: Any) -> None:
        self._dismiss()
        self._quiet = 0.0

    def _leave(self, *_args: Any) -> None:
        self._dismiss()
        self._kiosk.end("finished")

    def _dismiss(self) -> None:
        if self._warning is not None:
            warning, self._warning = self._warning, None
            self._kiosk.frame.close_over(warning)
