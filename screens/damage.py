"""Drawing only what changed, where a whole frame is dear.

Without a GPU a frame costs as much as the pixels it covers, and a press changes one key. Mesa's
software renderers copy the back buffer when it is shown, so the rest of the picture is still
there. The next frame is drawn whole again: whatever else changed is late by one frame at most.
"""

from __future__ import annotations

from typing import Any

SOFTWARE = (b"llvmpipe", b"softpipe", b"swrast")
"""What a renderer that draws by the processor calls itself."""
Box = tuple[float, float, float, float]


class Damage:
    """The part of the window the next frame is confined to; none means all of it."""

    def __init__(self) -> None:
        self._window: Any = None
        self._box: Box | None = None
        self._all = False
        self._whole_next: Any = None

    def watch(self, window: Any) -> None:
        """Confine this window's frames where that is sound: only with a software renderer."""
        from kivy.clock import Clock
        from kivy.graphics.opengl import GL_RENDERER, glGetString

        renderer = bytes(glGetString(GL_RENDERER))
        if self._window is not None or not any(name in renderer for name in SOFTWARE):
            return
        self._window = window
        self._whole_next = Clock.create_trigger(lambda _dt: window.canvas.ask_update(), 0)
        window.bind(on_draw=self._confine, on_flip=self._release)

    def mark(self, x: float, y: float, width: float, height: float) -> None:
        """Only this box (px from the bottom left) changes before the next frame."""
        if self._window is None:
            return
        if self._box is not None:
            left, low, wide, tall = self._box
            right, top = max(left + wide, x + width), max(low + tall, y + height)
            x, y = min(left, x), min(low, y)
            width, height = right - x, top - y
        self._box = (x, y, width, height)

    def all(self) -> None:
        """Everything changes before the next frame, whatever marks a box until then."""
        self._all = True

    def _confine(self, *_args: Any) -> None:
        if self._all:
            self._box = None
        if self._box is None:
            return
        from kivy.graphics.opengl import GL_SCISSOR_TEST, glEnable, glScissor

        x, y, width, height = self._box
        glEnable(GL_SCISSOR_TEST)
        glScissor(int(x), int(y), int(width) + 2, int(height) + 2)

    def _release(self, *_args: Any) -> None:
        self._all = False
        if self._box is None:
            return
        from kivy.graphics.opengl import GL_SCISSOR_TEST, glDisable

        glDisable(GL_SCISSOR_TEST)
        self._box = None
        self._whole_next()


damage = Damage()
