"""The sky with the line of years: three lanes, the year behind them, and what moves under the
middle.

All that moves hangs on one sheet, moved by one translation; only the stars and years in sight are
there, and while it moves nothing but the strip itself is drawn.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, InstructionGroup, Rectangle
from kivy.input.motionevent import MotionEvent
from kivy.uix.relativelayout import RelativeLayout
from kivy.uix.stencilview import StencilView

from kiosk.timeline import LANES, Point
from screens.damage import damage
from screens.exhibition.contests.story import level_name
from screens.lettering import lettering
from screens.page import is_reach
from screens.shapes import disc, lines
from screens.theme import BLACK, WHITE, _, theme
from screens.timeline.digits import Digits
from screens.timeline.pull import Pull
from screens.timeline.star import GOLD, LANE_COLOURS, Star, hollow
from screens.units import u
from screens.widgets.scroller import SLOP
from screens.widgets.words import Words

STAR, LEAST_STAR = 136, 112
"""Design units across a star where there is room, and at least."""
FOOT = 84
"""Design units the years take under the lanes."""
SWAY = (0.0, 0.7, -0.5, 0.3, -1.0, 0.9, -0.2, -0.8, 0.5)
"""How far (parts of what a lane leaves free) one star after the other is off its lane's middle: a
constellation, not a string of beads."""
SETTLED_S = 0.3
"""What is around it is laid out by then."""
AFTER = 260
"""Design units after the last star where the place for who looks at it is."""


class Strip(StencilView):
    """Shows ``points`` as ``pull`` moves them. Touching a star brings it under the middle."""

    overflows = True
    """Its stars act on a lift without a drag, as in a list that scrolls."""

    def __init__(self, points: list[Point], pull: Pull, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.points, self.pull = points, pull
        self.stars: dict[int, Star] = {}
        self.near: int | None = None
        """The number of the star nearest to the middle."""
        self._spare: list[Star] = []
        self._side = u(STAR)
        self._heights: list[float] = []
        self._years_shown = range(0)
        self._shown_at = Clock.get_time()
        self._digits = Digits()
        self.canvas.add(self._digits.canvas)
        self._ground = InstructionGroup()
        self.canvas.add(self._ground)
        self._sheet = RelativeLayout(size_hint=(None, None), size=(1, 1))
        self._web, self._years = InstructionGroup(), InstructionGroup()
        self._sheet.canvas.add(self._web)
        self._sheet.canvas.add(self._years)
        self.add_widget(self._sheet)
        self._names = [
            Words(level_name(lane), role="small", free=True, color=self._ink(0.85))
            for lane in LANES
        ]
        for name in self._names:
            self.add_widget(name)
        self._lay = Clock.create_trigger(self._place, -1)
        self.bind(pos=self._lay, size=self._lay)
        pull.bind(offset=self._moved)

    def stop(self) -> None:
        """Let go of everything."""
        self._lay.cancel()
        self.pull.halt()

    # Fingers

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if is_reach() or not self.collide_point(*touch.pos) or touch.ud.get("spent"):
            return False
        if not self.pull.seize(touch):
            return True
        touch.grab(self)
        super().on_touch_down(touch)
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_move(touch))
        if not touch.ud.get("scrolling") and abs(touch.x - touch.ox) > u(SLOP):
            touch.ud["scrolling"] = True
        if touch.ud.get("scrolling"):
            self.pull.follow(touch)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        self.pull.release(touch)
        if not touch.ud.get("scrolling"):
            self._tapped(touch.x)
        return True

    def _tapped(self, x: float) -> None:
        axis = self.pull.axis
        if axis.places:
            place = self.pull.offset + x - self.x - self.width / 2
            star = self.stars.get(axis.nearest(place))
            if star is not None and not star.lively:
                self._touched(star)

    # Laying out

    def _ink(self, alpha: float) -> tuple[float, float, float, float]:
        return (*(BLACK if theme.contrast else WHITE)[:3], 1.0 if theme.contrast else alpha)

    def _place(self, *_args: Any) -> None:
        if self.width <= 1 or self.height <= 1:
            return
        foot = u(FOOT) * (1.25 if theme.large else 1)
        band = (self.height - foot) / len(LANES)
        self._names[0].measure()
        head = self._names[0].height
        self._side = min(u(STAR), max(u(LEAST_STAR), band - head))
        free = max(0.0, band - head - self._side) / 2
        middles = {}
        for number, (lane, name) in enumerate(zip(LANES, self._names, strict=True)):
            name.measure()
            low = self.y + foot + band * (len(LANES) - 1 - number)
            name.pos = (round(self.x + u(28)), round(low + band - head - u(10)))
            middles[lane] = low - self.y + (band - head) / 2
        seen = dict.fromkeys(LANES, 0)
        self._heights = []
        for point in self.points:
            sway = SWAY[seen[point.lane] % len(SWAY)]
            seen[point.lane] += 1
            self._heights.append(middles[point.lane] + free * sway)
        self._sheet.height = self.height
        self._digits.lay(self.x, self.y + foot, self.width, self.height - foot)
        self._draw_ground(foot, list(middles.values()))
        self._draw_web(foot)
        self._spare += self.stars.values()
        self.stars.clear()
        for star in self._spare:
            star.size = (self._side, self._side)
            self._sheet.remove_widget(star)
        self._years_shown = range(0)
        self._moved()

    def _draw_ground(self, foot: float, middles: list[float]) -> None:
        """What stands still: the orbits, the line of the years, the beam in the middle."""
        group, x, y, wide = self._ground, self.x, self.y, self.width
        group.clear()
        with_lines = [((x, y + middle), (x + wide, y + middle)) for middle in middles]
        group.add(Color(*self._ink(0.16)))
        group.add(lines(with_lines, max(1.0, u(2))))
        group.add(lines([((x, y + foot), (x + wide, y + foot))], max(1.0, u(2))))
        group.add(Color(*(BLACK if theme.contrast else (*GOLD[:3], 0.55))))
        group.add(Rectangle(pos=(round(x + wide / 2 - u(2)), y + foot), size=(u(4), self.height)))

    def _draw_web(self, foot: float) -> None:
        """The stars of each lane joined, and an empty place after the last."""
        group, axis = self._web, self.pull.axis
        group.clear()
        for lane in LANES:
            way = [
                (place, height)
                for point, place, height in zip(
                    self.points, axis.places, self._heights, strict=True
                )
                if point.lane == lane
            ]
            colour = BLACK if theme.contrast else (*LANE_COLOURS[lane][:3], 0.5)
            group.add(Color(*colour))
            group.add(lines(list(pairwise(way)), max(1.5, u(3))))
        if not axis.places:
            return
        x, y, side = axis.last + u(AFTER), (foot + self.height) / 2, u(STAR)
        group.add(Color(*(BLACK if theme.contrast else GOLD)))
        outline = Rectangle(texture=hollow(side), pos=(x - side / 2, y - side / 2))
        outline.size = (side, side)
        group.add(outline)
        words, size = _("Здесь место\nдля вас"), theme.text_px("small")
        said = lettering(words, "OnestMedium", size, halign="center")
        if said is not None:
            low = y - side / 2 - said.height - u(16)
            pos = (round(x - said.width / 2), round(low))
            group.add(Rectangle(texture=said, pos=pos, size=said.size))

    # Moving

    def _moved(self, *_args: Any) -> None:
        axis, offset = self.pull.axis, self.pull.offset
        if not axis.places or not self._heights:
            return
        self._sheet.pos = (round(self.x + self.width / 2 - offset), self.y)
        reach = self.width / 2 + self._side
        self._have_stars(axis.points_between(offset - reach, offset + reach))
        years = axis.years_between(offset - reach, offset + reach)
        if years != self._years_shown:
            self._years_shown = years
            self._draw_years(years)
        self._digits.show(axis.year_at(offset))
        near = axis.nearest(offset)
        if near != self.near:
            self.near = near
        for number, star in self.stars.items():
            star.chosen = number == near
            # One half out of sight is no control of its own; the sky itself takes a tap on it.
            away = abs(axis.places[number] - offset) + self._side / 2
            star.lively = away <= self.width / 2
        if Clock.get_time() - self._shown_at > SETTLED_S:
            damage.mark(*self.to_window(*self.pos), self.width, self.height)

    def _have_stars(self, wanted: range) -> None:
        for number in [number for number in self.stars if number not in wanted]:
            star = self.stars.pop(number)
            self._sheet.remove_widget(star)
            self._spare.append(star)
        for number in wanted:
            if number not in self.stars:
                star = self._spare.pop() if self._spare else self._make()
                place, height = self.pull.axis.places[number], self._heights[number]
                star.pos = (round(place - self._side / 2), round(height - self._side / 2))
                star.show(self.points[number], number)
                self._sheet.add_widget(star)
                self.stars[number] = star

    def _make(self) -> Star:
        star = Star(size=(self._side, self._side))
        star.disabled = is_reach()
        star.bind(on_act=self._touched)
        return star

    def _touched(self, star: Star) -> None:
        self.pull.go(star.number)

    def _draw_years(self, shown: range) -> None:
        axis, group = self.pull.axis, self._years
        group.clear()
        full = {point.year for point in self.points}
        foot = u(FOOT) * (1.25 if theme.large else 1)
        for number in shown:
            year = axis.years[number]
            middle = (axis.starts[number] + axis.starts[number + 1]) / 2
            group.add(Color(*self._ink(0.95 if year in full else 0.4)))
            dot = u(14 if year in full else 8)
            group.add(
                Rectangle(texture=disc(), pos=(middle - dot / 2, foot - dot / 2), size=(dot, dot))
            )
            said = lettering(str(year), "OnestMedium", theme.text_px("small"))
            if said is not None:
                low = round((foot - dot / 2 - said.height) / 2)
                pos = (round(middle - said.width / 2), low)
                group.add(Rectangle(texture=said, pos=pos, size=said.size))
