"""Words as the search has them: lower case, ё as е, cut to their stems."""

from __future__ import annotations

import re
import unicodedata

import Stemmer

SOFT = "\u00ad"
_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile("[а-я]")
_RUSSIAN, _ENGLISH = Stemmer.Stemmer("russian", 0), Stemmer.Stemmer("english", 0)

_SMALL_RU = """
а без бы в вам во вот все вы где для до еще за и из или к как кем кого ко ли мне мы на над не ни но
о об он от по под при с со та так там то ты у уже чем что это я
"""
_SMALL_EN = "a an and at by for from i in is it my of on or the to with"
SMALL = frozenset((_SMALL_RU + _SMALL_EN).split())
"""Words that say nothing of what is looked for."""

_KEYS_RU = "йцукенгшщзхъфывапролджэячсмитьбюё"
_KEYS_EN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_SWAP = str.maketrans(_KEYS_RU + _KEYS_EN, _KEYS_EN + _KEYS_RU)


def plain(text: str) -> str:
    """The text in small letters, without soft hyphens and accents of stress, ё as е."""
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.replace(SOFT, "").lower().replace("ё", "е")


def split(text: str) -> list[str]:
    """The words of a text, as :func:`plain` has them."""
    return _WORD.findall(plain(text))


def stem(word: str) -> str:
    """The part of a word that its forms share (Snowball's stemmers)."""
    stemmer = _RUSSIAN if _CYRILLIC.search(word) else _ENGLISH
    return str(stemmer.stemWord(word))


class Stems(dict[str, str]):
    """Words as they were met, capitals and all, with their stems; small words have none. A text
    of a thousand things is so read in one pass."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, str] = {}
        """The words in small letters with their stems, without those that say nothing."""

    def __missing__(self, word: str) -> str:
        """The stem of a word met for the first time."""
        small = plain(word)
        root = "" if small in SMALL else stem(small)
        self[word] = root
        if root:
            self.known[small] = root
        return root

    def of(self, text: str) -> str:
        """The text with each word cut to its stem."""
        if SOFT in text:
            text = text.replace(SOFT, "")
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        return " ".join(map(self.__getitem__, _WORD.findall(text)))


def other_layout(text: str) -> str:
    """What the same keys write in the other layout: ``ghbdtn`` is ``привет``."""
    return text.lower().translate(_SWAP)
