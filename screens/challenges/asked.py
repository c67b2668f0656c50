"""What challenges that ask about the region share: what is asked about, large on a light sheet, and
answers as cards with a picture and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.uix.floatlayout import FloatLayout

from content.model import Text
from screens.challenges import view
from screens.challenges.option import FADED, Option
from screens.challenges.view import GAP
from screens.exhibits.strokes import outline, sheet
from screens.theme import rgba, theme
from screens.typography import SOFT, fitting_size
from screens.units import u
from screens.widgets.surface import Picture
from screens.widgets.words import Words

LEAST_TEXT = 26
"""Design units of the smallest letters; the large mode draws no smaller ones than its own."""
STEP = 2
LARGER = 1.3
"""How much larger an answer is than other words where there is room."""
LOWEST = 104
"""Design units of height of the lowest answer that stands over another."""
ROOMY = 520
"""Design units of width from which a card has room for a picture."""


def plain(text: Text) -> str:
    """A text in the visitor's language, without soft hyphens."""
    return text.say(theme.lang).replace(SOFT, "")


def fit(words: Words, text: str, full: float, wide: float, tall: float) -> None:
    """Let words that say ``text`` be ``wide`` px wide and no taller than ``tall`` px, in letters of
    ``full`` px or as much smaller as it takes; no word is broken while they can be smaller."""
    least = min(full, u(LEAST_TEXT * (1.4 if theme.large else 1.0)))
    words.width = wide = max(u(40), wide)
    size = fitting_size(text, words.font_name, full, wide, least)
    while True:
        words.font_size = size
        words.height = max(1, words.texture_size[1])
        if words.height <= tall or size <= least:
            return
        size = max(least, size - u(STEP))


class Answer(Option):
    """A card with words, and a picture before them where there is room."""

    def __init__(self, choice: int, text: str, picture: str = "") -> None:
        super().__init__(choice, text)
        self.text = Words(
            text, role="strong", color=theme.palette("linen").ink, size_hint=(None, None)
        )
        self._said, self._full_text = text, self.text.font_size * LARGER
        self.text_px = self.text.font_size
        self.picture = Picture(picture, 112) if picture else None
        for part in (self.picture, self.text):
            if part is not None:
                self.add_widget(part)

    def settle(self, mark: str) -> None:
        super().settle(mark)
        if mark == "missed":
            if self.picture is not None:
                self.picture.opacity = FADED
            if not theme.contrast:
                self.text.opacity = FADED + 0.2

    def _draw(self, *_args: Any) -> None:
        super()._draw()
        side, tall = u(28), self.height - self.edge
        middle = self.y + self.edge + tall / 2
        left = self.x + side
        if self.picture is not None:
            roomy = self.width >= u(ROOMY)
            across = min(u(112), tall - u(24)) if roomy else 0
            self.picture.opacity = 0 if not roomy else self.picture.opacity or 1
            self.picture.size_hint = (None, None)
            self.picture.size = (across, across)
            self.picture.pos = (left, middle - across / 2)
            left += across + (side if roomy else 0)
        # The mark of a judged card lies in its upper right corner.
        fit(
            self.text, self._said, self._full_text, self.x + self.width - u(66) - left, tall - u(20)
        )
        self.text.pos = (left, round(middle - self.text.height / 2))


class Subject(FloatLayout):
    """Pictures beside one another, and what they are called."""

    def __init__(self, pictures: Sequence[str], text: str, **kwargs: Any) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        self.pictures = [Picture(name, 144, size_hint=(None, None)) for name in pictures]
        self.text = Words(
            text,
            role="strong",
            color=theme.palette("linen").ink,
            halign="center",
            size_hint=(None, None),
        )
        self._said, self._full_text = text, self.text.font_size
        for part in (*self.pictures, self.text):
            self.add_widget(part)
        self._draw_once = Clock.create_trigger(self._draw, -1)
        self.bind(pos=self._draw_once, size=self._draw_once)

    def _draw(self, *_args: Any) -> None:
        self.canvas.before.clear()
        with self.canvas.before:
            sheet(self.x, self.y, self.width, self.height, u(36), rgba("#FFFFFF"))
            if theme.contrast:
                outline(self.x, self.y, self.width, self.height, u(36), u(5), (0, 0, 0, 1))
        pad, count = u(24), len(self.pictures)
        lies = self.width > self.height * 3
        room = self.width - 2 * pad
        if lies:
            across = min(self.height - 2 * pad, u(170), room * 0.5 / count)
            row = count * across + (count - 1) * pad
            fit(self.text, self._said, self._full_text, room - row - pad, self.height - pad)
            whole = row + pad + self.text.width
            left = self.x + (self.width - whole) / 2
            foot = self.y + (self.height - across) / 2
            self.text.pos = (left + row + pad, self.y + (self.height - self.text.height) / 2)
        else:
            fit(self.text, self._said, self._full_text, room, self.height * 0.46)
            free = self.height - self.text.height - pad * 2.4
            across = max(1, min(free, u(230), (room - (count - 1) * pad) / count))
            row = count * across + (count - 1) * pad
            left = self.x + (self.width - row) / 2
            low = self.y + (self.height - across - self.text.height - pad * 0.4) / 2
            self.text.pos = (self.x + pad, low)
            foot = low + self.text.height + pad * 0.4
        for number, picture in enumerate(self.pictures):
            picture.size = (across, across)
            picture.pos = (round(left + number * (across + pad)), round(foot))


class AskedView(view.View):
    """A subject above its answers, or beside them where the room lies."""

    def subject(self) -> Subject:
        """What is asked about."""
        raise NotImplementedError

    def answers(self) -> Sequence[tuple[Text, str]]:
        """The words of each answer, and its picture or none."""
        raise NotImplementedError

    def build(self) -> None:
        self.shown = self.subject()
        self.add_widget(self.shown)
        for number, (text, picture) in enumerate(self.answers()):
            self.take(Answer(number, plain(text), picture))

    def lay(self) -> None:
        x, y, wide, tall, gap = self.x, self.y, self.width, self.height, u(GAP)
        if tall >= wide * 0.62:
            count = len(self.options)
            least = count * u(LOWEST) + (count - 1) * gap
            share = round(min(tall * 0.36, u(380)))
            columns = 1 if tall - share - gap >= least else 2
            self.shown.pos, self.shown.size = (x, y + tall - share), (wide, share)
            below = min(tall - share - gap, u(800))
            self.grid(
                self.options, (x, y + tall - share - gap - below, wide, below), columns=columns
            )
        else:
            share = round(wide * 0.36)
            self.shown.pos, self.shown.size = (x, y), (share, tall)
            self.grid(self.options, (x + share + gap, y, wide - share - gap, tall), columns=1)
