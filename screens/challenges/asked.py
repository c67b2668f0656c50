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
"""Design units of the smallest letters; a fifth more in the large mode."""
STEP = 2
LARGER = 1.3
"""How much larger an answer is than other words where there is room."""
LOWEST = 98
"""Design units of height of the lowest answer that stands over another."""
ROOMY = 520
"""Design units of width from which a card has room for a picture."""


def plain(text: Text) -> str:
    """A text in the visitor's language, without soft hyphens."""
    return text.say(theme.lang).replace(SOFT, "")


def fit(words: Words, text: str, full: float, wide: float, tall: float) -> None:
    """Let words that say ``text`` be ``wide`` px wide and no taller than ``tall`` px, in letters of
    ``full`` px or as much smaller as it takes; no word is broken while they can be smaller."""
    least = min(full, u(LEAST_TEXT * (1.2 if theme.large else 1.0)))
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

    def suit(self, full: float | None = None) -> float:
        """The size of its letters, px, at the size it has; no larger than ``full``."""
        tall = self.height - self.edge - u(20)
        fit(self.text, self._said, full or self._full_text, self._room(), tall)
        return float(self.text.font_size)

    def _across(self) -> float:
        """How wide its picture is, px."""
        roomy = self.picture is not None and self.width >= u(ROOMY)
        return min(u(112), self.height - self.edge - u(24)) if roomy else 0.0

    def _left(self) -> float:
        """How far its words are from its left edge, px."""
        side = u(28 if self.width >= u(ROOMY) else 18)
        return side + (self._across() + side if self._across() else 0)

    def _room(self) -> float:
        # The mark of a judged card lies in its upper right corner.
        return self.width - self._left() - u(66 if self.width >= u(ROOMY / 2) else 18)

    def _draw(self, *_args: Any) -> None:
        super()._draw()
        middle = self.y + self.edge + (self.height - self.edge) / 2
        if self.picture is not None:
            across = self._across()
            self.picture.opacity = 0 if not across else self.picture.opacity or 1
            self.picture.size = (across, across)
            self.picture.pos = (self.x + u(28), middle - across / 2)
        self.text.pos = (self.x + self._left(), round(middle - self.text.height / 2))


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
        self._said, self._full_text = text, self.text.font_size * LARGER
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
            self.text.width = max(1, self.text.texture_size[0])
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
        count = len(self.options)
        column, pairs = (n * u(LOWEST) + (n - 1) * gap for n in (count, -(-count // 2)))
        if tall >= column and tall < wide * 0.62:
            share = round(wide * 0.36)
            self.shown.pos, self.shown.size = (x, y), (share, tall)
            self.grid(self.options, (x + share + gap, y, wide - share - gap, tall), columns=1)
        else:
            # Above: beside one another where a column would be too low.
            least = column if tall >= column + gap + u(LOWEST) else pairs
            share = round(min(tall * 0.36, u(380), max(u(LOWEST), tall - gap - least)))
            below = min(tall - share - gap, u(800))
            self.shown.pos, self.shown.size = (x, y + tall - share), (wide, share)
            beneath = (x, y + tall - share - gap - below, wide, below)
            self.grid(self.options, beneath, columns=1 if least == column else 2)
        # Letters of one size on all cards.
        size = min((option.suit() for option in self.options), default=0.0)
        for option in self.options:
            option.suit(size)
            option.repaint()
