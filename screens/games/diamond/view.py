"""A stone on velvet: its outline is traced by a spark, or its facets are set like their twins."""

from __future__ import annotations

from typing import cast

from content.games.diamond.cuts import HALVES, OUTLINES, Point, mirrored
from content.games.diamond.rules import COLOURS, CUTTER, WORKER, Mirror, Trace, place, point
from screens.games.diamond.gem import Gem, Pane
from screens.games.diamond.pieces import Place, Shard, Shine
from screens.games.diamond.rays import Rays
from screens.games.diamond.room import Room, rooms
from screens.games.diamond.velvet import Velvet
from screens.games.room import cells
from screens.games.sprite import Sprite
from screens.games.stage import Stage
from screens.games.tray import Tray
from screens.page import Box
from screens.theme import BLACK, rgba, theme
from screens.units import measure, u

TABLE = 0.52
"""How large the inner facets of a traced stone are, parts of the whole."""
LIGHT = 0.45
PART = 0.9
"""How much of its share of the tray a piece takes."""
LOUPE = "magnifying-glass-tilted-right"


class View(Stage):
    """Trace, or mirror."""

    def build(self) -> None:
        self.velvet, self.rays, self.gem, self.tray = Velvet(), Rays(), Gem(), Tray()
        self.add_widget(self.velvet)
        mirrors = isinstance(self.round, Mirror)
        self.passing = not mirrors
        if mirrors:
            self.tray.edge_colour = BLACK if theme.contrast else rgba("#9583D6")
            self.add_widget(self.tray)
        self.add_widget(self.rays)
        self.add_widget(self.gem)
        self.figure = self._scenery("figure", self.game.things[WORKER].picture)
        self.loupe = self._scenery("loupe", LOUPE)
        self.things = [self._scenery(name, name) for name in ("ring", "gem-stone")]
        if mirrors:
            self._make_facets(cast(Mirror, self.round))
        else:
            self._make_points(cast(Trace, self.round))

    def _scenery(self, name: str, picture: str) -> Sprite:
        made = Sprite(f"{name} there", "", picture, part=1.0)
        made.lively = False
        return self.keep(made)

    def _make_points(self, trace: Trace) -> None:
        for number in range(trace.corners):
            self.keep(Shine(point(number), self._label("point")))
        self.piece(CUTTER, 180)

    def _make_facets(self, mirror: Mirror) -> None:
        for number in range(len(mirror.colours)):
            self.keep(Place(place(number), self._label("place")))
        for number, colour in enumerate(mirror.colours):
            self.keep(Shard(mirror.piece(number), self._label(colour), colour))

    def _label(self, name: str) -> str:
        return self.game.things[name].name.say(theme.lang)

    def stop(self) -> None:
        super().stop()
        self.rays.stop()

    # Where everything belongs

    def arrange(self) -> None:
        round_ = self.round
        room = rooms(self.box, tray=isinstance(round_, Mirror))
        self.velvet.lay(room.velvet)
        self._put_figure(room)
        heart = (room.stone.x + room.stone.width / 2, room.stone.y + room.stone.height / 2)
        self._lay_rays(heart, room)
        if isinstance(round_, Mirror):
            self._show_mirror(round_, room)
        elif isinstance(round_, Trace):
            self._show_trace(round_, room.stone)
        self.rays.shine(round_.done)

    def _lay_rays(self, heart: tuple[float, float], room: Room) -> None:
        x, y = heart
        if room.upright:
            self.rays.lay(heart, 1.6 * (self.right - x), x - self.x, aside=True)
            return
        far = 1.3 * max(room.velvet.width * 0.7, y - self.y)
        self.rays.lay(heart, far, room.velvet.top - y + u(20), aside=False)

    def _put_figure(self, room: Room) -> None:
        seen = room.figure is not None
        for sprite in (self.figure, self.loupe):
            sprite.opacity = 1.0 if seen else 0.0
        for sprite in self.things:
            idle = self.round.done or room.tray is None
            sprite.opacity = 1.0 if seen and idle and not room.upright else 0.0
        there = room.figure
        if there is None:
            return
        side = min(there.width, there.height)
        x, y = there.x + there.width / 2, there.y + side / 2
        self.put(self.figure, x, y, side=side / measure.unit)
        self.put(self.loupe, x + side * 0.36, y - side * 0.26, side=side * 0.44 / measure.unit)
        shelf = Box(
            there.x + there.width, there.y, self.right - u(56) - there.x - there.width, side
        )
        for cell, sprite in zip(cells(shelf, 2, 2), self.things, strict=True):
            self.put(sprite, cell.x + cell.width / 2, there.y + u(120), side=230)

    # The outline

    def _show_trace(self, trace: Trace, stone: Box) -> None:
        outline = [_at(stone, corner) for corner in OUTLINES[trace.cut]]
        table = [_at(stone, _inner(corner)) for corner in OUTLINES[trace.cut]]
        heart = _at(stone, (0.5, 0.5))
        panes = []
        for number, (ends, inner) in enumerate(zip(_edges(outline), _edges(table), strict=True)):
            ink = COLOURS[number % len(COLOURS)] if number < trace.passed else ""
            odd = number % 2 == 1
            panes.append(Pane((*ends, inner[1], inner[0]), ink, 0.0, odd))
            panes.append(Pane((heart, *inner), ink, LIGHT, not odd))
        ahead = trace.ahead
        self.gem.show(panes, outline, (outline[trace.at], outline[ahead[0]]) if ahead else ())
        for number, (x, y) in enumerate(outline):
            shine = cast(Shine, self.sprites[point(number)])
            self.put(shine, x, y)
            reached = number not in ahead or number == trace.at
            shine.lively = not reached
            shine.become(0 if reached else 2 if number == ahead[0] else 1)
        self.put(self.sprites[CUTTER], *outline[trace.at], side=180)

    # The mirror

    def _show_mirror(self, mirror: Mirror, room: Room) -> None:
        stone = room.stone
        panes: list[Pane] = []
        for number, facet in enumerate(HALVES[mirror.cut]):
            ink = mirror.colours[number]
            odd = number % 2 == 1
            left = tuple(_at(stone, mirrored(corner)) for corner in facet.corners)
            right = tuple(_at(stone, corner) for corner in facet.corners)
            panes.append(Pane(left, ink, 0.0, odd))
            panes.append(Pane(right, ink if number in mirror.laid else "", 0.0, odd))
            spot = self.sprites[place(number)]
            self.put(spot, *_at(stone, facet.anchor))
            spot.lively = number not in mirror.laid
            cast(Shard, self.sprites[mirror.piece(number)]).cut(right)
        x, y = _at(stone, (0.5, 0.0))
        over = u(24 if room.upright else 34)
        axis = () if mirror.done else ((x, y - over), (x, y + stone.height + over))
        self.gem.show(panes, _round_of(mirror.cut, stone), axis)
        self._put_pieces(mirror, room)

    def _put_pieces(self, mirror: Mirror, room: Room) -> None:
        assert room.tray is not None
        self.tray.lay(room.tray)
        self.tray.opacity = 0.0 if mirror.done else 1.0
        count = len(mirror.tray)
        for number in range(len(mirror.colours)):
            self.sprites[mirror.piece(number)].appear(number in mirror.tray)
        for cell, number in zip(
            cells(room.tray, count, 1 if room.upright else count), mirror.tray, strict=True
        ):
            x, y = cell.x + cell.width / 2, cell.y + cell.height / 2 + u(4)
            self.put(self.sprites[mirror.piece(number)], x, y, side=room.piece * PART)


def _at(stone: Box, spot: Point) -> tuple[float, float]:
    return stone.x + stone.width * spot[0], stone.y + stone.height * spot[1]


def _inner(corner: Point) -> Point:
    return 0.5 + (corner[0] - 0.5) * TABLE, 0.5 + (corner[1] - 0.5) * TABLE


def _edges(
    corners: list[tuple[float, float]],
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return list(zip(corners, [*corners[1:], corners[0]], strict=True))


def _round_of(cut: str, stone: Box) -> list[tuple[float, float]]:
    """The outline of a mirrored stone: its corners on or outside a rhomb, in order around."""
    rims = {
        "rhomb": [(0.5, 1.0), (1.0, 0.5), (0.5, 0.0)],
        "rose": [(0.5, 1.0), (0.86, 0.86), (1.0, 0.5), (0.86, 0.14), (0.5, 0.0)],
        "emerald": [(0.5, 1.0), (0.76, 1.0), (1.0, 0.76), (1.0, 0.24), (0.76, 0.0), (0.5, 0.0)],
    }
    half = rims[cut]
    whole = [*half, *(mirrored(corner) for corner in reversed(half[1:-1]))]
    return [_at(stone, corner) for corner in whole]
