"""The voice: every line has its clip, made of what is written now, and all of it is small."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from content.loading import Entry
from content.model import Text
from content.problems import Problem
from content.rules.matter import Matter, Rule, texts
from content.speech import effects, freshness, lines, manifest, pronouncing

MOST_BYTES = 15 * 10**6
"""Of all clips and sounds together: they travel with every pack."""
_MEND = "выполните content voice"
_FILE = f"{manifest.FOLDER}/{manifest.FILE}"


def everything_said_has_its_clip(matter: Matter) -> Iterator[Problem]:
    """A line without a clip, or with one of an older text, would be silent or a lie."""
    folder = matter.places.root / manifest.FOLDER
    spoken = list(lines.utterances(matter.exhibition))
    try:
        say = pronouncing.read(folder)
    except pronouncing.SayWrong as error:
        yield Problem(f"{manifest.FOLDER}/{pronouncing.FILE}", 1, "", str(error))
        return
    try:
        found = manifest.read(folder)
    except manifest.ManifestDamaged as error:
        yield Problem(_FILE, 1, "", f"не читается ({error}): {_MEND}")
        return
    seen: set[lines.Line] = set()
    for entry, text in spoken:
        for line in lines.lines_of(text):
            if line not in seen:
                seen.add(line)
                if not freshness.is_fresh(folder, line, found.clips.get(line.key), say):
                    told = f"«{line.text[:60]}» ещё не озвучено: {_MEND}"
                    yield entry.problem(f"{_path(entry, text)}.{line.lang}", told)
    for name in effects.EFFECTS:
        if spoken and not freshness.is_effect_fresh(folder, name, found.effects.get(name)):
            yield Problem(_FILE, 1, f"effects.{name}", f"нет звука: {_MEND}")


def the_voice_is_small(matter: Matter) -> Iterator[Problem]:
    """More than 15 MB is too much to carry to every kiosk."""
    total = sum(_size(path) for path in _sounds(matter.places.root / manifest.FOLDER))
    if total > MOST_BYTES:
        most = MOST_BYTES // 10**6
        text = f"клипы занимают {total / 10**6:.1f} МБ, а можно {most}: сократите тексты"
        yield Problem(_FILE, 1, "", text)


def _path(entry: Entry[Any], text: Text) -> str:
    """The field a spoken text was written in."""
    return next((path for path, written in texts(entry.value) if written is text), "")


def _sounds(folder: Path) -> Iterator[Path]:
    for part in (*lines.LANGS, "effects"):
        yield from (folder / part).glob("*.ogg")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # it was replaced just now
        return 0


RULES: list[Rule] = [everything_said_has_its_clip, the_voice_is_small]
