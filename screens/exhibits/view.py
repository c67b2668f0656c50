"""What every exhibit is: a model that steps sixty times a second, and a view that draws it.

An exhibit is two folders: ``content/exhibition/exhibits/<id>/`` holds its words and its model,
pure Python; ``screens/exhibits/<id>/view.py`` holds the class ``View``. Nothing else knows of it.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from typing import Any, Protocol

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.uix.floatlayout import FloatLayout

from content.model import Exhibit
from screens.damage import damage
from screens.navigation import has_screen
from screens.theme import theme

log = logging.getLogger(__name__)
STEP = 1 / 60
"""Seconds of the model's time in one step."""
MOST_STEPS = 4
"""Steps made up for in one frame: a slow machine slows the model's time, it never piles up."""
SETTLED_S = 0.3
"""What is around it is laid out by then; from then on only the exhibit itself is drawn."""
AWAKE_S = 3.0
"""In the calm mode an exhibit moves for this long after it was last touched."""


class Model(Protocol):
    """A small simulation. Units and rules are in each model's docstring."""

    def step(self, dt: float) -> None:
        """Let ``dt`` seconds pass."""


class View(FloatLayout):
    """Draws one exhibit and gives it its touches. Subclasses make their widgets in ``__init__``,
    follow ``size`` in :meth:`lay`, move what is drawn in :meth:`draw`, play themselves in
    :meth:`demonstrate`, and take fingers in :meth:`grasp`, :meth:`follow` and :meth:`let_go`."""

    def __init__(self, exhibit: Exhibit, model: Model, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.exhibit, self.model = exhibit, model
        self.demonstrates = False
        """Whether it plays itself: on the attract screen."""
        self.running = False
        """Whether it moves, or would when touched."""
        self.fingers: list[MotionEvent] = []
        """Those that hold something; each is followed until it is lifted, off the exhibit too."""
        self._event: Any = None
        self._owed = 0.0
        self._played = 0.0
        self._quiet = AWAKE_S
        self._shown = 0.0
        self._lay_once = Clock.create_trigger(self._lay, -1)
        self.bind(pos=self._lay_once, size=self._lay_once)

    # What an exhibit says of itself

    def lay(self) -> None:
        """Put everything where it belongs for the current ``pos`` and ``size``."""

    def draw(self) -> None:
        """Show the model as it is now. Called after its steps; must be quick."""

    def demonstrate(self, seconds: float) -> None:
        """Play by itself as a visitor would; ``seconds`` since it began."""

    def restart(self) -> None:
        """Back to the beginning."""

    def meets(self, touch: MotionEvent) -> bool:
        """Whether a finger comes down on the exhibit; what it does not meet is somebody else's."""
        return bool(self.collide_point(*touch.pos))

    def grasp(self, touch: MotionEvent) -> bool:
        """A finger has come down; whether it holds something from now on."""
        return False

    def follow(self, touch: MotionEvent) -> None:
        """A finger that holds something has moved."""

    def let_go(self, touch: MotionEvent) -> None:
        """A finger that held something was lifted."""

    def free(self) -> None:
        """Take everything out of every hand: the visitor has gone, or it begins anew. What a finger
        held beyond :attr:`fingers` the exhibit puts away itself."""
        for touch in self.fingers:
            touch.ungrab(self)
        self.fingers.clear()

    # Life

    def start(self) -> None:
        """Begin to move."""
        self._shown, self.running = 0.0, True
        if not theme.calm:
            self._move()

    def stop(self) -> None:
        """Stand still; nothing is left running."""
        self.running = False
        self._rest()
        self.free()
        self._lay_once.cancel()

    @property
    def beat(self) -> Callable[[float], None]:
        """What the clock calls with each frame while it moves."""
        return self._frame

    def advance(self, seconds: float) -> None:
        """Let the model's time pass and draw it; what is too much is dropped."""
        self._owed = min(self._owed + seconds, MOST_STEPS * STEP)
        while self._owed >= STEP:
            self._owed -= STEP
            if self.demonstrates:
                self._played += STEP
                self.demonstrate(self._played)
            self.model.step(STEP)
        self.draw()

    # Fingers

    def on_touch_down(self, touch: MotionEvent) -> bool:
        self._touched()
        if not self.meets(touch):
            return False
        if self.grasp(touch):
            touch.grab(self)
            self.fingers.append(touch)
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        self._touched()
        if touch.grab_current is not self:
            return False
        if touch in self.fingers:
            self.follow(touch)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self._touched()
        if touch in self.fingers:
            self.fingers.remove(touch)
            self.let_go(touch)
        return True

    # Moving

    def _touched(self) -> None:
        self._quiet = 0.0
        if self.running:
            self._move()

    def _move(self) -> None:
        if self._event is None:
            self._event = Clock.schedule_interval(self._frame, 0)

    def _rest(self) -> None:
        if self._event is not None:
            self._event.cancel()
            self._event = None

    def _frame(self, dt: float) -> None:
        self._quiet += dt
        self._shown += dt
        if theme.calm and self._quiet > AWAKE_S:
            self._rest()
            return
        self.advance(dt)
        if self._shown > SETTLED_S:
            x, y = self.to_window(*self.pos)
            damage.mark(x, y, self.width, self.height)

    def _lay(self, *_args: Any) -> None:
        if self.width > 1 and self.height > 1:
            self.lay()
            self.draw()


def has_view(exhibit: Exhibit) -> bool:
    """Whether this program knows how to draw an exhibit; a pack may name newer ones."""
    known = has_screen(f"exhibits.{exhibit.id}.view")
    if not known:
        log.info("exhibit %s is of another program", exhibit.id)
    return known


def make_view(exhibit: Exhibit) -> View:
    """The view of an exhibit, at its beginning."""
    module = importlib.import_module(f"screens.exhibits.{exhibit.id}.view")
    made: View = module.make(exhibit)
    return made
