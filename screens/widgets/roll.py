"""A long list of which only the rows in sight exist.

Stands in a :class:`Scroller` in the place of its column. Rows are made once, filled again with
what comes into sight, and moved by one translation, so a thousand of them scroll as ten do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from itertools import accumulate, islice
from typing import Any, Protocol

from kivy.input.motionevent import MotionEvent
from kivy.properties import NumericProperty
from kivy.uix.relativelayout import RelativeLayout
from kivy.uix.widget import Widget

from screens.damage import damage
from screens.units import u
from screens.widgets.scroller import Scroller

GUESS = 168
"""Design units a row is thought to be high until one has been seen; then they are thought alike."""
AHEAD = 120
"""Design units beyond the edge of sight where a row is made ready."""


class RollScroller(Scroller):
    """A scroller that draws nothing but itself while it is scrolled."""

    def on_touch_move(self, touch: MotionEvent) -> bool:
        before = self.offset
        taken = super().on_touch_move(touch)
        if self.offset != before:
            self._mark()
        return taken

    def _gliding(self, dt: float) -> bool:
        goes_on = super()._gliding(dt)
        self._mark()
        return goes_on

    def _mark(self) -> None:
        damage.mark(self.x, self.y, self.width, self.height)


class Line(Protocol):
    """A row of a roll: a widget that can be filled anew, and is then as high as it needs."""

    width: float
    height: float
    pos: tuple[float, float]

    def show(self, item: Any) -> None:
        """Take over what an item says."""


class Roll(Widget):
    """Rows one under another, and a ``foot`` after the last. ``make`` makes an empty row; items
    are whatever its ``show`` understands, each with a ``key`` of its own."""

    minimum_height = NumericProperty(0)

    def __init__(
        self,
        make: Callable[[], Any],
        *,
        spacing: float,
        padding: Sequence[float],
        **kwargs: Any,
    ) -> None:
        """``spacing`` and ``padding`` (left, top, right, bottom) are px."""
        super().__init__(size_hint=(None, None), **kwargs)
        self.items: list[Any] = []
        self._make, self._spacing, self._padding = make, spacing, tuple(padding)
        self._sheet = RelativeLayout(size_hint=(None, None), size=(1, 0))
        self.add_widget(self._sheet)
        self._scroller: Scroller | None = None
        self._rows: dict[Hashable, Any] = {}
        self._spare: list[Any] = []
        self._heights: dict[Hashable, float] = {}
        self._tops: list[float] = [0.0]
        self._foot: Widget | None = None
        self._guess: float = u(GUESS)
        self._looking = False
        self._grown = 0.0
        self.bind(pos=self._hang, height=self._hang, width=self._widen)

    def attach(self, scroller: Scroller) -> None:
        """Follow the scroller that shows it."""
        self._scroller = scroller
        scroller.bind(offset=self._look, height=self._look)
        self._look()

    def fill(self, items: Sequence[Any], foot: Widget | None = None) -> None:
        """Show these items instead, from the first one, and ``foot`` under them."""
        self.items = list(items)
        if self._foot is not None:
            self._foot.unbind(height=self._measure)
            self._sheet.remove_widget(self._foot)
        self._foot = foot
        if foot is not None:
            foot.size_hint = (None, None)
            foot.width = self._inner
            foot.bind(height=self._measure)
            self._sheet.add_widget(foot)
        self._count_from(0)
        if self._scroller is not None:
            self._scroller.halt()
            self._scroller.offset = 0
        self._look()

    @property
    def _inner(self) -> float:
        return max(1.0, self.width - self._padding[0] - self._padding[2])

    def _hang(self, *_args: Any) -> None:
        self._sheet.pos = (self.x, self.y + self.height)

    def _widen(self, *_args: Any) -> None:
        self._heights.clear()
        self._spare += self._rows.values()
        self._rows.clear()
        if self._foot is not None:
            self._foot.width = self._inner
        self._measure()

    def _measure(self, *_args: Any) -> None:
        """Where each row begins, px from the top, as far as its heights are known."""
        self._count_from(0)
        self._look()

    def _count_from(self, place: int) -> None:
        if place == 0:
            self._tops = [self._padding[1]]
        del self._tops[place + 1 :]
        known, guess, gap = self._heights, self._guess, self._spacing
        steps = (known.get(item.key, guess) + gap for item in self.items[place:])
        self._tops += islice(accumulate(steps, initial=self._tops[place]), 1, None)
        top = self._tops[-1]
        foot = self._foot.height + self._spacing if self._foot is not None else 0
        self.minimum_height = top - self._spacing + foot + self._padding[3]

    def _look(self, *_args: Any) -> None:
        """Have the rows in sight, and no others."""
        scroller = self._scroller
        if scroller is None or self.width <= 1 or self._looking:
            return
        self._looking, self._grown = True, 0.0
        above, below = scroller.offset - u(AHEAD), scroller.offset + scroller.height + u(AHEAD)
        first = max(0, bisect_right(self._tops, above, hi=len(self.items)) - 1)
        last = bisect_right(self._tops, below, hi=len(self.items))
        wanted = {item.key for item in self.items[first:last]}
        for key in [key for key in self._rows if key not in wanted]:
            self._spare.append(self._rows.pop(key))
        place = first
        while place < len(self.items) and self._tops[place] < below:
            self._put(place)
            place += 1
        for row in self._spare:
            if row.parent is not None:
                self._sheet.remove_widget(row)
        if self._foot is not None:
            self._foot.pos = (self._padding[0], -self._tops[-1] - self._foot.height)
        self._looking = False
        if self._grown:
            # What is looked at stays where it is when a row above it turns out higher.
            scroller.offset += self._grown

    def _put(self, place: int) -> None:
        item = self.items[place]
        row = self._rows.get(item.key)
        if row is None:
            row = self._spare.pop() if self._spare else self._make()
            row.width = self._inner
            row.show(item)
            if row.parent is None:
                self._sheet.add_widget(row)
            self._rows[item.key] = row
        guessed = self._tops[place + 1]
        thought = guessed - self._tops[place] - self._spacing
        if not self._heights:
            self._guess = row.height
        self._heights[item.key] = row.height
        if abs(thought - row.height) > 0.5:
            self._count_from(place)
            if self._scroller is not None and guessed <= self._scroller.offset:
                self._grown += self._tops[place + 1] - guessed
        row.pos = (self._padding[0], -self._tops[place] - row.height)
