"""Somebody who goes to work, and the clothes to choose from."""

from __future__ import annotations

from typing import cast

from content.games.dress.rules import Dressing
from screens.games.dress.figure import (
    ARMS,
    HEAD,
    HEADS,
    LAYERS,
    OTHER_HAND,
    PLACES,
    SHIELD,
    TALL,
    TORSO,
    WIDE,
    WORN,
    Area,
    shape_of,
)
from screens.games.dress.scene import Bare, Plate, Podium
from screens.games.fitted import Fitted
from screens.games.playpage import MARGIN, wide
from screens.games.room import GAP, cells
from screens.games.sprite import LEAST, Spot, Sprite
from screens.games.stage import Stage
from screens.games.tray import Tray
from screens.page import Box
from screens.theme import INK, mix, rgba, theme
from screens.units import measure, u

THING = 190
"""Design units of a thing in the tray."""
WIDE_THING = 236
"""The same on a lying screen, with air."""
LARGEST = 1.72
"""How large a figure grows: its pictures stay clear."""
COLOURS = {
    "head": "#E88B2A",
    "face": "#2F5FD0",
    "body": "#C43B6B",
    "hands": "#8B5FC0",
    "feet": "#1F8A5B",
}
AROUND = {
    "builder": ("building-construction", "brick", "ladder"),
    "welder": ("factory", "fire", "wrench"),
    "cook": ("pot-of-food", "shortcake", "cooking"),
    "lab": ("microscope", "test-tube", "alembic"),
    "rescuer": ("fire-engine", "fire", "ladder"),
}
"""What stands around at each one's work."""


