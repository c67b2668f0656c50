"""A station: trains on their tracks, boxes on the platform."""

from __future__ import annotations

from typing import cast

from content.games.train.rules import Loading
from screens.games.sprite import Sprite
from screens.games.stage import Stage
from screens.games.train.box import Crate
from screens.games.train.departure import Departure, Smoke
from screens.games.train.desk import Desk
from screens.games.train.engine import CHIMNEY, Engine
from screens.games.train.plan import Plan, coupled, plan
from screens.games.train.signal import Signal
from screens.games.train.station import Station
from screens.games.train.wagon import Wagon
from screens.theme import theme
from screens.units import measure, u

LEAST_BOX, BOX = 170, 236
"""Design units across a box on the platform."""
WEIGHTS = {"big": 1.16, "small": 0.84, "": 1.0}
"""How long a wagon is beside others."""
TRACKS = 2


class View(Stage):
    """Load what stands on the platform."""

    rest_s = 0.8

    def build(self) -> None:
        round_ = cast(Loading, self.round)
        self.station = Station()
        self.signal = Signal()
        for part in (self.station, self.signal):
            self.add_widget(part)
        self.worker = Sprite("worker", "", self.game.things["logist"].picture, 290, part=1.0)
        self.worker.lively = False
        self.desk = Desk()
        for part in (self.worker, self.desk):
            self.add_widget(part)
        self.engines = [Engine(self.game.things["driver"].picture) for _ in range(TRACKS)]
        for engine in self.engines:
            self.add_widget(engine)
        self.wagons: dict[str, Wagon] = {}
        for name in round_.wagons:
            label = self.game.things[name.removeprefix("wagon ")].name.say(theme.lang)
            self.wagons[name] = Wagon(name, label, round_.rooms)
            self.keep(self.wagons[name])
        for name in round_.boxes:
            thing = self.thing(name)
            self.keep(Crate(name, thing.name.say(theme.lang) if thing else "", BOX))
        self.smoke = Smoke()
        self.add_widget(self.smoke)
        self.departure = Departure(self.smoke)

    def arrange(self) -> None:
        round_ = cast(Loading, self.round)
        box = self.box
        at = plan(box, len(round_.wagons), len(round_.platform))
        self.station.show(at, box)
        self._lay_worker(at)
        self._lay_signal(at, not any(round_.platform))
        self._lay_trains(at)
        self._lay_boxes(at)
        if round_.away and not theme.calm:
            self._leave()

    def _lay_worker(self, at: Plan) -> None:
        side, stand = at.worker.width, at.worker
        self.put(self.worker, stand.x + side / 2, stand.y + side / 2, side=side / measure.unit)
        self.desk.lay(stand.x - u(6), stand.y - u(10), side + u(12), side * 0.3)

    def _lay_signal(self, at: Plan, green: bool) -> None:
        self.signal.appear(at.sky.height > u(70))
        self.signal.lively = False
        low = at.sky.y - u(70)
        tall = min(at.sky.height + u(40), u(270))
        left = at.worker.x + at.worker.width + u(20) if at.is_open else at.sky.x + u(40)
        self.signal.lay(left, low, u(64), tall)
        self.signal.turn(green)

    def _lay_trains(self, at: Plan) -> None:
        round_ = cast(Loading, self.round)
        names = list(round_.wagons)
        first = -(-len(names) // len(at.tracks))
        for number, engine in enumerate(self.engines):
            engine.appear(number < len(at.tracks))
            engine.lively = False
            if not engine.shown:
                continue
            here, names = names[:first], names[first:]
            wagons = [self.wagons[name] for name in here]
            boxes = coupled(at.tracks[number], [WEIGHTS[one.kind.size] for one in wagons])
            for one, room in zip((*wagons, engine), boxes, strict=True):
                one.fit(room.width, room.height)
                self.put(one, room.x + room.width / 2, room.y + room.height / 2)
            for wagon in wagons:
                self._lay_load(wagon)

    def _lay_load(self, wagon: Wagon) -> None:
        round_ = cast(Loading, self.round)
        on = round_.on(wagon.name)
        wagon.load(len(on))
        left, low = wagon.home[0] - wagon.width / 2, wagon.home[1] - wagon.height / 2
        for number, name in enumerate(on):
            x, y, side = wagon.room(number)
            crate = self.sprites[name]
            crate.appear(True)
            crate.lively = False
            self.put(crate, left + x, low + y, side=side / measure.unit)

    def _lay_boxes(self, at: Plan) -> None:
        round_ = cast(Loading, self.round)
        for name in round_.coming:
            self.sprites[name].appear(False)
        for place, name in zip(at.places, round_.platform, strict=True):
            if not name:
                continue
            crate = self.sprites[name]
            room = min(place.width - u(18), place.height * 0.93) / measure.unit
            side = max(LEAST_BOX, min(BOX, room))
            x, y = place.x + place.width / 2, place.y + place.height * 0.1 + u(side) / 2
            if not crate.shown:
                # It is put down from above.
                crate.bring(x, y + u(60))
            crate.appear(True)
            self.put(crate, x, y, side=side)

    # The reward

    def _leave(self) -> None:
        round_ = cast(Loading, self.round)
        engines = [one for one in self.engines if one.shown]
        parts: list[Sprite] = [*engines, *self.wagons.values()]
        parts += [self.sprites[name] for name in round_.loaded]
        across, up = CHIMNEY
        chimneys = [
            (one.home[0] + (across - 0.5) * one.width, one.home[1] + (up - 0.5) * one.height)
            for one in engines
        ]
        self.departure.start(parts, chimneys, self.width + u(200))

    def stop(self) -> None:
        super().stop()
        self.departure.stop()
