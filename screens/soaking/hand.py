"""A hand for screens that never stand still: it waits for what a touch has led to, not for rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from screens.driving.finger import Finger

if TYPE_CHECKING:
    from screens.driving.controls import Control
    from screens.driving.driver import Driver
    from screens.soaking.tally import Tally

Place = tuple[float, float]
"""Window px from the bottom left."""


class Hand:
    """Touches, and what they took. ``endless`` says what goes on for ever on the screen shown: the
    clock's callbacks that are no reason to wait."""

    def __init__(
        self, driver: Driver, tally: Tally, endless: Callable[[], list[Any]] = list
    ) -> None:
        self.driver = driver
        self.tally = tally
        self._endless = endless

    def tap(self, place: Place) -> None:
        """A finger comes down and goes up; the moment until its first change is counted."""
        frames = self.driver.frames
        began = frames.mark()
        finger = Finger(*place)
        finger.arrive("begin")
        frames.step()
        finger.update_time_end()
        finger.arrive("end")
        frames.step(2)
        if frames.first is not None:
            self.tally.tap(1000 * (frames.first - began))

    def drag(self, start: Place, end: Place, steps: int = 6) -> None:
        """A finger slides along a line, a step a frame."""
        self.drags([(start, end)], steps)

    def drags(self, ways: list[tuple[Place, Place]], steps: int = 6) -> None:
        """As many fingers at once."""
        frames = self.driver.frames
        fingers = [Finger(*start).down() for start, _end in ways]
        frames.step()
        for step in range(1, steps + 1):
            for finger, ((x, y), (to_x, to_y)) in zip(fingers, ways, strict=True):
                finger.to(x + (to_x - x) * step / steps, y + (to_y - y) * step / steps)
            frames.step()
        for finger in fingers:
            finger.up()
        frames.step()

    def open(self, control: Control) -> float:
        """Touch a control and wait until what follows is complete; another screen is counted. Ms
        from the finger's coming down to the last frame drawn while something was under way."""
        control = self.driver.bring(control)
        frames, navigator = self.driver.frames, self.driver.kiosk.navigator
        shown = navigator.place
        began = frames.mark()
        finger = Finger(*control.box.centre)
        finger.arrive("begin")
        frames.step()
        finger.update_time_end()
        finger.arrive("end")
        frames.quiet(self._endless)
        took = 0.0 if frames.last is None else 1000 * (frames.last - began)
        if navigator.place != shown:
            self.tally.screen(took)
        return took

    def press(self, label: str) -> None:
        """:meth:`open` what says ``label``."""
        self.open(self.driver.control(label))
