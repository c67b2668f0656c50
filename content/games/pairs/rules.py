"""Pairs: a worker and the place one works at lie face down, and are to be found together.

The rule of the old card game: two cards are turned, those that belong together stay, others turn
back. What differs is kind: turning a card is never wrong, another card may be turned at once, and
after some misses the fellow of the open card gives itself away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal, Self

from content.games.round import Move, Round
from content.model import Game, Struct

PLACES = {
    "cook": "canteen",
    "teacher": "school",
    "nurse": "hospital",
    "machinist": "tractor",
    "builder": "site",
    "rescuer": "engine",
    "welder": "factory",
    "mechanic": "car",
    "driver": "locomotive",
    "programmer": "computer",
    "chemist": "laboratory",
}
"""Where each works."""
WORKERS = {place: worker for worker, place in PLACES.items()}
MISSES = 3
"""Fruitless pairs in a row after which the fellow of the open card gives itself away."""


class Level(Struct, frozen=True):
    """``pairs`` of cards out of the workers ``among``, all where it is empty. ``look``: they lie
    ``open`` all the time, are shown at ``first`` for a moment, or ``never`` beforehand."""

    pairs: int
    look: Literal["open", "first", "never"]
    among: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pairs(Round):
    """``cards`` as they lie. ``up`` are those turned whose fellow was not found: two of them turn
    back by themselves."""

    cards: tuple[str, ...]
    open: bool = False
    """Whether every card lies face up: one only looks for what belongs together."""
    peek: bool = False
    """Whether every card is shown for a moment."""
    up: tuple[str, ...] = ()
    found: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    """Cards a child may remember."""
    misses: int = 0
    """Pairs turned in vain since the last one found."""

    @property
    def moves(self) -> Sequence[Move]:
        """Any card that is not turned."""
        return [Move(card) for card in self.cards if card not in self.found | {*self.up}]

    def after(self, move: Move) -> Self:
        """A card is turned; with two turned in vain before, those turn back."""
        if move not in self.moves:
            return self
        card, seen = move.thing, self.seen | {move.thing}
        now = replace(self, peek=False, seen=seen)
        if len(self.up) != 1:
            return replace(now, up=(card,))
        if fellow(card) == self.up[0]:
            return now._with_pair(card)
        return replace(now, up=(*self.up, card), misses=self.misses + 1)

    @property
    def hint(self) -> Move | None:
        """The fellow of the card that is open, else a card of a pair one has seen, else any: never
        one that would be in vain."""
        moves = self.moves
        if len(self.up) == 1:
            return Move(fellow(self.up[0]))
        known = (one for one in moves if {one.thing, fellow(one.thing)} <= self.seen)
        return next(known, moves[0] if moves else None)

    @property
    def done(self) -> bool:
        """Every pair is found."""
        return len(self.found) == len(self.cards)

    @property
    def met(self) -> Sequence[str]:
        """The workers who were found."""
        return [card for card in self.cards if card in PLACES and card in self.found]

    @property
    def given_away(self) -> str | None:
        """The card that shows it belongs to the open one; None while one finds by oneself."""
        kind = len(self.up) == 1 and self.misses >= MISSES
        return fellow(self.up[0]) if kind else None

    def shows(self, card: str) -> bool:
        """Whether a card lies face up."""
        return self.open or self.peek or card in self.found or card in self.up

    def rested(self) -> Self:
        """What was shown, and what was turned in vain, turns back."""
        if len(self.up) > 1:
            return replace(self, up=())
        return replace(self, peek=False)

    def eased(self) -> Self:
        """A pair is found by itself: the open card's, or a next one."""
        hint = self.hint
        return self if hint is None else replace(self, peek=False)._with_pair(hint.thing)

    def _with_pair(self, card: str) -> Self:
        pair = {card, fellow(card)}
        return replace(self, up=(), found=self.found | pair, seen=self.seen | pair, misses=0)


def fellow(card: str) -> str:
    """The card that belongs to a card. Raises KeyError where there is no such card."""
    return PLACES[card] if card in PLACES else WORKERS[card]


def deal(level: Level, game: Game, seed: int) -> Pairs:
    """Cards in a random order."""
    random = Random(seed)  # noqa: S311 - play, no secret
    workers = random.sample(level.among or list(PLACES), level.pairs)
    cards = [*workers, *(PLACES[worker] for worker in workers)]
    random.shuffle(cards)
    shown = level.look != "never"
    return Pairs(
        tuple(cards),
        open=level.look == "open",
        peek=level.look == "first",
        seen=frozenset(cards) if shown else frozenset(),
    )
