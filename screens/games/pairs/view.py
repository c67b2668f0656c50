"""Cards on a mat in a meadow."""

from __future__ import annotations

from typing import cast

from content.games import Move, kind_of
from content.games.pairs.rules import Pairs, fellow
from screens.games.pairs.card import BACKS, Card
from screens.games.pairs.meadow import Meadow
from screens.games.pairs.turning import Turning
from screens.games.sprite import LEAST
from screens.games.stage import Stage
from screens.page import Box
from screens.theme import theme
from screens.units import measure, u
from screens.voice import voice

MOST = 460
"""Design units across a card at most."""
AIR = 34
"""Design units between cards, at most; less where there is little room."""
RIM, SIDES = 32, 52
"""Design units of the mat above and below the cards, and beside them, with the air around it."""
PEEK_S, LOOK_S = 3.0, 1.5
"""Seconds for which all cards are shown at first, and two that were turned in vain."""


class View(Stage):
    """Turn two cards: a worker and the place of the work stay open."""

    def build(self) -> None:
        round_ = cast(Pairs, self.round)
        self.meadow = Meadow()
        self.add_widget(self.meadow)
        self.turning = Turning()
        self.cards: list[Card] = []
        for name in round_.cards:
            thing = self.game.things[kind_of(name)]
            label = thing.name.say(theme.lang)
            card = Card(name, label, thing.picture, LEAST)
            self.cards.append(card)
            self.keep(card)

    def arrange(self) -> None:
        round_ = cast(Pairs, self.round)
        self.rest_s = PEEK_S if round_.peek else LOOK_S
        columns = _columns(len(self.cards), self.box)
        side, air = _side(len(self.cards), columns, self.box)
        rows = len(self.cards) // columns
        pitch = u(side) + air
        wide, tall = columns * pitch, rows * pitch
        left = self.box.x + (self.box.width - wide) / 2
        top = self.box.y + (self.box.height + tall) / 2
        if not self._laid:
            rim = air * 0.35
            mat = Box(left - rim, top - tall - rim, wide + 2 * rim, tall + 2 * rim)
            self.meadow.lay(self.box, mat)
        for number, card in enumerate(self.cards):
            row, column = divmod(number, columns)
            card.air = air / 2
            card.tint(BACKS[(row + column) % len(BACKS)])
            self.put(card, left + (column + 0.5) * pitch, top - (row + 0.5) * pitch, side=side)
            self._turn(card, round_)

    def shown(self, move: Move) -> None:
        round_ = cast(Pairs, self.round)
        names = [move.thing]
        if move.thing in round_.found:
            names.insert(0, fellow(move.thing))
        voice.say(*(self.game.things[kind_of(name)].name for name in names))

    def sound(self, move: Move) -> str:
        return "right" if move.thing in cast(Pairs, self.round).found else "pick"

    def stop(self) -> None:
        super().stop()
        self.turning.stop()

    def _turn(self, card: Card, round_: Pairs) -> None:
        if card.name in round_.found:
            look = "found"
        else:
            look = "face" if round_.shows(card.name) else "back"
        chosen = round_.open and card.name in round_.up
        bright = chosen or card.name == round_.given_away
        self.turning.turn(card, look, bright=bright, moving=self._laid)


def _columns(count: int, box: Box) -> int:
    """The number of columns that leaves no gap in the last row and the largest cards."""
    fitting = [one for one in range(1, count + 1) if count % one == 0]
    return max(fitting, key=lambda one: _side(count, one, box))


def _side(count: int, columns: int, box: Box) -> tuple[float, float]:
    """How large cards are, design units, and the air between, px."""
    broad, tall = box.width - u(2 * SIDES), box.height - u(2 * RIM)
    room = min(broad / columns, tall / (count // columns))
    air = min(u(AIR), max(u(10), room - u(LEAST)))
    return max(LEAST, min(MOST, (room - air) / measure.unit)), air
