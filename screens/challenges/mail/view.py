"""Letters in a box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from content.exhibition.challenges.mail.rules import Letter, Post
from content.exhibition.challenges.round import Verdict
from screens.challenges import view
from screens.challenges.option import Option
from screens.theme import _, theme
from screens.units import u
from screens.widgets.words import Words

PARTS = (1.0, 0.88, 0.78, 0.69, 0.6)
"""Of the full sizes of text, tried until every letter fits its card."""


class Envelope(Option):
    """A letter: who writes, from where, and what."""

    def __init__(self, choice: int, letter: Letter) -> None:
        name = letter.name.say(theme.lang)
        super().__init__(choice, name)
        palette = theme.palette("linen")
        flax = palette.ink if theme.contrast else theme.paint("flax").fill
        self.lines = [
            Words(name, role="heading", color=palette.ink, size_hint=(None, None)),
            Words(letter.address, role="strong", color=flax, size_hint=(None, None)),
            Words(
                letter.text.say(theme.lang),
                color=palette.ink,
                size_hint=(None, None),
                font_size=theme.text_px("text") * 1.15,
            ),
        ]
        for line in self.lines:
            self.add_widget(line)
        self.text_px = self.lines[1].font_size
        self._sizes = [line.font_size for line in self.lines]

    def settle(self, mark: str) -> None:
        super().settle(mark)
        if mark == "missed" and not theme.contrast:
            for line in self.lines:
                line.opacity = 0.6

    def fits(self, part: float) -> bool:
        """Write it at a part of the full sizes; whether the card holds it."""
        for line, size in zip(self.lines, self._sizes, strict=True):
            line.width = max(u(100), self.width - u(80))
            line.font_size = max(u(24), size * part)
            line.height = line.texture_size[1]
        return sum(line.height for line in self.lines) < self.height - self.edge - u(36)

    def _draw(self, *_args: Any) -> None:
        super()._draw()
        side, gap = u(40), u(10)
        whole = sum(line.height for line in self.lines) + 2 * gap
        y = self.y + self.edge + (self.height - self.edge + whole) / 2
        for line in self.lines:
            y -= line.height
            line.pos = (self.x + side, round(y))
            y -= gap


class View(view.View):
    """Three letters; one of them deceives."""

    task: Post

    def build(self) -> None:
        for number, letter in enumerate(self.task.letters):
            self.take(Envelope(number, letter))

    def lay(self) -> None:
        self.grid(self.options, columns=1)
        for part in PARTS:
            fitting = [one.fits(part) for one in self.options]
            if all(fitting):
                break

    def asks(self, task: Post) -> str:
        return _("Которое письмо обманывает?")

    def tells(self, task: Post, judged: Sequence[Verdict]) -> str:
        return task.tells.say(theme.lang)
