"""The championships by year as a piece of night sky: a lane for each story, a star for each year.
A touch on a star tells what the sources say of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from kivy.graphics import Color, Point
from kivy.uix.boxlayout import BoxLayout

from content.model import Championship
from screens.exhibition.contests.lane import LaneView
from screens.exhibition.contests.legend import Legend
from screens.exhibition.contests.story import LEVELS, Lane, axis, level_name
from screens.theme import _, rgba, theme
from screens.units import measure, u
from screens.widgets.bar import Item
from screens.widgets.choice import Choice
from screens.widgets.surface import Card
from screens.widgets.words import Words

BEAMS, LOW_BEAMS = 130, 96
"""Design units the tallest beam of all is high, on a standing and on a lying screen; a lane whose
stars are fewer people is lower by as much."""
GROUND = rgba("#161D5C")
DUST = 46
"""Small stars behind the lanes."""


class Plot(Card):
    """The panel: a switch of levels over the lanes. ``choose`` marks the star of a
    championship."""

    def __init__(
        self,
        all_lanes: Sequence[Lane],
        level: str,
        on_level: Callable[[str], None],
        on_choose: Callable[[Championship], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(
            "night", room=(32, 34, 32, 28), radius=48, spacing=u(20), fill=GROUND, **kwargs
        )
        self._on_choose = on_choose
        self._dust: Point | None = None
        palette = theme.palette("night")
        self._head(level, on_level)
        self.views: list[LaneView] = []
        peak = max((lane.most for lane in all_lanes), default=0) or 1
        for lane in all_lanes:
            self.add_widget(Legend(lane.movements))
            tallest = u(BEAMS if measure.portrait else LOW_BEAMS) * lane.most / peak
            view = LaneView(lane, tallest, axis(all_lanes), on_choose)
            self.views.append(view)
            self.add_widget(view)
        if any(star.is_hollow for view in self.views for star in view.stars):
            self.add_widget(
                Words(
                    _("Пустая звезда: чемпионат был, а числа в источниках нет."),
                    role="small",
                    color=palette.muted,
                )
            )
        if not all_lanes:
            self.add_widget(
                Words(
                    _(
                        "Об этих чемпионатах источники молчат. Посмотрите другой уровень или "
                        "загляните в сферы мастерства ниже."
                    ),
                    color=palette.ink,
                )
            )
        if not theme.contrast:
            with self.canvas.before:
                Color(1, 1, 1, 0.4)
                self._dust = Point(pointsize=max(0.7, u(1.3)))
            self.bind(pos=self._scatter, size=self._scatter)

    def choose(self, contest: Championship | None) -> None:
        """Mark the star of this championship."""
        for view in self.views:
            for star in view.stars:
                star.chosen = star.contest is contest

    def _head(self, level: str, on_level: Callable[[str], None]) -> None:
        """The title and the switch of levels: on one line of a lying screen."""
        ink = theme.palette("night").ink
        title = Words(_("Участники по годам"), role="heading", color=ink)
        switch = _switch(level, on_level)
        if measure.portrait or theme.large:
            self.add_widget(title)
            self.add_widget(switch)
            return
        line = BoxLayout(size_hint_y=None, spacing=u(24))
        line.bind(minimum_height=line.setter("height"))
        title.pos_hint = {"center_y": 0.5}
        title.size_hint_x = 0.8
        line.add_widget(title)
        line.add_widget(switch)
        self.add_widget(line)

    def _scatter(self, *_args: Any) -> None:
        dice = random.Random(67)  # noqa: S311 - the same sky every evening
        rim = u(30)
        assert self._dust is not None
        self._dust.points = [
            value
            for _star in range(DUST)
            for value in (
                self.x + rim + dice.random() * max(1, self.width - 2 * rim),
                self.y + rim + dice.random() * max(1, self.height - 2 * rim),
            )
        ]


def _switch(level: str, on_level: Callable[[str], None]) -> BoxLayout:
    wide = not (theme.large and measure.portrait)
    box = BoxLayout(
        orientation="horizontal" if wide else "vertical", size_hint_y=None, spacing=u(24)
    )
    box.bind(minimum_height=box.setter("height"))
    for one in LEVELS:

        def act(one: str = one) -> None:
            on_level(one)

        box.add_widget(Choice(Item(level_name(one), "", act, on=one == level)))
    return box
