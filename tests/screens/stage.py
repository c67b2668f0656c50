"""The stage UI tests play on: one real window without a display, fingers, frames stepped by hand
on a clock that stands still in between, and a look round afterwards at what was left running.

SDL draws into an offscreen surface, which never grows: the window is opened as a square of the
long side, so it can be turned to portrait or landscape at any time.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from screens.window import open_window, prepare

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
UNLIKE_WAYS = [(PORTRAIT, ""), (PORTRAIT, "contrast"), (PORTRAIT, "reach"), (LANDSCAPE, "large")]
"""Ways of standing and modes that are least like one another: for a screen's rarer states. Every
screen as it opens is looked over in all ways by ``test_every_screen``."""

prepare(1920, 1920, offscreen=True)

from kivy.animation import Animation  # noqa: E402
from kivy.base import EventLoop  # noqa: E402
from kivy.clock import Clock  # noqa: E402
from kivy.uix.floatlayout import FloatLayout  # noqa: E402
from kivy.uix.widget import Widget  # noqa: E402

from screens.driving import picture  # noqa: E402
from screens.driving.finger import Finger  # noqa: E402
from screens.driving.frames import FRAME, Frames  # noqa: E402


class Glass:
    """The window of the whole test session and its frames."""

    def __init__(self) -> None:
        self.window: Any = open_window()
        self.frames = Frames(self.window)

    def frame(self, seconds: float) -> None:
        """One frame, drawn, ``seconds`` after the last."""
        self.window.canvas.ask_update()
        self.frames.step(1, seconds)

    def turn(self, size: tuple[int, int]) -> None:
        """Give the window that size, in pixels."""
        if tuple(self.window.size) != size:
            self.window.size = size
            self.frame(0)
            # Kivy looks half a second after each resize whether its own keyboard is in the way.
            self.window.trigger_keyboard_height.cancel()

    def close(self) -> None:
        """End the loop and the window."""
        self.frames.stop()
        self.window.close()


@dataclass
class Stage:
    """What a UI test is given. ``root`` fills the window; tests put their widgets there or
    on ``window`` itself."""

    glass: Glass
    root: Widget = field(default_factory=FloatLayout)

    @property
    def window(self) -> Any:
        """Kivy's window."""
        return self.glass.window

    def turn(self, size: tuple[int, int]) -> None:
        """Portrait or landscape: ``stage.turn(LANDSCAPE)``."""
        self.glass.turn(size)
        self.step(2)

    def step(self, frames: int = 1, seconds: float = FRAME) -> None:
        """Draw that many frames, each ``seconds`` after the one before."""
        for _ in range(frames):
            self.glass.frame(seconds)

    def until(self, done: Callable[[], Any], patience: float = 10.0) -> None:
        """Draw frames until ``done()``: for what a worker thread answers. ``patience`` is
        seconds of real time; AssertionError after that."""
        try:
            self.glass.frames.until(done, patience)
        except TimeoutError as late:
            raise AssertionError(str(late)) from None

    def finger(self, x: float, y: float) -> Finger:
        """Put a finger down there."""
        return Finger(x, y).down()

    def finger_on(self, widget: Widget) -> Finger:
        """Put a finger down on the middle of ``widget``."""
        return self.finger(*widget.to_window(*widget.center))

    def tap(self, widget: Widget) -> None:
        """Press and let go of the middle of ``widget``, a frame each."""
        finger = self.finger_on(widget)
        self.step()
        finger.up()
        self.step()

    def picture(self, file: Path) -> Path:
        """Write what is on the glass as a PNG."""
        self.step()
        return picture.save(self.window, file)


class Watch:
    """Remembers what runs before a test and names what is left after it."""

    _EVENTS = ("on_motion", "on_touch_down", "on_touch_up", "on_key_down", "on_keyboard",
               "on_textinput", "on_resize", "on_draw", "on_flip", "size")  # fmt: skip

    def __init__(self, window: Any) -> None:
        self._window = window
        self._clock = set(Clock.get_events())
        self._threads = set(threading.enumerate())
        self._children = list(window.children)
        self._bound = {name: self._observers(name) for name in self._EVENTS}

    def left(self) -> Iterator[str]:
        """One line for each thing that should have ended and has not."""
        for event in set(Clock.get_events()) - self._clock:
            yield f"clock: {event.get_callback()!r} every {event.timeout:g} s"
        for thread in set(threading.enumerate()) - self._threads:
            yield f"thread: {thread.name}"
        for animation in Animation._instances:
            yield f"animation: of {', '.join(animation.animated_properties)}"
        for touch in EventLoop.touches:
            yield f"touch: still down at {touch.pos}"
        for child in self._window.children:
            if child not in self._children:
                yield f"window: {child!r} is still on it"
        for name in self._EVENTS:
            for observer in self._observers(name):
                if observer not in self._bound[name]:
                    yield f"window: {observer!r} is still bound to {name}"
        for sound in _playing():
            yield f"sound: {sound.source} is playing"

    def clear(self) -> None:
        """Take it all away, so that the next test is not blamed for it."""
        for event in set(Clock.get_events()) - self._clock:
            event.cancel()
        for animation in list(Animation._instances):
            for widget in [entry["widget"] for entry in animation._widgets.values()]:
                animation.cancel(widget)
        Animation._instances.clear()
        EventLoop.touches.clear()
        for child in self._window.children[:]:
            if child not in self._children:
                self._window.remove_widget(child)
        for name in self._EVENTS:
            for observer in self._observers(name):
                if observer not in self._bound[name]:
                    self._window.unbind(**{name: observer})
        for sound in _playing():
            sound.stop()

    def _observers(self, name: str) -> list[Any]:
        return [seen for seen in self._window.get_property_observers(name) if seen is not None]


def _playing() -> list[Any]:
    audio = sys.modules.get("kivy.core.audio")
    if audio is None:
        return []
    # By type: asking a dead weak proxy itself would raise.
    sounds = [thing for thing in gc.get_objects() if issubclass(type(thing), audio.Sound)]
    return [sound for sound in sounds if sound.state == "play"]


def perform(glass: Glass) -> Iterator[Stage]:
    """The life of one test on the stage; raises AssertionError naming what it left behind."""
    glass.turn(PORTRAIT)
    stage = Stage(glass)
    glass.window.add_widget(stage.root)
    stage.step(2)
    watch = Watch(glass.window)
    yield stage
    glass.window.remove_widget(stage.root)
    stage.step(2)  # what is due in the next frame may still come
    left = list(watch.left())
    watch.clear()
    assert not left, "left behind:\n  " + "\n  ".join(left)
