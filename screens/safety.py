"""What happens when a screen fails: the visitor sees the attract screen, never a stack trace.

The failure is logged without values of variables. A kiosk that fails again and again stops, so
that whoever started it (systemd, staff) can start it afresh.
"""

from __future__ import annotations

import logging
import time
import traceback
from typing import TYPE_CHECKING

from kivy.base import ExceptionHandler, ExceptionManager

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

log = logging.getLogger(__name__)

MOST = 5
WITHIN_S = 60.0
"""More failures than this within this long stop the program."""


class SafeScreens(ExceptionHandler):
    """Takes the visitor back to the attract screen after a failure."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._failures: list[float] = []
        self.count = 0

    def handle_exception(self, exception: BaseException) -> int:
        """Kivy's hook: PASS goes on, RAISE ends the loop."""
        if isinstance(exception, KeyboardInterrupt | SystemExit):
            return int(ExceptionManager.RAISE)
        self.count += 1
        now = time.monotonic()
        self._failures = [when for when in self._failures if now - when < WITHIN_S] + [now]
        place = self._kiosk.navigator.place
        where = traceback.extract_tb(exception.__traceback__)
        log.error(
            "screen %s failed: %s at %s",
            place.name if place else "none",
            type(exception).__name__,
            ", ".join(f"{one.filename.rsplit('/', 1)[-1]}:{one.lineno}" for one in where[-4:]),
        )
        if len(self._failures) > MOST:
            return int(ExceptionManager.RAISE)
        try:
            self._kiosk.end("idle")
        except Exception as error:
            log.error("the attract screen failed as well: %s", type(error).__name__)
            return int(ExceptionManager.RAISE)
        return int(ExceptionManager.PASS)

    def install(self) -> None:
        """Stand before Kivy's loop."""
        ExceptionManager.add_handler(self)

    def remove(self) -> None:
        """Stand there no more."""
        ExceptionManager.remove_handler(self)
