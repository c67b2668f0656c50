"""A recipe, a bowl, an oven, and a tray of what one bakes with."""

from __future__ import annotations

import math
from typing import Any, cast

from kivy.clock import Clock

from content.games import Move
from content.games.bakery.rules import BOWL, MOST, OVEN, Baking
from screens.games.bakery.card import Card
from screens.games.bakery.kitchen import Kitchen
from screens.games.bakery.plan import Plan, plan
from screens.games.room import cells, tray_below
from screens.games.sprite import LEAST, Sprite
from screens.games.stage import Stage
from screens.games.tray import Tray
from screens.theme import rgba, theme
from screens.units import measure, u

INSIDE = (0.0, 0.135)
"""The middle of the bowl's opening, from its middle, in its sides."""
WINDOW = (0.0, -0.14)
"""The middle of the oven's window."""
SPOTS = ((-0.22, 0.01), (0.22, 0.01), (0.0, 0.06), (-0.1, -0.04), (0.12, -0.03), (0.0, 0.0))
"""Where things lie in the bowl, from the middle of its opening, in its sides."""
PART = 0.33
"""How large a thing in the bowl is, in the bowl's sides."""
BAKE_S = 2.4
STIR_S = 0.16
"""Seconds of a quarter of a turn of the whisk."""


