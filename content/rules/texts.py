"""Texts: there in both languages, plain, and drawn by the fonts we have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from content.boxes import SOFT_HYPHEN, undrawn
from content.fonts import FontsMissing, font_file
from content.problems import Problem
from content.rules.matter import Matter, Rule, strings, texts

_TAG = re.compile(
    r"\[/?[A-Za-z][^\]\n]{0,40}\]|[<>]|&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d+|#[xX][0-9A-Fa-f]+);"
    r"|\*\*|__|\]\(|`"
)
"""Kivy markup, HTML tags, HTML entities, Markdown."""
_LANGUAGES = {"ru": "русский", "en": "английский"}


def nothing_is_blank(matter: Matter) -> Iterator[Problem]:
    """A text that is there says something, in Russian and in English."""
    for entry in matter.exhibition:
        for path, value in strings(entry.value):
            if not value.replace(SOFT_HYPHEN, "").strip():
                language = _LANGUAGES.get(path.rpartition(".")[2])
                yield entry.problem(path, f"{language} текст пуст" if language else "пусто")


def texts_are_plain(matter: Matter) -> Iterator[Problem]:
    """No markup and no invisible characters but line ends, soft hyphens and fixed spaces."""
    for entry in matter.exhibition:
        for path, value in strings(entry.value):
            if (found := _TAG.search(value)) is not None:
                yield entry.problem(path, f"разметка «{found[0]}» в тексте: пишите просто словами")
            for char in sorted(set(value)):
                if char not in f"\n{SOFT_HYPHEN}" and unicodedata.category(char)[0] == "C":
                    yield entry.problem(path, f"невидимый символ U+{ord(char):04X} в тексте")


def spaces_are_single(matter: Matter) -> Iterator[Problem]:
    """Two spaces in a row are a slip that a visitor sees."""
    for entry in matter.exhibition:
        for path, value in strings(entry.value):
            if "  " in value:
                yield entry.problem(path, "два пробела подряд", warning=True)


def texts_are_drawn(matter: Matter) -> Iterator[Problem]:
    """Every character has a shape in the text font, else a visitor sees an empty box."""
    try:
        font = font_file(matter.places.modules, "Onest-Regular")
    except FontsMissing:
        return
    for entry in matter.exhibition:
        for path, text in texts(entry.value):
            for lang in ("ru", "en"):
                value = "".join(c for c in text.say(lang) if unicodedata.category(c)[0] != "C")
                if missing := undrawn(value, font):
                    yield entry.problem(f"{path}.{lang}", f"шрифт не рисует: {missing}")


def russian_is_russian(matter: Matter) -> Iterator[Problem]:
    """Languages that look swapped are a slip: Russian without Russian letters, or English with."""
    for entry in matter.exhibition:
        for path, text in texts(entry.value):
            if len(text.ru) > 24 and not re.search("[А-Яа-яЁё]", text.ru):
                yield entry.problem(f"{path}.ru", "русский текст без русских букв", warning=True)
            if re.search("[А-Яа-яЁё]", text.en):
                yield entry.problem(f"{path}.en", "русские буквы в английском тексте", warning=True)


RULES: list[Rule] = [
    nothing_is_blank,
    texts_are_plain,
    spaces_are_single,
    texts_are_drawn,
    russian_is_russian,
]
