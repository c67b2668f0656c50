"""A line of plain text on a page that keeps clear of the key that scrolls."""

from __future__ import annotations

from kivy.uix.boxlayout import BoxLayout

from screens.theme import theme
from screens.units import u
from screens.widgets.words import Words

CLEAR = 110
"""Design units free at the right: the round key may stand there."""


def remark(text: str, role: str = "text") -> BoxLayout:
    """The line; a ``small`` one is muted."""
    palette = theme.palette("linen")
    room = BoxLayout(size_hint_y=None, padding=[0, 0, u(CLEAR), 0])
    room.bind(minimum_height=room.setter("height"))
    room.add_widget(Words(text, role=role, color=palette.muted if role == "small" else palette.ink))
    return room
