"""Workers with a place under each, and a tray of tools."""

from __future__ import annotations

from typing import cast

from content.games.tools.rules import TOOLS, Match
from screens.games.playpage import wide
from screens.games.room import cells, tray_below
from screens.games.sprite import LEAST, Spot, Sprite
from screens.games.stage import Stage
from screens.games.tray import Tray
from screens.page import Box
from screens.theme import theme
from screens.units import measure, u

COLOURS = ("#E88B2A", "#2F5FD0", "#2FA36B", "#8B6FB0")
FIGURE, PLACE, TOOL = 450, 290, 200
"""Design units across, where there is room."""


class View(Stage):
    """Bring each tool to the one who works with it."""

    def build(self) -> None:
        round_ = cast(Match, self.round)
        self.tray = Tray()
        self.add_widget(self.tray)
        self.people: list[Sprite] = []
        for number, name in enumerate(round_.people):
            thing = self.game.things[name]
            figure = Sprite(f"figure {name}", "", thing.picture, FIGURE, part=1.0)
            figure.lively = False
            self.people.append(self.keep(figure))
            label = thing.name.say(theme.lang)
            self.spot(name, label, PLACE, colour=COLOURS[number % len(COLOURS)])
        for name in round_.tray:
            self.piece(name, TOOL)

    def arrange(self) -> None:
        round_ = cast(Match, self.round)
        box = self.box
        stand, below = tray_below(box, TOOL)
        self.tray.lay(below)
        count = len(round_.people)
        # Beside one another where the room lies, else two and two.
        columns = count if wide(stand) or count < 3 else 2
        for cell, figure, name in zip(
            cells(stand, count, columns), self.people, round_.people, strict=True
        ):
            place = cast(Spot, self.sprites[name])
            self._stand(cell, figure, place)
            place.close(TOOLS[name] in round_.given)
        lying = min(TOOL, below.width / measure.unit / len(round_.tray))
        for cell, name in zip(
            cells(below, len(round_.tray), len(round_.tray)), round_.tray, strict=True
        ):
            tool = self.sprites[name]
            owner = next((one for one in round_.people if TOOLS[one] == name), None)
            if name in round_.given and owner is not None:
                place = cast(Spot, self.sprites[owner])
                self.put(tool, *place.middle, side=place.width / measure.unit * 0.86)
            else:
                self.put(tool, cell.x + cell.width / 2, cell.y + cell.height / 2, side=lying)

    def _stand(self, cell: Box, figure: Sprite, place: Spot) -> None:
        """A worker with the place below, or beside them where that leaves them larger."""
        wide, tall = cell.width / measure.unit, cell.height / measure.unit
        x, y = cell.x + cell.width / 2, cell.y + cell.height / 2
        below, beside = min(tall - LEAST, wide), min(tall, wide - LEAST)
        if beside > below:
            side = min(FIGURE, beside, wide * 0.62)
            spot = max(LEAST, min(PLACE, side * 0.8, wide - side))
            self.put(figure, x - u(spot) / 2, y, side=side)
            self.put(place, x + u(side) / 2, y, side=spot)
            return
        spot = max(LEAST, min(PLACE, tall * 0.38))
        side = min(FIGURE, tall - spot, wide)
        low = y - u(side + spot) / 2
        self.put(place, x, low + u(spot) / 2, side=spot)
        self.put(figure, x, low + u(spot + side / 2 - 6), side=side)
