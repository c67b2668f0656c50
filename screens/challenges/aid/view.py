"""Cards of steps: touched in their order they get their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from content.exhibition.challenges.aid.cases import CASES
from content.exhibition.challenges.aid.rules import Aid
from content.exhibition.challenges.round import Verdict
from screens.challenges import view
from screens.challenges.brush import spot
from screens.challenges.option import Option
from screens.theme import _, rgba, theme
from screens.units import u
from screens.widgets.words import Words


class Step(Option):
    """One step; its number stands before it once it has one."""

    def __init__(self, choice: int, text: str) -> None:
        super().__init__(choice, text)
        ink = theme.palette("linen").ink
        self.text = Words(
            text,
            role="strong",
            color=ink,
            size_hint=(None, None),
            font_size=theme.text_px("strong") * 1.15,
        )
        self.number = Words("", role="heading", color=ink, free=True, size_hint=(None, None))
        self.add_widget(self.text)
        self.add_widget(self.number)
        self.text_px = self.text.font_size

    def place(self, number: int) -> None:
        """Give it its place in the order."""
        self.number.say(str(number))
        self.repaint()

    def _draw(self, *_args: Any) -> None:
        super()._draw()
        radius, side = u(40), u(36)
        x, middle = self.x + side + radius, self.y + self.edge + (self.height - self.edge) / 2
        with self._sketch.canvas:
            known = bool(self.number.text)
            gold = rgba("#FFC94D") if known else rgba("#E8EAF4")
            if theme.contrast:
                spot(x, middle, radius, (0, 0, 0, 1))
                spot(x, middle, radius - u(5), (1, 1, 1, 1))
            else:
                spot(x, middle, radius, gold)
        self.number.measure()
        self.number.pos = (x - self.number.width / 2, middle - self.number.height / 2)
        self.text.width = max(u(100), self.width - 3 * side - 2 * radius - u(50))
        self.text.height = self.text.texture_size[1]
        self.text.pos = (x + radius + side, round(middle - self.text.height / 2))


class View(view.View):
    """What happened, and the steps mixed up."""

    task: Aid

    def build(self) -> None:
        steps = CASES[self.task.case].steps
        for number, step in enumerate(self.task.steps):
            self.take(Step(number, steps[step].say(theme.lang)))

    def lay(self) -> None:
        self.grid(self.options, columns=1)

    def settle(self, verdict: Verdict) -> None:
        step = self.options[verdict.wanted]
        step.place(verdict.step + 1)
        step.settle("right" if verdict.right else "wanted")

    def asks(self, task: Aid) -> str:
        name = CASES[task.case].name.say(theme.lang)
        if not self.judged:
            return _("{case}. Что сначала?").format(case=name)
        if not self.judged[-1].right:
            return _("{case}. Сначала было это, что потом?").format(case=name)
        return _("{case}. Что потом?").format(case=name)

    def tells(self, task: Aid, judged: Sequence[Verdict]) -> str:
        if all(one.right for one in judged):
            return _("Всё по порядку!")
        return _("Вот порядок: запомните его.")
