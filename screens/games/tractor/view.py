"""A field, the keys with arrows, and the strip the program is laid into."""

from __future__ import annotations

from typing import cast

from content.games import Move, Round
from content.games.tractor.rules import ARROWS, CARD, GO, Drive, Plan, card
from screens.games.sprite import Spot, Sprite
from screens.games.stage import Stage
from screens.games.tractor.board import Board
from screens.games.tractor.cards import Card
from screens.games.tractor.driver import Driver
from screens.games.tractor.room import Room, rooms
from screens.games.tray import Tray
from screens.theme import theme
from screens.units import measure, u
from screens.voice import voice

DRIVE_S, HOME_S = 0.5, 0.9
"""Seconds from cell to cell, and from where it strayed back to the start."""
BUMP_S = 0.12
FAINT = 0.4
GOODS = {"field": "sheaf-of-rice", "shop": "gear"}
PLACES = {
    "twice": (0, 0),
    "up": (1, 0),
    GO: (2, 0),
    "left": (0, 1),
    "down": (1, 1),
    "right": (2, 1),
}
"""Column and row of each key, as on a keyboard; from the upper left."""


class View(Stage):
    """Lay arrows, and let it drive."""

    rest_s = 0.6

    def build(self) -> None:
        drive = self.drive
        self.board = Board(drive.field, drive.scene)
        self.add_widget(self.board)
        self.tray = Tray()
        self.figure = self._scenery("figure", self.game.things[drive.worker].picture, part=1.0)
        self.goods = {
            cell: self._scenery(f"good {number}", GOODS[drive.scene])
            for number, cell in enumerate(drive.field.goods)
        }
        self.driver = Driver(
            self.game.things[drive.driver].picture, 200, wheeled=drive.driver == "robot"
        )
        self.keep(self.driver)
        self.slots: list[Spot] = []
        self.cards: list[Card] = []
        names = list(ARROWS)
        if isinstance(drive, Plan):
            self.add_widget(self.tray)
            names = [*drive.keys, GO]
            self._make_strip(len(drive.strip))
        self.keys = [cast(Card, self.keep(Card(name, self._label(name), name))) for name in names]
        for laid in self.cards:
            self.keep(laid)

    @property
    def drive(self) -> Drive:
        """The round as what it is."""
        return cast(Drive, self.round)

    def _scenery(self, name: str, picture: str, part: float = 0.92) -> Sprite:
        made = Sprite(name, "", picture, part=part)
        made.lively = False
        return self.keep(made)

    def _make_strip(self, count: int) -> None:
        for number in range(count):
            slot = Spot(f"slot {number}", "", colour="#9AA6C4")
            slot.lively = False
            self.keep(slot)
            self.slots.append(slot)
            laid = Card(card(number), "", "right")
            laid.appear(False)
            self.cards.append(laid)

    def _label(self, name: str) -> str:
        return self.game.things[name].name.say(theme.lang)

    # Where everything belongs

    def arrange(self) -> None:
        drive = self.drive
        room = rooms(self.box, len(self.slots))
        self.board.lay(room.board)
        self.board.track(drive.passed)
        for key in self.keys:
            self._put_key(key, room)
        self._put_figure(room)
        if isinstance(drive, Plan):
            self._put_strip(drive, room)
        self._put_goods(drive)
        self._put_driver(drive)

    def _put_key(self, key: Card, room: Room) -> None:
        column, row = PLACES[key.name]
        key_side, gap = room.key, room.gap
        pad = room.pad
        x = pad.x + u(key_side + gap) * column + u(key_side) / 2
        y = pad.top - u(key_side + gap) * row - u(key_side) / 2
        self.put(key, x, y, side=key_side)
        usable = {move.thing for move in self.round.moves}
        key.fade(1.0 if key.name in usable else FAINT)

    def _put_figure(self, room: Room) -> None:
        there = room.figure
        self.figure.opacity = 1.0 if there is not None else 0.0
        if there is not None:
            side = min(there.width, there.height)
            middle = there.x + there.width / 2, there.y + side / 2
            self.put(self.figure, *middle, side=side / measure.unit)

    def _put_strip(self, plan: Plan, room: Room) -> None:
        self.tray.lay(room.strip)
        step = u(room.slot + room.gap)
        left = room.strip.x + (room.strip.width - step * len(self.slots) + u(room.gap)) / 2
        y = room.strip.y + room.strip.height / 2 + u(4)
        for number, (slot, laid) in enumerate(zip(self.slots, self.cards, strict=True)):
            kind = plan.strip[number]
            x = left + step * number + u(room.slot) / 2
            self.put(slot, x, y, side=room.slot)
            slot.close(bool(kind))
            if kind:
                laid.become(kind, self._label(kind))
                if not laid.shown and self._laid:
                    laid.bring(*self.sprites[kind].middle)
                # One that led elsewhere stands out of the row.
                self.put(laid, x, y + (u(34) if number == plan.slip else 0), side=room.slot)
            laid.appear(bool(kind))
            laid.prove(number < plan.proved)
            laid.lift(1.07 if number == plan.reading else 1.0)

    def _put_goods(self, drive: Drive) -> None:
        """Goods lie on their cells; what is gathered lies before the barn."""
        side = self.board.side
        barn = self.board.place(drive.field.barn)
        for number, (cell, good) in enumerate(self.goods.items()):
            if cell in drive.left:
                self.put(good, *self.board.place(cell), side=side * 0.86 / measure.unit)
                continue
            x = barn[0] + side * (0.3 - 0.6 * (number % 2))
            at = (x, barn[1] - side * 0.2)
            self.put(good, *at, side=side * 0.5 / measure.unit, arc=u(90), seconds=DRIVE_S)

    def _put_driver(self, drive: Drive) -> None:
        passed = drive.passed
        if len(passed) > 1:
            across = passed[-1][0] - passed[-2][0]
        else:
            across = drive.field.barn[0] - drive.field.start[0]
        if across or len(passed) == 1:
            self.driver.face(leftward=across < 0)
        x, y = self.board.place(passed[-1])
        side = self.board.side
        part = 0.86
        if passed[-1] == drive.field.barn:
            part, y = 0.72, y - side * 0.16  # before the house, not over it
        seconds = DRIVE_S if len(passed) > 1 else HOME_S
        self.put(self.driver, x, y, side=side * part / measure.unit, seconds=seconds)

    # What else is to be seen

    def missed(self, move: Move) -> None:
        """What is in the way is bumped against, softly."""
        across, down = ARROWS.get(move.thing, (0, 0))
        x, y = self.driver.home
        far = self.board.side * 0.14
        self.glider.send(
            self.driver,
            x + far * across,
            y - far * down,
            BUMP_S,
            lambda: self.glider.send(self.driver, x, y, BUMP_S),
        )

    def sound(self, move: Move) -> str:
        """A card says nothing of whether it is right: the drive will tell."""
        if isinstance(self.round, Plan) and move.thing in self.round.keys:
            return "drop"
        return "pick" if move.thing.startswith(CARD) else "step"

    def happened(self, before: Round) -> None:
        """Each cell sounds; a drive that strayed counts as a try that went wrong."""
        now = self.round
        if isinstance(now, Plan) and now.steps:
            voice.effect("step")
        if isinstance(now, Plan) and isinstance(before, Plan) and before.steps is not None:
            mended = now.strip != before.strip
            if now.steps is None and (now.slip >= 0 or mended):
                self.host.slipped(Move(GO))
