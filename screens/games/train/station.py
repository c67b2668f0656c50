"""The station behind and below the trains: its house, trees, rails and the platform."""

from __future__ import annotations

import math

from screens.games.drawn import Pen, Scenery
from screens.games.train.plan import Plan
from screens.page import Box
from screens.theme import WHITE, Colour, rgba, theme
from screens.units import u

SLAB, STRIPE, SLEEPER, STEEL, GRAVEL = (
    rgba(one) for one in ("#E9DFF0", "#FFC94D", "#9A6B4B", "#59608F", "#CBB79E")
)
WALLS, ROOF, GLASS, DOOR = (rgba(one) for one in ("#FFF1D6", "#E8694A", "#9FDCFF", "#8A5A44"))
JOINT = rgba("#DACDE6")
HILL, MEADOW = rgba("#8FCB74"), rgba("#A4D98A")
BRICK, TILE = rgba("#D98E6C"), rgba("#8C5B6B")


class Station(Scenery):
    """Drawn for a plan of the stage."""

    def __init__(self) -> None:
        self._plan: Plan | None = None
        super().__init__()

    def show(self, plan: Plan, box: Box) -> None:
        """Lie in ``box``, px, as planned."""
        if plan != self._plan:
            self._plan = plan
            self.outdate()
        self.lay(box.x, box.y, box.width, box.height)

    def draw(self, pen: Pen) -> None:
        plan = self._plan
        if plan is None:
            return
        if plan.sky.height > u(60) and not theme.contrast:
            self._view(pen, self._here(plan.sky), self._here(plan.tracks[-1]), plan.is_open)
        for track in reversed(plan.tracks):
            self._rails(pen, self._here(track))
        slab = self._here(plan.platform)
        pen.block(-u(40), -u(60), self.width + u(80), slab.height + u(50), SLAB, edge=0)
        if not theme.contrast:
            for number in range(1, int(self.width // u(180)) + 1):
                pen.block(number * u(180), -u(4), u(5), slab.height - u(6), JOINT)
            pen.block(-u(40), slab.height * 0.46, self.width + u(80), u(5), JOINT)
        pen.block(-u(40), slab.height - u(30), self.width + u(80), u(20), STRIPE)

    def _here(self, box: Box) -> Box:
        return Box(box.x - self.x, box.y - self.y, box.width, box.height)

    def _view(self, pen: Pen, sky: Box, track: Box, is_open: bool) -> None:
        """The old town behind the farthest train; the station's house where there is room."""
        foot = sky.y - u(90) if is_open else track.y + track.height * 0.3
        tall = min(sky.top - u(30) - foot, u(640))
        wide = min(self.width * 0.5, tall * 1.15)
        if is_open:
            pen.picture("sun", self.width - u(130), sky.top - u(90), u(150))
        for share in (0.17,) if is_open else (0.12, 0.6):
            if sky.height > u(450) or not is_open:
                pen.picture("cloud", self.width * share, sky.top - u(90), u(190))
        _rise(pen, -self.width * 0.2, self.width * 0.75, foot, u(150), HILL)
        self._fortress(pen, foot, tall)
        _rise(pen, self.width * 0.3, self.width * 1.3, foot, u(110), MEADOW)
        pen.block(0, 0, self.width, foot + u(30), MEADOW)
        left = self.width * 0.56 - wide / 2
        for name, x, side in (
            ("deciduous-tree", left - u(70), 0.62),
            ("evergreen-tree", left + wide + u(60), 0.56),
            ("deciduous-tree", left + wide + u(200), 0.7),
        ):
            size = tall * side
            pen.picture(name, x, foot + size / 2, size)
        if is_open:
            self._house(pen, Box(left, foot, wide, tall * 0.86))

    def _fortress(self, pen: Pen, foot: float, tall: float) -> None:
        """The old wall of the town and one of its towers, far behind."""
        low, high = foot + tall * 0.1, tall * 0.2
        pen.block(-u(20), low, self.width + u(40), high, BRICK)
        step = u(54)
        for number in range(int(self.width // step) + 1):
            pen.block(number * step, low + high - u(4), u(30), u(30), BRICK, corner=u(8))
        wide = tall * 0.2
        for middle in (self.width * 0.94, self.width * 0.2):
            left = middle - wide / 2
            pen.block(left, low, wide, tall * 0.44, BRICK, corner=u(6))
            pen.block(left - u(10), low + tall * 0.4, wide + u(20), tall * 0.07, BRICK, corner=u(8))
            roof = low + tall * 0.46
            pen.area(
                [(left - u(10), roof), (left + wide + u(10), roof), (middle, roof + tall * 0.22)],
                TILE,
            )
            pen.block(middle - u(14), low + tall * 0.24, u(28), u(52), TILE, corner=u(14))

    def _house(self, pen: Pen, box: Box) -> None:
        x, y, w, h = box.x, box.y, box.width, box.height
        wall = h * 0.6
        pen.block(x, y, w, wall, WALLS, corner=u(10))
        tower = w * 0.26
        middle = x + w / 2
        pen.area(
            [
                (x - u(26), y + wall),
                (x + w + u(26), y + wall),
                (x + w - u(40), y + wall + h * 0.15),
                (x + u(40), y + wall + h * 0.15),
            ],
            ROOF,
        )
        pen.block(middle - tower / 2, y, tower, h * 0.84, WALLS, corner=u(10))
        pen.area(
            [
                (middle - tower / 2 - u(18), y + h * 0.82),
                (middle + tower / 2 + u(18), y + h * 0.82),
                (middle, y + h),
            ],
            ROOF,
        )
        dial = tower * 0.28
        clock = y + h * 0.68
        pen.disc(middle, clock, dial, DOOR)
        pen.disc(middle, clock, dial * 0.84, WHITE)
        hand = max(2.0, dial * 0.14)
        pen.lines([((middle, clock), (middle, clock + dial * 0.62))], hand, DOOR)
        pen.lines([((middle, clock), (middle + dial * 0.46, clock + dial * 0.1))], hand, DOOR)
        glass = w * 0.12
        for share in (0.1, 0.26, 0.74, 0.9):
            at = x + w * share - glass / 2
            pen.block(at, y + wall * 0.4, glass, wall * 0.42, GLASS, corner=glass * 0.4)
        pen.block(middle - tower * 0.28, y, tower * 0.56, wall * 0.6, DOOR, corner=tower * 0.2)

    def _rails(self, pen: Pen, track: Box) -> None:
        """Sleepers on gravel, and the rail the wheels stand on."""
        low = track.y - u(30)
        pen.block(-u(20), low, self.width + u(40), u(26), GRAVEL)
        pitch = u(72)
        for number in range(int(self.width // pitch) + 1):
            pen.block(number * pitch + u(12), low + u(8), u(40), u(14), SLEEPER, corner=u(5))
        pen.block(-u(20), track.y - u(10), self.width + u(40), u(10), STEEL)


def _rise(pen: Pen, left: float, right: float, foot: float, tall: float, colour: Colour) -> None:
    """A hill, px."""
    steps = 24
    points = [
        (left + (right - left) * step / steps, foot + tall * math.sin(math.pi * step / steps))
        for step in range(steps + 1)
    ]
    pen.area(points, colour)
