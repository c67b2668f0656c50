"""Words to type on a keyboard that forgets: a letter once typed goes out on its key.

Touch typing is learnt by not seeing the letters; here they leave one by one, so the first word is
easy for everyone.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from content.exhibition.challenges.task import LEAST, Task

ROWS = {
    "ru": ("йцукенгшщзх", "фывапролджэ", "ёячсмитьъбю"),
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
}
WORDS = {
    "ru": (
        "лён лес дом мост город река поле завод школа мастер станок чертёж проект книга звезда "
        "ракета сварка хлеб сад трактор поезд вокзал башня крепость алмаз атом свет кран кирпич "
        "робот сайт код буква слово текст пекарь врач повар учитель агроном ювелир механик"
    ),
    "en": (
        "flax wood home bridge town river field plant school master lathe drawing project book "
        "star rocket weld bread garden tractor train tower fortress diamond atom light crane brick "
        "robot site code letter word text baker doctor cook teacher farmer jeweller builder"
    ),
}
STARS = (20, 45, 75)


@dataclass(frozen=True, kw_only=True)
class Typing(Task):
    """A word, key by key. Keys are numbered through the rows of ``lang`` from the upper left."""

    word: str
    lang: str
    hidden: frozenset[str]
    """Letters that have gone out."""

    @property
    def key(self) -> Hashable:
        """The word."""
        return self.word


def keys(lang: str) -> str:
    """The letters of a keyboard in the order of their numbers."""
    return "".join(ROWS[lang])


def tasks(seed: int, lang: str = "ru") -> Sequence[Typing]:
    """A round: short words first, each word once."""
    lang = lang if lang in ROWS else "ru"
    random, letters = Random(seed), keys(lang)  # noqa: S311 - play, no secret
    words = WORDS[lang].split()
    random.shuffle(words)
    words[:LEAST] = sorted(words[:LEAST], key=len)
    found, gone = [], ""
    for word in words:
        right = tuple(letters.index(letter) for letter in word)
        task = Typing(
            choices=len(letters), right=right, stays=True, word=word, lang=lang,
            hidden=frozenset(gone),
        )  # fmt: skip
        found.append(task)
        gone += word
    return tuple(found)
