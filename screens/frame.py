"""The frame around every screen: the ground, the page, the bar, what lies over them, and the
rules every touch obeys."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.properties import ColorProperty
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from screens.damage import damage
from screens.guide.scanner import Scanner
from screens.navigation import ATTRACT, Place
from screens.page import COLUMN, Page, is_reach
from screens.theme import _, theme
from screens.units import measure, u
from screens.widgets.bar import MODE_PICTURES, Bar, ColumnBar, Item, mode_name
from screens.widgets.fade import Fade
from screens.widgets.header import SIDE
from screens.widgets.more import MoreKey
from screens.widgets.sky import Sky

if TYPE_CHECKING:
    from screens.kiosk import Kiosk

GUARD_S = 0.25
"""Touches begun within this long of a screen's appearance are ignored: they were meant for the
screen before."""
DOOR_TAPS = 5
DOOR_SECONDS = 5.0
DOOR_UNITS = 150
"""The staff door: this many taps within this long in the top right corner of this size."""
KNOCK_SECONDS = 1.2
"""A single tap in that corner of the attract screen wakes it this much later."""


class Frame(FloatLayout):
    """Everything in the window."""

    ground = ColorProperty((0, 0, 0, 1))

    def __init__(self, kiosk: Kiosk, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kiosk = kiosk
        self._page: Page | None = None
        self._bar: Widget | None = None
        self._bar_for: Any = None
        self._more: MoreKey | None = None
        self._over: list[Widget] = []
        self._shown_at = 0.0
        self._corner: list[float] = []
        self._late_wake = Clock.create_trigger(self._wake, KNOCK_SECONDS)
        self.scanner = Scanner(kiosk)

    @property
    def bar_height(self) -> float:
        """Height of the bar in the current size and mode, px."""
        return float(self.bar().height)

    def show(self, page: Page) -> None:
        """Put a page in the frame, with its ground and bar."""
        self._late_wake.cancel()
        damage.all()
        self.close_all()
        self.clear_widgets()
        self._page = page
        self._shown_at = time.monotonic()
        self.ground = theme.palette("linen" if page.tone == "hue" else page.tone).ground
        # The window's own clearing paints the ground: a full-screen rectangle costs a fifth of a
        # frame without a GPU.
        self.kiosk.window.clearcolor = self.ground
        self._bar = self.bar()
        if page.tone == "night" and not theme.contrast:
            sky = Sky(dusk=True, size_hint=(None, None), size=self.size, pos=self.pos)
            self.add_widget(sky)
            page.stand_before(sky)
        page.size_hint = (None, None)
        page.size, page.pos = self.size, self.pos
        self.add_widget(page)
        if page.has_bar:
            self._place_bar(self._bar)
            self.add_widget(self._bar)
        if page.scroller is not None:
            if page.tone != "night" or theme.contrast:
                self.add_widget(Fade(page.scroller, self.ground))
            self._more = MoreKey(page.scroller, page.tone)
            self.add_widget(self._more)

    def clear(self) -> None:
        """Take everything out."""
        self.scanner.stop()
        self._late_wake.cancel()
        self.kiosk.window.clearcolor = (0, 0, 0, 1)
        self.close_all()
        self.clear_widgets()
        self._page, self._bar, self._more = None, None, None

    # What lies over the page

    def open_over(self, widget: Widget) -> None:
        """Lay a dialog over the page."""
        damage.all()
        self._over.append(widget)
        self.add_widget(widget)

    def close_over(self, widget: Widget) -> None:
        """Take a dialog away."""
        damage.all()
        if widget in self._over:
            self._over.remove(widget)
            stop = getattr(widget, "stop", None)
            if stop is not None:
                stop()
            self.remove_widget(widget)

    def close_all(self) -> None:
        """Take all dialogs away."""
        for widget in list(self._over):
            self.close_over(widget)

    @property
    def over(self) -> list[Widget]:
        """The dialogs now open, the topmost last."""
        return self._over

    # Touches

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if time.monotonic() - self._shown_at < GUARD_S and not self.kiosk.unguarded:
            touch.ud["spent"] = True
        self.kiosk.touched()
        if self._knocks(touch):
            return True
        if touch.ud.get("spent"):
            return True
        if self._over:
            return bool(self._over[-1].on_touch_down(touch)) or True
        return bool(super().on_touch_down(touch))

    def on_touch_move(self, touch: MotionEvent) -> bool:
        self.kiosk.touched()
        return bool(super().on_touch_move(touch))

    def _wake(self, _dt: float) -> None:
        if self.kiosk.navigator.place == Place(ATTRACT, {}):
            self.kiosk.wake()

    def _knocks(self, touch: MotionEvent) -> bool:
        if not (touch.x > self.right - u(DOOR_UNITS) and touch.y > self.top - u(DOOR_UNITS)):
            return False
        now = time.monotonic()
        self._corner = [when for when in self._corner if now - when < DOOR_SECONDS] + [now]
        self._late_wake.cancel()
        if len(self._corner) < DOOR_TAPS:
            if self.kiosk.visit is None and len(self._corner) == 1:
                # Perhaps staff, perhaps a visitor: wait and see, so that staff are no visitors.
                touch.ud["knock"] = True
                self._late_wake()
            elif self.kiosk.visit is None:
                touch.ud["knock"] = True
            return False
        self._corner = []
        touch.ud["spent"] = True
        self.kiosk.open_door()
        return True

    # Building

    def bar(self) -> Widget:
        """The bar for the current mode, language and size; kept until one of them changes."""
        key = (theme.modes, theme.lang, measure.width, measure.height)
        if self._bar is None or self._bar_for != key:
            self._bar, self._bar_for = self._make_bar(), key
        return self._bar

    def _make_bar(self) -> Widget:
        items = [
            Item(_("Начало"), "house", self.kiosk.go_home),
            Item(_("Карта"), "world-map", self.kiosk.go_map),
        ]
        if is_reach():
            items.insert(0, Item(_("Назад"), "left-arrow", self.kiosk.go_back))
        for mode, picture in MODE_PICTURES.items():
            if mode == "reach" and not measure.portrait:
                continue
            on = mode in theme.modes
            items.append(Item(mode_name(mode), picture, self.kiosk.mode_switch(mode), on, "switch"))
        language = "English" if theme.lang == "ru" else "Русский"
        items.append(Item(language, "globe-with-meridians", self.kiosk.switch_language))
        items.append(Item(_("Выйти"), "waving-hand", self.kiosk.finish))
        return Bar(items) if measure.portrait else ColumnBar(items)

    def _place_bar(self, bar: Widget) -> None:
        if measure.portrait:
            bar.width, bar.pos = self.width, self.pos
        else:
            bar.width = u(COLUMN) - 2 * u(SIDE)
            bar.pos = (self.x + u(SIDE), self.y + u(SIDE))
