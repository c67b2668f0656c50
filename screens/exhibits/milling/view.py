"""The milling machine's view: draw on the plate and the cutter follows; lift the part by the grip,
let it shine, and give it to a town."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from kivy.graphics import Canvas, Color, Mesh, Point
from kivy.input.motionevent import MotionEvent

from content.exhibition.exhibits.milling.feed import Point as Place
from content.exhibition.exhibits.milling.feed import resample
from content.exhibition.exhibits.milling.model import Mill
from content.exhibition.exhibits.milling.shapes import GHOSTS
from content.model import Exhibit
from screens.exhibits.milling.machine import Bed, Machine
from screens.exhibits.milling.metal import LOOKS, Metal
from screens.exhibits.milling.places import Places, places
from screens.exhibits.milling.play import Play
from screens.exhibits.milling.rack import Rack, within
from screens.exhibits.milling.signs import Signs
from screens.exhibits.view import STEP, View
from screens.page import Box
from screens.shapes import disc
from screens.theme import BLACK, WHITE, mix, rgba, theme

GOLD = rgba("#FFC94D")
APART = 1.2
"""Millimetres a finger moves before another point is taken."""
DOT = 3.0
"""Millimetres between the dots of a line not yet cut."""
LEAN = 0.72
"""The most a part is tilted, radians."""
EASE = 0.2
"""Part of its way the plate goes in a frame."""
MOST_POINTS = 2000
HINTS = 14
"""Dots of the light that runs along the shape before the first touch."""


@dataclass
class Line:
    """A line being drawn."""

    points: list[Place] = field(default_factory=list)


class MillingView(View):
    """Each finger on the plate draws a line of its own; one finger holds the grip."""

    def __init__(self, exhibit: Exhibit, model: Mill) -> None:
        super().__init__(exhibit, model)
        self.mill = model
        self.places: Places | None = None
        self.machine, self.signs, self.rack = Machine(), Signs(), Rack()
        self._bed, self._metal = Bed(), Metal()
        self._under, self._over = Canvas(), Canvas()
        self._behind, self._before = Canvas(), Canvas()
        self._before.add(self.machine.canvas)
        for part in (
            self._bed.canvas, self.signs.canvas, self.rack.canvas, self._behind, self._under,
            self._metal.canvas, self._over, self.machine.chips_canvas, self._before,
        ):  # fmt: skip
            self.canvas.add(part)
        self.lines: dict[object, Line] = {}
        self.holder: object | None = None
        self._from = self._hand = (0.0, 0.0)
        self._tilt = (0.0, 0.0)
        self._raised = 0.0
        self._plate_seen: object | None = None
        self._play = Play()
        self._begun = False
        self._seconds = self._drawn = 0.0

    def lay(self) -> None:
        self.places = found = places(Box(self.x, self.y, self.width, self.height))
        self._bed.lay(found)
        self.machine.lay(found)
        self.signs.lay(found, self.mill)
        self.rack.lay(found)
        self._under.clear()
        self._over.clear()
        bare = theme.contrast
        with self._under:
            self._side = Color(*BLACK)
            self._edge = Mesh(mode="triangle_fan", indices=[0, 1, 2, 3])
        with self._over:
            Color(*(WHITE if bare else (0.02, 0.03, 0.2, 0.6)))
            self._groove = Point(texture=disc(), pointsize=max(1.8, found.scale * 1.3))
            self._pencil = Color(*(BLACK if bare else WHITE))
            self._ghost = Point(texture=disc(), pointsize=max(1.2, found.scale * 0.8))
            self._hint = Color(*(BLACK if bare else GOLD))
            self._light = Point(texture=disc(), pointsize=max(2.0, found.scale * 2.2))
            Color(*(BLACK if bare else rgba("#5A3A00")))
            self._shade = Point(texture=disc(), pointsize=max(2.0, found.scale * 1.7))
            Color(*(WHITE if bare else GOLD))
            self._dots = Point(texture=disc(), pointsize=max(1.5, found.scale * 1.15))

    def draw(self) -> None:
        found = self.places
        if found is None:
            return
        passed, self._drawn = max(0.0, self._seconds - self._drawn), self._seconds
        mill = self.mill
        aim = self.aim
        if mill.plate is not self._plate_seen:
            self._plate_seen = mill.plate
            self._metal.fresh(mill.material)
            self.machine.sweep()
            mill.plate.touched()
        self._side.rgba = BLACK if theme.contrast else mix(LOOKS[mill.material][0], BLACK, 0.6)
        patch = mill.plate.touched()
        if patch is not None:
            self._metal.cut(mill.plate, patch)
        self._hold(found, aim)
        wave = 0.7 if theme.calm else 0.5 - 0.5 * math.cos(self._seconds * 2.4)
        self._pencilled(found, wave)
        self.machine.draw(mill, passed)
        self.signs.draw(mill, self._seconds, aim, self._raised)
        self.rack.draw(mill, 0.9 if self.holder is not None else 0.8 * wave)

    def advance(self, seconds: float) -> None:
        self._seconds += min(seconds, 4 * STEP)
        super().advance(seconds)
        if self.mill.course is not None or self.holder is not None:
            # What a hand began is finished in the calm mode too.
            self._quiet = 0.0

    def demonstrate(self, seconds: float) -> None:
        self._play.play(self, seconds)

    def restart(self) -> None:
        self.free()
        self._begun = False
        self.mill.restart()
        self._tilt, self._raised = (0.0, 0.0), 0.0
        self.draw()

    # The part in the hand

    @property
    def aim(self) -> int | None:
        """The town the part in the hand is held over."""
        return self.signs.at(*self._hand) if self.holder is not None else None

    def _hold(self, found: Places, aim: int | None) -> None:
        """The plate lies, leans after the hand, or hangs small over a town."""
        plate = found.plate
        held = self.holder is not None
        reach = plate.width * 0.45
        goal = (0.0, 0.0)
        if held:
            goal = (
                max(-1.0, min(1.0, (self._hand[0] - self._from[0]) / reach)) * LEAN,
                max(-1.0, min(1.0, (self._from[1] - self._hand[1]) / reach)) * LEAN,
            )
        self._tilt = (
            self._tilt[0] + (goal[0] - self._tilt[0]) * EASE,
            self._tilt[1] + (goal[1] - self._tilt[1]) * EASE,
        )
        self._raised += ((1.0 if held else 0.0) - self._raised) * EASE
        if self._raised < 0.002 and not held:
            self._raised, self._tilt = 0.0, (0.0, 0.0)
        size = plate.width * (1 - 0.04 * self._raised)
        middle = (plate.x + plate.width / 2, plate.y + plate.height / 2)
        if aim is not None:
            box = found.signs[aim]
            size = min(box.width, box.height) * 0.62
            middle = (box.x + box.width / 2, box.y + box.height * 0.58)
        home = self._behind if self._raised > 0.02 else self._before
        if self.machine.canvas not in home.children:
            (self._before if home is self._behind else self._behind).remove(self.machine.canvas)
            home.add(self.machine.canvas)
        corners = self._metal.place(middle, size, self._tilt)
        thick = size * 0.03
        dx, dy = -math.sin(self._tilt[0]) * thick * 1.6, -thick - math.sin(self._tilt[1]) * thick
        self._edge.vertices = [
            value for x, y in corners for value in (x + dx, y + dy, 0.0, 0.0)
        ]  # fmt: skip

    # Lines on the plate

    def _pencilled(self, found: Places, wave: float) -> None:
        """The pencilled shape, the light that runs along it, and the lines not yet cut."""
        mill = self.mill
        flat = self._raised < 0.02
        ghost = [found.to_px(*point) for point, met in zip(mill.ghost, mill.met, strict=True)
                 if not met] if flat else []  # fmt: skip
        self._groove.points = self._ghost.points = [v for place in ghost for v in place]
        self._pencil.a = 1.0
        asks = not self._begun and not self.demonstrates and not mill.busy and not mill.done
        self._hint.a = 0.35 + 0.6 * wave
        self._light.points = self._running(found) if asks else []
        dots: list[float] = []
        step = round(DOT)
        if mill.course is not None and mill.cutting:
            for point in mill.course.points[mill.course.index(mill.way) :: step]:
                dots += found.to_px(*point)
        for course in mill.waiting:
            for point in course.points[::step]:
                dots += found.to_px(*point)
        for line in self.lines.values():
            for point in line.points[::2]:
                dots += found.to_px(*point)
        if not flat:
            dots = []
        self._shade.points = self._dots.points = dots

    def _running(self, found: Places) -> list[float]:
        shape = GHOSTS[self.mill.shape][0]
        path = resample(shape)
        start = 0.0 if theme.calm else self._seconds * 70
        points: list[float] = []
        for number in range(HINTS):
            points += found.to_px(*path[int(start + number * 2.2) % len(path)])
        return points

    # Hands: a finger, or the demonstration, known by any key

    def take(self, key: object, x: float, y: float) -> bool:
        """Close a hand at a place; whether it holds something from now on."""
        found = self.places
        if found is None:
            return False
        self._begun = True
        blank = self.rack.blank_at(x, y)
        if blank is not None:
            if self.holder is None:
                self.mill.blank(blank)
            return False
        if self.rack.on_grip(x, y):
            if self.holder is None and self.mill.done and not self.mill.busy and not self.lines:
                self.holder = key
                self.machine.sweep()
                self._from = self._hand = (x, y)
                return True
            return False
        if within(found.plate, x, y) and self.holder is None:
            self.lines[key] = Line([found.to_mm(x, y)])
            return True
        return False

    def move(self, key: object, x: float, y: float) -> None:
        """Follow a hand, off the plate too."""
        if key == self.holder:
            self._hand = (x, y)
        line = self.lines.get(key)
        if line is None or self.places is None or len(line.points) >= MOST_POINTS:
            return
        point = self.places.to_mm(x, y)
        if math.dist(point, line.points[-1]) >= APART:
            line.points.append(point)

    def drop(self, key: object) -> None:
        """Open a hand: a line is given to the machine, a part over a town is its sign."""
        line = self.lines.pop(key, None)
        if line is not None:
            self.mill.draw(line.points)
        if key == self.holder:
            aim = self.aim
            self.holder = None
            if aim is not None and self.mill.keep(aim):
                self._raised, self._tilt = 0.0, (0.0, 0.0)

    def free(self) -> None:
        super().free()
        self.lines.clear()
        self.holder = None

    def grasp(self, touch: MotionEvent) -> bool:
        return self.take(touch, *touch.pos)

    def follow(self, touch: MotionEvent) -> None:
        self.move(touch, *touch.pos)

    def let_go(self, touch: MotionEvent) -> None:
        self.drop(touch)


def make(exhibit: Exhibit) -> MillingView:
    """The view at its beginning."""
    return MillingView(exhibit, Mill())
