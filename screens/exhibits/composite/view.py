"""The composite's view: sheets from the tray, resin from the jar, a spring to bend the bar with."""

from __future__ import annotations

import math

from kivy.input.motionevent import MotionEvent

from content.exhibition.exhibits.composite.model import Composite, nearest
from content.model import Exhibit
from screens.exhibits.composite.bench import Bench
from screens.exhibits.composite.show import Show
from screens.exhibits.composite.tray import DIALS, Tray
from screens.exhibits.view import STEP, View
from screens.page import Box
from screens.theme import theme
from screens.units import u

LYING = 1.2
"""Width over height from which the tray stands beside the bench."""
TAPS = 18
"""Design units a finger may stray and still have only tapped."""
TILT = 118.0
"""How far the jar tips to pour, degrees."""
EASE = 10.0
"""How quickly things come to where they belong, shares a second."""


class CompositeView(View):
    """Each finger has one thing: a knob, a sheet, the jar or the handle."""

    def __init__(self, exhibit: Exhibit, model: Composite) -> None:
        super().__init__(exhibit, model)
        self.composite = model
        self.bench, self.tray = Bench(), Tray()
        for canvas in (
            self.bench.behind, self.bench.bar.canvas, self.bench.before, self.tray.canvas,
            self.tray.before,
        ):  # fmt: skip
            self.canvas.add(canvas)
        self.aims = dict.fromkeys(DIALS, 0.0)
        """How each sheet of the tray is to lie, degrees."""
        self.angles = dict(self.aims)
        """How it lies now: it glides to its aim."""
        self.sheets: dict[object, tuple[str, float, float]] = {}
        """Sheets in hands: cloth and place, px."""
        self.jar: tuple[float, float] | None = None
        """Where the jar is held, px."""
        self._hands: dict[object, tuple[str, str]] = {}
        self._began: dict[object, tuple[float, float]] = {}
        self._jar_now: tuple[float, float] | None = None
        self._tilt = self._seconds = self._drawn_at = 0.0
        self._show = Show(self)

    # Drawing

    def lay(self) -> None:
        x, y, wide, tall = self.x, self.y, self.width, self.height
        if wide > tall * LYING:
            side = wide * 0.36
            self.tray.lay(Box(x + wide - side, y, side, tall), True)
            self.bench.lay(Box(x, y, wide - side - u(16), tall))
        else:
            deep = min(tall * 0.32, wide * 0.4)
            self.tray.lay(Box(x, y, wide, deep), False)
            self.bench.lay(Box(x, y + deep + u(24), wide, tall - deep - u(24)))
        self._jar_now = None

    def draw(self) -> None:
        since = max(0.0, self._seconds - self._drawn_at)
        self._drawn_at = self._seconds
        part = 1.0 if theme.calm else min(1.0, since * EASE)
        for cloth in DIALS:
            way = (self.aims[cloth] - self.angles[cloth] + 180) % 360 - 180
            self.angles[cloth] += way * part
        home = self.tray.jar_home
        now, goal = self._jar_now or home, self.jar or home
        if self.jar is not None:
            now = goal
        self._jar_now = (
            now[0] + (goal[0] - now[0]) * part,
            now[1] + (goal[1] - now[1]) * part,
        )
        self._tilt += ((TILT if self.pours else 0.0) - self._tilt) * part
        model = self.composite
        wave = 0.85 if theme.calm else 0.64 - 0.36 * math.cos(self._seconds * 2.6)
        calls = self._calls() if not self.demonstrates else (0, 0, 0)
        held = 0.7 if model.leant is not None else 0.0
        self.bench.draw(model, since, max(held, wave * calls[2]), wave)
        stream = self.bench.bar.top(model)[1] if self.pours and self._tilt > TILT * 0.7 else None
        self.tray.draw(
            self.angles,
            [(cloth, x, y, self.angles[cloth]) for cloth, x, y in self.sheets.values()],
            self._jar_now, self._tilt, stream,
            (wave * calls[0], 0.85 * wave * calls[1]),
        )  # fmt: skip

    def _calls(self) -> tuple[float, float, float]:
        """What asks to be touched next: the dials, the jar, the handle."""
        model = self.composite
        if self._hands or model.broken is not None:
            return 0, 0, 0
        if len(model.layers) < 3:
            return 1, 0, 0
        if model.dry:
            return 0, 1, 0
        return 0, 0, 1 if model.carried < 2 else 0

    @property
    def pours(self) -> bool:
        """Whether the jar is held over the bar."""
        if self.jar is None or not self.composite.layers:
            return False
        box = self.bench.box
        x, y = self.jar
        return box.x <= x <= box.x + box.width and y >= self.bench.bar.mid[1] - u(60)

    # Life

    def advance(self, seconds: float) -> None:
        spent = min(seconds, 4 * STEP)
        self._seconds += spent
        if self.pours and self._tilt > TILT * 0.6:
            self.composite.pour(spent)
        super().advance(seconds)

    def restart(self) -> None:
        self.free()
        self.aims = dict.fromkeys(DIALS, 0.0)
        self.composite.restart()
        self.draw()

    def demonstrate(self, seconds: float) -> None:
        if self.tray.dials:
            self._show.play(seconds)

    # Fingers

    def grasp(self, touch: MotionEvent) -> bool:
        hand = self._grasped(touch)
        if hand is None:
            return False
        self._hands[touch.uid] = hand
        self._began[touch.uid] = touch.pos
        self.follow(touch)
        return True

    def _grasped(self, touch: MotionEvent) -> tuple[str, str] | None:
        """What a finger takes hold of: a kind of thing, and the cloth it is of."""
        x, y = touch.pos
        held = set(self._hands.values())
        for cloth in DIALS:
            if self.tray.knob_near(cloth, self.angles[cloth], x, y):
                return None if ("knob", cloth) in held else ("knob", cloth)
        dial = self.tray.dial_at(x, y)
        if dial is not None:
            return None if ("sheet", dial) in held else ("sheet", dial)
        if self.tray.jar_near(x, y):
            return None if ("jar", "") in held else ("jar", "")
        model, bench = self.composite, self.bench
        hx, hy = bench.handle_at(model)
        near = math.hypot(x - hx, y - hy) <= max(u(100), bench.bar.span * 0.17)
        if model.layers and (near or bench.bar.has(x, y, model)) and ("press", "") not in held:
            return ("press", "")
        return None

    def follow(self, touch: MotionEvent) -> None:
        kind, cloth = self._hands.get(touch.uid, ("", ""))
        began = self._began.get(touch.uid, touch.pos)
        if kind == "knob":
            cx, cy, _radius = self.tray.dials[cloth]
            self.aims[cloth] = math.degrees(math.atan2(touch.y - cy, touch.x - cx))
            self.angles[cloth] = self.aims[cloth]
        elif kind == "sheet":
            self.sheets[touch.uid] = (cloth, touch.x, touch.y)
        elif kind == "jar":
            half = self.tray.jar_tall / 2
            self.jar = (
                min(self.x + self.width - half, max(self.x + half, touch.x)),
                min(self.y + self.height - half, max(self.y + half, touch.y)),
            )
        elif kind == "press":
            self.press((began[1] - touch.y) / self.bench.travel)

    def let_go(self, touch: MotionEvent) -> None:
        kind, cloth = self._hands.pop(touch.uid, ("", ""))
        began = self._began.pop(touch.uid, touch.pos)
        if kind == "knob":
            self.aims[cloth] = _snapped(self.angles[cloth])
        elif kind == "sheet":
            self.sheets.pop(touch.uid, None)
            if math.dist(began, touch.pos) <= u(TAPS):
                self.aims[cloth] = _snapped(self.aims[cloth] + 45)
            elif touch.y >= self.bench.box.y and touch.x <= self.bench.box.x + self.bench.box.width:
                self.composite.lay(cloth, nearest(self.aims[cloth]))
        elif kind == "jar":
            self.jar = None
        elif kind == "press":
            self.composite.release()

    def press(self, way: float) -> None:
        """Lean on the handle, 0 to 1."""
        self.composite.press(way)

    def free(self) -> None:
        super().free()
        for kept in (self._hands, self._began, self.sheets):
            kept.clear()
        self.jar = None
        self.composite.release()


def _snapped(angle: float) -> float:
    return round(angle / 45) * 45.0


def make(exhibit: Exhibit) -> CompositeView:
    """The view at its beginning."""
    return CompositeView(exhibit, Composite())
