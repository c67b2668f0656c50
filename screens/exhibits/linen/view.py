"""The flax road's view: a line of stars above, the work of the star one has come to below."""

from __future__ import annotations

import math
from collections.abc import Callable

from kivy.input.motionevent import MotionEvent

from content.exhibition.exhibits.linen.model import Road, Stage
from content.model import Exhibit
from screens.exhibits.linen.combing import Combing
from screens.exhibits.linen.growing import Growing
from screens.exhibits.linen.hanging import Hanging
from screens.exhibits.linen.pulling import Pulling
from screens.exhibits.linen.scene import Scene
from screens.exhibits.linen.sowing import Sowing
from screens.exhibits.linen.spinning import Spinning
from screens.exhibits.linen.stars import Stars
from screens.exhibits.linen.weaving import Weaving
from screens.exhibits.view import STEP, View
from screens.page import Box
from screens.theme import theme
from screens.units import u

SCENES: dict[Stage, Callable[[Road], Scene]] = {
    Stage.SOW: Sowing,
    Stage.GROW: Growing,
    Stage.PULL: Pulling,
    Stage.COMB: Combing,
    Stage.SPIN: Spinning,
    Stage.WEAVE: Weaving,
    Stage.SHIRT: Hanging,
}
STAR = 130
"""Design units the line of stars is tall."""
ENOUGH_S = 4.5
"""Seconds a demonstration looks at the shirt before it sows again."""


class LinenView(View):
    """Each finger belongs to the work it came down on; when the road goes on it holds nothing."""

    def __init__(self, exhibit: Exhibit, model: Road) -> None:
        super().__init__(exhibit, model)
        self.road = model
        self.stars = Stars()
        self.scene: Scene = Sowing(model)
        self.canvas.add(self.stars.canvas)
        self.canvas.add(self.scene.canvas)
        self._stage = Stage.SOW
        self._field = model.field
        self._handled = False
        self._seconds = self._drawn = 0.0

    def lay(self) -> None:
        line = min(self.height * 0.26, max(self.height * 0.12, u(STAR)))
        self.stars.lay(Box(self.x, self.y + self.height - line, self.width, line))
        self._set()

    def _set(self) -> None:
        """Set the scene of the star one is at."""
        stage = self.road.stage
        self.canvas.remove(self.scene.canvas)
        self.scene = SCENES[stage](self.road)
        self.canvas.add(self.scene.canvas)
        self._stage, self._field, self._handled = stage, self.road.field, False
        self.scene.lay(Box(self.x, self.y, self.width, self.stars.box.y - self.y))

    def draw(self) -> None:
        if not self.stars.places:
            return
        if self._field is not self.road.field:
            if self.road.stage > self._stage:
                self.stars.since = 0.0
            self._set()
        passed, self._drawn = self._seconds - self._drawn, self._seconds
        asks = 0.0
        if not self._handled and not self.demonstrates:
            asks = 0.8 if theme.calm else 0.5 - 0.5 * math.cos(self._seconds * 2.4)
        self.scene.draw(self._seconds, max(0.0, passed), asks)
        self.stars.draw(self.road, self._seconds)

    def advance(self, seconds: float) -> None:
        passed = min(seconds, 4 * STEP)
        self._seconds += passed
        self.stars.since += passed
        super().advance(seconds)

    def restart(self) -> None:
        self.stars.since = math.inf
        self.road.restart()
        self.draw()

    def demonstrate(self, seconds: float) -> None:
        road = self.road
        if not self.stars.places:
            return
        if self._field is not road.field:
            self.draw()
        if road.stage == Stage.SHIRT and road.seconds > ENOUGH_S:
            road.restart()
        elif not road.done:
            self.scene.play(road.seconds)
        elif "play" in self.scene.hands:
            self.scene.drop("play")

    # Fingers

    def grasp(self, touch: MotionEvent) -> bool:
        if not self.stars.places:
            return False
        star = self.stars.star_at(touch.x, touch.y)
        if star is not None:
            self.road.go(star)
        elif self._field is self.road.field and self.scene.take(touch, *touch.pos):
            self._handled = True
            return True
        return False

    def follow(self, touch: MotionEvent) -> None:
        if touch in self.scene.hands and self._field is self.road.field:
            self.scene.move(touch, *touch.pos)

    def let_go(self, touch: MotionEvent) -> None:
        if touch in self.scene.hands:
            self.scene.drop(touch)

    def free(self) -> None:
        super().free()
        for key in list(self.scene.hands):
            self.scene.drop(key)


def make(exhibit: Exhibit) -> LinenView:
    """The view at its beginning."""
    return LinenView(exhibit, Road())
