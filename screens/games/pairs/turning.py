"""Turning cards over: each narrows to its edge, shows the other side and widens again."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from kivy.clock import Clock

from screens.games.pairs.card import Card
from screens.theme import theme

TURN_S = 0.3
HOP_S = 0.45
HOP = 0.07
"""How much larger a found card grows on its way."""


@dataclass
class _Turn:
    look: str
    bright: bool
    seconds: float
    hop: float
    flips: bool
    passed: float = 0.0


class Turning:
    """Turns cards by one clock event that ends with them. In the calm mode they are turned at
    once."""

    def __init__(self) -> None:
        self._turns: dict[Card, _Turn] = {}
        self._event: Any = None

    def turn(self, card: Card, look: str, *, bright: bool = False, moving: bool = True) -> None:
        """Let a card lie so: by a turn where it shows another side, by a hop where it is found."""
        if (look, bright) == self._end_of(card):
            return
        flips = (card.look == "back") != (look == "back")
        hop = HOP if look == "found" else 0.0
        if not moving or theme.calm or not (flips or hop):
            self._turns.pop(card, None)
            card.squeeze(1.0)
            card.show(look, bright)
            return
        seconds = HOP_S if hop else TURN_S
        self._turns[card] = _Turn(look, bright, seconds, hop, flips)
        if self._event is None:
            self._event = Clock.schedule_interval(self._step, 0)

    def stop(self) -> None:
        """Every card lies as it was to."""
        for card, turn in self._turns.items():
            card.squeeze(1.0)
            card.show(turn.look, turn.bright)
        self._turns.clear()
        self._rest()

    def _end_of(self, card: Card) -> tuple[str, bool]:
        turn = self._turns.get(card)
        return (card.look, card.bright) if turn is None else (turn.look, turn.bright)

    def _step(self, dt: float) -> None:
        for card, turn in list(self._turns.items()):
            turn.passed += dt
            part = min(1.0, turn.passed / turn.seconds)
            if part >= 0.5:
                card.show(turn.look, turn.bright)
            grown = 1 + turn.hop * math.sin(math.pi * part)
            share = abs(math.cos(math.pi * part)) if turn.flips else 1.0
            card.squeeze(1.0 if part >= 1 else share, 1.0 if part >= 1 else grown)
            if part >= 1:
                del self._turns[card]
        if not self._turns:
            self._rest()

    def _rest(self) -> None:
        if self._event is not None:
            self._event.cancel()
            self._event = None
