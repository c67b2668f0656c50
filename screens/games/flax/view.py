"""Winding roads with places, a tray, and one who walks the road when it is whole."""

from __future__ import annotations

from typing import Any, cast

from kivy.clock import Clock

from content.games import Move
from content.games.flax.rules import SHOWN, Road, place_of
from screens.games.flax.road import Course, Point, course
from screens.games.flax.scene import Land
from screens.games.room import cells, tray_below
from screens.games.sprite import LEAST, LIFTED, Spot, Sprite
from screens.games.stage import Stage
from screens.games.tray import Tray
from screens.page import Box
from screens.theme import theme
from screens.units import measure, u

COLOURS = ("#2F5FD0", "#E88B2A")
"""Of the places along each road."""
PLACE, FIGURE = 262, 330
"""Design units across, where there is room."""
FILLED = 0.86
"""How much of its room on the road a place takes."""
AIR = 20
"""Design units between things in the tray."""
SHADOW = 0.42
"""How opaque the picture of what is missing is."""
HELD = 0.22
"""How far behind the last thing of a road its walker stands, parts of the walker: it is seen."""
WALK_S = 2.3
"""Seconds a road takes to walk."""


class View(Stage):
    """Lay the steps along the road, from first to last."""

    rest_s = WALK_S + 0.5

    def build(self) -> None:
        round_ = cast(Road, self.round)
        self.land = Land(self.game.floor)
        self.tray = Tray()
        self.add_widget(self.land)
        self.add_widget(self.tray)
        self._waves: list[Any] = []
        self._courses: list[Course] = []
        for number, road in enumerate(round_.roads):
            for step in road:
                thing = self.game.things[step]
                self.spot(
                    place_of(step),
                    thing.name.say(theme.lang),
                    PLACE,
                    colour=COLOURS[number],
                    picture=thing.picture,
                )
        strangers = [one for one in round_.tray if one and one not in round_.steps]
        for name in (*round_.steps, *strangers):
            self.piece(name, 200)
        self.walkers = [self._figure(one) for one in round_.walkers]
        self.master = self._figure(round_.master) if round_.master else None

    def _figure(self, name: str) -> Sprite:
        made = self.keep(Sprite(name, "", self.game.things[name].picture, FIGURE, part=1.0))
        made.lively = False
        return made

    def arrange(self) -> None:
        round_ = cast(Road, self.round)
        stand, below = tray_below(self.box, 200)
        self.tray.lay(below)
        self._courses = self._lay_roads(stand)
        self.land.lay(self.box, below.top, self._courses)
        for road, way, walker in zip(round_.roads, self._courses, self.walkers, strict=True):
            side = _side(way, PLACE)
            large = min(FIGURE, way.room / measure.unit * 0.96)
            for step, at in zip(road, way.stops[1:], strict=False):
                self._place(step, at, side)
            self.put(walker, *self._stop(way, large, walked=round_.walked), side=large)
            if self.master is not None:
                self.put(self.master, *way.stops[-1], side=large)
        self._lay_tray(below)

    def _lay_roads(self, stand: Box) -> list[Course]:
        """Each road has its part of the room; one who walks at its head, and one at the end."""
        round_ = cast(Road, self.round)
        ends = 1 + bool(round_.master)
        parts = cells(stand, len(round_.roads), 1)
        return [
            course(part, len(road) + ends) for part, road in zip(parts, round_.roads, strict=True)
        ]

    def _place(self, step: str, at: Point, side: float) -> None:
        round_ = cast(Road, self.round)
        laid = step in round_.laid
        spot = cast(Spot, self.sprites[place_of(step)])
        self.put(spot, *at, side=side)
        spot.close(laid)
        spot.lively = not laid
        spot.dress(self.game.things[step].picture if round_.shadows and not laid else "")
        spot.fade(SHADOW)
        if laid:
            piece = self.sprites[step]
            piece.appear(True)
            piece.lively = False
            self.put(piece, *at, side=side * 0.9)

    def _lay_tray(self, below: Box) -> None:
        """Things in their slots; those in the queue come in from the right."""
        round_ = cast(Road, self.round)
        side = max(LEAST, min(220, below.width / measure.unit / SHOWN - AIR))
        slots = cells(below, len(round_.tray), SHOWN)
        for name in round_.queue:
            piece = self.sprites[name]
            piece.appear(False)
            self.put(piece, below.x + below.width - u(side / 2), below.y + below.height / 2)
        for cell, name in zip(slots, round_.tray, strict=True):
            if name and name not in round_.laid:
                piece = self.sprites[name]
                piece.appear(True)
                x, y = cell.x + cell.width / 2, cell.y + cell.height / 2
                self.put(piece, x, y + u(4), side=side)

    def _stop(self, way: Course, large: float, *, walked: bool) -> Point:
        """Where the walker stands: at the head, or at the end, a little before the master."""
        if not walked:
            return way.stops[0]
        (x, y), (before, _y) = way.stops[-1], way.stops[-2]
        if self.master is None:
            return x, y + u(large * HELD)
        return x + u(large * 0.42) * (1 if before > x else -1), y - u(large * 0.1)

    # The walk

    def shown(self, move: Move) -> None:
        if cast(Road, self.round).whole:
            roads = cast(Road, self.round).roads
            for road, way, walker in zip(roads, self._courses, self.walkers, strict=True):
                self._set_out(way, walker)
                if self.master is None:
                    self._before(self.sprites[road[-1]])

    def stop(self) -> None:
        for event in self._waves:
            event.cancel()
        self._waves.clear()
        super().stop()

    def _set_out(self, way: Course, walker: Sprite) -> None:
        """Along all bends; each thing waves when it is passed."""
        self._before(walker)
        end = self._stop(way, walker.width / measure.unit, walked=True)
        bends = [*way.bends[1:-1], end]
        each = WALK_S / len(bends)

        def on(number: int) -> None:
            if number < len(bends):
                self._wave(bends[number], each * 0.5)
                self.glider.send(walker, *bends[number], each, lambda: on(number + 1))
            elif self.running:
                self._wave_all()

        on(0)

    def _before(self, sprite: Sprite) -> None:
        """Show it in front of everything else."""
        self.remove_widget(sprite)
        self.add_widget(sprite)

    def _wave(self, at: Point, seconds: float) -> None:
        """What lies at a point grows for a moment, once the walker is there."""
        for step in cast(Road, self.round).steps:
            piece = self.sprites[step]
            if piece.home == at and not theme.calm:
                self._soon(seconds, piece, 1.18)
                self._soon(seconds + 0.35, piece, 1.0)

    def _wave_all(self) -> None:
        if theme.calm:
            return
        waving = [self.sprites[step] for step in cast(Road, self.round).steps]
        waving += [*self.walkers, *([self.master] if self.master is not None else [])]
        for number, one in enumerate(waving):
            for beat in range(3):
                at = 0.04 * number + 0.36 * beat
                self._soon(at, one, LIFTED)
                self._soon(at + 0.18, one, 1.0)

    def _soon(self, seconds: float, sprite: Sprite, grown: float) -> None:
        self._waves.append(Clock.schedule_once(lambda _dt: sprite.lift(grown), seconds))


def _side(way: Course, most: float) -> float:
    """How large a place is along a road, design units."""
    return float(max(LEAST, min(most, way.room / measure.unit * FILLED)))
