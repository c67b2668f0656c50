"""The kitchen: a tiled wall and a wooden table before it."""

from __future__ import annotations

from kivy.graphics import Color, InstructionGroup, Rectangle
from kivy.uix.widget import Widget

from screens.exhibits import strokes
from screens.page import Box
from screens.shapes import lines
from screens.theme import BLACK, mix, rgba, theme
from screens.units import u

WALL, JOINT = rgba("#FFF0DA"), rgba("#FFDDB0")
TILE = 118
"""Design units across a tile of the wall."""
EDGE = 30
"""Design units of the table's edge."""
PLANK = 150
BELOW = 24
"""Design units the table goes on below the stage."""


class Kitchen(Widget):
    """Scenery; takes no touches. ``wood`` is the colour of its table."""

    def __init__(self, wood: str) -> None:
        super().__init__(size_hint=(None, None))
        self._wood = rgba(wood)
        self._group = InstructionGroup()
        self.canvas.add(self._group)

    def lay(self, box: Box, table: float) -> None:
        """Draw it in ``box`` px; the table's far edge lies at ``table``."""
        self._group.clear()
        if theme.contrast:
            self._group.add(Color(*BLACK))
            self._group.add(lines([((box.x, table), (box.x + box.width, table))], u(6)))
            return
        self._wall(box, table)
        foot = box.y - u(BELOW)
        self._group.add(Color(*self._wood))
        self._group.add(Rectangle(pos=(box.x, foot), size=(box.width, table - foot)))
        self._planks(box, table, foot)
        self._group.add(Color(*mix(self._wood, rgba("#FFFFFF"), 0.4)))
        self._group.add(Rectangle(pos=(box.x, table - u(12)), size=(box.width, u(12))))

    def _wall(self, box: Box, table: float) -> None:
        self._group.add(Color(*WALL))
        self._group.add(Rectangle(pos=(box.x, table), size=(box.width, box.top - table)))
        self._group.add(Color(*JOINT))
        line, side = u(6), u(TILE)
        joints: list[tuple[float, float, float, float]] = []
        rows = int((box.top - table) // side) + 1
        for row in range(rows):
            low = table + row * side
            tall = min(side, box.top - low)
            joints.append((box.x, low, box.width, line))
            x = box.x + (side / 2 if row % 2 else 0)
            while x < box.x + box.width:
                joints.append((x, low, line, tall))
                x += side
        joints.append((box.x, box.top - line, box.width, line * 2))
        self._group.add(strokes.boxes(joints))

    def _planks(self, box: Box, table: float, foot: float) -> None:
        """Lines of the boards, nearer ones further apart."""
        self._group.add(Color(*mix(self._wood, rgba("#7A4A2A"), 0.2)))
        boards: list[tuple[float, float, float, float]] = []
        low, step = table - u(EDGE), u(PLANK * 0.5)
        while low > foot:
            boards.append((box.x, low, box.width, u(5)))
            low, step = low - step, min(u(PLANK), step * 1.25)
        self._group.add(strokes.boxes(boards))
