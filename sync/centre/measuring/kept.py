"""Figures kept until more sheets come in or another pack is published."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from content.model import SelfTest
from sync.centre.measuring.gathering import amount, gather
from sync.centre.packs import Pack, Shelf
from sync.centre.state import Centre

if TYPE_CHECKING:
    from sync.centre.measuring.figures import Figures


class Kept:
    """One a program, shared by its handlers; whoever comes while it computes waits for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sign: tuple[int, str] | None = None
        self._figures: list[Figures] = []

    def figures(self, centre: Centre, shelf: Shelf) -> list[Figures]:
        """The figures of all tests and versions there are sheets of."""
        pack = shelf.pack()
        with self._lock, centre.store.read() as connection:
            sign = (amount(connection), shelf.folder.name)
            if sign != self._sign:
                from sync.centre.measuring.figures import figures

                piles = gather(connection)
                self._figures = [
                    figures(pile, key(pack, pile.test, pile.version)) for pile in piles
                ]
                self._sign = sign
            return self._figures


def key(pack: Pack | None, test: str, version: int) -> SelfTest | None:
    """The published test of this version; None where the pack holds another one or none."""
    tests = pack.selftests if pack is not None else []
    return next((one for one in tests if (one.id, one.version) == (test, version)), None)
