"""What the attract screen shows, and in which order. Pure: the same settings, content and moment
give the same playbill.

A line of the setting ``attract`` names a scene: ``sky``, ``exhibit`` (one of the house's choice),
``exhibit:reactor``, ``event`` (the next one), ``best`` (today's best of a challenge). Hours before
it say when: ``9-12 exhibit:flax`` stands from nine until noon only.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from content.library import Library
from content.model import Challenge, Exhibit

Kind = Literal["sky", "exhibit", "event", "best"]
USUAL = ("sky", "exhibit", "exhibit", "exhibit", "event", "best")
"""The playbill where the settings name none."""
_LINE = re.compile(
    r"(?:(?P<first>\d{1,2})-(?P<last>\d{1,2})\s+)?(?P<kind>sky|exhibit|event|best)(?::(?P<ref>[a-z0-9-]+))?"
)


class Scene(NamedTuple):
    """One scene; ``ref`` is the id of its exhibit, event or challenge."""

    kind: Kind
    ref: str = ""


class _Line(NamedTuple):
    kind: Kind
    ref: str
    hours: range


def read(lines: Sequence[str]) -> list[_Line]:
    """The lines of the setting; ValueError names one that says nothing."""
    found: list[_Line] = []
    for line in lines:
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise ValueError(f"«{line}» is no scene")
        first, last = int(match["first"] or 0), int(match["last"] or 24)
        if not 0 <= first < last <= 24:
            raise ValueError(f"«{line}»: hours go from 0 to 24")
        kind: Kind = match["kind"]  # type: ignore[assignment]
        found.append(_Line(kind, match["ref"] or "", range(first, last)))
    return found


def playbill(
    lines: Sequence[str],
    library: Library,
    now: dt.datetime,
    best: Mapping[str, int],
    has: Callable[[Exhibit], bool] = lambda _exhibit: True,
) -> list[Scene]:
    """The scenes of the local moment ``now``; at least the sky.

    ``exhibit`` goes round the exhibits this kiosk ``has``, another three each day. On the day of
    an event it stands first and again in the middle. A scene of something that is not there is
    left out."""
    exhibits = [one for one in library.every(Exhibit) if has(one)]
    turn = now.date().toordinal() * 3
    scenes: list[Scene] = []
    for line in read(lines or USUAL):
        if now.hour not in line.hours:
            continue
        if line.kind == "sky":
            scenes.append(Scene("sky"))
        elif line.kind == "exhibit" and exhibits:
            chosen = next((one for one in exhibits if one.id == line.ref), None)
            if chosen is None and not line.ref:
                chosen, turn = exhibits[turn % len(exhibits)], turn + 1
            if chosen is not None:
                scenes.append(Scene("exhibit", chosen.id))
        elif line.kind == "event":
            scenes += _next_event(library, now.date(), line.ref)
        elif line.kind == "best":
            scenes += _best(library, best, line.ref)
    scenes = list(dict.fromkeys(scenes)) or [Scene("sky")]
    return _with_today(scenes, library, now.date())


def _with_today(scenes: list[Scene], library: Library, today: dt.date) -> list[Scene]:
    """What is on today stands first, and again in the middle."""
    entry = next((one for one in library.events_on(today) if one.day == today), None)
    if entry is None:
        return scenes
    event = Scene("event", entry.event.id)
    others = [scene for scene in scenes if scene != event]
    middle = len(others) // 2
    return [event, *others[:middle], *([event] if middle else []), *others[middle:]]


def _next_event(library: Library, today: dt.date, ref: str) -> list[Scene]:
    for entry in library.events_on(today):
        if entry.day is not None and (not ref or entry.event.id == ref):
            return [Scene("event", entry.event.id)]
    return []


def _best(library: Library, best: Mapping[str, int], ref: str) -> list[Scene]:
    played = [one.id for one in library.every(Challenge) if best.get(one.id)]
    return [Scene("best", ref or played[0])] if played and (not ref or ref in played) else []
