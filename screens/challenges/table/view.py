"""A place at a table, and a tray of pieces."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from content.exhibition.challenges.round import Verdict
from content.exhibition.challenges.table.rules import DISHES, PIECES, Setting
from screens.challenges import view
from screens.challenges.table.pieces import paint_piece
from screens.challenges.table.place import Place
from screens.challenges.view import GAP
from screens.theme import _, theme
from screens.units import u


class View(view.View):
    """What goes to the bright spot?"""

    task: Setting

    def build(self) -> None:
        self.place = Place(self.task)
        self.add_widget(self.place)
        for number, piece in enumerate(self.task.tray):
            name = PIECES[piece].say(theme.lang)
            self.option(number, name, partial(paint_piece, piece), caption=name)

    def lay(self) -> None:
        x, y, wide, tall, gap = self.x, self.y, self.width, self.height, u(GAP)
        share = round(tall * (0.4 if theme.large else 0.52))
        self.place.pos, self.place.size = (x, y + tall - share), (wide, share)
        columns = 3 if tall >= wide * 0.8 else len(self.options)
        self.grid(self.options, (x, y, wide, tall - share - gap), columns=columns)

    def settle(self, verdict: Verdict) -> None:
        self.options[verdict.wanted].settle("right" if verdict.right else "wanted")
        self.place.show(len(self.judged))

    def asks(self, task: Setting) -> str:
        menu = ", ".join(DISHES[dish].say(theme.lang) for dish in task.menu)
        if self.judged and not self.judged[-1].right:
            return self._told(task, self.judged[-1])
        return _("В меню {menu}. Что на светлое место?").format(menu=menu)

    def tells(self, task: Setting, judged: Sequence[Verdict]) -> str:
        wrong = next((one for one in judged if not one.right), None)
        return _("Приятного аппетита!") if wrong is None else self._told(task, wrong)

    def _told(self, task: Setting, verdict: Verdict) -> str:
        piece = PIECES[task.open[verdict.step].piece].say(theme.lang)
        return _("Сюда ложится {piece}.").format(piece=piece)
