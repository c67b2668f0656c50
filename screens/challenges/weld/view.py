"""The seams of a task, each on its plate."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from content.exhibition.challenges.round import Verdict
from content.exhibition.challenges.weld.rules import Weld
from screens.challenges import view
from screens.challenges.weld.seam import paint
from screens.theme import _


class View(view.View):
    """Some welded plates; one of them will not hold."""

    task: Weld

    def build(self) -> None:
        for number, seam in enumerate(self.task.seams):
            label = _("Шов {n}").format(n=number + 1)
            self.option(number, label, partial(paint, seam))

    def lay(self) -> None:
        self.grid(self.options, shape=1.5)

    def asks(self, task: Weld) -> str:
        return _("Который шов не выдержит?")

    def tells(self, task: Weld, judged: Sequence[Verdict]) -> str:
        return {
            "pores": _("Поры: в металл попал газ."),
            "crack": _("Трещина: она пойдёт дальше."),
            "undercut": _("Подрез: канавка вдоль края."),
            "gap": _("Непровар: здесь шва нет."),
            "burn": _("Прожог: металл проплавлен насквозь."),
            "wander": _("Шов гуляет: ширина неровная."),
        }[task.seams[task.right[0]].fault]
