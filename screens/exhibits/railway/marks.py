"""The towns of the yard: a colour and a shape each, so that colour is never alone."""

from __future__ import annotations

import math

from content.model import Text
from screens.exhibits import strokes
from screens.theme import Colour, rgba

TOWNS = (
    Text("Смоленск", "Smolensk"),
    Text("Вязьма", "Vyazma"),
    Text("Рославль", "Roslavl"),
    Text("Рудня", "Rudnya"),
)
"""Towns of the region trains go to."""
HUES: tuple[Colour, ...] = (rgba("#E4573D"), rgba("#35B57A"), rgba("#3F93FF"), rgba("#B77BFF"))


def mark(town: int, x: float, y: float, size: float) -> None:
    """A town's shape of the colour set before, ``size`` px across."""
    half = size / 2
    if town == 0:
        strokes.ball(x, y, half * 0.92)
    elif town == 1:
        strokes.polygon([(x - half, y - half * 0.8), (x + half, y - half * 0.8), (x, y + half)])
    elif town == 2:
        side = half * 0.82
        strokes.polygon(
            [(x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side)]
        )
    else:
        star = []
        for number in range(8):
            far = half * (1.1 if number % 2 == 0 else 0.5)
            turn = number * math.pi / 4
            star.append((x + far * math.cos(turn), y + far * math.sin(turn)))
        strokes.polygon([(x, y), *star, star[0]])
