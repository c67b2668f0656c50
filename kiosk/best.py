"""The best of today in each challenge: numbers without names, kept in memory alone.

They are gone at midnight and when the kiosk stops: nothing of them reaches the disk.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from weakref import WeakKeyDictionary


class Board:
    """The highest score of each challenge on one local day."""

    def __init__(self) -> None:
        self._day: dt.date | None = None
        self._scores: dict[str, int] = {}

    def offer(self, challenge: str, score: int, day: dt.date) -> bool:
        """Take a score of ``day``; whether it is higher than all before it on that day. Nothing is
        no record: a score of 0 never is."""
        self._turn(day)
        if score <= self._scores.get(challenge, 0):
            return False
        self._scores[challenge] = score
        return True

    def of(self, challenge: str, day: dt.date) -> int | None:
        """The best score of ``day``, None where nobody has scored yet."""
        self._turn(day)
        return self._scores.get(challenge)

    def all(self, day: dt.date) -> dict[str, int]:
        """The best scores of ``day`` by challenge."""
        self._turn(day)
        return dict(self._scores)

    def _turn(self, day: dt.date) -> None:
        if day != self._day:
            self._day, self._scores = day, {}


_boards: WeakKeyDictionary[Hashable, Board] = WeakKeyDictionary()


def board(machine: Hashable) -> Board:
    """The board of a kiosk that is switched on (:class:`kiosk.machine.Machine`)."""
    return _boards.setdefault(machine, Board())
