"""What the kiosk says aloud, and its sounds.

Time is Kivy's clock: a clip ends after the seconds its manifest gives, whether or not there is a
device to hear it on, so captions go on the same in a silent hall. Audio is opened by the first
sound, never by the start (10 to 30 ms). A device or a file that fails is silence.
"""

from __future__ import annotations

import logging
from collections import deque
from pathlib import Path
from typing import Any

from kivy.clock import Clock
from kivy.event import EventDispatcher
from kivy.properties import BooleanProperty, BoundedNumericProperty, StringProperty

from content.model import Text
from content.speech.lines import plain
from content.speech.manifest import VoiceManifest
from kiosk.voice import Clips
from screens.theme import theme

log = logging.getLogger(__name__)

GAINS = (0.0, 0.2, 0.45, 0.8)
"""Of the steps of the volume; the last is the most there is, whoever asks."""
LOUDEST = len(GAINS) - 1
GAP_S = 0.25
"""Between two texts said one after another."""
LETTER_S, LEAST_S = 0.075, 1.2
"""How long a text without a clip is shown: a letter, and at least."""


class Voice(EventDispatcher):
    """One voice for the whole kiosk. Nothing sounds in the calm mode or at volume 0; captions and
    their timing stay."""

    volume = BoundedNumericProperty(
        2, min=0, max=LOUDEST, errorhandler=lambda asked: max(0, min(LOUDEST, int(asked)))
    )
    """A step from 0 to :data:`LOUDEST`."""
    caption = StringProperty("")
    """What is being said now, for those who cannot hear it; empty when nothing is."""
    speaking = BooleanProperty(False)
    """Whether something is being said, also when it is said without sound."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._clips = Clips(Path(), VoiceManifest())
        self._queue: deque[Text] = deque()
        self._said: Any = None
        self._effects: dict[str, Any] = {}
        self._missing: set[str] = set()
        self._ends: Any = None

    def open(self, folder: Path) -> None:
        """Use the ``voice`` folder of a pack."""
        self.close()
        self._clips = Clips.open(folder)
        self._missing.clear()

    def say(self, *texts: Text) -> None:
        """Say texts one after another in the visitor's language, instead of what is being said."""
        self._hush()
        self._queue.extend(texts)
        self._say_next()

    def effect(self, name: str) -> None:
        """Play a sound of :data:`content.speech.effects.EFFECTS`; speech goes on meanwhile."""
        if not self.audible:
            return
        sound = self._effects.get(name)
        if sound is None:
            sound = self._load(self._clips.effect(name), name)
            if sound is None:
                return
            self._effects[name] = sound
        self._play(sound)

    def stop(self) -> None:
        """Be silent and forget what was to be said. Nothing is left scheduled."""
        self._hush()
        for sound in self._effects.values():
            sound.stop()

    def close(self) -> None:
        """Stop, and give the sounds back too."""
        self.stop()
        for sound in self._effects.values():
            sound.unload()
        self._effects.clear()

    @property
    def audible(self) -> bool:
        """Whether anything may sound now."""
        return self.volume > 0 and "calm" not in theme.modes

    def on_volume(self, _voice: Voice, volume: int) -> None:
        """What sounds follows at once."""
        for sound in (self._said, *self._effects.values()):
            if sound is not None:
                sound.volume = GAINS[volume]
                if volume == 0:
                    sound.stop()

    def _say_next(self, _dt: float = 0) -> None:
        self._release()
        if not self._queue:
            self.caption, self.speaking = "", False
            return
        text = self._queue.popleft()
        said = plain(text.say(theme.lang))
        self.speaking, self.caption = True, said
        seconds = self._clips.seconds(text, theme.lang) or max(LEAST_S, LETTER_S * len(said))
        if self.audible:
            self._said = self._load(self._clips.find(text, theme.lang), said)
            if self._said is not None:
                self._play(self._said)
        self._ends = Clock.schedule_once(self._say_next, seconds + GAP_S)

    def _hush(self) -> None:
        self._queue.clear()
        self._release()
        self.caption, self.speaking = "", False

    def _release(self) -> None:
        """End the clip; a decoded second takes 176 kB."""
        if self._ends is not None:
            self._ends.cancel()
            self._ends = None
        if self._said is not None:
            self._said.stop()
            self._said.unload()
            self._said = None

    def _play(self, sound: Any) -> None:
        sound.volume = GAINS[self.volume]
        sound.play()

    def _load(self, path: Path | None, name: str) -> Any:
        """A sound that can be heard; None, and one line in the log, where it cannot."""
        if path is not None:
            from kivy.core.audio import SoundLoader

            # Without a device or with a broken file Kivy gives a sound of no length, or none.
            try:
                sound = SoundLoader.load(str(path))
                if sound is not None and sound.length > 0:
                    return sound
            except Exception as error:
                log.warning("%s: %s", path.name, error)
        if name not in self._missing:
            self._missing.add(name)
            log.warning("cannot be heard: %s", name)
        return None


voice = Voice()
"""The kiosk's voice."""
