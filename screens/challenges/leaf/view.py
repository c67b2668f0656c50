"""The leaves of a task."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from content.exhibition.challenges.leaf.rules import Bunch
from content.exhibition.challenges.round import Verdict
from screens.challenges import view
from screens.challenges.leaf.blade import paint
from screens.theme import _


class View(view.View):
    """Some leaves; one of them is ill."""

    task: Bunch

    def build(self) -> None:
        for number, leaf in enumerate(self.task.leaves):
            self.option(number, _("Лист {n}").format(n=number + 1), partial(paint, leaf))

    def lay(self) -> None:
        self.grid(self.options, shape=1.0)

    def asks(self, task: Bunch) -> str:
        return _("Какой лист заболел?")

    def tells(self, task: Bunch, judged: Sequence[Verdict]) -> str:
        return {
            "spots": _("Пятнистость: бурые пятна с каймой."),
            "bloom": _("Мучнистая роса: белый налёт."),
            "rust": _("Ржавчина: рыжие подушечки."),
            "yellow": _("Хлороз: желтеет между жилками."),
            "scorch": _("Ожог: край высох."),
            "holes": _("Погрызли гусеницы: дырки."),
        }[task.leaves[task.right[0]].ill]
