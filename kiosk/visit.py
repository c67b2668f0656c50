"""One visitor's visit, from the first touch to "finish", staff or silence.

A visit journals what was looked at. It knows nothing of who looked, and the screens where a
person writes are not among what it tells.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from typing import Any, Literal, Protocol, get_args

How = Literal["finished", "idle", "staff"]
MODES = frozenset({"contrast", "large", "reach", "calm"})
PRIVATE = frozenset({"signup.form", "signup.consent", "signup.thanks"})
"""Screens that are never journalled as seen: a record of one would say when a person signed up."""


class Told(Protocol):
    """Takes what a visit has to tell: a machine, or a buffer of the simulation."""

    def record(
        self, kind: str, body: dict[str, Any], visit: bytes = b"", at: dt.datetime | None = None
    ) -> None:
        """Journal one ``use`` record; neither waits nor raises."""


class Visit:
    """What one visitor chose (:attr:`lang`, :attr:`modes`, :attr:`audience`) and what of it is
    journalled. Its methods neither wait nor raise."""

    def __init__(
        self, told: Told, lang: str, clock: Callable[[], dt.datetime], place: str, profile: str
    ) -> None:
        self.id = secrets.token_bytes(16)
        self.lang = lang
        self.modes: frozenset[str] = frozenset()
        """Of ``contrast``, ``large``, ``reach``, ``calm``."""
        self.audience: str | None = None
        self.ended = False
        self._told = told
        self._clock = clock
        self._tell("visit.started", {"place": place, "profile": profile})

    @classmethod
    def start(cls, machine: Any) -> Visit:
        """A visit at ``machine`` (a :class:`kiosk.machine.Machine`), in its settings' language."""
        settings = machine.settings
        return cls(machine, settings.lang, machine.now, settings.place, settings.profile)

    def screen_seen(self, name: str, ref: str = "", dwell_ms: int = 0) -> None:
        """A screen was left after ``dwell_ms`` milliseconds. ``ref`` is what it showed: the id of a
        cluster, a profession, an event."""
        if name in PRIVATE:
            return
        body: dict[str, Any] = {"screen": name, "dwell_ms": max(0, int(dwell_ms))}
        if ref:
            body["ref"] = ref
        self._tell("screen.seen", body)

    def rate(self, score: int) -> None:
        """The visitor's own mark for the visit, 1 to 5. It is journalled without the visit: the
        faces stand beside the ticket, and a rating must not mark which visit signed up."""
        if not 1 <= score <= 5 or self.ended:
            return
        self._told.record("feedback.given", {"score": int(score)}, b"", self._clock())

    def end(self, how: How) -> None:
        """The visit is over; a second call does nothing."""
        if self.ended:
            return
        if how not in get_args(How):
            how = "idle"
        body: dict[str, Any] = {"how": how, "lang": self.lang}
        if self.audience:
            body["audience"] = self.audience
        if self.modes:
            body["modes"] = sorted(self.modes)
        self._tell("visit.ended", body)
        self.ended = True

    def _tell(self, kind: str, body: dict[str, Any]) -> None:
        if not self.ended:
            self._told.record(kind, body, self.id, self._clock())
