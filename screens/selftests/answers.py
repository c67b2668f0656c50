"""The answers of an item: large keys that share the room there is."""

from __future__ import annotations

from typing import Any, Literal

from kivy.uix.widget import Widget

from screens.theme import theme
from screens.units import u
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words

LEAST = 132
"""Design units of an answer's height at least."""
PICTURE = 190
"""Design units of the picture over a tall answer."""
Shape = Literal["row", "short", "tall"]
"""A picture beside a line; a few words in the middle; a picture over a line."""


class AnswerKey(Key):
    """One answer; gold where it was chosen before."""

    def __init__(
        self, text: str, picture: str | None, chosen: bool, shape: Shape = "row", **kwargs: Any
    ) -> None:
        super().__init__(label=text, role="radio", radius=48, edge=10, **kwargs)
        colours = theme.paint(("ink" if theme.contrast else "gold") if chosen else "paper")
        self.fill, self.edge_colour = colours.fill, colours.edge
        self.fg, self.bg = colours.ink, colours.fill
        self.chosen = chosen
        tall = shape == "tall"
        self.face = Face(
            self,
            padding=[u(40), u(18), u(40), u(18)],
            spacing=u(24),
            orientation="vertical" if tall else "horizontal",
        )
        if tall:
            self.face.add_widget(Widget())
        if picture:
            side = PICTURE if tall else 120
            place = {"center_x": 0.5} if tall else {"center_y": 0.5}
            self.face.add_widget(Picture(picture, side, pos_hint=place))
        self.words = Words(
            text,
            role="heading" if tall and not theme.large else "strong",
            color=colours.ink,
            halign="left" if shape == "row" else "center",
            pos_hint={} if tall else {"center_y": 0.5},
        )
        self.face.add_widget(self.words)
        if tall:
            self.face.add_widget(Widget())
        self._room = u(36) + (u(PICTURE + 24) if tall and picture else 0)
        self.add_widget(self.face)
        self.text_px = self.words.font_size
        self.words.bind(height=self._least)
        self._least()

    def _least(self, *_args: Any) -> None:
        self.size_hint_min_y = max(u(LEAST), self.words.height + self._room + self.edge)
