"""What staff do at the kiosk: come in by PIN, see the day, close it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from kiosk.pin import Door, Entry

if TYPE_CHECKING:
    from kiosk.machine import Machine
    from sync.uplink import SyncResult

__all__ = ["DayReport", "Entry", "check_pin", "close_day", "day_report", "pin_is_set"]


class DayReport(NamedTuple):
    """The kiosk's own day, by its local date. ``rating`` is the mean of ``ratings`` marks from 1 to
    5, None without any; ``by_hour`` counts visits begun in each local hour; ``last_sync`` is ISO
    8601 UTC, empty when there was none; ``trouble`` is why the journal or the identity cannot be
    used, None while they can (:func:`kiosk.wording.line` words it)."""

    visits: int
    signups: int
    rating: float | None
    ratings: int
    screens: int
    by_hour: list[int]
    pending: int
    last_sync: str
    kiosk_name: str
    place: str
    trouble: Exception | None = None


def door(machine: Machine) -> Door:
    """The staff door of this machine."""
    return Door(machine.settings.home, machine.settings.pin)


def pin_is_set(machine: Machine) -> bool:
    """Whether any PIN opens the door; if none does, the door says so."""
    return door(machine).is_set


def check_pin(machine: Machine, pin: str) -> Entry:
    """Try a PIN (some 30 ms). Five wrong ones lock the door for a minute, restart or not; that is
    journalled, the digits are not."""
    entry = door(machine).check(pin)
    if entry.ok:
        machine.record("staff.action", {"action": "door.opened"})
    elif entry.just_locked:
        machine.record("staff.action", {"action": "door.locked"})
    return entry


def day_report(machine: Machine, today: dt.date | None = None) -> DayReport:
    """The day so far, read from the journal. For a worker thread. A broken journal gives zeros and
    says so in ``trouble``."""
    from kiosk.journal import JournalError
    from kiosk.journal.report import DayCounts, day_counts

    day = today or machine.now().astimezone().date()
    trouble = machine.trouble
    pending, last_sync = 0, ""
    try:
        counts = day_counts(machine.journal, day)
        pending, last_sync = machine.journal.pending(), machine.journal.last_sync()
    except JournalError as error:
        counts, trouble = DayCounts(0, 0, 0, 0, 0, [0] * 24), error
    identity = machine.identity
    return DayReport(
        visits=counts.visits,
        signups=counts.signups,
        rating=counts.score_sum / counts.ratings if counts.ratings else None,
        ratings=counts.ratings,
        screens=counts.screens,
        by_hour=counts.by_hour,
        pending=pending,
        last_sync=last_sync,
        kiosk_name=identity.name if identity else "",
        place=machine.settings.place,
        trouble=trouble,
    )


def close_day(machine: Machine, progress: Callable[[int, int], None] | None = None) -> SyncResult:
    """Journal that the day was closed, send everything, purge what is old and safe. Blocks; for a
    worker thread. ``progress(done, total)`` counts records. Raises
    :class:`sync.uplink.UplinkError` (also ``not_enrolled``) and
    :class:`kiosk.journal.JournalError`; either way the day is closed and nothing is lost."""
    from kiosk.uplink import sync

    machine.journal.append("staff.action", {"action": "day.closed"})
    return sync(machine, progress)
