"""A QR code on a card with the words that go with it: under it, or beside it where the card is
low."""

from __future__ import annotations

from collections.abc import Sequence

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from screens.units import u
from screens.widgets.qr import QrCode
from screens.widgets.surface import Card
from screens.widgets.words import Words

BESIDE = 330
"""Design units across a code that has its words beside it."""


def code_card(address: str, side: float, words: Sequence[Words], beside: bool) -> Card:
    """The card. ``side`` is the code's, in design units, where the words stand under it; without
    an address there are the words alone."""
    lines = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(14))
    lines.bind(minimum_height=lines.setter("height"))
    for line in words:
        line.halign = "left" if beside else "center"
        lines.add_widget(line)
    if beside:
        card = Card(size_hint_y=None, room=(36, 36, 36, 36))
        row = BoxLayout(size_hint_y=None, spacing=u(40))
        row.bind(minimum_height=row.setter("height"))
        if address:
            row.add_widget(QrCode(address, BESIDE, pos_hint={"center_y": 0.5}))
        lines.pos_hint = {"center_y": 0.5}
        row.add_widget(lines)
        card.add_widget(row)
        return card
    card = Card(size_hint_y=1, room=(36, 36, 36, 36), spacing=u(22))
    card.bind(minimum_height=card.setter("size_hint_min_y"))
    card.add_widget(Widget())
    if address:
        card.add_widget(QrCode(address, side, pos_hint={"center_x": 0.5}))
    card.add_widget(lines)
    card.add_widget(Widget())
    return card
