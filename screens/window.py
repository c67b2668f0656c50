"""Opening the window: Kivy's settings, the SDL driver, fingers, and the pace of frames.

Kivy reads its settings when it is first imported, so :func:`prepare` comes before any other
Kivy import of the program. Why these settings: ``docs/bench.md``.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from screens.damage import damage

IDLE_FPS = 60
"""Frames a second when nothing is touched: an unchanged frame costs microseconds."""
BUSY_FPS = 120
"""Frames a second for a moment after a finger comes down."""
BUSY_SECONDS = 0.6


def has_display() -> bool:
    """Whether there is a window system to open a window in."""
    return sys.platform != "linux" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def prepare(width: int, height: int, *, fullscreen: bool = False, offscreen: bool = False) -> None:
    """Set everything Kivy and SDL read at import. Sizes are pixels."""
    settings = {
        "KIVY_NO_ARGS": "1",
        "KIVY_NO_CONFIG": "1",
        "KIVY_NO_FILELOG": "1",
        "KIVY_NO_ENV_CONFIG": "1",
        "KIVY_LOG_MODE": "PYTHON",
        "KIVY_WINDOW": "sdl2",
        "KIVY_TEXT": "sdl2",
        "KIVY_IMAGE": "sdl2",
        "KIVY_AUDIO": "sdl2",
        "KIVY_CLIPBOARD": "dummy",
        "SDL_NO_SIGNAL_HANDLERS": "1",
        "SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR": "0",
    }
    for name, value in settings.items():
        os.environ.setdefault(name, value)
    if offscreen:
        os.environ["SDL_VIDEODRIVER"] = "offscreen"
        os.environ.setdefault("SDL_AUDIODRIVER", "dummy")  # nobody is there to hear it
    else:
        os.environ.setdefault("SDL_TOUCH_MOUSE_EVENTS", "0")
    from kivy.config import Config

    for name, value in {
        "width": str(width),
        "height": str(height),
        "maxfps": str(IDLE_FPS),
        "multisamples": "0",
        "resizable": "0",
        "borderless": "1" if fullscreen else "0",
        "fullscreen": "auto" if fullscreen else "0",
        "allow_screensaver": "0",
        "show_cursor": "0" if fullscreen else "1",
    }.items():
        Config.set("graphics", name, value)
    for name, value in {"exit_on_escape": "0", "window_icon": "", "log_enable": "0"}.items():
        Config.set("kivy", name, value)
    for name, _value in Config.items("input"):
        Config.remove_option("input", name)
    if not offscreen:
        Config.set("input", "mouse", "mouse,disable_multitouch")


class FingerTap:
    """Kivy on desktop Linux drops SDL's finger events (kivy#2818): this stands in front of its
    window object and hands them to the provider that phones use."""

    def __init__(self, inner: Any, queue: Any) -> None:
        self._inner = inner
        self._queue = queue

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def poll(self) -> Any:
        """Kivy's poll, with finger events taken out of its way (None means: look again)."""
        event = self._inner.poll()
        if event and event[0] in ("fingerdown", "fingermotion", "fingerup"):
            self._queue.appendleft(event)
            return None
        return event


class Pace:
    """Raises the frame rate for a moment when a finger comes down."""

    def __init__(self) -> None:
        from kivy.clock import Clock

        self._clock = Clock
        self._calm_down = Clock.create_trigger(self._slow, BUSY_SECONDS)

    def touched(self) -> None:
        """A finger came down or moved."""
        self._clock._max_fps = BUSY_FPS
        self._calm_down.cancel()
        self._calm_down()

    def _slow(self, _dt: float) -> None:
        self._clock._max_fps = IDLE_FPS

    def stop(self) -> None:
        """Leave nothing scheduled."""
        self._calm_down.cancel()
        self._slow(0)


def open_window() -> Any:
    """Kivy's window with real fingers; needs :func:`prepare` first."""
    from kivy.core.window import Window

    driver = os.environ.get("SDL_VIDEODRIVER", "")
    if driver == "offscreen":
        # Without a finish, llvmpipe keeps every unread frame alive.
        from kivy.graphics.opengl import glFinish

        Window.bind(on_flip=lambda *_args: glFinish())
    elif sys.platform == "linux":
        from kivy.core.window.window_sdl2 import SDL2MotionEventProvider

        Window._win = FingerTap(Window._win, SDL2MotionEventProvider.q)
    _sample_white_cheaply()
    damage.watch(Window)
    return Window


def _sample_white_cheaply() -> None:
    """Plain shapes share one white texture: filtering it costs a third of their drawing."""
    from kivy.graphics import Rectangle

    white = Rectangle().texture
    white.mag_filter = white.min_filter = "nearest"
