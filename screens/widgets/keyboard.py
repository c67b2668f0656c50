"""The on-screen keyboard: ЙЦУКЕН, Latin and digits, large keys, one key for the language.

It holds no text: each key reports a character, «erase» or «done» to whoever shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout

from screens.theme import _, theme
from screens.units import u
from screens.widgets.buttons import Face
from screens.widgets.press import Key
from screens.widgets.words import Words

LETTERS = {
    "ru": ("йцукенгшщзх", "фывапролджэ", "ёячсмитьъбю"),
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
}
DIGITS = ("12345", "67890")
GAP = 10
"""Design units between keys; the keys themselves are large, see ``docs/architecture.md``."""


class KeyCap(Key):
    """One key: a sign in the middle."""

    outlives_its_place = True

    def __init__(self, sign: str, label: str = "", paint: str = "paper", **kwargs: Any) -> None:
        super().__init__(label=label or sign, edge=7, radius=22, role="key", **kwargs)
        colours = theme.paint(paint)
        self.fill, self.edge_colour = colours.fill, colours.edge
        self.fg, self.bg = colours.ink, colours.fill
        face = Face(self)
        one = len(sign) == 1
        words = Words(
            sign,
            role="text" if one else "small",
            font_size=u(44) if one else theme.text_px("small"),
            color=colours.ink,
            single=not one,
            halign="center",
            valign="middle",
            size_hint=(1, 1),
        )
        face.add_widget(words)
        self.add_widget(face)
        self.text_px = words.font_size


class Keyboard(BoxLayout):
    """Keys in rows. ``kind`` is ``letters`` or ``digits``; ``capital`` starts with a capital."""

    def __init__(
        self,
        on_key: Callable[[str], None],
        on_erase: Callable[[], None],
        on_done: Callable[[], None],
        done: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            orientation="vertical",
            spacing=u(GAP),
            padding=[u(14), u(14), u(14), u(18)],
            **kwargs,
        )
        self._on_key, self._on_erase, self._on_done, self._done = on_key, on_erase, on_done, done
        self.kind = "letters"
        self.lang = theme.lang if theme.lang in LETTERS else "ru"
        self.capital = True
        self._boards: dict[tuple[str, str, bool], list[BoxLayout]] = {}
        self._build()

    def show(self, kind: str, capital: bool = False) -> None:
        """Letters or digits; with the next letter a capital one."""
        if (kind, capital) != (self.kind, self.capital):
            self.kind, self.capital = kind, capital
            self._build()

    def _build(self) -> None:
        which = ("digits", "", False)
        if self.kind != "digits":
            which = (self.kind, self.lang, self.capital)
        if which not in self._boards:
            self._boards[which] = self._board(which[0])
        self.clear_widgets()
        for row in self._boards[which]:
            self.add_widget(row)

    def _board(self, kind: str) -> list[BoxLayout]:
        if kind == "digits":
            return [*(self._row(row) for row in DIGITS), self._last_row(letters=False)]
        lines = (row.upper() if self.capital else row for row in LETTERS[self.lang])
        return [*(self._row(line) for line in lines), self._last_row(letters=True)]

    def _row(self, signs: str) -> BoxLayout:
        row = BoxLayout(spacing=u(GAP))
        for sign in signs:
            cap = KeyCap(sign)
            cap.bind(on_act=partial(self._typed, sign))
            row.add_widget(cap)
        return row

    def _last_row(self, *, letters: bool) -> BoxLayout:
        row = BoxLayout(spacing=u(GAP))
        keys: list[tuple[str, str, str, float, Callable[..., None]]] = []
        if letters:
            other = "ABC" if self.lang == "ru" else "АБВ"
            keys.append((other, _("Язык клавиатуры"), "paper", 1.4, self._switch_language))
            keys.append(("Аа", _("Большие буквы"), "paper", 1.2, self._switch_case))
            keys.append(("-", _("Дефис"), "paper", 0.9, partial(self._typed, "-")))
            keys.append((_("Пробел"), "", "paper", 2.2, partial(self._typed, " ")))
        keys.append((_("Стереть"), "", "paper", 1.9, self._erased))
        keys.append((self._done, "", "flax", 2.4, self._finished))
        for sign, label, paint, part, act in keys:
            cap = KeyCap(sign, label, paint, size_hint_x=part)
            cap.bind(on_act=act)
            row.add_widget(cap)
        return row

    def _typed(self, sign: str, *_args: Any) -> None:
        self._on_key(sign)

    def _erased(self, *_args: Any) -> None:
        self._on_erase()

    def _finished(self, *_args: Any) -> None:
        self._on_done()

    def _switch_language(self, *_args: Any) -> None:
        self.lang = "en" if self.lang == "ru" else "ru"
        self._build()

    def _switch_case(self, *_args: Any) -> None:
        self.capital = not self.capital
        self._build()
