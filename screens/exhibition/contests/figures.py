"""Figures side by side, each of which shows its year and source when touched."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout

from content.model import Figure
from screens.exhibition.contests.story import rows
from screens.exhibition.parts import FigureKey, show_source
from screens.theme import theme
from screens.units import measure, u

if TYPE_CHECKING:
    from screens.kiosk import Kiosk


def figure_rows(kiosk: Kiosk, figures: Sequence[Figure], on_card: bool = False) -> BoxLayout:
    """Figures in rows that fill the width, none left alone under others where that can be helped.
    ``on_card`` sets them off from the white sheet they lie on."""
    column = BoxLayout(orientation="vertical", size_hint_y=None, spacing=u(24))
    column.bind(minimum_height=column.setter("height"))
    most = 3 if not measure.portrait or len(figures) in (3, 5, 6) else 2
    left = iter(figures)
    for share in rows(len(figures), 1 if theme.large else most):
        row = GridLayout(cols=share, size_hint_y=None, spacing=u(24))
        row.bind(minimum_height=row.setter("height"))
        for _place in range(share):
            figure = next(left)
            key = FigureKey(figure)
            if on_card and not theme.contrast:
                sand = theme.paint("sand")
                key.fill, key.edge_colour, key.bg = sand.fill, sand.edge, sand.fill
            key.bind(on_act=partial(show_source, kiosk, figure))
            row.add_widget(key)
        column.add_widget(row)
    return column
