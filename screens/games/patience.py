"""When help comes by itself."""

from __future__ import annotations

from typing import Literal

HINT_S, SPEAK_S, EASE_S = 6.0, 12.0, 40.0
"""Seconds without a touch after which the hand shows the move, and the voice repeats; seconds
without a right move after which the round is made easier."""
Help = Literal["", "hint", "speak", "ease"]


class Patience:
    """Counts how long a child has done nothing, and how long nothing was right."""

    def __init__(self) -> None:
        self._quiet = 0.0
        self._since_right = 0.0

    def touched(self) -> None:
        """A finger is on the stage."""
        self._quiet = 0.0

    def helped(self) -> None:
        """Something went right, whoever did it."""
        self._since_right = 0.0

    def wait(self, seconds: float) -> Help:
        """Time passes; the help that is due now."""
        before = self._quiet
        self._quiet += seconds
        self._since_right += seconds
        if self._since_right >= EASE_S:
            self._since_right = self._quiet = 0.0
            return "ease"
        if self._quiet >= SPEAK_S:
            self._quiet = 0.0
            return "speak"
        return "hint" if before < HINT_S <= self._quiet else ""
