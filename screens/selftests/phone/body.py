"""The phone itself: a dark body, a light screen, a line of status at the top. Nothing on it can be
pressed; it is looked at."""

from __future__ import annotations

from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from screens.page import is_reach
from screens.theme import BLACK, WHITE, Colour, rgba, theme
from screens.units import measure, u
from screens.widgets.surface import Sheet

WIDE = 760
"""Design units of its width at most; the letters of the large mode need more."""
BEZEL = 20
FOOT = 24
"""Design units left free under it where it stands over the half that is touched."""
BARS = (10, 16, 22, 28)
"""Design units of the strength of the signal, bar by bar."""


def ink() -> Colour:
    """The colour of letters on its screen."""
    return theme.palette("linen").ink


class Phone(FloatLayout):
    """The phone in the middle of its place, as tall as its place and at least as what it shows."""

    def __init__(self, *shown: Widget, ground: str = "#EAF0FB", **kwargs: Any) -> None:
        super().__init__(size_hint_y=1.5 if measure.portrait else 1, **kwargs)
        self._foot = u(FOOT) if is_reach() else 0
        self.body = Sheet(orientation="vertical", size_hint=(None, None), padding=u(BEZEL))
        self.body.radius = u(76)
        self.body.fill = BLACK if theme.contrast else rgba("#14183A")
        self.screen = Sheet(
            orientation="vertical",
            padding=[u(28), u(16), u(28), u(18)],
            spacing=u(18),
        )
        self.screen.radius = u(58)
        self.screen.fill = WHITE if theme.contrast else rgba(ground)
        for part in (Status(), *shown, Handle()):
            self.screen.add_widget(part)
        self.body.add_widget(self.screen)
        self.add_widget(self.body)
        self.screen.bind(minimum_height=self._grow)
        self.bind(pos=self._place, size=self._place)
        self._grow()

    def _grow(self, *_args: Any) -> None:
        self.size_hint_min_y = self.screen.minimum_height + 2 * u(BEZEL) + self._foot
        self._place()

    def _place(self, *_args: Any) -> None:
        wide = min(self.width, u(WIDE * (1.2 if theme.large else 1)))
        self.body.size = (wide, self.height - self._foot)
        self.body.pos = (self.x + (self.width - wide) / 2, self.y + self._foot)


class Status(BoxLayout):
    """The signal at the left, the camera in the middle, the battery at the right."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(size_hint_y=None, height=u(34), spacing=u(6), **kwargs)
        self.padding = [u(12), 0, u(12), 0]
        for tall in BARS:
            self.add_widget(_piece(10, tall, 3))
        self.add_widget(Widget())
        self.add_widget(_piece(96, 26, 13))
        self.add_widget(Widget())
        self.add_widget(_piece(54, 26, 8))
        self.add_widget(_piece(6, 12, 3))


class Handle(BoxLayout):
    """The line at the foot by which real phones are swiped."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(size_hint_y=None, height=u(12), **kwargs)
        self.add_widget(Widget())
        self.add_widget(_piece(190, 10, 5))
        self.add_widget(Widget())


def _piece(wide: float, tall: float, radius: float) -> Sheet:
    piece = Sheet(size_hint=(None, None), size=(u(wide), u(tall)))
    piece.pos_hint = {"center_y": 0.5} if wide > tall else {"y": 0.1}
    piece.radius = u(radius)
    piece.fill = ink()
    return piece
