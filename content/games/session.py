"""One child's way through a game: rounds of rising levels, a star for each."""

from __future__ import annotations

from content.games.book import deal
from content.games.ladder import following
from content.games.round import Round
from content.model import Game

STARS = 5
"""Rounds, and stars, of a game."""


class Session:
    """Where somebody is in a game. Kept for the visit: who comes back goes on at their level."""

    def __init__(self, game: Game, seed: int) -> None:
        self.game = game
        self.level = 0
        """From 0."""
        self.stars = 0
        self.slips = 0
        """Wrong moves of the round now played; the journal calls right and wrong ones tries."""
        self.steps = 0
        self.hints = 0
        self.eased = False
        self.round: Round
        """The round as it was dealt, or as it was when the screen was built anew."""
        self._seed = seed
        self._deal()

    @property
    def won(self) -> bool:
        """Whether all stars are there."""
        return self.stars >= STARS

    def finish(self) -> dict[str, int]:
        """The round is done: a star. What the journal is told of it, who played excepted."""
        told = {
            "level": self.level + 1,
            "tries": self.steps + self.slips,
            "hints": self.hints,
        }
        self.stars += 1
        self.level = following(
            self.level, len(self.game.levels), slips=self.slips, hints=self.hints, eased=self.eased
        )
        return told

    def go_on(self) -> None:
        """Deal the next round."""
        self._seed += 1
        self.slips = self.steps = self.hints = 0
        self.eased = False
        self._deal()

    def again(self) -> None:
        """Begin to collect stars anew, at the level reached."""
        self.stars = 0
        self.go_on()

    def _deal(self) -> None:
        self.round = deal(self.game, self.level, self._seed)
