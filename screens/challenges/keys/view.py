"""The word to type, and a keyboard whose letters go out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.uix.floatlayout import FloatLayout

from content.exhibition.challenges.keys.rules import ROWS, Typing, keys
from content.exhibition.challenges.round import Verdict
from screens.challenges import view
from screens.challenges.brush import box
from screens.challenges.option import Option
from screens.exhibits.strokes import sheet
from screens.theme import _, rgba, theme
from screens.units import u
from screens.widgets.words import Words

GAP = 10
BUMPS = {"ru": "ао", "en": "fj"}
"""Keys the forefingers find by touch."""
TYPED, WAITING = "#FFC94D", "#FFFFFF"


class Cap(Option):
    """A key; its letter may have gone out."""

    outlives_its_place = True

    def __init__(self, choice: int, letter: str, *, hidden: bool, bump: bool) -> None:
        super().__init__(choice, letter, radius=22, edge=7)
        self.role = "key"
        ink = theme.palette("linen").ink
        self.hidden, self.bump = hidden, bump
        self.letter = Words(
            letter, role="heading", color=ink, free=True, size_hint=(None, None), font_size=u(46)
        )
        self.letter.opacity = 0 if hidden else 1
        self.add_widget(self.letter)
        self.text_px = self.letter.font_size

    def settle(self, mark: str) -> None:
        self.letter.opacity = 1 if mark == "wanted" or not self.hidden else 0
        self.mark = mark
        self.repaint()

    def _draw(self, *_args: Any) -> None:
        super()._draw()
        self.letter.measure()
        y = self.y + self.edge + (self.height - self.edge - self.letter.height) / 2
        self.letter.pos = (self.x + (self.width - self.letter.width) / 2, round(y))
        if self.bump:
            with self._sketch.canvas:
                wide = self.width * 0.34
                low = self.y + self.edge + u(12)
                box(self.x + (self.width - wide) / 2, low, wide, u(7), rgba("#14183A"))

    def _draw_mark(self) -> None:
        if self.mark == "wanted":
            super()._draw_mark()


class Word(FloatLayout):
    """The word; what is typed is marked, the next letter is underlined."""

    def __init__(self, word: str, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        self.typed = 0
        ink = theme.palette("night").ink
        self.letters = [
            Words(letter, role="display", color=ink, free=True, size_hint=(None, None))
            for letter in word
        ]
        for letter in self.letters:
            self.add_widget(letter)
        self.bind(pos=self._draw, size=self._draw)

    def show(self, typed: int) -> None:
        """So many letters are typed."""
        self.typed = typed
        self._draw()

    def _draw(self, *_args: Any) -> None:
        cell = min(u(124), self.width / max(1, len(self.letters)))
        left = self.x + (self.width - cell * len(self.letters)) / 2
        self.canvas.before.clear()
        for number, letter in enumerate(self.letters):
            if not theme.contrast:
                letter.color = rgba(TYPED if number < self.typed else WAITING)
            letter.font_size = min(u(96), cell)
            letter.measure()
            letter.pos = (
                round(left + number * cell + (cell - letter.width) / 2),
                round(self.y + (self.height - letter.height) / 2),
            )
        with self.canvas.before:
            for number in range(len(self.letters)):
                ink = (0, 0, 0, 1) if theme.contrast else rgba(WAITING)
                colour = ink if number == self.typed else (*ink[:3], 0.3)
                if number < self.typed and not theme.contrast:
                    colour = rgba(TYPED)
                thick = u(14 if number == self.typed else 8)
                sheet(
                    left + number * cell + cell * 0.12,
                    self.y,
                    cell * 0.76,
                    thick,
                    thick / 2,
                    colour,
                )


class View(view.View):
    """Type the word; letters once typed are no longer on their keys."""

    task: Typing
    side = 14

    def build(self) -> None:
        task = self.task
        self.word = Word(task.word)
        self.add_widget(self.word)
        for number, letter in enumerate(keys(task.lang)):
            bump = letter in BUMPS[task.lang]
            self.take(Cap(number, letter, hidden=letter in task.hidden, bump=bump))

    def lay(self) -> None:
        gap, rows = u(GAP), ROWS[self.task.lang]
        tall = min((self.height * 0.7 - gap * 2) / 3, u(190))
        most = max(len(row) for row in rows)
        wide = (self.width - gap * (most - 1)) / most
        options = iter(self.options)
        for number, row in enumerate(rows):
            left = self.x + (self.width - len(row) * wide - (len(row) - 1) * gap) / 2
            for place in range(len(row)):
                cap = next(options)
                cap.size = (round(wide), round(tall))
                cap.pos = (
                    round(left + place * (wide + gap)),
                    round(self.y + (2 - number) * (tall + gap)),
                )
        board = 3 * tall + 2 * gap
        head = min(self.height - board - u(20), u(220))
        self.word.size = (self.width, max(1, head))
        self.word.pos = (self.x, self.y + board + (self.height - board - head) / 2)

    def settle(self, verdict: Verdict) -> None:
        for cap in self.options:
            if cap.mark:
                cap.settle("")
        if not verdict.right:
            self.options[verdict.wanted].settle("wanted")
        self.word.show(verdict.step + 1)

    def asks(self, task: Typing) -> str:
        if self.judged and not self.judged[-1].right:
            return _("«{letter}» — вот здесь.").format(letter=task.word[self.judged[-1].step])
        return _("Наберите слово.")

    def tells(self, task: Typing, judged: Sequence[Verdict]) -> str:
        if all(one.right for one in judged):
            return _("Точно как в образце!")
        return _("Готово. Следующее слово.")
