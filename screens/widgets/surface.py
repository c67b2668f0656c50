"""What lies still: pictures, cards, pills, progress."""

from __future__ import annotations

from typing import Any

from kivy.properties import ColorProperty, NumericProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from screens.kv import load_kv
from screens.pictures import album
from screens.theme import CLEAR, theme
from screens.units import u
from screens.widgets.words import Words

load_kv(__file__)


class Picture(Widget):
    """A picture by name, fitted into its place."""

    texture = ObjectProperty(None, allownone=True)
    tint = ColorProperty((1, 1, 1, 1))

    def __init__(self, name: str, side: float, **kwargs: Any) -> None:
        kwargs.setdefault("size_hint", (None, None))
        kwargs.setdefault("size", (u(side), u(side)))
        super().__init__(**kwargs)
        self.name = name
        self.texture = album.texture(name, max(self.size))


class Sheet(BoxLayout):
    """A rounded sheet on an edge, with an outline where the mode asks for one."""

    fill = ColorProperty((1, 1, 1, 1))
    edge_colour = ColorProperty(CLEAR)
    edge = NumericProperty(0)
    radius = NumericProperty(0)
    line = NumericProperty(0)
    line_colour = ColorProperty(CLEAR)
    corner = NumericProperty(1)


class Card(Sheet):
    """A sheet with a column on it, as tall as what it holds."""

    def __init__(self, tone: str = "linen", **kwargs: Any) -> None:
        palette = theme.palette(tone)
        edge = kwargs.pop("edge", 6)
        radius = kwargs.pop("radius", 40)
        room = kwargs.pop("room", (40, 36, 40, 36))
        fill = kwargs.pop("fill", palette.paper)
        kwargs.setdefault("orientation", "vertical")
        kwargs.setdefault("size_hint_y", None)
        super().__init__(
            padding=[u(room[0]), u(room[1]), u(room[2]), u(room[3] + edge)],
            spacing=kwargs.pop("spacing", u(14)),
            **kwargs,
        )
        self.edge = u(edge)
        self.radius = u(radius)
        self.fill = palette.paper if theme.contrast else fill
        self.edge_colour = kwargs.get("edge_colour", palette.edge)
        self.line = u(palette.line)
        self.line_colour = palette.line_colour
        if self.size_hint_y is None:
            self.bind(minimum_height=self._grow)

    def _grow(self, *_args: Any) -> None:
        self.height = self.minimum_height


class Pill(Sheet):
    """A short fact in a rounded chip: a date, a town, for whom. Not a control."""

    def __init__(self, text: str, picture: str = "", tone: str = "linen", **kwargs: Any) -> None:
        palette = theme.palette(tone)
        super().__init__(
            size_hint=(None, None),
            padding=[u(26), u(10), u(26), u(14)],
            spacing=u(12),
            **kwargs,
        )
        on_sky = tone in ("night", "hue") and not theme.contrast
        self.fill = palette.glass
        self.radius = u(200)
        self.edge = 0 if on_sky else u(4)
        self.edge_colour = CLEAR if on_sky else palette.edge
        self.line = u(palette.line) * 0.6
        self.line_colour = palette.line_colour
        if picture:
            self.add_widget(Picture(picture, 38, pos_hint={"center_y": 0.5}))
        self.words = Words(text, role="small", color=palette.ink, size_hint_x=None, free=True)
        self.words.pos_hint = {"center_y": 0.5}
        self.add_widget(self.words)
        self._grow()

    def _grow(self, *_args: Any) -> None:
        self.words.measure()
        pictures = sum(child.width + self.spacing for child in self.children[1:])
        self.size = (
            self.words.width + pictures + self.padding[0] + self.padding[2],
            max(u(64), self.words.height + self.padding[1] + self.padding[3]),
        )


class Progress(Widget):
    """A bar that fills: ``value`` from 0 to 1."""

    value = NumericProperty(0)
    fill = ColorProperty((0, 0, 0, 1))
    ground = ColorProperty((0.9, 0.9, 0.95, 1))
    corner = NumericProperty(1)

    def __init__(self, fill: Any = None, **kwargs: Any) -> None:
        super().__init__(size_hint_y=None, height=u(36), **kwargs)
        self.fill = theme.palette("linen").ink if theme.contrast or fill is None else fill
        self.ground = (0.8, 0.8, 0.8, 1) if theme.contrast else (0.89, 0.91, 0.96, 1)
