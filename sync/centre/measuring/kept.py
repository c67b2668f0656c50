"""Figures kept until more sheets come in or another pack is published."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sync.centre.measuring.gathering import amount, gather
from sync.centre.measuring.keys import Keys, keys
from sync.centre.packs import Shelf
from sync.centre.state import Centre

if TYPE_CHECKING:
    from sync.centre.measuring.figures import Figures


@dataclass(frozen=True)
class Measured:
    """The figures of all tests and versions there are sheets of, and the keys they were made by."""

    figures: list[Figures]
    keys: Keys


class Kept:
    """One a program, shared by its handlers; whoever comes while it computes waits for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sign: tuple[int, str] | None = None
        self._measured = Measured([], {})

    def measured(self, centre: Centre, shelf: Shelf) -> Measured:
        """What is known now."""
        with self._lock, centre.store.read() as connection:
            sign = (amount(connection), shelf.folder.name)
            if sign != self._sign:
                from sync.centre.measuring.figures import figures

                known = keys(shelf)
                piles = gather(connection)
                found = [figures(pile, known.get((pile.test, pile.version))) for pile in piles]
                self._measured, self._sign = Measured(found, known), sign
            return self._measured
