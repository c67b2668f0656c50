"""The white tray pieces wait on."""

from __future__ import annotations

from kivy.uix.widget import Widget

from screens.page import Box
from screens.theme import BLACK, CLEAR, WHITE, rgba, theme
from screens.units import u
from screens.widgets.surface import Sheet


class Tray(Sheet):
    """Lies under pieces; takes no touches."""

    def __init__(self) -> None:
        super().__init__(size_hint=(None, None))
        self.fill = WHITE
        self.edge, self.radius = u(12), u(56)
        self.edge_colour = BLACK if theme.contrast else rgba("#8CC27E")
        self.line = u(5) if theme.contrast else 0
        self.line_colour = BLACK if theme.contrast else CLEAR
        self.add_widget(Widget())

    def lay(self, box: Box) -> None:
        """Lie there, px."""
        self.pos, self.size = (box.x, box.y), (box.width, box.height)
