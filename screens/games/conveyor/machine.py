"""The machine things come out of: it looks at them, and has a gear in its belly."""

from __future__ import annotations

from screens.games.drawn import Pen, Scenery
from screens.theme import WHITE, rgba
from screens.units import u

BODY, HEAD, FRAME, HOLE = (rgba(one) for one in ("#F26B5B", "#FF8F6B", "#C8453F", "#33284F"))
GLASS, LAMPS = rgba("#BFEBFF"), tuple(rgba(one) for one in ("#FFD34D", "#63D471", "#57B8FF"))


class Machine(Scenery):
    """Stands at the left, its mouth at the right edge; ``mouth`` is from where to where the mouth
    opens, px above its foot."""

    def __init__(self) -> None:
        self.mouth = (0.0, 0.0)
        super().__init__()

    def open(self, low: float, high: float) -> None:
        """Let the mouth reach from ``low`` to ``high`` px above its foot, once it is laid."""
        if self.mouth != (low, high):
            self.mouth = (low, high)
            self.outdate()

    def draw(self, pen: Pen) -> None:
        width, height = self.width, self.height
        low, high = self.mouth
        body = width - u(34)
        top = min(height - u(20), max(high + u(26), height * 0.8))
        self._hat(pen, body, top, height)
        for x in (body * 0.14, body * 0.72):
            pen.block(x, 0, u(56), u(60), FRAME, corner=u(16), edge=u(10))
        pen.block(0, u(26), body, top - u(26), BODY, corner=u(46), edge=u(14))
        pen.block(width - u(74), low - u(8), u(74), high - low + u(30), FRAME, corner=u(26))
        pen.block(width - u(50), low + u(10), u(34), high - low - u(6), HOLE, corner=u(14))
        free = body - u(60)
        eye = min(free * 0.2, (top - u(40)) * 0.13)
        level = top - eye * 1.5
        for x in (free * 0.4, free * 0.86):
            pen.disc(x, level, eye, WHITE)
            pen.disc(x + eye * 0.34, level - eye * 0.1, eye * 0.5, HOLE)
            pen.disc(x + eye * 0.5, level + eye * 0.1, eye * 0.16, WHITE)
        room = level - eye * 1.2 - u(48)
        port = min(free * 0.36, room * 0.42)
        if port < u(30):
            return
        middle = u(48) + room * 0.52
        pen.disc(free * 0.6, middle, port, FRAME)
        pen.disc(free * 0.6, middle, port * 0.84, GLASS)
        pen.picture("gear", free * 0.6, middle, port * 1.34)

    def _hat(self, pen: Pen, body: float, top: float, height: float) -> None:
        """A funnel and lamps, where there is room above."""
        room = height - top
        if room < u(24):
            return
        low = top - u(20)
        pen.area(
            [
                (body * 0.32, low),
                (body * 0.6, low),
                (body * 0.72, height - u(16)),
                (body * 0.2, height - u(16)),
            ],
            HEAD,
        )
        pen.block(body * 0.15, height - u(26), body * 0.62, u(26), HEAD, corner=u(13), edge=u(8))
        for number, lamp in enumerate(LAMPS):
            if room > u(60):
                pen.disc(body * 0.84, top + u(18) + number * u(27), u(12), lamp)
