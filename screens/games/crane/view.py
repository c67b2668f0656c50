"""A building site: places on the ground, parts that lie ready, a crane that lifts them."""

from __future__ import annotations

from typing import Any, cast

from content.games import Move, kind_of
from content.games.crane.plans import EAVES, OTHER_SIZE, SIZES, Part
from content.games.crane.rules import SLOTS, Build
from screens.games.crane.hook import REST, Hook
from screens.games.crane.part import PartSprite, Place
from screens.games.crane.site import JIB, Site
from screens.games.playpage import MARGIN, wide
from screens.games.room import cells, tray_below
from screens.games.sprite import LEAST, Sprite
from screens.games.stage import Stage
from screens.games.tray import Tray
from screens.page import Box
from screens.theme import theme
from screens.units import u

READY = 250
"""Design units of the tray's breadth."""
PANEL = 400
"""Design units a panel has at most."""
NEEDED = LEAST + 4
"""Design units it has at least."""
MAST = 120
"""Design units the mast takes beside the house."""
FAMILY = {"woman-standing": 230, "man-standing": 230, "black-cat": 120}
"""Who will live there, and how large, design units."""
FIGURE, PEOPLE = 250, 190


class View(Stage):
    """Lift each part to where it belongs."""

    def build(self) -> None:
        round_ = cast(Build, self.round)
        self.site = Site()
        self.add_widget(self.site)
        self.who = self._extra(self.game.things[round_.who].picture, FIGURE)
        for part in round_.parts:
            label = self.game.things[part.kind].name.say(theme.lang)
            self.keep(Place(part.place, label, part.kind, shadow=round_.shadows))
        self.tray = Tray()
        self.add_widget(self.tray)
        for thing in (*(one for _place, one in round_.built), *round_.coming, *round_.ready):
            if thing:
                kind = kind_of(thing)
                label = self.game.things[kind].name.say(theme.lang)
                self.keep(PartSprite(thing, label, kind)).bind(pos=self._moved)
        self.family = [self._extra(name, side) for name, side in FAMILY.items()]
        self.hooks = [Hook(), Hook()]
        for hook in self.hooks:
            self.add_widget(hook)
        self._panel = 1.0
        """Px of a panel."""
        self._slot = (1.0, 1.0)
        """Px of a thing in the tray."""
        self._kinds: set[str] = set()

    def _extra(self, picture: str, side: float) -> Sprite:
        """Somebody who only looks on."""
        made = Sprite("", "", picture, side, part=1.0)
        made.lively = False
        self.add_widget(made)
        return made

    # Where everything is

    def arrange(self) -> None:
        round_ = cast(Build, self.round)
        room, tray, slots = self._split()
        self.tray.lay(tray)
        foot, panel = self._ground(room)
        self._panel = panel
        jib = self.box.top - u(JIB + 20)
        mast = room.x + u(MAST) * 0.45
        house = max(part.x + part.width for part in round_.parts) * panel
        yard = Box(room.x - u(20), foot[1] - u(60), room.width + u(40), u(84))
        self.site.arrange(self.box, foot[1], mast, jib, yard)
        for part in round_.parts:
            self._stand(part, foot, panel)
        self._wait(slots)
        self._look_on(room, foot, house)
        for number, hook in enumerate(self.hooks):
            hook.jib = jib
            hook.park = (mast + u(170), room.x + room.width - u(20))[number]
            if not self._laid:
                hook.load = None
                hook.bring(hook.park, jib - u(REST))

    def _split(self) -> tuple[Box, Box, list[Box]]:
        """The room of the house, the tray, and the parts' places in it."""
        box = self.box
        if not wide(box):
            room, tray = tray_below(box, READY)
            return room, tray, cells(tray, SLOTS, SLOTS)
        margin, across = u(MARGIN), u(READY)
        low = box.y + margin * 0.4
        tall = box.height - margin * 0.4
        room = Box(box.x + margin, low, box.width - 2 * margin - across - u(30), tall)
        # The trolley passes over the tray.
        tray = Box(room.x + room.width + u(30), low, across, tall - u(JIB + 28))
        return room, tray, cells(tray, SLOTS, 1)

    def _ground(self, room: Box) -> tuple[tuple[float, float], float]:
        """The lower left corner of the house's walls and the px of a panel."""
        parts = cast(Build, self.round).parts
        across = max(part.x + part.width for part in parts) + EAVES
        high = max(part.y + part.height for part in parts)
        space = Box(room.x + u(MAST), room.y, room.width - u(MAST), room.height)
        low = wide(self.box)
        free = space.height - u(JIB + 34) if low else space.height * 0.78
        panel = min(space.width / across, free / high, u(PANEL))
        if panel < u(NEEDED):
            # The roof is drawn over the jib: a wall must be as large as a finger needs.
            panel = min(space.width / across, (space.height - u(24)) / high, u(NEEDED))
        spare = space.height - high * panel
        ground = room.y + u(20) + (0 if low and spare < u(120) else min(spare * 0.4, u(260)))
        left = space.x + (space.width - (across - 2 * EAVES) * panel) / 2
        return (left, ground), panel

    def _stand(self, part: Part, foot: tuple[float, float], panel: float) -> None:
        """A place, and the part that stands there."""
        round_ = cast(Build, self.round)
        place = cast(Place, self.sprites[part.place])
        extent = (part.width * panel, part.height * panel)
        corner = (foot[0] + part.x * panel, foot[1] + part.y * panel)
        place.lie(extent, corner, grounded=part.y == 0)
        thing = round_.standing.get(part.place)
        place.appear(thing is None)
        place.call(thing is None and round_.carries(part))
        if thing is None:
            return
        sprite = cast(PartSprite, self.sprites[thing])
        sprite.appear(True)
        sprite.lively = False
        sprite.light(round_.done)
        sprite.fit(extent, extent)
        self.put(sprite, corner[0] + extent[0] / 2, corner[1] + extent[1] / 2)

    def _wait(self, slots: list[Box]) -> None:
        """The parts that lie ready, as large beside one another as they are; the others come."""
        round_ = cast(Build, self.round)
        self._slot = (slots[0].width - u(24), slots[0].height - u(24))
        things = [*round_.ready, *round_.coming, *(one for _place, one in round_.built)]
        self._kinds = {kind_of(one) for one in things if one}
        for slot, thing in zip(slots, round_.ready, strict=True):
            if thing:
                sprite = cast(PartSprite, self.sprites[thing])
                x, y = slot.x + slot.width / 2, slot.y + slot.height / 2
                if not sprite.shown:
                    sprite.bring(self.x + self.width, y)
                    sprite.appear(True)
                sprite.lively = True
                if sprite.held_by is None:
                    self._shrink(sprite)
                self.put(sprite, x, y)
        for thing in round_.coming:
            self.sprites[thing].appear(False)

    def _shrink(self, sprite: PartSprite) -> None:
        """As large as its slot lets it; what is too large or too small is seen to be."""
        like = {sprite.kind, OTHER_SIZE.get(sprite.kind, sprite.kind)} & self._kinds
        wide_, tall_ = self._slot
        largest = max(SIZES[kind][0] for kind in like), max(SIZES[kind][1] for kind in like)
        scale = min(wide_ / largest[0], tall_ / largest[1]) * 0.94
        across, tall = SIZES[sprite.kind]
        sprite.fit(self._slot, (across * scale, max(tall * scale, u(16))))

    def _look_on(self, room: Box, foot: tuple[float, float], house: float) -> None:
        """Who works there stands beside; who will live there comes when it is done."""
        done = self.round.done
        right = foot[0] + house + u(20)
        spare = room.x + room.width - right
        beside = spare > u(FIGURE) * 0.8
        below = foot[1] - room.y > u(FIGURE) * 0.7
        self.who.appear(beside or below)
        self.who.lively = False
        x = right + spare / 2 if beside else room.x + room.width - u(FIGURE) * 0.6
        self.put(self.who, x, (foot[1] if beside else room.y - u(34)) + u(FIGURE) * 0.46)
        for number, one in enumerate(self.family):
            one.appear(done)
            one.lively = False
            away = foot[0] + u(PEOPLE) * (0.3 + number * 0.6)
            if done:
                self.remove_widget(one)
                self.add_widget(one)
            low = max(room.y - u(14), foot[1] - u(100))
            self.put(one, away, low + one.height / 2)

    # The crane

    def stop(self) -> None:
        """Every hook lets go first: nothing is to be sent on when all come to rest."""
        for hook in self.hooks:
            hook.load = None
        super().stop()
        for hook in self.hooks:
            hook.bring(hook.park, hook.jib - u(REST))

    def taken(self, sprite: Sprite) -> None:
        part = cast(PartSprite, sprite)
        across, tall = (size * self._panel for size in SIZES[part.kind])
        part.fit((max(across, u(LEAST)), max(tall, u(LEAST))), (across, tall))
        self._hang(sprite)

    def send_home(self, sprite: Sprite) -> None:
        if isinstance(sprite, PartSprite):
            self._shrink(sprite)
        super().send_home(sprite)
        self._moved(sprite)

    def make(self, move: Move) -> None:
        """A part that is not lifted by a finger is lifted by the crane all the same."""
        if self.round.is_right(move):
            self._hang(self.sprites[move.thing])
        super().make(move)

    def shown(self, move: Move) -> None:
        self._moved(self.sprites[move.thing])

    def _hang(self, sprite: Sprite) -> None:
        """Let a hook that carries nothing take a part."""
        if any(hook.load is sprite for hook in self.hooks):
            return
        free = [hook for hook in self.hooks if hook.load is None]
        if free:
            hook = min(free, key=lambda one: abs(one.middle[0] - sprite.middle[0]))
            self.glider.drop(hook)
            self.remove_widget(hook)
            self.add_widget(hook)
            hook.take(sprite)

    def _moved(self, sprite: Sprite, *_args: Any) -> None:
        """A hook goes with its part, and up when the part has come where it belongs."""
        hook = next((one for one in self.hooks if one.load is sprite), None)
        if hook is None:
            return
        hook.follow()
        if sprite.held_by is None and _close(sprite.middle, sprite.home):
            hook.load = None
            self.glider.send(hook, hook.park, hook.jib - u(REST), 0.5)


def _close(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return abs(a[0] - b[0]) < 2 and abs(a[1] - b[1]) < 2