class View(Stage):
    """Bring each piece of clothing to where it protects."""

    def build(self) -> None:
        round_ = cast(Dressing, self.round)
        self._slot = (1.0, 1.0)
        """Px of a thing in the tray."""
        self.podium = Podium(mix(rgba(self.game.floor), INK, 0.18))
        self.around = [self._still(name, 200) for name in AROUND[round_.job]]
        self.add_widget(self.podium)
        self.badge = Plate(self.game.things[round_.job].picture)
        self.add_widget(self.badge)
        self.body = [
            self._bare("dress-arm", ARMS),
            self._bare("dress-torso", TORSO),
            self._bare(f"dress-head-{HEADS[round_.job]}", HEAD),
        ]
        for thing in round_.outfit.values():
            self._garment(thing)
        for place in round_.outfit:
            label = self.game.things[round_.outfit[place]].name.say(theme.lang)
            self.keep(Bare(place, label, LEAST, colour=COLOURS[place]))
        self.other_hand = Bare("", "", LEAST, colour=COLOURS["hands"])
        self.other_hand.lively = False
        self.add_widget(self.other_hand)
        self.tray = Tray()
        self.add_widget(self.tray)
        for thing in round_.tray:
            if thing in self.sprites:
                self._raise(self.sprites[thing])
            else:
                self._garment(thing)

    def _still(self, picture: str, side: float) -> Sprite:
        made = Sprite("", "", picture, side, part=1.0)
        made.lively = False
        self.add_widget(made)
        return made

    def _bare(self, picture: str, area: Area) -> tuple[Fitted, Area]:
        made = Fitted("", "", picture, twin=bool(area.one))
        made.lively = False
        self.add_widget(made)
        return made, area

    def _garment(self, thing: str) -> None:
        of = self.game.things[thing]
        area = WORN.get(thing)
        pair = area is not None and bool(area.one)
        self.keep(Fitted(thing, of.name.say(theme.lang), of.picture, twin=pair))

    def _raise(self, sprite: Sprite) -> None:
        self.remove_widget(sprite)
        self.add_widget(sprite)

    # Where everything is

    def arrange(self) -> None:
        round_ = cast(Dressing, self.round)
        room, tray, slots = self._split(len(round_.tray))
        self.tray.lay(tray)
        low = wide(self.box)
        scale = min(room.width / u(WIDE), room.height / u(TALL), LARGEST)
        left = room.x + (room.width - u(WIDE) * scale) / 2
        foot = room.y + max(0.0, room.height - u(TALL) * scale) * (0.5 if low else 0.35)
        self._corner, self._scale = (left, foot + u(TALL) * scale), scale
        for sprite, area in self.body:
            self._wear(sprite, area)
        for place in round_.outfit:
            self._open(place)
        for thing, slot in zip(round_.tray, slots, strict=True):
            if thing in round_.left:
                self._wait(cast(Fitted, self.sprites[thing]), slot)
        self._order()
        self._surround(room, left, foot, scale)

    def _split(self, count: int) -> tuple[Box, Box, list[Box]]:
        """The room of the figure, the tray, and the places in it."""
        box, margin, step = self.box, u(MARGIN), u(THING + 18)
        if not wide(box):
            columns = count if count <= 4 else 3
            rows = -(-count // columns)
            tall = rows * step + u(34)
            tray = Box(box.x + margin, box.y + margin * 0.7, box.width - 2 * margin, tall)
            low = tray.top + u(GAP + 24)
            room = Box(box.x + u(30), low, box.width - u(60), box.top - low - u(10))
            inner = Box(tray.x + u(20), tray.y + u(17), tray.width - u(40), rows * step)
            return room, tray, cells(inner, count, columns)
        columns = 1 if count <= 2 else 2
        rows = -(-count // columns)
        spacious = box.width > u(1500)
        across = columns * u(WIDE_THING if spacious else THING + 6) + u(30)
        step = u(WIDE_THING) if spacious else step
        tall = min(box.height - u(10), rows * step + u(34))
        tray = Box(
            box.x + box.width - u(40) - across, box.y + (box.height - tall) / 2, across, tall
        )
        room = Box(box.x + u(30), box.y, tray.x - u(16) - box.x - u(30), box.height)
        inner = Box(tray.x + u(15), tray.y + u(17), tray.width - u(30), tall - u(34))
        return room, tray, cells(inner, count, columns)

    def _box(self, area: Area) -> tuple[float, float, float, float]:
        """The middle, the width and the height of a part of the figure, px."""
        (left, top), scale = self._corner, self._scale
        across, tall = u(area.width) * scale, u(area.height) * scale
        x, y = left + u(area.x) * scale + across / 2, top - u(area.y) * scale - tall / 2
        return x, y, across, tall

    def _wear(self, sprite: Fitted, area: Area) -> None:
        x, y, across, tall = self._box(area)
        sprite.fit((across, tall), (across, tall), area.share)
        sprite.lively = False
        self.put(sprite, x, y)

    def _open(self, place: str) -> None:
        """A place that is bare has its outline, another what is worn there."""
        round_ = cast(Dressing, self.round)
        spot = cast(Spot, self.sprites[place])
        bare = place in round_.bare
        covers = place == "face" and "head" not in round_.outfit
        self._lie(spot, SHIELD if covers else PLACES[place])
        spot.appear(bare)
        if place == "hands":
            self._lie(self.other_hand, OTHER_HAND)
            self.other_hand.appear(bare)
            self.other_hand.lively = False
        if not bare:
            thing = round_.outfit[place]
            self._wear(cast(Fitted, self.sprites[thing]), WORN[thing])

    def _lie(self, spot: Sprite, area: Area) -> None:
        x, y, across, tall = self._box(area)
        # The larger the figure, the more air between its places.
        part = max(0.9, u(LEAST) / min(across, tall)) if self._scale > 1.1 else 1.0
        spot.size = (round(across * part), round(tall * part))
        spot.home = (x, y)
        spot.bring(x, y)

    def _wait(self, sprite: Fitted, slot: Box) -> None:
        """A thing in the tray."""
        self._slot = (slot.width - u(14), slot.height - u(14))
        if sprite.held_by is None:
            self._shrink(sprite)
        self.put(sprite, slot.x + slot.width / 2, slot.y + slot.height / 2)

    def _shrink(self, sprite: Fitted) -> None:
        """As large as its slot lets it."""
        across, tall = shape_of(sprite.name)
        wide_, tall_ = self._slot
        scale = min((wide_ - u(20)) / across, (tall_ - u(6)) / tall)
        sprite.fit(self._slot, (across * scale, tall * scale))

    # In the hand a thing is as large as it will be on the figure.

    def taken(self, sprite: Sprite) -> None:
        across, tall = (u(side) * self._scale for side in shape_of(sprite.name))
        cast(Fitted, sprite).fit((max(across, u(LEAST)), max(tall, u(LEAST))), (across, tall))

    def send_home(self, sprite: Sprite) -> None:
        if isinstance(sprite, Fitted):
            self._shrink(sprite)
        super().send_home(sprite)

    def _order(self) -> None:
        """Sleeves under gloves, goggles under a helmet; what waits lies uppermost."""
        round_ = cast(Dressing, self.round)
        for place in LAYERS:
            if place in round_.worn:
                self._raise(self.sprites[round_.outfit[place]])
        for place in round_.bare:
            self._raise(self.sprites[place])
        self._raise(self.other_hand)
        self.remove_widget(self.tray)
        self.add_widget(self.tray)
        for thing in round_.left:
            self._raise(self.sprites[thing])
        self._raise(self.hand)

    def _surround(self, room: Box, left: float, foot: float, scale: float) -> None:
        """The place of work, where there is room for it."""
        across = u(WIDE) * scale
        self.podium.lay(left + across * 0.14, foot - u(30), across * 0.72, u(74))
        side = min(u(250), max(u(150), u(120) * scale))
        free = left - room.x
        beside = free > u(240)
        bx = room.x + (free / 2 if beside else side * 0.5 + u(MARGIN - 30))
        if beside:
            side = min(u(300), free * 0.8)
        self.badge.appear(beside or scale > 1.3)
        self.badge.lively = False
        self.badge.fit(side, side)
        self.badge.bring(bx, room.top - side / 2 - u(10))
        right = room.x + room.width
        spots = (
            (bx, foot + u(120)),
            (right - free / 2, foot + u(120)),
            (right - free / 2, room.top - u(170)),
        )
        if not beside:
            spots = (
                (room.x + u(126), foot + u(70)),
                (right - u(126), foot + u(70)),
                (right - u(126), room.top - side / 2),
            )
        for sprite, (x, y) in zip(self.around, spots, strict=True):
            sprite.appear(beside or scale > 1.3)
            sprite.lively = False
            self.put(sprite, x, y, side=min(260.0, side / measure.unit))
