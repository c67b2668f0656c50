"""The wall's view: bricks under one's fingers, and a golden ball to try them with."""

from __future__ import annotations

import math

from kivy.graphics import Canvas, Color, PopMatrix, PushMatrix, Translate
from kivy.input.motionevent import MotionEvent

from content.exhibition.exhibits.bricks.bond import COURSES, HALF, LONG, STRETCHER, Brick
from content.exhibition.exhibits.bricks.model import FURTHEST, Wall
from content.exhibition.exhibits.bricks.rocking import QUARTER, TALL, placed
from content.model import Exhibit
from screens.exhibits import strokes
from screens.exhibits.bricks.chips import Chips
from screens.exhibits.bricks.clay import Bricks
from screens.exhibits.bricks.site import BALL_M, PILE, PIVOT, Site
from screens.exhibits.view import STEP, View
from screens.page import Box
from screens.theme import BLACK, rgba, theme
from screens.units import u

HEAP = ((-0.13, 0), (0.13, 0), (0.0, 1))
"""Its bricks: how far from the middle, m, and on which course."""
LOOP_S = 22.0
LYING = 1.35
"""Width over height from which the keys stand beside the site."""
GUIDES = 9
"""The most bricks of a course a guide shows."""


class BricksView(View):
    """Each finger has one thing: the ball, a brick of its own, or the course it slides along."""

    def __init__(self, exhibit: Exhibit, model: Wall) -> None:
        super().__init__(exhibit, model)
        self.wall = model
        self.site, self.chips = Site(), Chips()
        self._masonry = Canvas()
        for canvas in (self.site.behind, self._masonry, self.site.before, self.chips.canvas):
            self.canvas.add(canvas)
        self._hands: dict[int, str] = {}
        self._carried: dict[int, tuple[float, float]] = {}
        self._ball_by: int | None = None
        self._begun = False
        self._seconds = self._drawn_at = 0.0
        self._scene = -1

    # Drawing

    def lay(self) -> None:
        x, y, wide, tall = self.x, self.y, self.width, self.height
        gap = u(20)
        if wide > tall * LYING:
            side = max(u(190), wide * 0.2)
            keys = min(tall, u(640))
            self.chips.lay(Box(x + wide - side, y + (tall - keys) / 2, side, keys), True)
            self.site.lay(Box(x, y, wide - side - gap, tall))
        else:
            deep = min(u(210), tall * 0.22)
            self.chips.lay(Box(x, y, wide, deep), False)
            self.site.lay(Box(x, y + deep + gap, wide, tall - deep - gap))
        self._masonry.clear()
        bare = theme.contrast
        scale = self.site.scale
        with self._masonry:
            PushMatrix()
            Translate(scale * 0.018, -scale * 0.012)
            Color(0, 0, 0, 0 if bare else 0.35)
            self._shade = Bricks(bare)
            PopMatrix()
            Color(1, 1, 1, 1)
            self._bricks = Bricks(bare)
            self._ghost = Color(*(BLACK if bare else rgba("#FFC94D")))
            self._guides = strokes.boxes([(0, 0, 0, 0)])
            Color(1, 1, 1, 0.94)
            self._loose = Bricks(bare)

    def draw(self) -> None:
        if self.width <= 1 or not hasattr(self, "_bricks"):
            return
        since = max(0.0, self._seconds - self._drawn_at)
        self._drawn_at = self._seconds
        wave = 0.75 if theme.calm else 0.64 - 0.36 * math.cos(self._seconds * 2.6)
        wall = self.wall
        ready = wall.done and not wall.trials and wall.still
        call = wave if not self._begun and not self.demonstrates else 0.0
        self.site.draw(wall, since, wave if ready else 0.0, call)
        self.chips.draw(wall.guide)
        quarter, tall = QUARTER * self.site.scale, TALL * self.site.scale
        standing = [*self._standing(), *self._pile()]
        self._bricks.show(standing, quarter, tall)
        moving = standing[-len(wall.flying) - len(HEAP) :]
        self._shade.show(moving, quarter, tall)
        loose = [
            (Brick(n, n, STRETCHER), x, y, 0.0) for n, (x, y) in enumerate(self._carried.values())
        ]
        self._loose.show(loose, quarter, tall)
        self._guide(wave, quarter, tall)

    def _standing(self) -> list[tuple[Brick, float, float, float]]:
        at, wall = self.site.at, self.wall
        found = []
        moving = set()
        for body in wall.bodies:
            for brick in body.bricks:
                x, y, angle = placed(brick, body, wall.theta)
                found.append((brick, *at(x, y), angle))
                moving.add(brick)
        for brick in wall.bricks:
            if brick not in moving:
                x = (brick.left + brick.long / 2) * QUARTER
                found.append((brick, *at(x, (brick.course + 0.5) * TALL), 0.0))
        for one in wall.flying:
            found.append((one.brick, *at(one.x, one.y), one.angle))
        return found

    def _pile(self) -> list[tuple[Brick, float, float, float]]:
        x, y = PILE
        return [
            (Brick(row, n, STRETCHER), *self.site.at(x + away, y + (row + 0.5) * TALL), 0.0)
            for n, (away, row) in enumerate(HEAP)
        ]

    def _guide(self, wave: float, quarter: float, tall: float) -> None:
        """Outlines of the bricks that may come next; of the one a carried brick would be."""
        wall = self.wall
        spots = wall.places() if not wall.queue else []
        for x, y in self._carried.values():
            across, _up = self.site.metres(x, y)
            spot = wall.spot(across / QUARTER)
            spots = [spot] if spot is not None else spots
        line = max(2.0, tall * 0.075)
        boxes = []
        for brick in spots[:GUIDES]:
            x, y = self.site.at(brick.left * QUARTER, brick.course * TALL)
            wide = brick.long * quarter
            boxes += [
                (x + line / 2, y + line / 2, wide - line, line),
                (x + line / 2, y + tall - line * 1.5, wide - line, line),
                (x + line / 2, y + line / 2, line, tall - 2 * line),
                (x + wide - line * 1.5, y + line / 2, line, tall - 2 * line),
            ]
        boxes = boxes or [(0, 0, 0, 0)]
        if boxes != self._guided:
            self._guided = boxes
            vertices: list[float] = []
            for x, y, wide, high in boxes:
                vertices += (x, y, 0, 0, x + wide, y, 0, 0)
                vertices += (x + wide, y + high, 0, 0, x, y + high, 0, 0)
            self._guides.vertices = vertices
            self._guides.indices = [
                4 * n + corner for n in range(len(boxes)) for corner in (0, 1, 2, 0, 2, 3)
            ]
        self._ghost.a = 1.0 if self._carried or theme.contrast else 0.5 + 0.5 * wave

    _guided: list[tuple[float, float, float, float]] = []  # noqa: RUF012 - replaced, never changed

    # Life

    def advance(self, seconds: float) -> None:
        self._seconds += min(seconds, 4 * STEP)
        super().advance(seconds)

    def restart(self) -> None:
        self.free()
        self._begun = False
        self._scene = -1
        self.wall.guide = "half"
        self.wall.restart()
        self.draw()

    def demonstrate(self, seconds: float) -> None:
        """First a wall of columns falls, then a bonded one stands."""
        now = seconds % LOOP_S
        for scene, (start, bond) in enumerate(((0.0, "none"), (10.5, "half"))):
            if start <= now < start + 10.4:
                if self._scene != scene:
                    self._scene = scene
                    self.wall.build(bond)
                drawn = now - start - 3.0
                if 0 <= drawn < 1.2:
                    ease = drawn / 1.2
                    self.wall.hold(FURTHEST * ease * ease * (3 - 2 * ease))
                elif self.wall.held:
                    self.wall.release()

    # Fingers

    def grasp(self, touch: MotionEvent) -> bool:
        hand = self._grasped(touch)
        if hand:
            self._hands[touch.uid] = hand
            self._begun = True
            self.follow(touch)
        return bool(hand)

    def _grasped(self, touch: MotionEvent) -> str:
        """What a finger takes hold of, by where it comes down."""
        bond = self.chips.at(touch.x, touch.y)
        if bond is not None:
            self._put_away()
            self.wall.build(bond, at_once=theme.calm)
            return ""
        bx, by = self.site.ball(self.wall.swing)
        near = max(u(75), BALL_M * self.site.scale * 1.25)
        if math.hypot(touch.x - bx, touch.y - by) <= near:
            if self._ball_by is None:
                self._ball_by = touch.uid
                return "ball"
            return ""
        x, y = self.site.metres(touch.x, touch.y)
        if abs(x - PILE[0]) < 0.3 and -0.1 < y < 0.34:
            return "brick"
        if -0.05 <= x <= LONG * QUARTER + 0.05 and -0.1 <= y <= (COURSES + 1) * TALL:
            return "course"
        return ""

    def follow(self, touch: MotionEvent) -> None:
        hand = self._hands.get(touch.uid)
        x, y = self.site.metres(touch.x, touch.y)
        if hand == "ball":
            self.wall.hold(math.atan2(PIVOT[0] - x, max(0.02, PIVOT[1] - y)))
        elif hand == "brick":
            self._carried[touch.uid] = (touch.x, touch.y + TALL * self.site.scale * 0.6)
        elif hand == "course":
            at = x / QUARTER
            for brick in self.wall.places():
                if brick.left - 0.5 <= at <= brick.right + 0.5 and not self.wall.queue:
                    self.wall.lay(brick)
                    break

    def let_go(self, touch: MotionEvent) -> None:
        hand = self._hands.pop(touch.uid, "")
        if hand == "ball":
            self._ball_by = None
            self.wall.release()
        at = self._carried.pop(touch.uid, None)
        if at is None or self.wall.queue:
            return
        x, y = self.site.metres(*at)
        if -HALF * QUARTER <= x <= (LONG + HALF) * QUARTER and y > -TALL:
            self.wall.drop(x / QUARTER)

    def _put_away(self) -> None:
        """No brick stays in a hand where a new wall begins."""
        for uid in self._carried:
            self._hands.pop(uid, None)
        self._carried.clear()

    def free(self) -> None:
        super().free()
        self._hands.clear()
        self._carried.clear()
        self._ball_by = None
        self.wall.release()


def make(exhibit: Exhibit) -> BricksView:
    """The view at its beginning."""
    return BricksView(exhibit, Wall())
