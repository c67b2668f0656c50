"""A video decoded in a process of its own: ``python -m screens.media.projector``.

FFmpeg, its threads and its SDL stay out of the kiosk: a damaged file may at worst end this process,
and ending it gives everything back. Nothing of Kivy is imported here.

Arguments: the file, the room in px (width and height), the number of an open file to put frames
into, and ``play`` or ``pause``. Frames are RGB, in one of :data:`SLOTS` places in turn, so that
the last ones told of stay whole while they are read. It tells, a line each::

    film SECONDS          the first frame is there; 0 where the length is unknown
    frame SLOT W H AT     a frame lies in the slot; AT is its second
    end                   the end was reached
    failed WHY            it cannot be played; nothing more comes

and obeys, a line each: ``play``, ``pause``, ``seek SECOND``, ``sound 0``, ``sound 1``. It ends when
its standard input does.
"""

from __future__ import annotations

import mmap
import os
import select
import sys
import time
from typing import Any

SLOTS = 3
BYTES = 3
"""Of one pixel."""
MEMORY = 2 << 30
"""Bytes of address space: a film that wants more is none of ours."""
LONGEST_WAIT_S = 0.1
RESTING_S = 0.5
STALE_S = 0.5
"""For so long after it was sent elsewhere, FFmpeg may still tell of the end it had come to."""


class Projector:
    """Plays one file until standard input ends."""

    def __init__(self, file: str, room: tuple[int, int], slots: int, playing: bool) -> None:
        self._room, self._playing = room, playing
        self._size = room[0] * room[1] * BYTES
        self._sheet = mmap.mmap(slots, SLOTS * self._size)
        self._shown = 0
        self._ended = False
        self._sought = -STALE_S
        self._fault = ""
        self._input = b""
        self._player = self._load(file)

    def run(self) -> None:
        """Until standard input ends, or the film fails."""
        wait = 0.0
        while self._obey(wait):
            if self._fault:
                tell("failed", self._fault)
                return
            wait = self._next()

    def _load(self, file: str) -> Any:
        from ffpyplayer.player import MediaPlayer
        from ffpyplayer.tools import set_loglevel

        set_loglevel("quiet")
        options = {"out_fmt": "rgb24", "sn": True, "volume": 0.0, "threads": 2}
        try:
            return MediaPlayer(file, callback=self._note, ff_opts=options)
        except ValueError:
            # No loudspeaker, or a taken one: the film plays on without sound.
            os.environ["SDL_AUDIODRIVER"] = "dummy"
            return MediaPlayer(file, callback=self._note, ff_opts=options)

    def _note(self, what: str, _value: Any) -> None:
        if what in ("read:error", "video:error"):
            self._fault = what

    def _next(self) -> float:
        """Show the next frame; seconds to wait before the one after."""
        frame, value = self._player.get_frame()
        if value == "eof":
            if not self._shown:
                self._fault = "no frame"
            elif not self._ended and time.monotonic() - self._sought > STALE_S:
                self._ended = True
                tell("end")
            return LONGEST_WAIT_S
        if value == "paused":
            return RESTING_S
        if frame is None:
            return 0.005
        image, at = frame
        width, height = image.get_size()
        if width > self._room[0] or height > self._room[1]:
            scale = min(self._room[0] / width, self._room[1] / height)
            self._player.set_size(*(max(4, int(side * scale) // 4 * 4) for side in (width, height)))
            return 0.0
        wait = max(0.0, min(float(value), LONGEST_WAIT_S))
        if wait > 0.002 and not self._obey(wait):
            return 0.0
        self._show(image, at)
        return 0.0

    def _show(self, image: Any, at: float) -> None:
        width, height = image.get_size()
        slot = self._shown % SLOTS
        pixels = image.to_bytearray()[0]
        start = slot * self._size
        self._sheet[start : start + len(pixels)] = bytes(pixels)
        if not self._shown:
            length = self._player.get_metadata().get("duration") or 0.0
            tell("film", f"{length:.3f}")
            if not self._playing:
                self._player.set_pause(True)
        self._shown += 1
        tell("frame", slot, width, height, f"{at:.3f}")

    def _obey(self, wait: float) -> bool:
        """Do what is asked within ``wait`` seconds; False when nobody asks any more."""
        if not select.select([0], [], [], wait)[0]:
            return True
        said = os.read(0, 4096)
        self._input += said
        *lines, self._input = self._input.split(b"\n")
        for line in lines:
            word, _, value = line.decode().partition(" ")
            if word == "pause":
                self._player.set_pause(True)
            elif word == "play":
                if self._ended:
                    self._seek(0.0)
                self._player.set_pause(False)
            elif word == "seek":
                self._seek(float(value))
                self._player.set_pause(False)
            elif word == "sound":
                self._player.set_volume(float(value))
        return bool(said)

    def _seek(self, second: float) -> None:
        self._ended, self._sought = False, time.monotonic()
        self._player.seek(second, relative=False, accurate=False)


def tell(*words: object) -> None:
    """One line to who started us."""
    os.write(1, (" ".join(str(word) for word in words) + "\n").encode())


def main() -> None:
    """Play what the arguments say."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    file, width, height, slots, begins = sys.argv[1:]
    try:
        projector = Projector(file, (int(width), int(height)), int(slots), begins == "play")
        projector.run()
    except BrokenPipeError:
        pass
    except Exception as error:
        tell("failed", type(error).__name__)
    # Not sys.exit: FFmpeg's threads may be in the middle of a damaged frame.
    os._exit(0)


if __name__ == "__main__":
    main()
