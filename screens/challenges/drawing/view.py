"""A sheet with three views, and the parts one of which it shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from content.exhibition.challenges.drawing.rules import Drawing
from content.exhibition.challenges.round import Verdict
from screens.challenges import view
from screens.challenges.drawing.solid import paint
from screens.challenges.drawing.views import Views
from screens.challenges.view import GAP
from screens.theme import _
from screens.units import u


class View(view.View):
    """The drawing, and parts to choose from."""

    task: Drawing

    def build(self) -> None:
        self.sheet = Views(self.task.part)
        self.add_widget(self.sheet)
        for number, part in enumerate(self.task.parts):
            self.option(number, _("Деталь {n}").format(n=number + 1), partial(paint, part))

    def lay(self) -> None:
        x, y, wide, tall = self.x, self.y, self.width, self.height
        gap = u(GAP)
        if tall >= wide * 0.95:
            share = round(tall * 0.5)
            self.sheet.pos, self.sheet.size = (x, y + tall - share), (wide, share)
            self.grid(self.options, (x, y, wide, tall - share - gap), shape=1.15)
        else:
            share = round(wide * 0.42)
            self.sheet.pos, self.sheet.size = (x, y), (share, tall)
            self.grid(self.options, (x + share + gap, y, wide - share - gap, tall), shape=1.15)

    def asks(self, task: Drawing) -> str:
        return _("Которая деталь на чертеже?")

    def tells(self, task: Drawing, judged: Sequence[Verdict]) -> str:
        if judged[-1].right:
            return _("Верно: сходится с трёх сторон.")
        return _("Вот она: сверьте с видом сверху.")