class View(Stage):
    """Bring what the recipe shows, stir, bake."""

    rest_s = BAKE_S

    def build(self) -> None:
        round_ = cast(Baking, self.round)
        things = self.game.things
        self.kitchen = Kitchen(self.game.floor)
        self.card = Card(self.game)
        self.tray = Tray()
        if not theme.contrast:
            self.tray.edge_colour = rgba("#B9804C")
        self._pulses: list[Any] = []
        for widget in (self.kitchen, self.card, self.tray):
            self.add_widget(widget)
        self.bakers = [self._scenery(one, things[one].picture, 400) for one in round_.bakers]
        label = things[OVEN].name.say(theme.lang)
        oven = Sprite(OVEN, label, things[OVEN].picture, 400, part=1.0, role="place")
        label = things[BOWL].name.say(theme.lang)
        bowl = Sprite(BOWL, label, things[BOWL].picture, 400, part=1.0, role="place")
        self.oven, self.bowl = self.keep(oven), self.keep(bowl)
        needed = [kind for recipe in round_.recipes for kind in recipe.of]
        self.parts = {
            kind: [
                self.piece(f"{kind}#{number + 1}", 200, part=1.0)
                for number in range(needed.count(kind) + 1)
            ]
            for kind in round_.tray
        }
        self.doughs = [
            self.piece(f"dough#{number + 1}", 250, part=1.0)
            for number in range(len(round_.recipes))
        ]
        self.baked = [
            self._scenery(f"baked {number}", things[recipe.bakes].picture, 250)
            for number, recipe in enumerate(round_.recipes)
        ]
        self.whisk = self._scenery("whisk", "whisk", 230)
        self.whisk.appear(False)

    def _scenery(self, name: str, picture: str, side: float) -> Sprite:
        made = self.keep(Sprite(name, "", picture, side, part=1.0))
        made.lively = False
        return made

    # Where everything belongs

    def arrange(self) -> None:
        round_ = cast(Baking, self.round)
        stand, below = tray_below(self.box, 200)
        here = plan(stand)
        self.tray.lay(below)
        self.kitchen.lay(self.box, here.table)
        self.card.show(round_, here.card)
        self.put(self.bowl, *here.bowl, side=here.bowl_side)
        self.put(self.oven, *here.oven, side=here.oven_side)
        self.bowl.lively = not round_.stirred
        # One baker at a time: the second one takes over with the second recipe.
        turn = min(round_.number, len(self.bakers) - 1)
        for number, baker in enumerate(self.bakers):
            baker.appear(number == turn)
            baker.lively = False
            self.put(baker, *here.baker, side=here.baker_side)
        self._lay_parts(here)
        self._lay_dough(here)
        self._lay_baked(here)
        self._lay_tray()

    def _lay_parts(self, here: Plan) -> None:
        """What is in the bowl lies there until it is stirred."""
        round_ = cast(Baking, self.round)
        spots = iter(SPOTS)
        seen: dict[str, int] = {}
        earlier = {kind: round_.used(kind) - round_.poured.count(kind) for kind in self.parts}
        for kind, sprites in self.parts.items():
            for sprite in sprites[: earlier[kind]]:
                sprite.appear(False)
        for kind in round_.poured:
            sprite = self.parts[kind][earlier[kind] + seen.get(kind, 0)]
            seen[kind] = seen.get(kind, 0) + 1
            sprite.appear(not round_.stirred)
            sprite.lively = False
            dx, dy = next(spots)
            side = here.bowl_side
            x = here.bowl[0] + u(side * (INSIDE[0] + dx))
            y = here.bowl[1] + u(side * (INSIDE[1] + dy + PART * 0.24))
            self.put(sprite, x, y, side=side * PART)

    def _lay_dough(self, here: Plan) -> None:
        round_ = cast(Baking, self.round)
        for number, dough in enumerate(self.doughs):
            turn = number == round_.number
            dough.appear(turn and round_.stirred)
            if turn and round_.inside:
                dough.lively = False
                x, y = self._window(here)
                self.put(dough, x, y, side=here.oven_side * 0.34)
            else:
                side = max(LEAST, here.bowl_side * 0.62)
                x, y = here.bowl[0], here.bowl[1] + u(here.bowl_side * INSIDE[1] + side * 0.14)
                self.put(dough, x, y, side=side)

    def _lay_baked(self, here: Plan) -> None:
        """Out of the oven, into the baker's hands."""
        round_ = cast(Baking, self.round)
        side = here.baker_side * 0.58
        for number, baked in enumerate(self.baked):
            out = number < round_.number
            baked.appear(out)
            baked.lively = False
            if out:
                # Earlier ones stand aside, smaller.
                last = number == round_.number - 1 and (round_.done or len(self.baked) == 1)
                off = 0.0 if last else -0.26
                x = here.baker[0] + u(here.baker_side * off)
                y = here.baker[1] - u(here.baker_side / 2 - side * (0.5 if last else 0.34))
                self.put(baked, x, y, side=side if last else side * 0.68, arc=u(120))
            else:
                self.put(baked, *self._window(here), side=here.oven_side * 0.34)

    def _window(self, here: Plan) -> tuple[float, float]:
        x, y = here.oven
        return x + u(here.oven_side * WINDOW[0]), y + u(here.oven_side * WINDOW[1])

    def _lay_tray(self) -> None:
        """One of each kind lies there; the next ones come when it is gone."""
        round_ = cast(Baking, self.round)
        _stand, below = tray_below(self.box, 200)
        count = len(round_.tray)
        side = max(LEAST, min(215, below.width / measure.unit / count - 24))
        for cell, kind in zip(cells(below, count, MOST), round_.tray, strict=True):
            used = round_.used(kind)
            for number, sprite in enumerate(self.parts[kind][used:]):
                sprite.appear(number == 0)
                x, y = cell.x + cell.width / 2, cell.y + cell.height / 2
                self.put(sprite, x, y + u(4), side=side)
                sprite.lively = number == 0

    # What is to be seen besides

    def shown(self, move: Move) -> None:
        if theme.calm:
            return
        if move == Move(BOWL):
            self._stir()
        elif move.place == OVEN:
            beat = BAKE_S / 4
            for number in range(4):
                self._soon(number * beat + 0.25, self.oven, 1.05)
                self._soon(number * beat + 0.25 + beat / 2, self.oven, 1.0)
        else:
            self._soon(0.2, self.bowl, 1.05)
            self._soon(0.36, self.bowl, 1.0)

    def stop(self) -> None:
        for event in self._pulses:
            event.cancel()
        self._pulses.clear()
        super().stop()

    def _soon(self, seconds: float, sprite: Sprite, grown: float) -> None:
        self._pulses.append(Clock.schedule_once(lambda _dt: sprite.lift(grown), seconds))

    def _stir(self) -> None:
        """The whisk goes round in the bowl."""
        self.remove_widget(self.whisk)
        self.add_widget(self.whisk)
        self.whisk.appear(True)
        self.whisk.lively = False
        side = self.bowl.width
        x, y = self.bowl.middle
        middle = (x + side * 0.08, y + side * 0.33)

        def turn(number: int) -> None:
            if number == 9:
                self.whisk.appear(False)
                return
            angle = math.pi * number / 2
            to = (
                middle[0] + side * 0.2 * math.cos(angle),
                middle[1] + side * 0.06 * math.sin(angle),
            )
            self.glider.send(self.whisk, *to, STIR_S, lambda: turn(number + 1))

        self.whisk.bring(*middle)
        turn(0)
