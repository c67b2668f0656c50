"""The signal beside the track: red while the train is loaded, green when it may go."""

from __future__ import annotations

from screens.games.drawn import Pen, Scenery
from screens.theme import rgba
from screens.units import u

POST, HOOD = rgba("#59608F"), rgba("#2A2E4D")
RED, GREEN, OFF = rgba("#FF5A4E"), rgba("#59DB6E"), rgba("#3F456B")


class Signal(Scenery):
    """Two lamps on a post."""

    def __init__(self) -> None:
        self._green = False
        super().__init__()

    def turn(self, green: bool) -> None:
        """Let the train go, or hold it."""
        if green != self._green:
            self._green = green
            self.redraw()

    def draw(self, pen: Pen) -> None:
        width, height = self.width, self.height
        head = width * 1.9
        pen.block(width / 2 - u(8), 0, u(16), height - head / 2, POST, corner=u(6))
        pen.block(0, height - head, width, head, HOOD, corner=width * 0.4)
        lamp = width * 0.34
        pen.disc(width / 2, height - head * 0.28, lamp, OFF if self._green else RED)
        pen.disc(width / 2, height - head * 0.72, lamp, GREEN if self._green else OFF)
