"""Whose lane of the plot it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.stacklayout import StackLayout
from kivy.uix.widget import Widget

from content.model import Movement
from screens.shapes import disc
from screens.theme import WHITE, mix, rgba, theme
from screens.units import u
from screens.widgets.words import Words


class Dot(Widget):
    """A movement's hue beside its name."""

    def __init__(self, movement: Movement) -> None:
        super().__init__(size_hint=(None, None), size=(u(26), u(26)))
        self.pos_hint = {"center_y": 0.5}
        with self.canvas:
            Color(*mix(rgba(movement.hue), WHITE, 0.22))
            self._disc = Rectangle(texture=disc())
        self.bind(pos=self._move, size=self._move)

    def _move(self, *_args: Any) -> None:
        self._disc.pos, self._disc.size = self.pos, self.size


class Legend(StackLayout):
    """Whose lane it is: the movements' names with their hues."""

    def __init__(self, movements: Sequence[Movement]) -> None:
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
