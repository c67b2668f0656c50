"""Breaking text into lines: whole words first, soft hyphens (U+00AD) where a word is too long,
letters where nothing else helps."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kivy.core.text import Label as CoreLabel

SOFT = "\u00ad"
ELLIPSIS = "…"
NO_BREAK = "\u00a0"
HYPHEN = re.compile(r"-(?=[a-zа-яё])")
"""Between words, not within a number or a code."""
DASHES = ("—", "–", "·")
LEADING = re.compile(
    "(а|без|в|во|для|до|за|и|из|или|к|ко|на|над|не|ни|но|о|об|от|по|под|при|с|со|у|•|"
    "a|an|and|at|by|for|from|in|of|on|or|the|to|with)",
    re.IGNORECASE,
)
"""Words that never end a line."""
LAST_LINE = 0.34
"""Part of the width the last line of several should fill."""
STEPS = 14
"""Widths tried for lines that end more evenly, down to half of the width."""


@cache
def _ruler(font: str, size: float) -> CoreLabel:
    return CoreLabel(font_name=font, font_size=size)


def width_of(text: str, font: str, size: float) -> float:
    """Pixels a line of text takes."""
    return float(_ruler(font, size).get_extents(text)[0])


def break_lines(text: str, font: str, size: float, width: float, even: bool = False) -> str:
    """The text with line breaks so that each line fits ``width`` px. No line is left to a single
    short word; ``even`` lines are about as long as one another."""
    broken = (_paragraph(part, font, size, width, even) for part in text.split("\n"))
    return "\n".join(broken).replace(SOFT, "")


def shorten(text: str, font: str, size: float, width: float) -> str:
    """One line of text, cut with an ellipsis where it is wider than ``width`` px."""
    text = text.replace(SOFT, "")
    if width_of(text, font, size) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle].rstrip() + ELLIPSIS, font, size) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def fitting_size(text: str, font: str, size: float, width: float, least: float) -> float:
    """The size, px, at which the longest piece that cannot be broken fits ``width``; never
    below ``least``."""
    hyphen = "-" if SOFT in text else ""
    pieces = [piece for word in _words(text) for piece in word.split(SOFT)]
    longest = max((width_of(piece + hyphen, font, size) for piece in pieces), default=0)
    return size if longest <= width else max(least, size * width / longest)


def _words(text: str) -> list[str]:
    # Not split(): that would part what a no-break space holds together.
    return HYPHEN.sub("- ", text.replace("\n", " ")).split(" ")


def _paragraph(text: str, font: str, size: float, width: float, even: bool) -> str:
    if width_of(text.replace(SOFT, ""), font, size) <= width:
        return text
    tied = _tied(text)
    lines = _lines(tied, font, size, width)
    if len(lines) > 1:
        narrower = _narrower(tied, len(lines), font, size, width, even)
        other = _lines(tied, font, size, narrower)
        if len(other) == len(lines):
            lines = other
    return "\n".join(lines)


def _tied(text: str) -> list[str]:
    """The words of a text, with those kept together that should not part over two lines: a short
    word goes with the next one, a dash with the one before."""
    tied: list[str] = []
    holds = False
    for word in text.split(" "):
        if not word:
            continue
        if tied and (holds or word in DASHES):
            tied[-1] += f" {word}"
        else:
            tied.append(word)
        holds = LEADING.fullmatch(word.split(NO_BREAK)[-1].lstrip("«(")) is not None
    return tied


def _lines(tied: list[str], font: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    words = list(tied)
    while words:
        word = words.pop(0)
        joined = f"{line} {word}" if line else word
        if width_of(joined.replace(SOFT, ""), font, size) <= width:
            line = joined
            continue
        first, _, rest = word.partition(" ")
        hyphen = _hyphen(word)
        fits = width_of(word[:hyphen] if hyphen else word.replace(SOFT, ""), font, size) <= width
        if rest and not fits:
            # Even alone they do not fit: then they part after all.
            words[:0] = [first, *rest.split(" ")]
            continue
        if line:
            lines.append(line)
        line = word
        while width_of(line.replace(SOFT, ""), font, size) > width:
            head, rest = _widest_head(line, font, size, width)
            if not rest or rest == line:
                break
            lines.append(head)
            line = rest
    lines.append(line)
    return lines


def _narrower(
    tied: list[str], count: int, font: str, size: float, width: float, even: bool
) -> float:
    """A width, px, at most ``width``, at which as many lines end more evenly. It adds up the
    widths of words, so it is near enough but not exact."""
    space = _piece_width(" ", font, size)
    pieces = [_piece_width(piece.replace(SOFT, ""), font, size) for piece in tied]
    best = width
    for step in range(STEPS):
        tried = width * (1 - step / (2 * STEPS))
        rows = _rows(pieces, space, tried)
        if len(rows) != count or max(rows) > tried:
            break
        best = tried
        if not even and rows[-1] >= width * LAST_LINE:
            break
    return best


def _rows(pieces: list[float], space: float, width: float) -> list[float]:
    rows = [pieces[0]]
    for piece in pieces[1:]:
        if rows[-1] + space + piece <= width:
            rows[-1] += space + piece
        else:
            rows.append(piece)
    return rows


@lru_cache(maxsize=4096)
def _piece_width(piece: str, font: str, size: float) -> float:
    return width_of(piece, font, size)


def _hyphen(word: str) -> int:
    """Where a word may part after its first hyphen; 0 where it has none."""
    found = HYPHEN.search(word, 1)
    return found.end() if found else 0


def _widest_head(word: str, font: str, size: float, width: float) -> tuple[str, str]:
    """What of a word too long for a line stands on it, and what goes on."""
    if SOFT in word:
        parts = word.split(SOFT)
        cut = 1
        for end in range(2, len(parts)):
            if width_of("".join(parts[:end]) + "-", font, size) <= width:
                cut = end
        return "".join(parts[:cut]) + "-", SOFT.join(parts[cut:])
    hyphen = _hyphen(word)
    if 0 < hyphen < len(word) and width_of(word[:hyphen], font, size) <= width:
        return word[:hyphen], word[hyphen:]
    if len(word) < 2:
        return word, ""
    end = len(word) - 1
    while end > 1 and width_of(word[:end], font, size) > width:
        end -= 1
    return word[:end], word[end:]
