"""The steam engine, with the one who helps to drive it at the window."""

from __future__ import annotations

from screens.games.drawn import Drawn, Pen
from screens.theme import rgba
from screens.units import u

CAB, ROOF, BOILER, SMOKE_BOX = (rgba(one) for one in ("#E8473F", "#3A3F63", "#2F9C74", "#2A2E4D"))
BRASS, GLASS, WHEEL, RIM, HUB = (
    rgba(one) for one in ("#FFC94D", "#BFEBFF", "#E8473F", "#2A2E4D", "#FFE6C2")
)
CHIMNEY = (0.79, 0.9)
"""Where its smoke comes out, part of its width and height."""


class Engine(Drawn):
    """Faces right. Takes no part: only looked at."""

    def __init__(self, driver: str) -> None:
        self._driver = driver
        super().__init__()
        self.lively = False

    def draw(self, pen: Pen) -> None:
        w, h = self.width, self.height
        self._front(pen, w, h)
        self._cab(pen, w, h)
        pen.block(w * 0.02, h * 0.17, w * 0.9, h * 0.12, ROOF, corner=h * 0.03, edge=h * 0.02)
        pen.area([(w * 0.88, h * 0.08), (w, h * 0.08), (w * 0.9, h * 0.26)], CAB)
        big, small = h * 0.155, h * 0.095
        for x in (0.17, 0.45):
            _wheel(pen, w * x, big, big)
        for x in (0.68, 0.84):
            _wheel(pen, w * x, small, small)
        rod = max(3.0, h * 0.03)
        pen.lines([((w * 0.17, big * 0.72), (w * 0.52, big * 0.72))], rod, HUB)

    def _front(self, pen: Pen, w: float, h: float) -> None:
        pen.block(w * 0.72, h * 0.6, w * 0.14, h * 0.27, SMOKE_BOX, corner=h * 0.02)
        pen.block(w * 0.69, h * 0.84, w * 0.2, h * 0.07, CAB, corner=h * 0.03, edge=h * 0.015)
        pen.disc(w * 0.55, h * 0.63, h * 0.075, BRASS)
        pen.block(w * 0.3, h * 0.26, w * 0.6, h * 0.38, BOILER, corner=h * 0.09, edge=h * 0.04)
        for x in (0.5, 0.66):
            pen.block(w * x, h * 0.27, w * 0.025, h * 0.37, BRASS, corner=u(3))
        pen.block(w * 0.78, h * 0.27, w * 0.15, h * 0.37, SMOKE_BOX, corner=h * 0.06)
        pen.disc(w * 0.93, h * 0.53, h * 0.055, BRASS)

    def _cab(self, pen: Pen, w: float, h: float) -> None:
        pen.block(w * 0.03, h * 0.24, w * 0.4, h * 0.62, CAB, corner=h * 0.05)
        pen.block(w * 0.07, h * 0.47, w * 0.32, h * 0.33, GLASS, corner=h * 0.04)
        side = min(w * 0.33, h * 0.36)
        pen.picture(self._driver, w * 0.23, h * 0.46 + side * 0.46, side)
        pen.block(w * 0.03, h * 0.2, w * 0.4, h * 0.29, CAB, corner=h * 0.04, edge=h * 0.03)
        pen.block(w * 0.06, h * 0.33, w * 0.34, h * 0.035, BRASS, corner=u(4))
        pen.block(0, h * 0.84, w * 0.46, h * 0.08, ROOF, corner=h * 0.035, edge=h * 0.015)


def _wheel(pen: Pen, x: float, y: float, radius: float) -> None:
    pen.disc(x, y, radius, RIM)
    pen.disc(x, y, radius * 0.8, WHEEL)
    for across, up in ((1, 0), (0, 1)):
        far = radius * 0.7
        pen.lines(
            [((x - across * far, y - up * far), (x + across * far, y + up * far))],
            max(2.0, radius * 0.12),
            RIM,
        )
    pen.disc(x, y, radius * 0.24, HUB)
