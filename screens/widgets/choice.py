"""A choice in a chip: a picture and a word, on glass or paper."""

from __future__ import annotations

from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.uix.widget import Widget

from screens.theme import theme
from screens.units import u
from screens.widgets.bar import Item
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words


class Choice(Key):
    """One of several choices; ``item.on`` marks the one that holds. Marks its touch as chosen."""

    def __init__(self, item: Item, tone: str = "night", **kwargs: Any) -> None:
        super().__init__(label=item.label, edge=6, radius=52, size_hint_y=None, **kwargs)
        self._act_now = item.act
        colours = theme.paint("glass" if tone == "night" else "paper")
        if item.on:
            colours = theme.paint("ink" if theme.contrast else "gold")
        self.fill, self.edge_colour, self.fg, self.bg = (
            colours.fill,
            colours.edge,
            colours.ink,
            colours.fill,
        )
        face = Face(self, padding=[u(10), u(8), u(10), u(8)], spacing=u(12))
        face.add_widget(Widget())
        if item.picture:
            face.add_widget(Picture(item.picture, 52, pos_hint={"center_y": 0.5}))
        words = Words(item.label, role="small", color=colours.ink, size_hint_x=None, free=True)
        words.measure()
        words.pos_hint = {"center_y": 0.5}
        face.add_widget(words)
        face.add_widget(Widget())
        self.add_widget(face)
        self.text_px = words.font_size
        self.height = max(u(104), words.height + u(40))

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if self.collide_point(*touch.pos):
            touch.ud["chosen"] = True
        return super().on_touch_down(touch)

    def on_act(self) -> None:
        self._act_now()
