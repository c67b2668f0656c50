"""The lines the kiosk says aloud, gathered from everything that has any."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from content.model import KINDS, Text

if TYPE_CHECKING:
    from content.loading import Entry, Exhibition

LANGS = ("ru", "en")
_FOLDED = {"\u00ad": "", "\u2060": "", "\u00a0": " ", "\u202f": " ", "\u2011": "-"}


class Line(NamedTuple):
    """One text in one language (``ru`` or ``en``), as :func:`plain` has it."""

    lang: str
    text: str

    @property
    def key(self) -> str:
        """Its name in the manifest and in file names: 16 hex digits of language and text."""
        said = f"{self.lang}\n{self.text}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(said).hexdigest()[:16]


def plain(text: str) -> str:
    """A text as it is heard: what only helps the eye (soft hyphens, hard spaces) is gone."""
    for sign, heard in _FOLDED.items():
        text = text.replace(sign, heard)
    return " ".join(text.split())


def utterances(exhibition: Exhibition) -> Iterator[tuple[Entry[Any], Text]]:
    """Every text that is said, with the entry it stands in: all kinds that have ``spoken``."""
    for kind in KINDS.values():
        if hasattr(kind, "spoken"):
            for entry in exhibition.of(kind):
                for text in entry.value.spoken:
                    yield entry, text


def lines_of(text: Text) -> Iterator[Line]:
    """A text in the languages it is written in."""
    for lang in LANGS:
        if heard := plain(text.say(lang)):
            yield Line(lang, heard)


def spoken(exhibition: Exhibition) -> list[Line]:
    """Every line once, in the order of the content."""
    found = (line for _, text in utterances(exhibition) for line in lines_of(text))
    return list(dict.fromkeys(found))
