"""One visitor's visit, from the first touch to "finish", staff or silence.

A visit journals what was looked at. It knows nothing of who looked, and the screens where a
person signs up are not among what it tells, nor does it leave a gap where they were.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, get_args

from content.model import AudienceId
from content.selftests.sheet import Sheet, written

if TYPE_CHECKING:
    from kiosk.playtime import Playtime

How = Literal["finished", "idle", "staff"]
MODES = frozenset({"contrast", "large", "reach", "calm"})
PRIVATE = ("signup.", "home.goodbye")
"""Screens, by how their names begin, that are never journalled as seen: a record of one would say
when a person signed up. The goodbye is one of them, for who signs up leaves without it."""
LONGEST = dt.timedelta(hours=1)
"""No screen is looked at for longer; a clock that was set meanwhile says otherwise."""


class Told(Protocol):
    """Takes what a visit has to tell: a machine, or a buffer of the simulation."""

    def record(
        self, kind: str, body: dict[str, Any], visit: bytes = b"", at: dt.datetime | None = None
    ) -> None:
        """Journal one ``use`` record; neither waits nor raises."""


class _Seen(NamedTuple):
    """A screen that was left, held back until it is known what came after it."""

    name: str
    ref: str
    since: dt.datetime
    dwell: dt.timedelta


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
        self.audience: AudienceId | None = None
        self.captions = False
        """Whether what is said aloud is written too."""
        self.playtime: Playtime | None = None
        """A preschooler's time and games; begun by the first game."""
        self.ended = False
        self._seen: _Seen | None = None
        self._sheet: Sheet | None = None
        self._score = 0
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
        cluster, a profession, an event. It is journalled when the next one is left or the visit
        ends: the time on private screens between the two counts as time on the first, so that no
        visit has a hole of the length of a form."""
        if name.startswith(PRIVATE) or self.ended:
            return
        dwell = dt.timedelta(milliseconds=max(0, int(dwell_ms)))
        since = self._clock() - dwell
        self._tell_seen(since)
        self._seen = _Seen(name, ref, since, dwell)

    def rate(self, score: int) -> None:
        """The visitor's own mark for the visit, 1 to 5; the last one counts. It is journalled
        without the visit and at its end: the faces stand beside the ticket, and neither a rating
        nor its moment may mark which visit signed up."""
        if 1 <= score <= 5:
            self._score = int(score)

    def opened(self, exhibit: str) -> None:
        """An exhibit was taken into hands; ``exhibit`` is its id."""
        if not self.ended:
            self._tell("exhibit.opened", {"exhibit": exhibit})

    def played(self, game: str, **told: int) -> None:
        """A game or a challenge was played to its end; ``told`` are its figures: level, score,
        seconds."""
        if not self.ended:
            self._tell("game.finished", {"game": game, **told})

    def testing(self, sheet: Sheet) -> None:
        """A self-test was begun; one begun before and not finished was left."""
        self._leave_test()
        self._sheet = sheet

    def tested(self, sheet: Sheet) -> None:
        """A self-test was finished: each answer and the time it took, and nothing of who."""
        if self.ended:
            return
        self._sheet = None
        test = sheet.test
        self._tell(
            "selftest.finished",
            {
                "test": test.id,
                "version": test.version,
                "lang": self.lang,
                "answers": written(sheet.answers),
                "ms": sheet.ms,
            },
        )

    def _leave_test(self) -> None:
        """The unfinished sheet is forgotten; only where it was left is told."""
        sheet, self._sheet = self._sheet, None
        if sheet is not None and sheet.reached:
            test = sheet.test
            body = {"test": test.id, "version": test.version, "reached": sheet.reached}
            self._tell("selftest.left", body)

    def end(self, how: How) -> None:
        """The visit is over; a second call does nothing."""
        if self.ended:
            return
        if how not in get_args(How):
            how = "idle"
        self._leave_test()
        now = self._clock()
        self._tell_seen(now)
        body: dict[str, Any] = {"how": how, "lang": self.lang}
        if self.audience:
            body["audience"] = self.audience
        if self.modes:
            body["modes"] = sorted(self.modes)
        self._tell("visit.ended", body, now)
        self.ended = True
        if self._score:
            self._told.record("feedback.given", {"score": self._score}, b"", now)

    def _tell_seen(self, until: dt.datetime) -> None:
        """Journal the screen held back, looked at until ``until``."""
        if self._seen is None:
            return
        seen, self._seen = self._seen, None
        dwell = max(seen.dwell, min(until - seen.since, LONGEST))
        body: dict[str, Any] = {
            "screen": seen.name,
            "dwell_ms": dwell // dt.timedelta(milliseconds=1),
        }
        if seen.ref:
            body["ref"] = seen.ref
        self._tell("screen.seen", body, seen.since + dwell)

    def _tell(self, kind: str, body: dict[str, Any], at: dt.datetime | None = None) -> None:
        self._told.record(kind, body, self.id, at or self._clock())
