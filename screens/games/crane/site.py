"""The building site behind the house: a tower crane, clouds, trees."""

from __future__ import annotations

from screens.games.drawn import Pen, Scenery
from screens.games.ground import HORIZON
from screens.page import Box
from screens.theme import mix, rgba, theme
from screens.units import measure, u

YELLOW, DEEP = rgba("#F7B733"), rgba("#D98A14")
GRAVEL = rgba("#D6B878")
MAST, JIB = 74, 54
"""Design units across the mast and the jib."""
CAB = 150
TREES = ("evergreen-tree", "deciduous-tree")


class Site(Scenery):
    """``ground`` px is the height the house stands at, ``mast`` px where the mast is, ``jib`` px
    the jib's lower edge, ``yard`` the gravel under the house."""

    def __init__(self) -> None:
        self.ground = self.mast = self.jib = 0.0
        self.yard = Box(0, 0, 0, 0)
        super().__init__()

    def arrange(self, box: Box, ground: float, mast: float, jib: float, yard: Box) -> None:
        """Lie there, px."""
        now = (ground - box.y, mast - box.x, jib - box.y)
        yard = Box(yard.x - box.x, yard.y - box.y, yard.width, yard.height)
        changed = now != (self.ground, self.mast, self.jib) or yard != self.yard
        self.ground, self.mast, self.jib = now
        self.yard = yard
        self.lay(box.x, box.y, box.width, box.height)
        if changed:
            self.redraw()

    def draw(self, pen: Pen) -> None:
        if self.width < u(400):
            return
        self._sky(pen)
        yard = self.yard
        pen.block(yard.x, yard.y, yard.width, yard.height, GRAVEL, corner=u(40), edge=u(14))
        self._crane(pen)

    def _sky(self, pen: Pen) -> None:
        wide, tall = self.width, self.height
        pen.picture("cloud", wide * 0.3, tall * 0.86, u(210), 0.9)
        pen.picture("cloud", wide * 0.72, tall * 0.74, u(160), 0.8)
        horizon = measure.height * HORIZON - self.y
        if horizon < self.jib - u(120) and not theme.contrast:
            for number, share in enumerate((0.08, 0.24, 0.44, 0.63, 0.8, 0.95)):
                small = u((96, 124, 108)[number % 3])
                pen.picture(TREES[number % 2], wide * share, horizon + small * 0.42, small, 0.9)
        side = min(u(240), tall * 0.3)
        near, far = self.mast + u(150), self.yard.x + self.yard.width - u(70)
        for x, name in ((near, TREES[0]), (far, TREES[1])):
            pen.picture(name, x, self.ground + side * 0.5, side)
        if wide > tall * 1.8:
            pen.picture("construction", near + u(200), self.ground + u(62), u(170))

    def _crane(self, pen: Pen) -> None:
        x, half = self.mast, u(MAST) / 2
        foot, top, high = self.ground, self.jib, u(JIB)
        step = u(MAST)
        # The mast: two posts and a lattice.
        lattice = []
        y = foot + u(30)
        side = 1
        while y + step < top:
            a, b = (x - half * side, y), (x + half * side, y + step)
            lattice.append((a, b))
            y, side = y + step, -side
        pen.lines(lattice, u(10), DEEP)
        for edge in (x - half, x + half):
            pen.block(edge - u(8), foot, u(16), top - foot, YELLOW, corner=u(4))
        pen.block(x - u(86), foot - u(20), u(172), u(48), rgba("#8B93B4"), corner=u(14), edge=u(10))
        # The jib: from its counterweight to the far end of the site.
        far = self.width - u(30)
        near = x - u(60)
        lattice = []
        at, side = near, 0
        while at + high < far:
            lattice.append(
                ((at, top + (high if side else 0)), (at + high, top + (0 if side else high)))
            )
            at, side = at + high, 1 - side
        pen.lines(lattice, u(8), DEEP)
        for low in (top, top + high - u(12)):
            pen.block(near, low, far - near, u(14), YELLOW, corner=u(4))
        pen.block(
            near - u(6),
            top - u(40),
            u(70),
            u(110),
            mix(DEEP, rgba("#14183A"), 0.35),
            corner=u(12),
            edge=u(10),
        )
        pen.picture("crane-cab", x + u(36), top - u(CAB) * 0.42, u(CAB))
