"""A patient on the couch, what it thinks of, a basin for the hands and a tray of things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from content.games import Move
from content.games.doctor.rules import CARERS, HANDS, HEART, PLACES, Visit
from screens.games.doctor.bubble import Bubble
from screens.games.doctor.figure import Figure
from screens.games.doctor.looks import TALL, WIDE
from screens.games.doctor.office import Office
from screens.games.playpage import MARGIN, wide
from screens.games.room import GAP, cells
from screens.games.sprite import LEAST, Sprite
from screens.games.stage import Stage
from screens.games.tray import Tray
from screens.page import Box
from screens.theme import _
from screens.units import measure, u
from screens.voice import voice

PIECE = 196
"""Design units across a thing where there is room."""
FREE = 0.89
"""How much of a figure's width must be free: its left paw may stand before something."""


HEAD = 0.8
"""Of its width from the left, how far a head or its ears reach."""
PAW_OUT = 0.525
"""Of its width, how far the place at its right paw is from its middle."""
ROOMY = 720
"""Design units of height from which a patient sits on the couch, not before it."""


@dataclass(frozen=True)
class Plan:
    """How the room is divided, px: the tray and its columns, the patient's part, the column of
    thought, helper and basin; ``piece`` design units."""

    tray: Box
    columns: int
    piece: float
    patient: Box
    column: Box


