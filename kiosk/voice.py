"""The clips of the pack: which file says a text. What plays them is ``screens/voice.py``."""

from __future__ import annotations

import logging
from pathlib import Path

from content.model import Text
from content.speech import manifest
from content.speech.lines import Line, plain
from content.speech.manifest import Clip, VoiceManifest

_log = logging.getLogger(__name__)


class Clips:
    """What a pack can say aloud. Whether a file is there and sounds shows when it is played."""

    def __init__(self, folder: Path, manifest: VoiceManifest) -> None:
        self._folder = folder
        self._manifest = manifest

    @classmethod
    def open(cls, folder: Path) -> Clips:
        """The clips of a pack's ``voice`` folder; none, and a line in the log, where its manifest
        cannot be read."""
        try:
            return cls(folder, manifest.read(folder))
        except manifest.ManifestDamaged as error:
            _log.error("nothing will be said aloud: %s", error)
            return cls(folder, VoiceManifest())

    def find(self, text: Text, lang: str) -> Path | None:
        """The clip that says ``text`` in ``lang``."""
        clip = self._clip(text, lang)
        return None if clip is None else self._folder / clip.file

    def seconds(self, text: Text, lang: str) -> float | None:
        """How long that clip lasts."""
        clip = self._clip(text, lang)
        return None if clip is None else clip.seconds

    def effect(self, name: str) -> Path | None:
        """The sound of that name (:data:`content.speech.effects.EFFECTS`)."""
        sound = self._manifest.effects.get(name)
        return None if sound is None else self._folder / sound.file

    def _clip(self, text: Text, lang: str) -> Clip | None:
        line = Line(lang, plain(text.say(lang)))
        clip = self._manifest.clips.get(line.key)
        # The key is the text's own hash; a manifest put together by hand may still lie.
        return clip if clip is not None and (clip.lang, clip.text) == line else None
