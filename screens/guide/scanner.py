"""A scanner that types: the address on a stand's plate, then Enter, opens that stand.

It listens to the keys themselves, for the system may write Russian or may not write at all while
no field asks for it. What it hears goes nowhere else: forms are written on the screen's own
keyboard.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from content.stand_link import LONGEST, linked_stand, typed

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

ENTER = (13, 271)
"""Kivy's codes of Enter, of the board and of the pad."""
BURST_S = 0.5
"""A scanner types in one burst; a pause as long as this begins anew."""
BUSY = ("signup.", "staff.", "guide.", "home.goodbye")
"""Screens, by how their names begin, that a scan does not take away from people."""


class Scanner:
    """Listens from its making until :meth:`stop`."""

    def __init__(self, kiosk: Kiosk, clock: Callable[[], float] = time.monotonic) -> None:
        self._kiosk, self._clock = kiosk, clock
        self._keys: list[str] = []
        self._last = 0.0
        kiosk.window.bind(on_key_down=self._key)

    def stop(self) -> None:
        """Listen no more."""
        self._keys.clear()
        self._kiosk.window.unbind(on_key_down=self._key)

    def _key(
        self, _window: Any, key: int, _scancode: int, sign: str | None, modifiers: list[str]
    ) -> bool:
        now = self._clock()
        if now - self._last > BURST_S:
            self._keys.clear()
        self._last = now
        if key in ENTER:
            text = "".join(self._keys)
            self._keys.clear()
            self._read(text)
        elif sign and len(sign) == 1 and sign.isprintable() and len(self._keys) <= LONGEST:
            self._keys.append(typed(sign, "shift" in modifiers))
        return False

    def _read(self, text: str) -> None:
        kiosk = self._kiosk
        id = linked_stand(text)
        if id is None:
            return
        from kiosk.hall import stand_of

        page = kiosk.navigator.current
        if page is None or page.name.startswith(BUSY):
            return
        if stand_of(kiosk.machine.library, id) is None:
            return
        if kiosk.visit is None:
            kiosk.wake()
        # Whoever holds a plate before the scanner is here: no warning lies over the stand.
        kiosk.idle.start()
        kiosk.touched()
        kiosk.go("exhibition.stand", id=id)
