"""A field of a form: its caption, what is written, and beside it what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from screens.theme import mix, rgba, theme
from screens.units import u
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.words import Words

EMPTY = "\u00a0"
"""Keeps the place of a line nobody has written."""


class FieldBox(Key):
    """The box itself; a touch makes it the one that is written in."""

    def __init__(self, caption: str, hint: str, **kwargs: Any) -> None:
        # The label is the caption alone: what a person writes never leaves the box.
        super().__init__(label=caption, role="textbox", edge=0, radius=32, **kwargs)
        palette = theme.palette("linen")
        self.fill, self.edge_colour = palette.paper, (0, 0, 0, 0)
        self.fg, self.bg = palette.ink, palette.paper
        self._hint = hint
        face = Face(self, padding=[u(34), u(10), u(34), u(10)])
        self._words = Words("", role="text", color=palette.ink, single=True)
        self._words.pos_hint = {"center_y": 0.5}
        face.add_widget(self._words)
        self.add_widget(face)
        self.text_px = self._words.font_size
        self.active = False
        self.show("", active=False, wrong=False)

    def show(self, text: str, *, active: bool, wrong: bool) -> None:
        """What is written, whether it is being written in, whether something is missing."""
        palette = theme.palette("linen")
        self.active = active
        thin = 5 if theme.contrast else 3
        self.line = u(2 * thin if active and theme.contrast else 5 if active or wrong else thin)
        if wrong:
            self.line_colour = rgba("#8A1F0A" if theme.contrast else "#B3361C")
        elif active:
            self.line_colour = palette.ink if theme.contrast else theme.paint("flax").fill
        else:
            self.line_colour = palette.ink if theme.contrast else rgba("#C9CBE6")
        caret = "|" if active else ""
        if text:
            self._words.color = palette.ink
            self._words.say(text + caret)
        else:
            self._words.color = mix(palette.ink, palette.paper, 0.35)
            self._words.say(caret or self._hint)
            if active:
                self._words.say(caret + self._hint)


class Field(BoxLayout):
    """Caption, box and a line for what is missing."""

    def __init__(
        self, caption: str, hint: str, on_touch: Any, tall: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(orientation="vertical", spacing=u(10), **kwargs)
        palette = theme.palette("linen")
        self.caption = Words(caption, role="strong", color=palette.ink)
        self.over = BoxLayout(orientation="vertical", size_hint_y=None)
        self.over.add_widget(Widget())
        self.over.add_widget(self.caption)
        self.caption.bind(height=self.over.setter("height"))
        self.over.height = self.caption.height
        self.add_widget(self.over)
        height = u(140 if theme.large else 132 if tall else 112)
        self.box = FieldBox(caption, hint, size_hint_y=None, height=height)
        self.box.bind(on_act=on_touch)
        self.add_widget(self.box)
        wrong = palette.ink if theme.contrast else rgba("#9E2D14")
        self._problem = Words(EMPTY, role="small", color=wrong)
        self.add_widget(self._problem)
        self.add_widget(Widget())
        self.bind(minimum_height=self.setter("size_hint_min_y"))
        self.size_hint_min_y = self.minimum_height

    def show(self, text: str, *, active: bool, problem: str) -> None:
        """Draw the field's state; ``problem`` is empty where all is well."""
        self.box.show(text, active=active, wrong=bool(problem))
        self._problem.say(problem or EMPTY)


def level(fields: Sequence[Field]) -> None:
    """Keep the boxes of fields that stand side by side on one line, however their captions
    break."""

    def even(*_args: Any) -> None:
        tallest = max(field.caption.height for field in fields)
        for field in fields:
            field.over.height = tallest

    for field in fields:
        field.caption.bind(height=even)
    even()
