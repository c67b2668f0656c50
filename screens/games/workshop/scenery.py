"""The room of a workshop: awning, wall, window, pegboard, shelf and bench."""

from __future__ import annotations

from kivy.graphics import BorderImage, Color, Rectangle
from kivy.uix.widget import Widget

from screens.games.workshop.plan import BOARD, Plan, Row
from screens.games.workshop.styles import Style
from screens.page import Box
from screens.shapes import disc, lines, patch, ring, whole
from screens.theme import BLACK, WHITE, Colour, mix, rgba, theme
from screens.units import u

RADIUS, EDGE = 48, 14
STRIPE, PLANK, TILE, DOT = 132, 150, 92, 120
"""Design units across a stripe of the awning, a plank, a tile, and between dots."""
SKY, GLASS = "#BFE3FF", "#E6F5FF"


class Scenery(Widget):
    """Drawn anew when it is laid; takes no touches. Boards alone in the contrast mode."""

    def lay(self, plan: Plan, spots: list[Box], style: Style) -> None:
        """Draw a workshop for things that are in those squares, row by row."""
        self._style, self._spots = style, spots
        self.canvas.clear()
        with self.canvas:
            self._draw_room(plan)
            for row in plan.rows:
                {
                    "wall": self._draw_pegs,
                    "shelf": self._draw_shelf,
                    "bench": self._draw_bench,
                }[row.kind](row, plan)
            if plan.awning and not theme.contrast:
                self._draw_awning(plan)

    def _draw_room(self, plan: Plan) -> None:
        room, style = plan.room, self._style
        if theme.contrast:
            self._outline(room)
            return
        self._sheet(_moved(room, 0, -u(EDGE)), mix(rgba(style.board), rgba("#14183A"), 0.25))
        self._sheet(room, rgba(style.wall))
        Color(*rgba(style.mark))
        inset = u(10)
        if style.pattern == "dots":
            self._draw_dots(room)
            return
        step = u(PLANK if style.pattern == "planks" else TILE)
        pairs = [
            ((x, room.y + inset), (x, room.top - inset))
            for x in _steps(room.x, room.x + room.width, step)
        ]
        if style.pattern == "tiles":
            pairs += [
                ((room.x + inset, y), (room.x + room.width - inset, y))
                for y in _steps(room.y, room.top, step)
            ]
        lines(pairs, u(5))

    def _draw_dots(self, room: Box) -> None:
        step, side = u(DOT), u(22)
        for row, y in enumerate(_steps(room.y, room.top, step)):
            shift = step / 2 if row % 2 else 0.0
            for x in _steps(room.x + shift, room.x + room.width, step):
                Rectangle(texture=disc(), pos=(x - side / 2, y - side / 2), size=(side, side))

    def _draw_pegs(self, row: Row, plan: Plan) -> None:
        """A panel with holes, and a peg over the middle of each thing."""
        box = row.box
        panel = Box(box.x + u(14), box.y + u(12), box.width - u(28), box.height - u(8))
        if theme.contrast:
            return
        self._sheet(_moved(panel, 0, -u(8)), mix(rgba(self._style.panel), rgba("#14183A"), 0.2))
        self._sheet(panel, rgba(self._style.panel))
        Color(*mix(rgba(self._style.panel), rgba(self._style.board), 0.45))
        self._dot_over(panel)
        for spot in self._spots[: len(row.cells)]:
            self._draw_peg(spot)

    def _dot_over(self, panel: Box) -> None:
        side = u(12)
        for y in _steps(panel.y, panel.top, u(64)):
            for x in _steps(panel.x, panel.x + panel.width, u(64)):
                Rectangle(texture=disc(), pos=(x - side / 2, y - side / 2), size=(side, side))

    def _draw_peg(self, spot: Box) -> None:
        x, y = spot.x + spot.width / 2, spot.top + u(2)
        board = rgba(self._style.board)
        for side, drop, colour in (
            (u(40), u(5), mix(board, rgba("#14183A"), 0.3)),
            (u(40), 0.0, board),
        ):
            self._sheet(Box(x - side / 2, y - side / 2 - drop, side, side), colour, 20)
        self._sheet(Box(x - u(9), y - u(40), u(18), u(44)), board, 9)

    def _draw_shelf(self, row: Row, plan: Plan) -> None:
        self._draw_window(row)
        self._board(row.box.x - u(2), row.box.y, row.box.width + u(4))
        if theme.contrast:
            return
        for part in (0.12, 0.88):
            x = row.box.x + row.box.width * part
            bracket = Box(x - u(12), row.box.y - u(38), u(24), u(44))
            self._sheet(bracket, mix(rgba(self._style.board), rgba("#14183A"), 0.18), 12)

    def _draw_window(self, row: Row) -> None:
        if theme.contrast or len(row.cells) < 2:
            return
        wide = min(row.box.width * 0.4, u(420))
        tall = row.box.height - u(BOARD) - u(24)
        box = Box(row.box.x + (row.box.width - wide) / 2, row.box.y + u(BOARD), wide, tall)
        self._sheet(box, WHITE, 32)
        bar = u(16)
        half, low = (wide - 3 * bar) / 2, (tall - 3 * bar) / 2
        for column in (0, 1):
            for line, colour in ((0, GLASS), (1, SKY)):
                x = box.x + bar + column * (half + bar)
                y = box.y + bar + line * (low + bar)
                self._sheet(Box(x, y, half, low), rgba(colour), 18)

    def _draw_bench(self, row: Row, plan: Plan) -> None:
        below = row.box.y - plan.room.y
        if not theme.contrast:
            front = Box(plan.room.x, plan.room.y, plan.room.width, below + u(BOARD))
            self._sheet(front, rgba(self._style.front))
        self._board(plan.room.x - u(6), row.box.y - u(6), plan.room.width + u(12), BOARD + 6)

    def _draw_awning(self, plan: Plan) -> None:
        """Stripes with round ends over the room."""
        room, over = plan.room, u(16)
        left, broad = room.x - over, room.width + 2 * over
        count = max(3, round(broad / u(STRIPE)) // 2 * 2 + 1)
        wide = broad / count
        low = room.top - plan.awning + u(14)
        colours = (rgba(self._style.awning), WHITE)
        for shade, drop in ((0.2, u(10)), (0.0, 0.0)):
            for number in range(count):
                colour = colours[number % 2]
                stripe = Box(left + number * wide, low - drop, wide, plan.awning - u(14) + u(6))
                self._sheet(stripe, mix(colour, rgba("#14183A"), shade), min(56, STRIPE // 2))
        bar = Box(left, room.top - u(44), broad, u(52))
        self._sheet(bar, mix(rgba(self._style.awning), rgba("#14183A"), 0.12), 26)

    def _board(self, x: float, y: float, wide: float, thick: float = BOARD) -> None:
        colour = BLACK if theme.contrast else rgba(self._style.board)
        tall = u(8) if theme.contrast else u(thick)
        box = Box(x, y + u(thick) - tall, wide, tall)
        if not theme.contrast:
            self._sheet(_moved(box, 0, -u(8)), mix(colour, rgba("#14183A"), 0.28), 14)
        self._sheet(box, colour, 14)

    def _outline(self, box: Box) -> None:
        corner = whole(u(RADIUS))
        Color(*BLACK)
        BorderImage(
            texture=ring(corner, max(1, int(u(5)))),
            border=[corner] * 4,
            pos=(box.x, box.y),
            size=(box.width, box.height),
        )

    def _sheet(self, box: Box, colour: Colour, radius: float = RADIUS) -> None:
        corner = max(1, min(whole(u(radius)), int(min(box.width, box.height) / 2)))
        Color(*colour)
        BorderImage(
            texture=patch(corner),
            border=[corner] * 4,
            pos=(box.x, box.y),
            size=(box.width, box.height),
        )


def _moved(box: Box, x: float, y: float) -> Box:
    return Box(box.x + x, box.y + y, box.width, box.height)


def _steps(start: float, end: float, step: float) -> list[float]:
    """Equal steps between two edges, about ``step`` apart."""
    count = max(2, round((end - start) / step))
    return [start + (end - start) * number / count for number in range(1, count)]
