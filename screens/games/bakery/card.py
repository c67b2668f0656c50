"""The recipe on the wall: what is baked, and what it takes, in pictures that come to light as the
bowl fills."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest

from kivy.graphics import Color, InstructionGroup
from kivy.uix.floatlayout import FloatLayout

from content.games.bakery.rules import Baking, Recipe
from content.model import Game
from screens.games.sprite import Sprite
from screens.games.tray import Tray
from screens.page import Box
from screens.shapes import lines
from screens.theme import BLACK, Colour, rgba, theme
from screens.units import u

PALE = 0.4
"""How opaque what is still missing is."""
NEXT = 1.14
"""How much larger what comes next is, where the order counts."""
GOAL = 0.38
"""How much of the card what is baked takes."""
SIDE = 190
"""Design units across a picture at most."""
PLATE = rgba("#FFE9CB")
"""What a part of the recipe lies on."""


class Card(FloatLayout):
    """Lies in its box and takes no touches."""

    def __init__(self, game: Game) -> None:
        super().__init__(size_hint=(None, None))
        self._game = game
        self._sheet = Tray()
        self._sheet.edge_colour = BLACK if theme.contrast else rgba("#E0A765")
        self.add_widget(self._sheet)
        self._arrows = InstructionGroup()
        self._recipe: Recipe | None = None
        self._goal: Sprite | None = None
        self._parts: list[Sprite] = []

    def show(self, round_: Baking, box: Box) -> None:
        """The recipe whose turn it is, in ``box`` px."""
        if round_.recipe is not self._recipe:
            self._write(round_.recipe)
        self._sheet.lay(box)
        room = Box(box.x + u(20), box.y + u(26), box.width - u(40), box.height - u(40))
        self._lay(room, round_.ordered)
        lit = _lit(round_)
        for number, (part, shines) in enumerate(zip(self._parts, lit, strict=True)):
            part.fade(1.0 if shines else PALE)
            coming = round_.ordered and number == len(round_.poured)
            part.lift(NEXT if coming and not round_.done else 1.0)

    def _write(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self.clear_widgets()
        self.add_widget(self._sheet)
        self._goal = self._picture(recipe.bakes, 300, None)
        self._parts = [self._picture(kind, SIDE, PLATE) for kind in recipe.of]

    def _picture(self, name: str, side: float, plate: Colour | None) -> Sprite:
        picture = self._game.things[name].picture
        made = Sprite(name, "", picture, side, card=plate, part=0.8 if plate else 1.0)
        made.lively = False
        self.add_widget(made)
        return made

    def _lay(self, room: Box, ordered: bool) -> None:
        """What is baked beside or above the parts, whichever leaves them larger."""
        assert self._goal is not None
        if room.width > room.height * 1.15:
            goal = Box(room.x, room.y, room.width * GOAL, room.height)
            rest = Box(goal.x + goal.width, room.y, room.width - goal.width, room.height)
        else:
            low = room.y + room.height * (1 - GOAL)
            goal = Box(room.x, low, room.width, room.height * GOAL)
            rest = Box(room.x, room.y, room.width, room.height - goal.height)
        _put(self._goal, goal, min(goal.width, goal.height) * 0.94)
        rows = _rows(self._recipe.of if self._recipe is not None else (), rest, ordered)
        side = min(u(SIDE), _room(rows, rest))
        self.canvas.after.remove(self._arrows)
        self.canvas.after.add(self._arrows)
        self._arrows.clear()
        self._arrows.add(Color(*(BLACK if theme.contrast else rgba("#E88B2A"))))
        parts = list(self._parts)
        tall = rest.height / len(rows)
        for number, row in enumerate(rows):
            y = rest.top - (number + 1) * tall
            wide = min(rest.width / len(row), side * 1.15)
            left = rest.x + (rest.width - wide * len(row)) / 2
            for column, kind in enumerate(row):
                cell = Box(left + column * wide, y, wide, tall)
                part = next(one for one in parts if one.name == kind)
                parts.remove(part)
                _put(part, cell, side * (0.78 if ordered else 0.94))
                if ordered and column:
                    self._arrow(cell.x, y + tall / 2, side * 0.09)

    def _arrow(self, x: float, y: float, size: float) -> None:
        tip = (x + size * 0.5, y)
        strokes = [((x - size * 0.5, y + size), tip), (tip, (x - size * 0.5, y - size))]
        self._arrows.add(lines(strokes, u(8)))


def _put(sprite: Sprite, box: Box, side: float) -> None:
    sprite.size = (side, side)
    sprite.bring(box.x + box.width / 2, box.y + box.height / 2)


def _rows(of: tuple[str, ...], room: Box, ordered: bool) -> list[list[str]]:
    """The parts row by row: where the order counts as they come, else each kind by itself or two
    kinds in a row; whichever leaves them larger."""
    if ordered:
        ways = [
            [list(of[first : first + columns]) for first in range(0, len(of), columns)]
            for columns in range(1, len(of) + 1)
        ]
    else:
        kinds = sorted(dict.fromkeys(of), key=of.count, reverse=True)
        alone = [[kind] * of.count(kind) for kind in kinds]
        pairs = zip_longest(alone[::2], alone[1::2], fillvalue=[])
        ends = [alone[0], [kind for row in alone[1:] for kind in row]]
        ways = [alone, [[*one, *other] for one, other in pairs], [row for row in ends if row]]
    return max(ways, key=lambda rows: _room(rows, room))


def _room(rows: list[list[str]], room: Box) -> float:
    """How large a part may be, px."""
    return min(room.height / len(rows), room.width / max(map(len, rows)))


def _lit(round_: Baking) -> list[bool]:
    """Which parts of the recipe are in the bowl."""
    have = Counter(round_.poured)
    seen: Counter[str] = Counter()
    lit = []
    for kind in round_.recipe.of:
        seen[kind] += 1
        lit.append(round_.stirred or round_.done or seen[kind] <= have[kind])
    return lit
