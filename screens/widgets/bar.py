"""The bar: home, map, the four modes and the language, one touch away on every screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from screens.kv import load_kv
from screens.theme import CLEAR, _, rgba, theme
from screens.units import u
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.surface import Picture
from screens.widgets.words import Words

load_kv(__file__)

MODE_PICTURES = {
    "large": "magnifying-glass-tilted-left",
    "contrast": "last-quarter-moon",
    "reach": "manual-wheelchair",
    "calm": "person-in-lotus-position",
}

GAP = 16
"""Design units between the keys of the left column."""


def mode_name(mode: str) -> str:
    """What a mode is called on its button."""
    return {
        "large": _("Крупно"),
        "contrast": _("Контраст"),
        "reach": _("Ниже"),
        "calm": _("Спокойно"),
    }[mode]


@dataclass(frozen=True)
class Item:
    """One place of the bar."""

    label: str
    picture: str
    act: Callable[[], None]
    on: bool = False
    role: str = "button"


class BarKey(Key):
    """A picture over a word; lit when its mode is on."""

    def __init__(self, item: Item, dark: bool, **kwargs: Any) -> None:
        super().__init__(label=item.label, edge=0, radius=32, role=item.role, **kwargs)
        palette = theme.palette("linen")
        self._act_now = item.act
        ink = (1, 1, 1, 1) if dark and not item.on else palette.ink
        ground = rgba("#FFE9B8") if item.on else ((1, 1, 1, 0.13) if dark else CLEAR)
        if theme.contrast:
            ink, ground = ((1, 1, 1, 1), (0, 0, 0, 1)) if item.on else (palette.ink, palette.paper)
            self.line = u(3) if dark or item.on else 0
        self.fill, self.edge_colour = ground, CLEAR
        self.fg = ink
        solid = rgba("#262C70") if dark else palette.paper
        self.bg = ground if ground[3] == 1 else solid
        face = Face(self, orientation="vertical", padding=[0, u(12), 0, u(8)], spacing=u(4))
        face.add_widget(Picture(item.picture, 60, pos_hint={"center_x": 0.5}))
        size = u(24 * 1.4) if theme.large else u(24)
        words = Words(
            item.label, role="small", font_size=size, color=ink, halign="center", single=True
        )
        face.add_widget(words)
        self.text_px = size
        self.add_widget(face)

    def on_act(self) -> None:
        self._act_now()


class Bar(BoxLayout):
    """The bar of a standing screen: a white sheet at the bottom edge."""

    def __init__(self, items: list[Item], **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        columns = (len(items) + 1) // 2 if theme.large else len(items)
        grid = GridLayout(cols=columns, padding=[u(8), u(16), u(8), u(14)], spacing=[u(2), u(10)])
        for item in items:
            grid.add_widget(BarKey(item, dark=False))
        self.add_widget(grid)
        rows = -(-len(items) // columns)
        self.height = u(168) if rows == 1 else u(310)


class ColumnBar(BoxLayout):
    """The bar of a lying screen: rows of keys in the foot of the left column; the last key fills
    its row."""

    def __init__(self, items: list[Item], **kwargs: Any) -> None:
        super().__init__(orientation="vertical", size_hint=(None, None), spacing=u(GAP), **kwargs)
        self._columns = 3 if theme.large else 4
        for first in range(0, len(items), self._columns):
            row = BoxLayout(spacing=u(GAP))
            for item in items[first : first + self._columns]:
                row.add_widget(BarKey(item, dark=True))
            self.add_widget(row)
        rows = len(self.children)
        self.height = rows * u(128 if theme.large else 118) + (rows - 1) * u(GAP)
        self.bind(width=self._share)

    def _share(self, *_args: Any) -> None:
        side = (self.width - (self._columns - 1) * u(GAP)) / self._columns
        for row in self.children:
            last, *others = row.children
            for key in others:
                key.size_hint_x, key.width = None, side
            last.size_hint_x = 1
