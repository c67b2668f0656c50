"""A preschooler's time at the kiosk, and whom they met.

SanPiN 1.2.3685-21 lets children of five to seven look at an interactive panel for five minutes at
a stretch; the visit so ends by itself, between two rounds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from content.games.session import Session
from content.model import Game, Thing


class Playtime:
    """Begun with the first game of a visit. ``minutes`` from the settings, ``clock`` tells UTC."""

    def __init__(self, minutes: float, clock: Callable[[], dt.datetime], seed: int = 0) -> None:
        self.met: dict[str, Thing] = {}
        """Whom one met, in that order: profession -> the figure they had."""
        self._clock = clock
        self._ends = clock() + dt.timedelta(minutes=minutes)
        self._seed = seed
        self._sessions: dict[str, Session] = {}

    @property
    def over(self) -> bool:
        """Whether it is time to rest."""
        return self._clock() >= self._ends

    def session(self, game: Game) -> Session:
        """Where the child is in a game, from the beginning where it was not played yet. Raises
        what :func:`content.games.book.deal` does."""
        kept = self._sessions.get(game.id)
        if kept is None or kept.game is not game:
            kept = self._sessions[game.id] = Session(game, self._seed)
        return kept

    def meet(self, thing: Thing) -> None:
        """Somebody worked with the child; who has no profession is not counted."""
        if thing.profession:
            self.met.setdefault(thing.profession, thing)
