"""The consulting room: a window, a cabinet, a couch, a basin."""

from __future__ import annotations

from kivy.graphics import Color
from kivy.uix.widget import Widget

from screens.challenges.brush import spot, stroke
from screens.exhibits.strokes import outline, sheet
from screens.games.doctor.looks import Pen
from screens.page import Box
from screens.theme import Colour, mix, rgba, theme
from screens.units import u

INK = "#14183A"


class Office(Widget):
    """Stands behind everything and takes no touches."""

    def __init__(self) -> None:
        super().__init__(size_hint=(None, None))
        self._drawn: tuple[object, ...] = ()

    def lay(self, room: Box, couch: Box, basin: Box, head: Box, *, washed: bool) -> None:
        """Draw the room: the wall within ``room`` behind a ``head``, the couch, the basin; px."""
        drawn = (room, couch, basin, head, washed)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self.canvas.clear()
        with self.canvas:
            self._window(room)
            self._cabinet(room, head)
            self._couch(couch)
            self._basin(basin, washed)

    def _window(self, room: Box) -> None:
        wide = min(u(430), room.width * 0.34)
        tall = min(u(330), room.height * 0.42)
        x, y = room.x + room.width * 0.56 - wide / 2, room.top - tall - u(16)
        _block(x, y, wide, tall, u(36), rgba("#FFFFFF"))
        inset = u(20)
        sheet(x + inset, y + inset, wide - 2 * inset, tall - 2 * inset, u(22), rgba("#9BD4FF"))
        pen = Pen(x, y, wide / 100)
        for at, low, across in ((30, 34, 10), (42, 38, 12), (55, 33, 9)):
            pen.oval(at, low, across, across * 0.62, (1, 1, 1, 0.9))
        spot(x + wide * 0.76, y + tall * 0.7, wide * 0.075, rgba("#FFD45E"))
        sheet(x + wide / 2 - u(7), y + inset, u(14), tall - 2 * inset, u(6), rgba("#FFFFFF"))
        _block(x - u(22), y - u(16), wide + u(44), u(34), u(16), rgba("#FFFFFF"))

    def _cabinet(self, room: Box, head: Box) -> None:
        side = min(u(210), room.height * 0.3, room.width * 0.2)
        x, y = room.x + room.width - side, room.top - side - u(16)
        if head.x + head.width > x and head.top > y:
            # Half a cross is none.
            return
        _block(x, y, side, side, u(34), rgba("#FFFFFF"))
        green, arm = rgba("#2FA36B"), side * 0.56
        thick = arm * 0.34
        middle_x, middle_y = x + side / 2, y + side / 2 + u(4)
        sheet(middle_x - arm / 2, middle_y - thick / 2, arm, thick, thick / 3, green)
        sheet(middle_x - thick / 2, middle_y - arm / 2, thick, arm, thick / 3, green)

    def _couch(self, couch: Box) -> None:
        leg = mix(rgba("#5FA8A0"), rgba(INK), 0.2)
        for x in (couch.x + couch.width * 0.12, couch.x + couch.width * 0.88 - u(30)):
            sheet(x, couch.y, u(30), couch.height * 0.6, u(10), leg)
        tall = couch.height * 0.66
        _block(couch.x, couch.top - tall, couch.width, tall, u(40), rgba("#66C2B5"))
        sheet(couch.x, couch.top - tall * 0.36, couch.width, tall * 0.36, u(30), rgba("#FFFFFF"))

    def _basin(self, basin: Box, washed: bool) -> None:
        pen = Pen(basin.x, basin.y, basin.width / 100)
        metal = rgba("#9FB2C8")
        top = basin.y + basin.height
        post = [(basin.x + basin.width * 0.9, basin.y + basin.height * 0.3),
                (basin.x + basin.width * 0.9, top - u(14)),
                (basin.x + basin.width * 0.66, top - u(14)),
                (basin.x + basin.width * 0.66, top - u(34))]  # fmt: skip
        stroke(post, u(20), metal)
        pen.soft(50, 22, 50, 20, rgba("#FFFFFF"))
        pen.oval(50, 26, 43, 14, rgba("#8FD3F5" if washed else "#D8EDF8"))
        if theme.contrast:
            outline(basin.x, basin.y, basin.width, basin.height, u(30), u(5), rgba("#000000"))
        if washed:
            for x, y, radius in ((24, 30, 8), (36, 25, 6), (66, 26, 7), (78, 31, 8)):
                pen.oval(x, y, radius, radius, (1, 1, 1, 0.85))
        Color(1, 1, 1, 1)


def _block(x: float, y: float, wide: float, tall: float, radius: float, colour: Colour) -> None:
    """A sheet with a darker edge below."""
    edge = mix(colour, rgba(INK), 0.2)
    sheet(x, y - u(10), wide, tall, radius, edge)
    sheet(x, y, wide, tall, radius, colour)
    if theme.contrast:
        outline(x, y, wide, tall, radius, u(5), rgba("#000000"))
