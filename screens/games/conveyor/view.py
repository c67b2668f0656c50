"""Yards above, a belt below: what lies on it is brought to where it belongs."""

from __future__ import annotations

from typing import Any, cast

from kivy.clock import Clock

from content.games import Move
from content.games.conveyor.rules import WORKERS, Sorting
from screens.games.conveyor.belt import Belt
from screens.games.conveyor.machine import Machine
from screens.games.conveyor.yard import Yard
from screens.games.glide import GLIDE_S
from screens.games.playpage import MARGIN, wide
from screens.games.room import cells
from screens.games.sprite import Sprite
from screens.games.stage import Stage
from screens.page import Box
from screens.theme import theme
from screens.units import measure, u

LEAST_PIECE, PIECE = 170, 236
"""Design units across what lies on the belt."""
RUN_S = 1.4
"""Seconds the belt runs to bring what comes next."""
HOP, HOP_S = 34, 0.16
"""Design units and seconds of a worker's leap for joy."""


class View(Stage):
    """Take everything off the belt."""

    rest_s = 0.5

    def build(self) -> None:
        round_ = cast(Sorting, self.round)
        self._running: Any = None
        self.yards: dict[str, Yard] = {}
        self.workers: dict[str, Sprite] = {}
        for place in round_.places:
            thing = self.game.things[place]
            label = thing.name.say(theme.lang)
            yard = Yard(place, label, thing.picture, round_.expected(place))
            self.keep(yard)
            self.yards[place] = yard
            person = self.game.things[WORKERS[place]]
            worker = Sprite(f"worker {place}", "", person.picture, 320, part=1.0)
            worker.lively = False
            self.keep(worker)
            self.workers[place] = worker
        self.belt = Belt()
        self.add_widget(self.belt)
        for name in (one for load in round_.loads for one in load):
            self.piece(name, PIECE).appear(False)
        self.machine = Machine()
        self.add_widget(self.machine)

    # Where everything is

    def arrange(self) -> None:
        box = self.box
        tall = min(u(600), max(box.height * 0.35, u(246)))
        self._lay_belt(Box(box.x, box.y, box.width, tall))
        margin = u(MARGIN) / 2
        low = box.y + tall + u(24)
        self._lay_yards(Box(box.x + margin, low, box.width - 2 * margin, box.top - low - u(16)))

    def _lay_yards(self, box: Box) -> None:
        round_ = cast(Sorting, self.round)
        count = len(round_.places)
        columns = 2 if count > 3 and not wide(box) else count
        for cell, (place, yard) in zip(cells(box, count, columns), self.yards.items(), strict=True):
            gap = u(22)
            yard.fit(cell.width - gap, cell.height - (gap if columns < count else 0))
            self.put(yard, cell.x + cell.width / 2, cell.y + cell.height / 2)
            left, foot = yard.home[0] - yard.width / 2, yard.home[1] - yard.height / 2
            _house, (x, y, side) = yard.places()
            self.put(self.workers[place], left + x, foot + y, side=side / measure.unit)
            self._lay_shelf(place, yard, left, foot)

    def _lay_shelf(self, place: str, yard: Yard, left: float, foot: float) -> None:
        round_ = cast(Sorting, self.round)
        for number, name in enumerate(round_.at(place)):
            x, y, side = yard.stand(number)
            piece = self.sprites[name]
            piece.appear(True)
            piece.lively = False
            self.put(piece, left + x, foot + y, side=side * 0.94 / measure.unit)

    def _lay_belt(self, box: Box) -> None:
        round_ = cast(Sorting, self.round)
        units = box.height / measure.unit
        side = max(LEAST_PIECE, min(PIECE, units * 0.42))
        long = u(360 if wide(self.box) else 270)
        if units < 300 and not measure.portrait:
            long = u(330)
        upper = box.y + max(u(66), box.height - u(side) - u(96))
        self.machine.open(upper - box.y - u(10), upper - box.y + u(side) - u(6))
        self.machine.lay(box.x - u(20), box.y + u(10), long, box.height + u(4))
        start = box.x + long * 0.6
        self.belt.lay(start, box.y + u(10), box.x + box.width - u(24) - start, upper - box.y)
        begin = box.x + long - u(20)
        room = Box(begin, upper, self.belt.x + self.belt.width - u(20) - begin, u(side))
        load = round_.loads[round_.now]
        homes = [cell.x + cell.width / 2 for cell in cells(room, len(load), len(load))]
        y = upper + u(side) / 2 - u(8)
        came = [name for name in load if not self.sprites[name].shown]
        hidden = homes[-1] - (begin - u(side) / 2 - u(20))
        for x, name in zip(homes, load, strict=True):
            if name in round_.sorted:
                continue
            piece = self.sprites[name]
            if name in came:
                piece.bring(x - hidden, y)
                piece.appear(True)
            seconds = RUN_S if name in came or self._running is not None else GLIDE_S
            self.put(piece, x, y, side=side, seconds=seconds)
        if came:
            self._run(self.sprites[came[0]])

    # The belt runs with what lies on it

    def _run(self, leader: Sprite) -> None:
        self._stand()
        if self.glider.is_busy(leader):
            self._running = Clock.schedule_interval(lambda _dt: self._roll(leader), 0)

    def _roll(self, leader: Sprite) -> None:
        self.belt.roll(leader.middle[0])
        if not self.glider.is_busy(leader):
            self._stand()

    def _stand(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def stop(self) -> None:
        super().stop()
        self._stand()
        for worker in self.workers.values():
            worker.bring(*worker.home)

    # Joy

    def shown(self, move: Move) -> None:
        """The worker leaps."""
        worker = self.workers.get(move.place)
        if worker is None:
            return
        x, y = worker.home
        self.glider.send(
            worker, x, y + u(HOP), HOP_S, lambda: self.glider.send(worker, x, y, HOP_S)
        )
