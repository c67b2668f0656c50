"""The thought of a patient: a light cloud, and two small ones on the way to it."""

from __future__ import annotations

from kivy.uix.widget import Widget

from screens.damage import damage
from screens.games.doctor.looks import Pen
from screens.theme import mix, rgba, theme
from screens.units import u

PUFFS = (
    (50, 50, 38),
    (24, 46, 23),
    (76, 46, 23),
    (35, 68, 23),
    (65, 68, 23),
    (38, 30, 22),
    (63, 30, 22),
)
"""x, y and radius of what a cloud is made of, in hundredths of its side."""


class Bubble(Widget):
    """Takes no touches."""

    def __init__(self) -> None:
        super().__init__(size_hint=(None, None))
        self._drawn: tuple[object, ...] = ()

    def hang(self, x: float, y: float, side: float, towards: tuple[float, float]) -> None:
        """Hang with its middle at ``x``, ``y``, ``side`` px across, on the way from who thinks."""
        drawn = (x, y, side, towards)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self.size, self.pos = (side, side), (x - side / 2, y - side / 2)
        pen = Pen(self.x, self.y, side / 100)
        edge = rgba("#000000") if theme.contrast else mix(rgba("#FFFFFF"), rgba("#14183A"), 0.16)
        self.canvas.clear()
        with self.canvas:
            far_x, far_y = (towards[0] - self.x) / pen.scale, (towards[1] - self.y) / pen.scale
            for grown, colour in ((1.0, edge), (0.0, rgba("#FFFFFF"))):
                for part, radius in ((0.15, 8), (0.6, 5)):
                    at_x, at_y = 88 + (far_x - 88) * part, 24 + (far_y - 24) * part
                    pen.oval(at_x, at_y - grown, radius + grown, radius + grown, colour)
                for at_x, at_y, radius in PUFFS:
                    pen.oval(at_x, at_y - grown, radius + grown, radius + grown, colour)
        wx, wy = self.to_window(*self.pos)
        damage.mark(wx - u(20), wy - u(20), side + u(120), side + u(40))
