"""The voice's manifest: which clip says which text, and which file makes which sound."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

import msgspec

FOLDER = "voice"
"""Of the content, and of a pack."""
FILE = "manifest.json"
Engine = Literal["recorded", "festival", "espeak"]
ENGINES: tuple[Engine, ...] = ("recorded", "festival", "espeak")
"""The best first."""


class Sound(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file of the voice's folder. ``source`` is a hash of what it was made of."""

    file: str
    sha256: str
    seconds: float
    source: str


class Clip(Sound, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text said aloud by ``engine``."""

    lang: str
    text: str
    engine: Engine


class VoiceManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``clips`` by :attr:`content.speech.lines.Line.key`, ``effects`` by name."""

    clips: dict[str, Clip] = {}
    effects: dict[str, Sound] = {}


class ManifestDamaged(Exception):
    """A manifest that cannot be read; the text says why in one line."""


def read(folder: Path) -> VoiceManifest:
    """The manifest of a voice's folder, an empty one where there is none; raises
    :class:`ManifestDamaged`."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=VoiceManifest)
    except FileNotFoundError:
        return VoiceManifest()
    except (OSError, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise ManifestDamaged(f"{folder.name}/{FILE}: {error}") from error


def write(folder: Path, manifest: VoiceManifest) -> None:
    """Write it in one step, sorted, so that a change of one clip changes a few lines."""
    ordered = VoiceManifest(
        dict(sorted(manifest.clips.items())), dict(sorted(manifest.effects.items()))
    )
    written = msgspec.json.format(msgspec.json.encode(ordered), indent=1)
    staging = folder / f".{FILE}.new"
    staging.write_bytes(written + b"\n")
    staging.replace(folder / FILE)


def sha256_of(path: Path) -> str:
    """The hash of a file, hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
