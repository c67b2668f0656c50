"""Label boxes: how much room the screens give a text, and whether it fits.

``assets/boxes.yaml`` is ``{cluster.title: {width, lines, font, size}}`` in design units (1/1080
of the short side); ``cluster.figures[].label`` is a field of a list's items, and what follows a
slash (``cluster.title/key``) tells several boxes of one text apart. A line breaks at spaces, after
the hyphen of a compound word and, with a hyphen, at soft hyphens (U+00AD).
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import msgspec
from PIL import ImageFont

FILE = Path("assets") / "boxes.yaml"
SOFT_HYPHEN = "\u00ad"
_NOWHERE = "\uffff"
"""A code point no font draws: Unicode says it is not a character."""


class LabelBox(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The room for one label: ``width`` of a line, how many ``lines``, the font and its size.
    ``where`` is the place on the screen as the author is told of it, Russian."""

    width: float
    lines: int
    font: str
    size: float
    where: str = ""


def lines_of(text: str, box: LabelBox, font: Path) -> list[str] | None:
    """How ``text`` breaks into lines of the box's width (as many as it takes); None where a
    piece that cannot break is wider than a line."""
    ruler = _ruler(font, box.size)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word, glue in _pieces(paragraph):
            longer = line + word
            shown = longer + ("-" if glue == SOFT_HYPHEN else "")
            if ruler.length(shown.rstrip()) <= box.width:
                line = longer if glue == SOFT_HYPHEN else longer + glue
                continue
            if ruler.length(word + ("-" if glue == SOFT_HYPHEN else "")) > box.width:
                return None
            lines.append(line if line.endswith((" ", "-")) or not line else line + "-")
            line = word + (glue if glue == " " else "")
        lines.append(line)
    return [line.rstrip() for line in lines]


def undrawn(text: str, font: Path) -> str:
    """The characters of ``text`` the font has no shape for, each once."""
    known = _known(font)
    return "".join(sorted(c for c in set(text) - known if not _drawn(font, c, known)))


def _pieces(text: str) -> list[tuple[str, str]]:
    """Unbreakable pieces, each with what follows it: a space, a soft hyphen or nothing, as after
    a hyphen between words."""
    parts = re.split(f"([ {SOFT_HYPHEN}]|(?<=-)(?=[a-zа-яё]))", text)
    return list(zip(parts[::2], [*parts[1::2], ""], strict=True))


class _Ruler(dict[str, float]):
    """Widths of letters in one face, each measured once: without kerning a text is as wide as its
    letters together, and a thousand labels are measured in a moment."""

    def __init__(self, face: ImageFont.FreeTypeFont) -> None:
        self._face = face

    def __missing__(self, char: str) -> float:
        self[char] = width = self._face.getlength(char)
        return width

    def length(self, text: str) -> float:
        """The width of a line."""
        return sum(map(self.__getitem__, text))


@lru_cache(maxsize=64)
def _ruler(font: Path, size: float) -> _Ruler:
    return _Ruler(_face(font, size))


@lru_cache(maxsize=64)
def _face(font: Path, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=16)
def _known(font: Path) -> set[str]:
    """The characters the font was seen to draw, and what is never drawn."""
    return {"\n", SOFT_HYPHEN}


def _drawn(font: Path, char: str, known: set[str]) -> bool:
    face = _face(font, 24)
    drawn = bytes(face.getmask(char)) != bytes(face.getmask(_NOWHERE))
    if drawn:
        known.add(char)
    return drawn
