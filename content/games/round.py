"""One round of a game: what can be tried, what is right, when it is done, what comes next.

A round never fails and keeps no score: a wrong move leaves it as it is.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Move:
    """``thing`` is brought to ``place``; where ``place`` is empty it is only touched.

    Things that look alike are told apart by a number: ``egg#2`` is drawn and named as ``egg``."""

    thing: str
    place: str = ""


def kind_of(name: str) -> str:
    """The key of ``Game.things`` for a thing of a round: ``egg`` for ``egg#2``."""
    return name.partition("#")[0]


class Round(ABC):
    """An immutable state. Subclasses are frozen dataclasses: equal states are equal."""

    @property
    @abstractmethod
    def moves(self) -> Sequence[Move]:
        """Everything a child can try now, right and wrong; empty only when it is done, or while
        something happens by itself (:meth:`rested`)."""

    @abstractmethod
    def after(self, move: Move) -> Self:
        """The round after a move of :attr:`moves`; an equal one where the move is wrong."""

    @property
    @abstractmethod
    def hint(self) -> Move | None:
        """A right move to show; None only when there is nothing to do now."""

    @property
    @abstractmethod
    def done(self) -> bool:
        """Whether everything is where it belongs."""

    @property
    def met(self) -> Sequence[str]:
        """Keys of ``Game.things`` whose profession one has met by playing it."""
        return ()

    def rested(self) -> Self:
        """The round after what happens by itself a moment later: cards turn back, the belt moves
        on. Most rounds wait for the child and are the same."""
        return self

    def eased(self) -> Self:
        """The round made easier for one who is stuck: by itself the next right move is made."""
        return self if self.hint is None else self.after(self.hint)

    def is_right(self, move: Move) -> bool:
        """Whether a move changes anything."""
        return self.after(move) != self

    def right_for(self, thing: str) -> Move | None:
        """A right move for that thing now, None where it has none."""
        mine = (move for move in self.moves if move.thing == thing)
        return next((move for move in mine if self.is_right(move)), None)
