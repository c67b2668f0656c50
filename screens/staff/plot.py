"""Visits by the hour: a bar for each hour, the busiest in brick. A finger on a bar shows its
number."""

from __future__ import annotations

from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.properties import ColorProperty, NumericProperty
from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from kiosk.i18n import ngettext
from screens.kv import load_kv
from screens.theme import CLEAR, _, rgba, theme
from screens.units import u
from screens.widgets.press import Pressable
from screens.widgets.surface import Card, Picture
from screens.widgets.words import Words

load_kv(__file__)

OPEN_FROM, OPEN_TILL = 9, 17
"""The hours always shown, a day at the Centre; others when somebody came in them."""
NOTHING = " "
FLAX, BRICK = rgba("#4A6CF7"), rgba("#D9482B")


def hours_shown(by_hour: list[int]) -> range:
    """The hours of the plot: the opening hours and every hour in which somebody came."""
    busy = [hour for hour, count in enumerate(by_hour) if count]
    return range(min([OPEN_FROM, *busy]), max([OPEN_TILL, *busy]) + 1)


def busiest(by_hour: list[int]) -> int | None:
    """The hour with the most visits, the first of equal ones; None on an empty day."""
    most = max(by_hour, default=0)
    return by_hour.index(most) if most else None


class HourBar(Widget):
    """One bar."""

    fill = ColorProperty(CLEAR)
    line_colour = ColorProperty(CLEAR)
    corner = NumericProperty(1)


class Plot(Pressable):
    """The bars. ``chosen`` is the hour whose number is shown."""

    def __init__(self, on_choose: Any, **kwargs: Any) -> None:
        super().__init__(label=_("Посещения по часам"), **kwargs)
        palette = theme.palette("staff")
        self.fg, self.bg = palette.ink, palette.paper
        self.by_hour: list[int] = []
        self.chosen: int | None = None
        self._on_choose = on_choose
        self._bars: dict[int, tuple[HourBar, Words]] = {}
        self._number = Words(
            "", role="strong", color=palette.ink, free=True, size_hint=(None, None)
        )
        self.text_px = theme.text_px("small")
        self.bind(pos=self._place, size=self._place)

    def show(self, by_hour: list[int]) -> None:
        """The visits of each of 24 hours."""
        self.by_hour = by_hour
        self.clear_widgets()
        self._bars = {}
        peak = busiest(by_hour)
        for hour in hours_shown(by_hour):
            bar = HourBar(size_hint=(None, None))
            bar.fill = BRICK if hour == peak else FLAX
            if theme.contrast:
                palette = theme.palette("staff")
                bar.fill = palette.ink if hour == peak else palette.paper
                bar.line_colour = palette.ink
            label = Words(
                str(hour),
                role="small",
                color=theme.palette("staff").muted,
                free=True,
                size_hint=(None, None),
            )
            self._bars[hour] = (bar, label)
            self.add_widget(bar)
            self.add_widget(label)
        self.add_widget(self._number)
        self.choose(peak)

    def choose(self, hour: int | None) -> None:
        """Show the number of this hour."""
        self.chosen = hour
        self._on_choose(hour)
        self._number.say("" if hour is None else str(self.by_hour[hour]))
        self._place()

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if self.lively and self.collide_point(*touch.pos) and not touch.ud.get("spent"):
            self._point(touch)
            return True
        return False

    def on_touch_move(self, touch: MotionEvent) -> bool:
        if self.lively and self.collide_point(*touch.pos) and self.collide_point(*touch.opos):
            self._point(touch)
            return True
        return False

    def on_touch_up(self, touch: MotionEvent) -> bool:
        return False

    def _point(self, touch: MotionEvent) -> None:
        if self._bars:
            index = int((touch.x - self.x) / (self.width / len(self._bars)))
            hour = list(self._bars)[max(0, min(index, len(self._bars) - 1))]
            if hour != self.chosen:
                self.choose(hour)

    def _place(self, *_args: Any) -> None:
        if not self._bars or self.width <= 1:
            return
        step = self.width / len(self._bars)
        foot = max(label.height for _bar, label in self._bars.values()) + u(12)
        room = max(u(20), self.height - foot - theme.text_px("strong") * 1.3)
        most = max(max(self.by_hour), 1)
        widest = max(label.width for _bar, label in self._bars.values())
        every = max(1, -int(-(widest + u(8)) // step))
        for number, (hour, (bar, label)) in enumerate(self._bars.items()):
            middle = self.x + step * (number + 0.5)
            bar.width = min(step * 0.66, u(110))
            # An hour without visits keeps a thin line: the hour was there, nobody came.
            bar.height = max(u(6), room * self.by_hour[hour] / most)
            bar.pos = (middle - bar.width / 2, self.y + foot)
            label.pos = (middle - label.width / 2, self.y)
            label.opacity = 1 if number % every == 0 else 0
            if hour == self.chosen:
                self._number.pos = (middle - self._number.width / 2, bar.top + u(4))


class QuietDay(AnchorLayout):
    """What stands in place of the bars on a day without visits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        palette = theme.palette("staff")
        row = BoxLayout(size_hint=(1, None), spacing=u(32), padding=[u(20), 0, u(20), 0])
        row.bind(minimum_height=row.setter("height"))
        row.add_widget(Picture("sleeping-face", 108, pos_hint={"center_y": 0.5}))
        words = Words(
            _("Сегодня посещений не было. День всё равно стоит закрыть."), color=palette.ink
        )
        words.pos_hint = {"center_y": 0.5}
        row.add_widget(words)
        self.add_widget(row)


class PlotCard(Card):
    """The plot under its heading; on an empty day a kind word instead."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("staff", room=(40, 30, 40, 28), spacing=u(10), size_hint_y=1, **kwargs)
        palette = theme.palette("staff")
        self.add_widget(Words(_("Посещения по часам"), role="strong", color=palette.ink))
        self.caption = Words("", role="small", color=palette.muted)
        if not theme.large:
            self.add_widget(self.caption)
        self.plot = Plot(self._say)
        self.size_hint_min_y = u(270)
        self._empty: Widget | None = None

    def show(self, by_hour: list[int]) -> None:
        """The visits of each of 24 hours."""
        self.remove_widget(self.plot)
        if self._empty is not None:
            self.remove_widget(self._empty)
            self._empty = None
        self._by_hour = by_hour
        if any(by_hour):
            self.add_widget(self.plot)
            self.plot.show(by_hour)
        else:
            self.caption.say(NOTHING)
            self._empty = QuietDay()
            self.add_widget(self._empty)

    def _say(self, hour: int | None) -> None:
        if hour is None:
            return
        count = self._by_hour[hour]
        visits = ngettext(theme.lang, "{n} посещение", "{n} посещения", "{n} посещений", count)
        self.caption.say(
            _("С {start}:00 до {end}:00: {visits}").format(start=hour, end=hour + 1, visits=visits)
        )
