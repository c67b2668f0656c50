"""The pad of the staff door: ten digits, «erase» and «enter», and a dot for each digit typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import ColorProperty, NumericProperty
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from screens.shapes import disc
from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.words import Words

MIN_DIGITS, MAX_DIGITS = 4, 12
"""How long a PIN may be, as :func:`kiosk.pin.check_form` has it."""
ASLEEP = 0.35
"""Opacity of the pad while it takes nothing."""


class PadKey(Key):
    """One key of the pad: a digit or a word in the middle."""

    def __init__(self, text: str, paint: str = "staff", role: str = "strong") -> None:
        super().__init__(label=text, edge=10, radius=44)
        colours = theme.paint(paint)
        self.fill, self.edge_colour = colours.fill, colours.edge
        self.fg, self.bg = colours.ink, colours.fill
        face = Face(self, padding=[u(8), 0, u(8), 0])
        words = Words(text, role=role, color=colours.ink, halign="center")
        words.pos_hint = {"center_y": 0.5}
        face.add_widget(words)
        self.add_widget(face)
        self.text_px = words.font_size


class Dots(Widget):
    """As many dots as digits typed, and pale ones up to the shortest PIN. ``count`` is the number
    of digits."""

    count = NumericProperty(0)
    ink = ColorProperty((0, 0, 0, 1))
    pale = ColorProperty((0, 0, 0, 1))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(size_hint_y=None, height=u(56), **kwargs)
        palette = theme.palette("staff")
        self.ink = palette.ink
        self.pale = (0.6, 0.6, 0.6, 1) if theme.contrast else (0.78, 0.8, 0.89, 1)
        self.bind(count=self._draw, pos=self._draw, size=self._draw, ink=self._draw)
        self._draw()

    def _draw(self, *_args: Any) -> None:
        self.canvas.clear()
        side, step = u(36), u(68)
        shown = max(MIN_DIGITS, int(self.count))
        left = self.x + (self.width - step * (shown - 1) - side) / 2
        with self.canvas:
            for number in range(shown):
                typed = number < self.count
                Color(*(self.ink if typed else self.pale))
                part = side if typed else side * 0.6
                inset = (side - part) / 2
                Rectangle(
                    texture=disc(),
                    pos=(left + step * number + inset, self.y + (self.height - part) / 2),
                    size=(part, part),
                )


class PinPad(GridLayout):
    """Twelve keys. ``on_enter(pin)`` is called with 4 to 12 digits; ``on_change(count)`` after
    each digit typed or taken back. The digits are kept here alone and dropped by :meth:`clear`."""

    def __init__(
        self,
        key_units: float,
        on_change: Callable[[int], None],
        on_enter: Callable[[str], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(cols=3, spacing=[u(24), u(24)], size_hint_y=None, **kwargs)
        self.height = 4 * u(key_units) + 3 * u(24)
        self._digits = ""
        self._on_change, self._on_enter = on_change, on_enter
        self.keys: dict[str, PadKey] = {}
        for digit in "123456789":
            self._add(digit, PadKey(digit, role="headline"), partial(self._type, digit))
        self._add("erase", PadKey(_("Стереть")), self._erase)
        self._add("0", PadKey("0", role="headline"), partial(self._type, "0"))
        self._add("enter", PadKey(_("Войти"), "flax"), self._enter)

    def sleep(self) -> None:
        """Take no touches, and look so."""
        self._wake(False, ASLEEP)

    def hold(self) -> None:
        """Take no touches for a moment."""
        self._wake(False, 1)

    def wake(self) -> None:
        """Take touches again."""
        self._wake(True, 1)

    def clear(self) -> None:
        """Forget what was typed."""
        self._digits = ""
        self._on_change(0)

    def _add(self, name: str, key: PadKey, act: Callable[..., None]) -> None:
        key.bind(on_act=act)
        self.keys[name] = key
        self.add_widget(key)

    def _wake(self, lively: bool, opacity: float) -> None:
        for key in self.keys.values():
            key.lively = lively
        self.opacity = opacity

    def _type(self, digit: str, *_args: Any) -> None:
        if len(self._digits) < MAX_DIGITS:
            self._digits += digit
            self._on_change(len(self._digits))

    def _erase(self, *_args: Any) -> None:
        self._digits = self._digits[:-1]
        self._on_change(len(self._digits))

    def _enter(self, *_args: Any) -> None:
        if len(self._digits) >= MIN_DIGITS:
            self._on_enter(self._digits)
