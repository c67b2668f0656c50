"""A presenter's remote: it presses the keys of a keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

FORWARD = (281, 274, 275)
"""Page down, down and right, as Kivy numbers them."""
BACK = (280, 273, 276)
"""Page up, up and left."""


class Clicker:
    """Calls ``forward`` and ``back`` between start and stop; any other key goes by."""

    def __init__(self, window: Any, forward: Callable[[], None], back: Callable[[], None]) -> None:
        self._window, self._forward, self._back = window, forward, back

    def start(self) -> None:
        """Listen."""
        self.stop()
        self._window.bind(on_key_down=self._key)

    def stop(self) -> None:
        """Listen no more."""
        self._window.unbind(on_key_down=self._key)

    def _key(self, _window: Any, key: int, *_args: Any) -> bool:
        if key in FORWARD:
            self._forward()
        elif key in BACK:
            self._back()
        return key in FORWARD or key in BACK
