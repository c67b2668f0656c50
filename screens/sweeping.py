"""When memory is tidied: a moment after pages went, and at once when many went in that moment.

What a page leaves behind is some megabytes of text and shapes in cycles. A visitor who opens one
page after another never waits for a collection; one whose fingers are quicker than the moment
would pile pages up, so every few of them the oldest are collected on the way.
"""

from __future__ import annotations

from collections.abc import Callable

from kivy.clock import Clock

from screens import memory

SWEEP_S = 0.8
"""The new page is complete by then and being looked at."""
MANY = 5
"""Pages that may lie about when yet another goes within the moment. A change of mode drops as many
at one touch: that alone waits."""


class Sweep:
    """Counts the pages that went. ``tidy`` is called with the moment, ``collect`` on the way."""

    def __init__(
        self,
        tidy: Callable[[], None] = memory.tidy,
        collect: Callable[[], None] = memory.collect,
    ) -> None:
        self._tidy, self._collect = tidy, collect
        self._gone = 0
        self._soon = Clock.create_trigger(self._now, SWEEP_S)

    def soon(self, pages: int = 1) -> None:
        """So many pages went."""
        if self._gone >= MANY:
            self._gone = 0
            self._collect()
        self._gone += pages
        self._soon()

    def cancel(self) -> None:
        """Leave nothing scheduled."""
        self._soon.cancel()

    def _now(self, _dt: float) -> None:
        self._gone = 0
        self._tidy()
