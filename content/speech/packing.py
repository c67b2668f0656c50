"""The voice in a pack: ``voice/manifest.json`` and every file it names."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from content.placing import place
from content.speech import manifest


def copy(root: Path, folder: Path) -> None:
    """Put the voice of the content in ``root`` into a pack's ``folder``; nothing where there is
    none. Clips are linked where the disk can: rendering replaces files and never writes into one.
    A file that is not there is left out: the check says so, and a preview is silent. Raises
    :class:`content.speech.manifest.ManifestDamaged`, OSError."""
    home = root / manifest.FOLDER
    found = manifest.read(home)
    sounds = [*found.clips.values(), *found.effects.values()]
    if not sounds:
        return
    goal = folder / manifest.FOLDER
    goal.mkdir()
    for sound in sounds:
        (goal / sound.file).parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            place(home / sound.file, goal / sound.file)
    shutil.copyfile(home / manifest.FILE, goal / manifest.FILE)
