"""Breaking headings: whole words first, soft hyphens (U+00AD) where a word is too long."""

from __future__ import annotations

from kivy.core.text import Label as CoreLabel

SOFT = "\u00ad"


def width_of(text: str, font: str, size: float) -> float:
    """Pixels a line of text takes."""
    label = CoreLabel(text=text, font_name=font, font_size=size)
    return float(label.get_extents(text)[0])


def break_heading(text: str, font: str, size: float, width: float) -> str:
    """The heading with line breaks so that each line fits ``width`` px where it can."""
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
        while width_of(line.replace(SOFT, ""), font, size) > width and SOFT in line:
            head, rest = _widest_head(line, font, size, width)
            lines.append(head + "-")
            line = rest
    lines.append(line)
    return "\n".join(lines).replace(SOFT, "")


def _widest_head(word: str, font: str, size: float, width: float) -> tuple[str, str]:
    parts = word.split(SOFT)
    cut = 1
    for end in range(2, len(parts)):
        if width_of("".join(parts[:end]) + "-", font, size) <= width:
            cut = end
    return "".join(parts[:cut]), SOFT.join(parts[cut:])


def fitting_size(text: str, font: str, size: float, width: float, least: float) -> float:
    """The size, px, at which the longest piece that cannot be broken fits ``width``; never
    below ``least``."""
    pieces = [piece for word in text.split(" ") for piece in word.split(SOFT)]
    longest = max(
        (width_of(piece + "-" * (SOFT in text), font, size) for piece in pieces), default=0
    )
    # A little less than the rule of three gives: glyphs are set on whole pixels.
    return size if longest <= width else max(least, 0.97 * size * width / longest)
