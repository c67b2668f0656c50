"""Hands for the app: touch what says this, scroll to it, type, knock, wait, take a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from screens.driving import picture
from screens.driving.controls import Control, box_of, controls, more_key, visible
from screens.driving.finger import Finger
from screens.driving.frames import Frames
from screens.theme import _
from screens.typography import SOFT
from screens.units import measure, u
from screens.widgets.scroller import Scroller

KNOCKS = 5
PATIENCE_S = 60.0
"""Real seconds a worker thread is given."""


class NotThere(LookupError):
    """What should be touched is not on the screen; the message names what is."""


class Driver:
    """One who uses a kiosk by touches alone. Of the last touch, from the finger's coming down:
    ``tap_ms`` is how long the first drawn change took, ``load_ms`` the last one; 0 where nothing
    was drawn. Waiting for the next frame of a real clock is not in it."""

    def __init__(self, kiosk: Any, frames: Frames) -> None:
        self.kiosk = kiosk
        self.frames = frames
        self.tap_ms = 0.0
        self.load_ms = 0.0
        kiosk.unguarded = True

    @property
    def screen(self) -> str:
        """The name of the screen shown."""
        page = self.kiosk.navigator.current
        return page.name if page is not None else ""

    @property
    def scroller(self) -> Scroller | None:
        """The scroller of the page, where it has one that overflows."""
        page = self.kiosk.navigator.current
        found = page.scroller if page is not None else None
        return found if found is not None and found.overflows else None

    # Finding

    def controls(self) -> list[Control]:
        """What takes a touch now, also what a scroller hides."""
        return controls(self.kiosk.frame)

    def visible(self) -> list[Control]:
        """What takes a touch now and is in sight."""
        return visible(self.kiosk.frame)

    def find(self, label: str, role: str = "") -> Control | None:
        """The control that says ``label``: one in sight before one a scroller hides."""
        label = label.replace(SOFT, "")
        found = [
            one for one in self.controls() if one.label == label and (not role or one.role == role)
        ]
        return next((one for one in found if one.in_sight), found[0] if found else None)

    def has(self, label: str, role: str = "") -> bool:
        """Whether such a control is there."""
        return self.find(label, role) is not None

    def control(self, label: str, role: str = "") -> Control:
        """The control that says ``label``; :class:`NotThere` without one."""
        found = self.find(label, role)
        if found is None:
            there = ", ".join(sorted({one.label for one in self.controls()}))
            raise NotThere(f"{self.screen}: no «{label}» among: {there}")
        return found

    # Touching

    def tap(self, label: str, role: str = "") -> None:
        """Touch the control that says ``label``, scrolling to it first, and wait for what
        follows."""
        self.tap_control(self.control(label, role))

    def tap_control(self, control: Control) -> None:
        """Touch a control in the middle of what is seen of it."""
        control = self.bring(control)
        x, y = control.box.centre
        cover = more_key(self.kiosk.frame)
        if cover is not None and cover.widget is not control.widget and cover.box.has(x, y):
            x = control.box.x + control.box.width * 0.25
        self.tap_at(x, y)

    def tap_at(self, x: float, y: float) -> None:
        """Touch a point of the window, px from the bottom left, and wait for what follows."""
        frames = self.frames
        began = frames.mark()
        finger = Finger(x, y)
        finger.arrive("begin")
        frames.step()
        finger.update_time_end()
        finger.arrive("end")
        frames.quiet()
        self.tap_ms = 0.0 if frames.first is None else (frames.first - began) * 1000
        self.load_ms = 0.0 if frames.last is None else (frames.last - began) * 1000

    def drag(self, x: float, y: float, dx: float, dy: float, steps: int = 6) -> None:
        """A finger down at a point, slowly moved, held still and lifted."""
        finger = Finger(x, y).down()
        self.frames.step()
        for step in range(1, steps + 1):
            finger.to(x + dx * step / steps, y + dy * step / steps)
            self.frames.step()
        finger.to(x + dx, y + dy)
        finger.up()
        self.frames.quiet()

    def bring(self, control: Control) -> Control:
        """Scroll by finger until the control can be touched; the control as it lies then."""
        scroller = control.scroller
        for _try in range(60):
            whole = box_of(control.widget)
            if scroller is None or not scroller.overflows:
                break
            window = box_of(scroller)
            need = 0.0
            if whole.y < window.y:
                need = window.y - whole.y + u(30)
            elif whole.y + whole.height > window.y + window.height:
                need = window.y + window.height - whole.y - whole.height - u(30)
            before = scroller.offset
            if need == 0 or (whole.height > window.height and window.has(*whole.centre)):
                break
            self.scroll(scroller, need)
            if scroller.offset == before:
                break
        again = self._again(control)
        if not again.in_sight:
            raise NotThere(f"{self.screen}: «{control.label}» cannot be scrolled into sight")
        return again

    def scroll(self, scroller: Scroller, distance: float) -> None:
        """Drag the list up (positive, px) or down by a finger, by most of its height at most."""
        window = box_of(scroller)
        most = window.height * 0.7
        least = u(40)
        dy = max(-most, min(most, distance))
        if abs(dy) < least:
            dy = least if dy > 0 else -least
        x = window.x + window.width * 0.5
        y = window.y + window.height * (0.15 if dy > 0 else 0.85)
        with self.frames.unseen():
            self.drag(x, y, 0, dy)

    def scroll_to_end(self) -> None:
        """Drag the page's list up until its end is in sight."""
        scroller = self.scroller
        while scroller is not None and scroller.offset < scroller.reach - 1:
            before = scroller.offset
            self.scroll(scroller, scroller.reach - scroller.offset)
            if scroller.offset == before:
                return

    def wake(self) -> None:
        """A first touch in the middle of the attract screen."""
        self.tap_at(measure.width / 2, measure.height * 0.6)

    def knock(self) -> None:
        """Five taps in the top right corner: the staff door."""
        with self.frames.unseen():
            for _knock in range(KNOCKS):
                self.tap_at(measure.width - u(40), measure.height - u(40))
        self.settle()

    def type(self, text: str) -> None:
        """Type on the keyboard shown, changing its case and language by its own keys."""
        with self.frames.unseen():
            for sign in text:
                if sign == " ":
                    self.tap(_("Пробел"), "key")
                    continue
                for key in ("", _("Большие буквы"), _("Язык клавиатуры"), _("Большие буквы")):
                    if key:
                        self.tap(key, "key")
                    if self.has(sign, "key"):
                        break
                self.tap(sign, "key")

    # Waiting

    def settle(self) -> None:
        """Wait until the worker thread, and a closing of the day, have answered and all is
        drawn."""
        self.kiosk.machine.worker.submit(_nothing).result(PATIENCE_S)
        closing = self.kiosk.closing
        if closing is not None:
            self.frames.until(lambda: closing.ended)
        self.frames.quiet()

    def until(self, screen: str) -> None:
        """Wait for a screen that comes by itself."""
        self.frames.until(lambda: self.screen == screen)
        self.settle()

    def let_pass(self, seconds: float) -> None:
        """Let time go by, a second a frame."""
        with self.frames.unseen():
            self.frames.step(int(seconds), 1.0)
        self.frames.quiet()

    # Looking

    def save(self, file: Path) -> Path:
        """Write what is on the glass as a PNG."""
        return picture.save(self.frames.window, file)

    def _again(self, control: Control) -> Control:
        for one in self.controls():
            if one.widget is control.widget:
                return one
        raise NotThere(f"{self.screen}: «{control.label}» has gone")


def _nothing() -> None:
    """Done once all that was given to the worker before it is done."""
