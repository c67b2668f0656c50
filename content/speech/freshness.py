"""Whether a clip still says what is written, the way it is to be said."""

from __future__ import annotations

import hashlib
from pathlib import Path

from content.speech import effects, engines
from content.speech.lines import Line
from content.speech.manifest import Clip, Engine, Sound, sha256_of
from content.speech.mastering import RECIPE
from content.speech.pronouncing import Pronunciation

RECORDED = "recorded"
"""The folder of recordings, ``recorded/<lang>/<key>.wav`` or ``.ogg``."""
_FORMATS = (".wav", ".ogg")


def clip_file(line: Line) -> str:
    """Where a line's clip lies in the voice's folder."""
    return f"{line.lang}/{line.key}.ogg"


def effect_file(name: str) -> str:
    """Where a sound lies in the voice's folder."""
    return f"effects/{name}.ogg"


def recording(folder: Path, line: Line) -> Path | None:
    """What a person recorded of a line."""
    for ending in _FORMATS:
        path = folder / RECORDED / line.lang / f"{line.key}{ending}"
        if path.is_file():
            return path
    return None


def source_of(engine: Engine, lang: str, said: str) -> str:
    """A hash of what a clip is made of: ``said`` by an engine, or the hash of a recording."""
    parts = [str(RECIPE), engine, said, engines.manner(engine, lang)]
    made_of = "\n".join(filter(None, parts)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(made_of).hexdigest()[:16]


def is_fresh(folder: Path, line: Line, clip: Clip | None, say: Pronunciation) -> bool:
    """Whether a line's clip is there, whole, and made of what it would be made of now. A recording
    that has come or changed makes it stale; which engine spoke does not. Raises OSError."""
    if clip is None or (clip.lang, clip.text, clip.file) != (*line, clip_file(line)):
        return False
    recorded = recording(folder, line)
    if (recorded is not None) != (clip.engine == "recorded"):
        return False
    said = sha256_of(recorded) if recorded else say.given(*line)
    return clip.source == source_of(clip.engine, line.lang, said) and is_whole(folder, clip)


def is_effect_fresh(folder: Path, name: str, sound: Sound | None) -> bool:
    """The same of a sound of :mod:`content.speech.effects`."""
    return (
        sound is not None
        and sound.file == effect_file(name)
        and sound.source == effects.source(name)
        and is_whole(folder, sound)
    )


def is_whole(folder: Path, sound: Sound) -> bool:
    """Whether a file is there as it was made."""
    try:
        return sha256_of(folder / sound.file) == sound.sha256
    except OSError:
        return False
