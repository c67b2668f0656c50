"""The head of a page: where one is, what it is about, and the way back.

It lies flat above the body of a standing page. On a lying screen and in the reach mode it is a
panel of night sky with the constellation, and holds no control in the reach mode.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from kivy.properties import ColorProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.stacklayout import StackLayout
from kivy.uix.widget import Widget

from screens.kv import load_kv
from screens.pictures import gradient_texture
from screens.theme import CLEAR, rgba, shades, theme
from screens.units import u
from screens.widgets.buttons import back_key
from screens.widgets.surface import Picture, Pill
from screens.widgets.words import Words

load_kv(__file__)

HUE_STEPS = 720
"""Steps of a hue head's gradient: about one a pixel of its height."""
MARGIN, SIDE = 64, 56
"""Design units left free at the sides of a page, and of the left column of a lying one."""


@dataclass(frozen=True)
class Heading:
    """What a head says. ``pills`` are (picture, text); ``tone`` and ``hue`` colour the page."""

    title: str
    kicker: str = ""
    subtitle: str = ""
    picture: str = ""
    tone: str = "linen"
    hue: str = ""
    pills: tuple[tuple[str, str], ...] = field(default=())
    back: bool = True
    badge: bool = False
    """Whether the kicker stands on a pill."""
    role: str = ""
    """Another size of the title than the usual one."""


