"""How words are said where an engine would stress them wrongly: ``content/voice/say.yaml``.

Stress is written as in a dictionary, with an acute over the vowel: «молоде́ц».
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import yaml

FILE = "say.yaml"
ACUTE = "\u0301"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class SayWrong(Exception):
    """A ``say.yaml`` that cannot be used; the text is Russian, one line."""


class Sayings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of one language: ``words`` in lower case -> as they are to be said, wherever they stand;
    ``texts`` -> what the engine is given instead of the whole text."""

    words: dict[str, str] = {}
    texts: dict[str, str] = {}

    def given(self, text: str) -> str:
        """What an engine is given to say ``text``."""
        if text in self.texts:
            return self.texts[text]
        return _WORD.sub(lambda word: self.words.get(word[0].lower(), word[0]), text)


class Pronunciation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sayings of both languages."""

    ru: Sayings = Sayings()
    en: Sayings = Sayings()

    def given(self, lang: str, text: str) -> str:
        """What an engine is given to say ``text`` in ``lang``."""
        return (self.en if lang == "en" else self.ru).given(text)


def read(folder: Path) -> Pronunciation:
    """The pronunciation of a voice's folder, none where there is no file; raises
    :class:`SayWrong`."""
    try:
        written = yaml.safe_load((folder / FILE).read_text("utf-8"))
        return msgspec.convert(written or {}, Pronunciation)
    except FileNotFoundError:
        return Pronunciation()
    except UnicodeDecodeError as error:
        raise SayWrong("текст не в UTF-8") from error
    except yaml.YAMLError as error:
        raise SayWrong("не читается как YAML: проверьте отступы и кавычки") from error
    except (msgspec.ValidationError, RecursionError) as error:
        raise SayWrong(f"не так записано: {error}") from error
    except OSError as error:
        raise SayWrong(f"не читается: {error.strerror}") from error
