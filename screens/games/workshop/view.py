"""A workshop: things hang, stand and lie about; what the master asks for is shown in a strip."""

from __future__ import annotations

from random import Random
from typing import cast

from content.games import Move
from content.games.workshop.rules import Search
from screens.games.sprite import LEAST, Sprite
from screens.games.stage import Stage
from screens.games.tray import Tray
from screens.games.workshop.plan import MOST, Plan, plan, spots
from screens.games.workshop.scenery import Scenery
from screens.games.workshop.styles import STYLES
from screens.page import Box
from screens.theme import rgba, theme
from screens.units import measure, u
from screens.voice import voice

CARD, DONE = "#F6EFE2", "#BDEBB0"
TICK = "check-mark-button"
TICK_SIDE = 64
PART = 0.84
"""How much of its card a picture takes."""
NUDGE = 26
"""Design units a thing nobody asked for starts aside when it is touched."""


class View(Stage):
    """Touch what is shown in the strip: it flies to its place there."""

    def build(self) -> None:
        round_ = cast(Search, self.round)
        self.scenery, self.tray = Scenery(), Tray()
        self.add_widget(self.scenery)
        self.add_widget(self.tray)
        master = self.game.things[round_.master]
        self.master = self._still(Sprite("master", "", master.picture, MOST, part=1.0))
        for name in round_.asked:
            picture = self.game.things[name].picture
            self._still(
                Sprite(_asked(name), "", picture, LEAST, card=rgba(CARD), part=PART, role="place")
            )
        for name in round_.things:
            self.piece(name, MOST, part=1.0)
        for name in round_.asked:
            self._still(Sprite(_tick(name), "", TICK, TICK_SIDE, part=1.0))

    def arrange(self) -> None:
        round_ = cast(Search, self.round)
        where = plan(self.box, len(round_.asked), len(round_.things))
        if not self._laid:
            style = STYLES[round_.place]
            self.scenery.lay(where, self._spots(where), style)
            self.tray.lay(where.strip)
            if not theme.contrast:
                self.tray.edge_colour = rgba(style.board)
        figure = where.figure
        self.put(self.master, *_middle(figure), side=figure.width / measure.unit)
        for name, box in zip(round_.asked, where.asked, strict=True):
            self._show_asked(name, box, name in round_.found)
        self._stand(round_, where)

    def shown(self, move: Move) -> None:
        self._say(move.thing)

    def missed(self, move: Move) -> None:
        self._say(move.thing)
        sprite = self.sprites[move.thing]
        sprite.bring(sprite.home[0] + u(NUDGE), sprite.home[1])

    def touched(self, place: Sprite) -> None:
        self._say(place.name.partition(" ")[2])

    def _say(self, name: str) -> None:
        if name in self.game.things:
            voice.say(self.game.things[name].name)

    def _still(self, sprite: Sprite) -> Sprite:
        sprite.lively = False
        return self.keep(sprite)

    def _show_asked(self, name: str, box: Box, found: bool) -> None:
        card, tick = self.sprites[_asked(name)], self.sprites[_tick(name)]
        x, y = _middle(box)
        self.put(card, x, y, side=box.width / measure.unit)
        card.paint(rgba(DONE if found else CARD))
        self.put(tick, box.x + box.width - u(30), box.y + u(34))
        tick.appear(found)
        tick.lively = False

    def _stand(self, round_: Search, where: Plan) -> None:
        """Put things on their shelves, each a little otherwise, and what was found in the strip."""
        strip = dict(zip(round_.asked, where.asked, strict=True))
        for name, spot in zip(round_.things, self._spots(where), strict=True):
            sprite, found = self.sprites[name], name in round_.found
            sprite.lively = not found
            box = strip[name] if found else spot
            side = box.width / measure.unit * (PART if found else 1.0)
            self.put(sprite, *_middle(box), side=side, arc=u(60) if found else 0.0)

    def _spots(self, where: Plan) -> list[Box]:
        round_ = cast(Search, self.round)
        chance = Random(repr((round_.things, round_.asked)))  # noqa: S311 - play, no secret
        return spots(where, chance)


def _asked(name: str) -> str:
    return f"asked {name}"


def _tick(name: str) -> str:
    return f"tick {name}"


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2