class Header(FloatLayout):
    """The head. ``shape`` is ``flat``, ``column`` or ``upper``."""

    cut = NumericProperty(0)
    """How much of the foot the coloured ground leaves free for pills to stand half out."""
    line_colour = ColorProperty(CLEAR)
    shape = StringProperty("flat")
    free = NumericProperty(0)
    """Px left under the words of a column."""
    texture = ObjectProperty(None, allownone=True)

    def __init__(self, heading: Heading, shape: str, on_back: Any, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), shape=shape, **kwargs)
        tone = heading.tone
        if shape != "flat" and tone in ("linen", "staff"):
            tone = "night"
        self.heading, self.tone = heading, tone
        self.palette = theme.palette(tone)
        if tone == "hue" and not theme.contrast:
            self.palette = replace(self.palette, muted=rgba("#F1F1FA"))
        self.back: Any = None
        self._sky: Widget | None = None
        if tone == "hue" and not theme.contrast and shape == "flat":
            self.texture = gradient_texture(shades(heading.hue), HUE_STEPS)
        if theme.contrast and shape != "flat":
            self.line_colour = (0, 0, 0, 1)
        side = SIDE if shape == "column" else MARGIN
        self.column = BoxLayout(
            orientation="vertical",
            size_hint=(None, None),
            padding=[u(side), u(56 if shape != "upper" else 64), u(side), u(28)],
            spacing=u(16),
        )
        self._top_row(on_back)
        self._words()
        if heading.pills and shape != "column":
            self._pills()
        self.add_widget(self.column)
        self.hero: Picture | None = None
        if heading.picture and tone == "hue" and shape != "upper" and not theme.large:
            self.hero = Picture(heading.picture, 330)
            self.add_widget(self.hero, index=len(self.children))
        self.column.bind(minimum_height=self._place)
        self.bind(pos=self._place, size=self._place, free=self._place)
        self._place()

    def adorn(self, sky: Widget) -> None:
        """Lay a faint sky behind the words."""
        sky.size_hint = (None, None)
        self._sky = sky
        self.add_widget(sky, index=len(self.children))
        self._place()

    @property
    def natural(self) -> float:
        """The height a flat head needs, px."""
        least = u(430) if self.hero is not None and self.shape == "flat" else 0
        return max(float(self.column.minimum_height), least)

    def _top_row(self, on_back: Any) -> None:
        heading = self.heading
        row = BoxLayout(size_hint_y=None, spacing=u(28))
        if heading.back and self.shape != "upper":
            self.back = back_key(on_back, self.tone, heading.hue if self.tone == "hue" else "")
            row.add_widget(self.back)
        if heading.kicker:
            row.add_widget(self._kicker())
        else:
            row.add_widget(Widget(size_hint_y=None, height=0))
        if self._picture_above:
            picture = Picture(heading.picture, 108 if heading.back else 96)
            picture.pos_hint = {"center_y": 0.5}
            row.add_widget(picture)
        row.bind(minimum_height=row.setter("height"))
        if row.children and (heading.back or heading.kicker):
            self.column.add_widget(row)

    def _kicker(self) -> Widget:
        heading, middle = self.heading, {"center_y": 0.5}
        if not heading.badge:
            return Words(heading.kicker, role="small", color=self.palette.muted, pos_hint=middle)
        room = BoxLayout(size_hint_y=None, pos_hint=middle)
        room.bind(minimum_height=room.setter("height"))
        room.add_widget(Pill(heading.kicker, "", self.tone))
        return room

    def _words(self) -> None:
        heading = self.heading
        role = heading.role or self._title_role()
        if role == "headline" and self.shape == "column" and theme.large:
            role = "heading"
        row = BoxLayout(size_hint_y=None, spacing=u(32))
        if heading.picture and self.tone != "hue" and not self._picture_above:
            row.add_widget(Picture(heading.picture, 128, pos_hint={"center_y": 0.5}))
        title = Words(heading.title, role=role, color=self.palette.ink)
        title.pos_hint = {"center_y": 0.5}
        row.add_widget(title)
        if self.tone == "hue" and self.shape == "flat" and not theme.large:
            row.add_widget(Widget(size_hint_x=0.4))
        row.bind(minimum_height=row.setter("height"))
        self.column.add_widget(row)
        if heading.subtitle:
            sub = Words(heading.subtitle, role="text", color=self.palette.muted)
            if self.tone == "hue" and self.shape == "flat" and not theme.large:
                sub.size_hint_x = 0.62
            self.column.add_widget(sub)

    @property
    def _picture_above(self) -> bool:
        """In the narrow column the picture stands over the title, not beside it."""
        picture = bool(self.heading.picture)
        return picture and self.shape == "column" and self.heading.tone != "hue"

    def _title_role(self) -> str:
        if self.shape == "flat":
            plain = not self.heading.picture or self.tone == "hue"
            return "title" if plain and not theme.large else "headline"
        return "headline"

    def _pills(self) -> None:
        pills = pill_row(self.heading, "linen" if self.shape == "flat" else self.tone)
        pills.padding = [0, u(12), 0, 0]
        self.column.add_widget(pills)
        if self.tone == "hue" and self.shape == "flat":
            self.cut = u(66)

    def _place(self, *_args: Any) -> None:
        self.column.width = self.width
        self.column.height = max(self.column.minimum_height, 1)
        self.column.pos = (self.x, self.y + self.height - self.column.height)
        if self._sky is not None:
            self._sky.size = (self.width * 0.55, max(1, min(u(440), self.height - self.cut)))
            self._sky.pos = (
                self.x + self.width * 0.44,
                self.y + self.height - self._sky.height - u(10),
            )
        if self.hero is not None:
            if self.shape == "flat":
                self.hero.pos = (self.x + self.width - u(370), self.y + self.cut + u(28))
            else:
                side = min(u(330), self.free - u(40))
                self.hero.opacity = 1 if side > u(150) else 0
                self.hero.size = (max(1, side), max(1, side))
                self.hero.pos = (
                    self.x + self.width - side - u(40),
                    self.y + self.height - self.column.height - side - u(20),
                )


def pill_row(heading: Heading, tone: str) -> StackLayout:
    """The pills of a head side by side, in as many rows as they need."""
    stack = StackLayout(size_hint_y=None, spacing=[u(16), u(14)])
    for picture, text in heading.pills:
        stack.add_widget(Pill(text, picture, tone))
    stack.bind(minimum_height=stack.setter("height"))
    return stack