class View(Stage):
    """Wash your hands, look, help, be thanked."""

    def build(self) -> None:
        round_ = cast(Visit, self.round)
        self.office, self.tray = Office(), Tray()
        self.figure, self.bubble = Figure(), Bubble()
        for part in (self.office, self.figure, self.bubble, self.tray):
            self.add_widget(part)
        self.helper = self._scenery("helper", self._helper_picture(), 320)
        labels = dict(
            zip(PLACES, (_("Лоб"), _("Рот"), _("Грудь"), _("Лапа"), _("Руки")), strict=True)
        )
        for place in PLACES:
            picture = self.game.things[HANDS].picture if place == HANDS else ""
            self.keep(Sprite(place, labels[place], picture, LEAST, part=0.88, role="place"))
        self.clean = self._scenery("clean", "sparkles", 100)
        self.thought = self._scenery("thought", "", 150)
        self.piece(HEART.thing, LEAST).appear(False)
        shown = dict.fromkeys(
            thing for patient in round_.patients for need in patient.needs for thing in need.tray
        )
        for thing in shown:
            self.piece(thing, PIECE)

    def _scenery(self, name: str, picture: str, side: float) -> Sprite:
        made = Sprite(name, "", picture, side, part=1.0)
        made.lively = False
        return self.keep(made)

    def _helper_picture(self) -> str:
        round_ = cast(Visit, self.round)
        return self.game.things[CARERS[round_.patient.kind]].picture

    # Where everything is

    def _plan(self) -> Plan:
        box, margin = self.box, u(MARGIN)
        round_ = cast(Visit, self.round)
        count = max(len(need.tray) for one in round_.patients for need in one.needs)
        if not wide(box):
            columns = count if count < 5 else 3
            rows = -(-count // columns)
            tray = Box(
                box.x + margin, box.y + margin * 0.7, box.width - 2 * margin, u(rows * 214 + 40)
            )
            low, high = tray.top + u(GAP), box.top - u(10)
            column = Box(box.x + margin, low, u(270), high - low)
            left = column.x + column.width - u(40)
            patient = Box(left, low, box.x + box.width - margin - left, high - low)
            return Plan(tray, columns, PIECE, patient, column)
        tight = box.width < u(1400)
        margin = u(26) if tight else margin
        piece = 172 if tight else PIECE
        columns = 1 if count < 4 else 2
        across = u(columns * (piece + (4 if tight else 30)) + 16)
        tall = box.height - margin * 1.2
        tray = Box(box.x + box.width - margin - across, box.y + margin * 0.8, across, tall)
        column = Box(box.x + margin, tray.y, u(190 if tight else 300), tall)
        left = column.x + column.width - (u(36) if tight else 0)
        foot = box.y + u(10) if tight else tray.y
        patient = Box(left, foot, tray.x - left - u(14), box.top - u(6) - foot)
        return Plan(tray, columns, piece, patient, column)

    def arrange(self) -> None:
        round_ = cast(Visit, self.round)
        plan = self._plan()
        self.tray.lay(plan.tray)
        self._lay_patient(plan, round_)
        self._lay_column(plan, round_)
        self._lay_tray(plan, round_)

    def _lay_patient(self, plan: Plan, round_: Visit) -> None:
        room = plan.patient
        couch = min(u(190), room.height * 0.16)
        low = room.y + couch * (0.8 if room.height > u(ROOMY) else 0.3)
        tall = min(room.top - low, room.width / FREE * TALL / WIDE)
        across = tall * WIDE / TALL
        middle = min(room.x + room.width / 2, room.x + room.width - across * PAW_OUT)
        self.figure.sit(middle, low, tall)
        self.figure.show(round_.patient.kind, round_.gladness, round_.left)
        side = self.figure.reach / measure.unit
        for place in PLACES:
            if place != HANDS:
                self.put(self.sprites[place], *self.figure.place(place), side=max(LEAST, side))
        self._couch = Box(room.x, room.y, room.width, couch)

    def _lay_column(self, plan: Plan, round_: Visit) -> None:
        """From below: the basin, who helps behind it, the thought."""
        column = plan.column
        middle = column.x + column.width / 2
        hands = max(u(LEAST), min(column.width, u(230)))
        bubble = min(column.width * 1.04, column.height * 0.34, u(290))
        stand = min(u(320), column.height - hands - bubble + u(10), column.width)
        self._lay_basin(Box(middle - hands / 2, column.y, hands, hands), plan, round_)
        self.helper.dress(self._helper_picture())
        behind = column.y + hands + stand / 2 - u(16)
        self.put(self.helper, middle, behind, side=stand / measure.unit)
        # The thought hangs at the height of the head where the room is high.
        high = max(
            self.figure.y + self.figure.height * 0.92 + bubble / 2,
            column.y + hands + stand + bubble * 0.9,
        )
        self._lay_thought(middle, min(high, column.top) - bubble / 2, bubble, round_)

    def _lay_basin(self, basin: Box, plan: Plan, round_: Visit) -> None:
        middle, low, side = basin.x + basin.width / 2, basin.y, basin.width
        self.put(self.sprites[HANDS], middle, low + side / 2, side=side / measure.unit)
        washed = round_.washed or round_.done
        self.clean.appear(washed)
        self.clean.lively = False
        self.put(self.clean, middle - side * 0.34, low + side * 0.86, side=84)
        left, patient = plan.column.x, plan.patient
        room = Box(left, plan.column.y, patient.x + patient.width - left, plan.column.height)
        figure = self.figure
        head = Box(figure.x, figure.y, figure.width * HEAD, figure.height)
        self.office.lay(room, self._couch, basin, head, washed=washed)

    def _lay_thought(self, x: float, y: float, side: float, round_: Visit) -> None:
        head = (self.figure.x + self.figure.width * 0.17, y - side * 0.2)
        self.bubble.hang(x, y, side, head)
        self.bubble.opacity = 0 if round_.done else 1
        thanks = round_.now is None and not round_.done
        heart = self.sprites[HEART.thing]
        heart.appear(thanks)
        self.put(heart, x, y, side=max(LEAST, side * 0.62 / measure.unit))
        self.thought.appear(not thanks and not round_.done)
        self.thought.lively = False
        self.thought.dress(self._thought_picture(round_))
        self.put(self.thought, x, y, side=side * 0.6 / measure.unit)

    def _thought_picture(self, round_: Visit) -> str:
        if round_.thought == "scratch" and round_.patient.kind == "doll":
            return "raised-hand"
        return self.game.things[round_.thought].picture

    def _lay_tray(self, plan: Plan, round_: Visit) -> None:
        need = round_.now or round_.patient.needs[-1]
        places = cells(plan.tray, len(need.tray), plan.columns)
        using = round_.using
        for name in self._things(round_):
            piece = self.sprites[name]
            if name in round_.worn:
                self._wear(piece, name)
            elif name in need.tray:
                piece.appear(True)
                cell = places[need.tray.index(name)]
                if using is not None and using.thing == name:
                    self._bring(piece, using, plan)
                else:
                    middle = (cell.x + cell.width / 2, cell.y + cell.height / 2 + u(4))
                    self.put(piece, *middle, side=plan.piece)
            elif using is not None and using.thing == name:
                self._bring(piece, using, plan)
            else:
                piece.appear(False)

    def _things(self, round_: Visit) -> list[str]:
        return list(
            dict.fromkeys(t for one in round_.patients for need in one.needs for t in need.tray)
        )

    def _bring(self, piece: Sprite, using: Move, plan: Plan) -> None:
        self.put(piece, *self.sprites[using.place].middle, side=plan.piece)

    def _wear(self, piece: Sprite, name: str) -> None:
        piece.appear(True)
        piece.lively = False
        x, y = self.figure.place("paw" if name == "plaster" else "chest")
        scale = self.figure.reach / measure.unit
        if name == "plaster":
            self.put(piece, x, y, side=scale * 0.62)
        else:
            self.put(piece, x, y + self.figure.reach * 0.42, side=scale * 1.06)

    def shown(self, move: Move) -> None:
        """Say what is wrong next."""
        round_ = cast(Visit, self.round)
        said = self.game.things[round_.thought].asks if not round_.done else None
        if said is not None and round_.step == 0:
            voice.say(said)
