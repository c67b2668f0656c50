"""A lane of the plot: one story's years as a constellation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Canvas, Color
from kivy.uix.floatlayout import FloatLayout

from content.model import Championship
from screens.exhibition.contests.star import YearStar
from screens.exhibition.contests.story import Lane, rows
from screens.shapes import lines
from screens.theme import theme
from screens.units import u

WIDEST = 240
"""Design units between two stars at most."""


class LaneView(FloatLayout):
    """One story's stars, joined into a constellation: each over its year of ``years``, which all
    lanes share; in rows of its own where so many years do not fit its width."""

    def __init__(
        self,
        lane: Lane,
        tallest: float,
        years: Sequence[int],
        on_choose: Callable[[Championship], None],
    ) -> None:
        super().__init__(size_hint_y=None)
        hues = {movement.id: movement.hue for movement in lane.movements}
        self.stars = [YearStar(one, lane.most, hues[one.movement]) for one in lane.contests]
        self._years = list(years)
        self._joins = Canvas()
        self.canvas.before.add(self._joins)
        for star in self.stars:
            star.bind(on_act=lambda touched: on_choose(touched.contest))
            self.add_widget(star)
        self._high = YearStar.height_for(tallest)
        self.height = self._high
        self._place_once = Clock.create_trigger(self._place, -1)
        self.bind(pos=self._later, size=self._later)

    def _later(self, *_args: Any) -> None:
        # At once the height, which the card above asks for; the stars when all of it stands.
        self.height = self._high * len(self._shares())
        self._place_once()

    def _shares(self) -> list[int]:
        """How many places each row has."""
        widest = max(star.least for star in self.stars)
        fit = int(self.width // widest)
        return [len(self._years)] if 0 < len(self._years) <= fit else rows(len(self.stars), fit)

    def _place(self, *_args: Any) -> None:
        top = self.y + self.height
        shares = self._shares()
        shared = shares == [len(self._years)]
        stars = iter(self.stars)
        self._joins.clear()
        for number, share in enumerate(shares):
            step = min(self.width / share, u(WIDEST))
            row = list(self.stars) if shared else [next(stars) for _place in range(share)]
            for order, star in enumerate(row):
                place = self._years.index(star.contest.year) if shared else order
                star.size = (int(step), self._high)
                star.pos = (round(self.x + step * place), round(top - self._high * (number + 1)))
                star.draw()
            if not theme.contrast:
                self._join([star for star in row if not star.is_hollow])

    def _join(self, row: list[YearStar]) -> None:
        """Lines between the years that have a number, fainter over those between that have
        none."""
        ink = theme.palette("night").ink
        for near, strength in ((True, 0.5), (False, 0.16)):
            found = [
                (a.tip, b.tip)
                for a, b in pairwise(row)
                if (b.contest.year - a.contest.year == 1) == near
            ]
            with self._joins:
                Color(*ink[:3], strength)
                if found:
                    lines(found, max(1.5, u(3)))
