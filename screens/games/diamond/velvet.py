"""The dark velvet a stone is shown on, so that it shines."""

from __future__ import annotations

from kivy.graphics import Color, InstructionGroup, Rectangle
from kivy.uix.widget import Widget

from screens.page import Box
from screens.shapes import disc
from screens.theme import BLACK, CLEAR, WHITE, rgba, theme
from screens.units import u
from screens.widgets.surface import Sheet

GLINTS = ((0.09, 0.9, 9), (0.2, 0.72, 5), (0.86, 0.93, 7), (0.93, 0.7, 10), (0.06, 0.3, 7))
GLINTS += ((0.17, 0.1, 10), (0.9, 0.24, 6), (0.8, 0.07, 8), (0.72, 0.95, 5), (0.3, 0.95, 6))
"""Where something glints, parts of the sheet, and how large, design units."""


class Velvet(Sheet):
    """Lies under the stone; takes no touches."""

    def __init__(self) -> None:
        super().__init__(size_hint=(None, None))
        self.fill = WHITE if theme.contrast else rgba("#2B2E80")
        self.edge, self.radius = u(14), u(60)
        self.edge_colour = BLACK if theme.contrast else rgba("#181A54")
        self.line = u(5) if theme.contrast else 0
        self.line_colour = BLACK if theme.contrast else CLEAR
        self._glints = InstructionGroup()
        self.canvas.add(self._glints)
        self.add_widget(Widget())

    def lay(self, box: Box) -> None:
        """Lie there, px."""
        if (self.pos, self.size) == ([box.x, box.y], [box.width, box.height]):
            return
        self.pos, self.size = (box.x, box.y), (box.width, box.height)
        self._glints.clear()
        if theme.contrast:
            return
        self._glints.add(Color(1, 1, 1, 0.4))
        for across, up, side in GLINTS:
            long = u(side)
            x, y = box.x + box.width * across, box.y + box.height * up
            self._glints.add(Rectangle(texture=disc(), pos=(x, y), size=(long, long)))
