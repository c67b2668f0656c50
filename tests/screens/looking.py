"""Looking a screen over: what of the design's promises it breaks. Every line found is a fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kivy.clock import Clock
from kivy.core.audio import Sound

from screens.driving.controls import Box, Control, ancestors, box_of, controls
from screens.theme import theme
from screens.units import measure, u
from screens.widgets.field import FieldBox
from screens.widgets.header import Header
from screens.widgets.press import Key, Pressable
from screens.widgets.scroller import Scroller
from screens.widgets.surface import Card, Pill
from screens.widgets.words import Words

LEAST_UNITS, LEAST_KEY_UNITS = 96, 80
"""Design units the short side of a control has at least; of a key of the keyboard."""
LEAST_MM = 15
CONTRAST, MUCH_CONTRAST = 4.5, 7.0
"""WCAG 2.2: 1.4.3 at level AA, 1.4.6 at level AAA."""
EDGE = 2
"""Pixels of rounding."""
OFTEN_S = 0.9
"""What repeats more often than this moves something."""


def faults(frame: Any) -> Iterator[str]:
    """What is wrong with the screen as it is now, one line each."""
    found = controls(frame)
    assert found, "nothing to touch"
    for control in found:
        for fault in _faults_of(control):
            yield f"«{control.label}»: {fault}"
    yield from _overlapping(found)
    yield from _texts(frame.over[-1] if frame.over else frame)
    if theme.calm:
        for event in Clock.get_events():
            callback = event.get_callback()
            sounds = isinstance(getattr(callback, "__self__", None), Sound)
            if event.loop and event.timeout < OFTEN_S and not sounds:
                yield f"moves in the calm mode: {callback!r}"


def _faults_of(control: Control) -> Iterator[str]:
    whole = control.whole
    if not control.label.strip():
        yield "says nothing"
    side = min(whole.width, whole.height)
    least = LEAST_KEY_UNITS if control.role == "key" else LEAST_UNITS
    if side < u(least) - EDGE:
        yield f"{side / measure.unit:.0f} units, the least is {least}"
    if control.role != "key" and side * measure.mm_per_px < LEAST_MM:
        yield f"{side * measure.mm_per_px:.1f} mm, the least is {LEAST_MM}"
    scroller = control.scroller
    room = box_of(scroller) if scroller is not None else Box(0, 0, measure.width, measure.height)
    if whole.x < room.x - EDGE or whole.x + whole.width > room.x + room.width + EDGE:
        yield "sticks out at a side"
    below, above = whole.y < room.y - EDGE, whole.y + whole.height > room.y + room.height + EDGE
    if (below or above) and (scroller is None or not scroller.overflows):
        yield "sticks out above or below and cannot be scrolled to"
    if theme.reach and measure.portrait:
        highest = (
            whole.centre[1] if scroller is None else min(whole.centre[1], room.y + room.height)
        )
        if highest > measure.height / 2 + EDGE:
            yield "its middle lies in the upper half"
    if isinstance(control.widget, Pressable) and control.widget.text_px:
        ratio = contrast(control.widget.fg, control.widget.bg)
        least_ratio = MUCH_CONTRAST if theme.contrast else CONTRAST
        if ratio < least_ratio:
            yield f"contrast {ratio:.1f}, the least is {least_ratio}"


def _overlapping(found: list[Control]) -> Iterator[str]:
    """Controls that lie on one another, but for the key that scrolls, which floats."""
    from screens.widgets.more import MoreKey

    seen = [one for one in found if not one.box.is_empty and not isinstance(one.widget, MoreKey)]
    for number, one in enumerate(seen):
        for other in seen[number + 1 :]:
            common = one.box.cut(other.box)
            if common.width > EDGE and common.height > EDGE:
                yield f"«{one.label}» lies on «{other.label}»"


def _texts(root: Any) -> Iterator[str]:
    """Texts that are cut, that stick out of what they stand on, or lie on one another."""
    boxes: list[tuple[Words, Box]] = []
    for words in root.walk():
        if not isinstance(words, Words) or not words.text.strip() or words.opacity == 0:
            continue
        if any(getattr(one, "opacity", 1) == 0 for one in ancestors(words)):
            continue
        drawn = _drawn(words)
        if words.text.endswith("…") and not isinstance(_holder(words, FieldBox), FieldBox):
            yield f"text is cut: {words.text!r}"
        holder = _holder(words, Key, Card, Pill, Header)
        room = box_of(holder) if holder is not None else None
        inside = _inside(words)
        if room is not None and not _fits(drawn, room):
            yield f"text sticks out of its {type(holder).__name__}: {words.text!r}"
        elif not _fits_across(drawn, inside):
            yield f"text sticks out of the window: {words.text!r}"
        seen = drawn.cut(inside)
        if not seen.is_empty:
            boxes.append((words, seen))
    for number, (one, box) in enumerate(boxes):
        for other, under in boxes[number + 1 :]:
            common = box.cut(under)
            # The slack of a line is not ink.
            if common.width > EDGE and common.height > u(12):
                yield f"text lies on text: {one.text!r} and {other.text!r}"


def _drawn(words: Words) -> Box:
    """Where the letters are."""
    place = words._place
    return Box(*words.to_window(*place.pos), *place.size)


def _inside(words: Words) -> Box:
    """The window, or the part of it that the text's scroller shows."""
    window = Box(0, 0, measure.width, measure.height)
    for one in ancestors(words):
        if isinstance(one, Scroller):
            return window.cut(box_of(one))
    return window


def _holder(words: Words, *kinds: type) -> Any:
    return next((one for one in ancestors(words) if isinstance(one, kinds)), None)


def _fits(drawn: Box, room: Box) -> bool:
    return (
        _fits_across(drawn, room)
        and drawn.y >= room.y - EDGE
        and drawn.y + drawn.height <= room.y + room.height + EDGE
    )


def _fits_across(drawn: Box, room: Box) -> bool:
    return drawn.x >= room.x - EDGE and drawn.x + drawn.width <= room.x + room.width + EDGE


def contrast(one: Any, other: Any) -> float:
    """WCAG's contrast ratio of two colours, 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: Any) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
