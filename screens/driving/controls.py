"""The controls a finger can reach: where they lie, how large they are, what they say.

A label is what a control does, never what a person wrote in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from kivy.uix.widget import Widget

from screens.typography import SOFT
from screens.units import measure
from screens.widgets.more import MoreKey
from screens.widgets.press import Pressable
from screens.widgets.qr import QrCode
from screens.widgets.scroller import Scroller

CAPITAL = 0.7
"""Height of a capital letter of Onest, part of the font's size."""


class Box(NamedTuple):
    """A rectangle in window px from the bottom left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is there."""
        return self.width < 1 or self.height < 1

    def has(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def cut(self, other: Box) -> Box:
        """What of it lies in ``other``."""
        left, low = max(self.x, other.x), max(self.y, other.y)
        right = min(self.x + self.width, other.x + other.width)
        top = min(self.y + self.height, other.y + other.height)
        return Box(left, low, max(0.0, right - left), max(0.0, top - low))


class Control(NamedTuple):
    """A control, or a QR code, on the screen now. ``whole`` is its rectangle, ``box`` the part of
    it that is not cut off by a scroller or the window."""

    widget: Any
    label: str
    role: str
    whole: Box
    box: Box

    @property
    def in_sight(self) -> bool:
        """Whether its middle can be touched."""
        return not self.box.is_empty and self.box.has(*self.whole.centre)

    @property
    def scroller(self) -> Scroller | None:
        """What scrolls it, None where it stands still."""
        return next((one for one in ancestors(self.widget) if isinstance(one, Scroller)), None)

    def told(self) -> dict[str, Any]:
        """It in the words of ``tour.json``."""
        mm = measure.mm_per_px
        height = measure.height
        text_px = getattr(self.widget, "text_px", 0)
        box = self.box
        return {
            "label": self.label,
            "role": self.role,
            "rect_px": [
                round(box.x),
                round(height - box.y - box.height),
                round(box.width),
                round(box.height),
            ],
            "rect_mm": [round(box.width * mm, 1), round(box.height * mm, 1)],
            "text_mm": round(CAPITAL * text_px * mm, 2),
            "fg": code(getattr(self.widget, "fg", (0.08, 0.09, 0.23, 1))),
            "bg": code(getattr(self.widget, "bg", (1, 1, 1, 1))),
        }


def controls(frame: Any) -> list[Control]:
    """Everything that takes a touch now, and QR codes: of the topmost dialog where one is open,
    else of the whole frame; also what a scroller hides."""
    root = frame.over[-1] if frame.over else frame
    return [found for widget in root.walk() if (found := _control(widget)) is not None]


def visible(frame: Any) -> list[Control]:
    """The controls whose middle is in sight."""
    return [control for control in controls(frame) if control.in_sight]


def more_key(frame: Any) -> Control | None:
    """The key that scrolls down, while it is shown: it lies over the list."""
    return next((one for one in visible(frame) if isinstance(one.widget, MoreKey)), None)


def ancestors(widget: Widget) -> Iterator[Any]:
    """The widget's parents up to the window."""
    parent: Any = widget.parent
    while parent is not None and parent is not parent.parent:
        yield parent
        parent = parent.parent


def box_of(widget: Widget) -> Box:
    """A widget's rectangle in the window."""
    x, y = widget.to_window(*widget.pos)
    return Box(x, y, widget.width, widget.height)


def code(colour: Any) -> str:
    """Kivy's colour as ``#RRGGBB``."""
    return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02X}" for part in colour[:3])


def _control(widget: Widget) -> Control | None:
    if isinstance(widget, Pressable):
        if not widget.lively or widget.disabled:
            return None
    elif not isinstance(widget, QrCode):
        return None
    if widget.opacity == 0 or any(one.opacity == 0 for one in ancestors(widget) if _is_widget(one)):
        return None
    whole = box_of(widget)
    box = whole.cut(Box(0, 0, measure.width, measure.height))
    for parent in ancestors(widget):
        if isinstance(parent, Scroller):
            box = box.cut(box_of(parent))
    return Control(widget, widget.label.replace(SOFT, ""), widget.role, whole, box)


def _is_widget(thing: Any) -> bool:
    return isinstance(thing, Widget)
