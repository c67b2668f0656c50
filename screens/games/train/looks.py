"""What boxes and wagons are like: colours, what is in them, how large they are drawn."""

from __future__ import annotations

from content.games.train.rules import COUNTS, Kind
from screens.games.drawn import Pen
from screens.theme import Colour, rgba

PLAIN = "yellow"
"""The colour where colour does not matter."""
COLOURS = {"red": "#F0564E", "blue": "#5B7BF0", "green": "#4FB867", "yellow": "#FFC23D"}
GOODS = {
    "red": "red-apple",
    "blue": "blueberries",
    "green": "cucumber",
    "yellow": "cheese-wedge",
}
SIZES = {"big": 1.0, "small": 0.6, "": 0.92}
"""How large a box is, part of its place."""
_STAND = {
    1: ((0.0, 0.0),),
    2: ((-0.5, 0.0), (0.5, 0.0)),
    3: ((-0.5, -0.45), (0.5, -0.45), (0.0, 0.45)),
}
_PART = {1: 1.0, 2: 0.62, 3: 0.56}


def colour_of(kind: Kind) -> Colour:
    """The colour of a box and of its wagon."""
    return rgba(COLOURS[kind.colour or PLAIN])


def goods(pen: Pen, kind: Kind, x: float, y: float, width: float, height: float) -> None:
    """What is inside, as many as there are, around a point within so much room, px."""
    count = COUNTS.index(kind.count) + 1 if kind.count else 1
    side = min(height * (0.62 if count == 3 else 1), width * _PART[count])
    side = min(side, height)
    for across, up in _STAND[count]:
        pen.picture(GOODS[kind.colour or PLAIN], x + across * side, y + up * side * 0.96, side)
