"""The championships by year as a piece of night sky: a lane for each story, a star for each year.
A touch on a star tells what the sources say of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Canvas, Color, Point
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.stacklayout import StackLayout
from kivy.uix.widget import Widget

from content.model import Championship, Movement
from screens.exhibition.contests.star import YearStar
from screens.exhibition.contests.story import LEVELS, Lane, level_name, rows
from screens.shapes import lines
from screens.theme import _, mix, rgba, theme
from screens.units import measure, u
from screens.widgets.bar import Item
from screens.widgets.choice import Choice
from screens.widgets.surface import Card
from screens.widgets.words import Words

LANE = 280
"""Design units a row of stars is high."""
GROUND = rgba("#161D5C")
DUST = 46
"""Small stars behind the lanes."""
NEXT = 1
"""Years between two championships a full line joins; a longer gap is only hinted at."""


class LaneView(FloatLayout):
    """One story's stars, in as many rows as its width asks for, joined into a constellation."""

    def __init__(self, lane: Lane, on_choose: Callable[[Championship], None]) -> None:
        super().__init__(size_hint_y=None)
        hues = {movement.id: movement.hue for movement in lane.movements}
        self.stars = [YearStar(one, lane.most, hues[one.movement]) for one in lane.contests]
        self._joins = Canvas()
        self.canvas.before.add(self._joins)
        for star in self.stars:
            star.bind(on_act=lambda touched: on_choose(touched.contest))
            self.add_widget(star)
        self._high = u(LANE) + theme.text_px("small") - u(26)
        self.height = self._high
        self._place_once = Clock.create_trigger(self._place, -1)
        self.bind(pos=self._later, size=self._later)

    def _later(self, *_args: Any) -> None:
        # At once the height, which the card above asks for; the stars when all of it stands.
        self.height = self._high * len(self._shares())
        self._place_once()

    def _shares(self) -> list[int]:
        widest = max(star.least for star in self.stars)
        return rows(len(self.stars), int(self.width // widest))

    def _place(self, *_args: Any) -> None:
        top = self.y + self.height
        stars = iter(self.stars)
        self._joins.clear()
        for number, share in enumerate(self._shares()):
            step = min(self.width / share, u(240))
            left = self.x + (self.width - step * share) / 2
            row = [next(stars) for _place in range(share)]
            for place, star in enumerate(row):
                star.size = (int(step), self._high)
                star.pos = (round(left + step * place), round(top - self._high * (number + 1)))
                star.draw()
            self._join(row)

    def _join(self, row: list[YearStar]) -> None:
        ink = theme.palette("night").ink
        pairs = list(pairwise(row))
        for near, strength in ((True, 0.5), (False, 0.16)):
            found = [
                (a.tip, b.tip)
                for a, b in pairs
                if (b.contest.year - a.contest.year <= NEXT) == near
            ]
            with self._joins:
                Color(*ink[:3], strength)
                if found:
                    lines(found, max(1.5, u(3)))


class Dot(Widget):
    """A movement's hue beside its name."""

    def __init__(self, movement: Movement) -> None:
        super().__init__(size_hint=(None, None), size=(u(26), u(26)))
        self.pos_hint = {"center_y": 0.5}
        from kivy.graphics import Rectangle

        from screens.shapes import disc

        with self.canvas:
            Color(*mix(rgba(movement.hue), rgba("#FFFFFF"), 0.22))
            self._disc = Rectangle(texture=disc())
        self.bind(pos=self._move, size=self._move)

    def _move(self, *_args: Any) -> None:
        self._disc.pos, self._disc.size = self.pos, self.size


class Legend(StackLayout):
    """Whose lane it is: the movements' names with their hues."""

    def __init__(self, movements: Sequence[Movement], alone: bool) -> None:
        super().__init__(size_hint_y=None, spacing=[u(28), u(6)], padding=[u(8), 0, 0, 0])
        self.bind(minimum_height=self.setter("height"))
        ink = theme.palette("night").ink
        for movement in movements:
            words = Words(
                movement.name.say(theme.lang),
                role="strong",
                color=ink,
                free=True,
                size_hint=(None, None),
            )
            line = BoxLayout(size_hint=(None, None), spacing=u(14))
            line.size = (words.width + (u(40) if not theme.contrast else 0), words.height)
            if not theme.contrast:
                line.add_widget(Dot(movement))
            line.add_widget(words)
            self.add_widget(line)
        if not alone:
            self.add_widget(
                Words(
                    "· " + _("участники по годам"),
                    role="small",
                    color=theme.palette("night").muted,
                    free=True,
                    size_hint=(None, None),
                )
            )


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
            "night", room=(32, 32, 32, 28), radius=48, spacing=u(22), fill=GROUND, **kwargs
        )
        self._on_choose = on_choose
        self._dust: Point | None = None
        self.add_widget(self._switch(level, on_level))
        self.views: list[LaneView] = []
        for lane in all_lanes:
            self.add_widget(Legend(lane.movements, alone=len(lane.movements) > 1 or theme.large))
            view = LaneView(lane, on_choose)
            self.views.append(view)
            self.add_widget(view)
        if not all_lanes:
            self.add_widget(
                Words(
                    _(
                        "Об этих чемпионатах источники молчат. Посмотрите другой уровень или "
                        "загляните в сферы мастерства ниже."
                    ),
                    color=theme.palette("night").ink,
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

    def _switch(self, level: str, on_level: Callable[[str], None]) -> BoxLayout:
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
