"""The answers of an item: large keys that share the room there is."""

from __future__ import annotations

from typing import Any

from kivy.uix.widget import Widget

from screens.theme import theme
from screens.units import u
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words

LEAST = 132
"""Design units of an answer's height at least."""


class AnswerKey(Key):
    """One answer; gold where it was chosen before. ``centred`` for short ones."""

    def __init__(
        self, text: str, picture: str | None, chosen: bool, centred: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(label=text, role="radio", radius=48, edge=10, **kwargs)
        colours = theme.paint(("ink" if theme.contrast else "gold") if chosen else "paper")
        self.fill, self.edge_colour = colours.fill, colours.edge
        self.fg, self.bg = colours.ink, colours.fill
        self.chosen = chosen
        self.face = Face(self, padding=[u(40), u(18), u(40), u(18)], spacing=u(32))
        if picture:
            self.face.add_widget(Picture(picture, 120, pos_hint={"center_y": 0.5}))
        if centred:
            self.face.add_widget(Widget(size_hint_x=0.001))
        self.words = Words(
            text,
            role="strong",
            color=colours.ink,
            halign="center" if centred else "left",
            pos_hint={"center_y": 0.5},
        )
        self.face.add_widget(self.words)
        self.add_widget(self.face)
        self.text_px = self.words.font_size
        self.words.bind(height=self._least)
        self._least()

    def _least(self, *_args: Any) -> None:
        self.size_hint_min_y = max(u(LEAST), self.words.height + u(36) + self.edge)
