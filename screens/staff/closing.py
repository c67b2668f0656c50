"""Closing the day: the work in a thread of its own, as far as the screen can see it.

A slow centre may keep it for a minute; the journal takes records and sign-ups meanwhile.

It belongs to the kiosk, not to the screen: who leaves the screen and comes back, or turns the
window, finds it where it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from kiosk import staff
from screens.background import Teller

if TYPE_CHECKING:
    from kiosk.machine import Machine
    from sync.uplink import SyncResult


class Closing:
    """One closing of the day; :attr:`future` has its result or its error. ``done`` of ``total``
    records have a receipt; ``total`` is 0 until the centre has answered."""

    def __init__(self, machine: Machine, day: dt.date) -> None:
        self.day = day
        self.progress = (0, 0)
        self._teller: Teller | None = None
        self.future: Future[SyncResult] = Future()
        self.future.add_done_callback(self._news)
        # A daemon: a sync may be cut at any moment, so switching off does not wait for it.
        Thread(target=self._close, args=(machine,), name="closing", daemon=True).start()

    @property
    def ended(self) -> bool:
        """Whether there is a result or an error."""
        return self.future.done()

    @property
    def share(self) -> float:
        """Part of the records that have arrived, 0 to 1."""
        done, total = self.progress
        return done / total if total else 0.0

    def watch(self, callback: Callable[[], None]) -> Teller:
        """Call ``callback`` in the drawing thread when there is news, and once now; the caller
        cancels what it gets."""
        self._teller = Teller(callback)
        self._teller.tell()
        return self._teller

    def _close(self, machine: Machine) -> None:
        self.future.set_running_or_notify_cancel()
        try:
            result = staff.close_day(machine, self._advance)
        except Exception as error:
            _settle(machine)
            self.future.set_exception(error)
        else:
            _settle(machine)
            self.future.set_result(result)

    def _advance(self, done: int, total: int) -> None:
        self.progress = (done, total)
        self._news()

    def _news(self, *_args: object) -> None:
        teller = self._teller
        if teller is not None:
            teller.tell()


def _settle(machine: Machine) -> None:
    """Let the worker write what it was given, so that everyone counts the same records."""
    with suppress(RuntimeError, CancelledError):
        machine.worker.submit(_nothing).result()


def _nothing() -> None:
    """Done once all that was given to the worker before it is done."""
