"""WebVTT: what is said in a video, and when (https://www.w3.org/TR/webvtt1/).

Cues are taken as plain text: our screens set them in their own letters and place, so settings,
styles, regions and markup within a cue are read over.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 1 << 20
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_SPAN = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_TAG = re.compile(r"<[^>\n]*>")
_ASIDE = ("NOTE", "STYLE", "REGION")


class CaptionsError(Exception):
    """Not WebVTT. ``line`` counts from 1; the text is Russian."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


@dataclass(frozen=True)
class Cue:
    """One caption. ``start`` and ``end`` are seconds from the beginning of the video."""

    start: float
    end: float
    text: str


def read(path: Path) -> list[Cue]:
    """The cues of a file in the order of their beginnings; raises :class:`CaptionsError`,
    OSError."""
    if path.stat().st_size > MOST_BYTES:
        raise CaptionsError(1, "титры больше мегабайта: это, наверное, другой файл")
    try:
        return parse(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CaptionsError(1, "титры не в UTF-8: сохраните их в этой кодировке") from error


def parse(text: str) -> list[Cue]:
    """The cues of a WebVTT text; raises :class:`CaptionsError`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if re.match(r"WEBVTT(?:[ \t]|$)", lines[0]) is None:
        raise CaptionsError(1, "первая строка титров должна быть WEBVTT")
    cues: list[Cue] = []
    number = 1
    while number < len(lines):
        first = number
        while number < len(lines) and lines[number].strip():
            number += 1
        block = lines[first:number]
        number += 1
        if block and not block[0].startswith(_ASIDE) and not (first == 1 and "-->" not in block[0]):
            cues.append(_cue(block, first + 1))
    if not cues:
        raise CaptionsError(1, "в титрах нет ни одной реплики")
    return sorted(cues, key=lambda cue: (cue.start, cue.end))


def said_at(cues: list[Cue], seconds: float) -> str:
    """What is said then, one cue a line; empty where nothing is."""
    return "\n".join(cue.text for cue in cues if cue.start <= seconds < cue.end)


def _cue(block: list[str], line: int) -> Cue:
    """A block of lines, the first of which is line ``line`` of the file, as a cue."""
    timing = 0 if "-->" in block[0] else 1
    if timing >= len(block) or "-->" not in block[timing]:
        raise CaptionsError(line, "у реплики нет времени вида 00:01.000 --> 00:04.000")
    match = _SPAN.fullmatch(block[timing].strip())
    if match is None:
        raise CaptionsError(line + timing, "время реплики пишут так: 00:01.000 --> 00:04.000")
    parts = [int(part or 0) for part in match.groups()]
    start, end = _seconds(parts[:4]), _seconds(parts[4:])
    if end <= start:
        raise CaptionsError(line + timing, "реплика кончается раньше, чем начинается")
    said = [html.unescape(_TAG.sub("", part)).strip() for part in block[timing + 1 :]]
    if not any(said):
        raise CaptionsError(line + timing, "у реплики нет текста")
    return Cue(start, end, "\n".join(part for part in said if part))


def _seconds(parts: list[int]) -> float:
    hours, minutes, seconds, thousandths = parts
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
