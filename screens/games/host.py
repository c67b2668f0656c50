"""Who keeps the score of a round."""

from __future__ import annotations

from typing import Protocol

from content.games import Move


class Host(Protocol):
    """Who keeps the score of a round: the screen."""

    @property
    def paused(self) -> bool:
        """Whether something lies over the stage: no help comes meanwhile."""

    def stepped(self, move: Move) -> None:
        """A right move was made."""

    def slipped(self, move: Move) -> None:
        """A wrong one."""

    def hinted(self) -> None:
        """The hand shows a move."""

    def eased(self) -> None:
        """The round was made easier."""

    def reminded(self) -> None:
        """It is time to say the task again."""

    def finished(self) -> None:
        """The round is done and everything lies still."""
