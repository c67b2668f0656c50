"""Breaking text into lines: whole words first, soft hyphens (U+00AD) where a word is too long,
letters where nothing else helps."""

from __future__ import annotations

from functools import cache

from kivy.core.text import Label as CoreLabel

SOFT = "\u00ad"
ELLIPSIS = "…"


@cache
def _ruler(font: str, size: float) -> CoreLabel:
    return CoreLabel(font_name=font, font_size=size)


def width_of(text: str, font: str, size: float) -> float:
    """Pixels a line of text takes."""
    return float(_ruler(font, size).get_extents(text)[0])


def break_lines(text: str, font: str, size: float, width: float) -> str:
    """The text with line breaks so that each line fits ``width`` px."""
    broken = (_paragraph(part, font, size, width) for part in text.split("\n"))
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
    return text.replace("\n", " ").replace("-", "- ").split(" ")


def _paragraph(text: str, font: str, size: float, width: float) -> str:
    if width_of(text.replace(SOFT, ""), font, size) <= width:
        return text
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width_of(joined.replace(SOFT, ""), font, size) <= width:
            line = joined
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
    return "\n".join(lines)


def _widest_head(word: str, font: str, size: float, width: float) -> tuple[str, str]:
    """What of a word too long for a line stands on it, and what goes on."""
    if SOFT in word:
        parts = word.split(SOFT)
        cut = 1
        for end in range(2, len(parts)):
            if width_of("".join(parts[:end]) + "-", font, size) <= width:
                cut = end
        return "".join(parts[:cut]) + "-", SOFT.join(parts[cut:])
    hyphen = word.find("-", 1) + 1
    if 0 < hyphen < len(word) and width_of(word[:hyphen], font, size) <= width:
        return word[:hyphen], word[hyphen:]
    if len(word) < 2:
        return word, ""
    end = len(word) - 1
    while end > 1 and width_of(word[:end], font, size) > width:
        end -= 1
    return word[:end], word[end:]
