"""A video as a screen holds it: the process that decodes it, its newest frame, where it is."""

from __future__ import annotations

import importlib.util
import logging
import mmap
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Literal, NamedTuple

from content.media import MOST_BYTES
from screens.media.projector import BYTES, SLOTS

log = logging.getLogger(__name__)
State = Literal["opening", "playing", "paused", "ended", "failed"]
PATIENCE_S = 8.0
"""A film of which no frame comes for so long is given up."""
_ROOT = Path(__file__).parents[2]


class Frame(NamedTuple):
    """RGB pixels from the top down."""

    width: int
    height: int
    pixels: bytes


class Film:
    """One video. ``state`` says how it goes, ``at`` and ``length`` are seconds (0: unknown). No
    method raises for the sake of the file: what cannot be played is ``failed``."""

    def __init__(self, path: Path, room: tuple[int, int], *, playing: bool) -> None:
        self.state: State = "opening"
        self.at = self.length = 0.0
        self.frame: Frame | None = None
        """The newest."""
        self.process: subprocess.Popen[bytes] | None = None
        self._path, self._room, self._playing = path, room, playing
        self._sheet: mmap.mmap | None = None
        self._heard = b""
        self._alive = time.monotonic()
        self._open()

    @property
    def is_busy(self) -> bool:
        """Whether it plays or is about to: a visitor watches and touches nothing."""
        return self.state == "playing" or (self.state == "opening" and self._playing)

    def play(self) -> None:
        """Go on; from the beginning where it has ended."""
        self._tell("play", "playing")

    def pause(self) -> None:
        """Stand still."""
        self._tell("pause", "paused")

    def seek(self, second: float) -> None:
        """Go on from there."""
        self._tell(f"seek {max(0.0, second):.3f}", "playing")

    def sound(self, on: bool) -> None:
        """Let it be heard, or not; at first it is not."""
        self._tell(f"sound {1 if on else 0}", self.state)

    def poll(self) -> bool:
        """Take what has come, without waiting; whether there is a new frame."""
        if self.process is None or self.process.stdout is None:
            return False
        newest = b""
        try:
            while said := os.read(self.process.stdout.fileno(), 65536):
                self._heard += said
            self._listen_end()
        except BlockingIOError:
            pass
        *lines, self._heard = self._heard.split(b"\n")
        for line in lines:
            word, _, rest = line.partition(b" ")
            if word == b"frame":
                newest = rest
                if self.state == "ended":  # it was sent back before it had told its end
                    self.state = "playing"
            else:
                self._take(word, rest)
        if newest and self.state != "failed":
            self._look(newest)
        self._wait_no_longer()
        return bool(newest) and self.frame is not None

    def close(self) -> None:
        """End the process and give everything back."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
            try:
                process.wait(1.0)
            except subprocess.TimeoutExpired:
                log.warning("the projector does not end")
        if self._sheet is not None:
            self._sheet.close()
            self._sheet = None
        self.frame = None

    def _open(self) -> None:
        if fault := _unplayable(self._path):
            self._fail(fault)
            return
        try:
            size = SLOTS * self._room[0] * self._room[1] * BYTES
            with tempfile.TemporaryFile(dir=_memory()) as slots:
                # Reserved now: a full memory is an error here, and would be a signal later.
                os.posix_fallocate(slots.fileno(), 0, size)
                self._sheet = mmap.mmap(slots.fileno(), size)
                self.process = subprocess.Popen(
                    [sys.executable, "-m", "screens.media.projector", str(self._path.absolute()),
                     str(self._room[0]), str(self._room[1]), str(slots.fileno()),
                     "play" if self._playing else "pause"],
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                    pass_fds=(slots.fileno(),), bufsize=0,
                    env=os.environ | {"PYTHONPATH": str(_ROOT)},
                )  # fmt: skip
            assert self.process.stdin is not None
            assert self.process.stdout is not None
            os.set_blocking(self.process.stdin.fileno(), False)
            os.set_blocking(self.process.stdout.fileno(), False)
        except OSError as error:
            self._fail(str(error))

    def _take(self, word: bytes, rest: bytes) -> None:
        if word == b"film":
            self.length = float(rest)
            if self.state == "opening":
                self.state = "playing" if self._playing else "paused"
        elif word == b"end" and self.state == "playing":
            self.state = "ended"
            self.at = self.length or self.at
        elif word == b"failed":
            self._fail(rest.decode("utf-8", "replace"))

    def _look(self, told: bytes) -> None:
        assert self._sheet is not None
        slot, width, height, at = told.split()
        size = int(width) * int(height) * BYTES
        start = int(slot) * self._room[0] * self._room[1] * BYTES
        self.frame = Frame(int(width), int(height), self._sheet[start : start + size])
        if self.state != "ended":
            self.at = float(at)
        self._alive = time.monotonic()

    def _listen_end(self) -> None:
        """The process told its last."""
        if self.state != "failed" and b"failed" not in self._heard:
            self._fail("the projector stopped")

    def _wait_no_longer(self) -> None:
        if self.state not in ("opening", "playing"):
            self._alive = time.monotonic()
        elif time.monotonic() - self._alive > PATIENCE_S:
            self._fail("no frame comes")

    def _tell(self, line: str, state: State) -> None:
        if self.state in ("opening", "failed") or self.process is None:
            return
        assert self.process.stdin is not None
        try:
            os.write(self.process.stdin.fileno(), line.encode() + b"\n")
        except OSError as error:
            self._fail(str(error))
            return
        self.state = state
        self._alive = time.monotonic()

    def _fail(self, why: str) -> None:
        log.warning("video %s: %s", self._path.name, why)
        self.state = "failed"


def _unplayable(path: Path) -> str:
    """Why a file is not even tried; empty where it is."""
    try:
        if not path.is_file():
            return "missing"
        if path.stat().st_size > MOST_BYTES:
            return "too large"
    except OSError as error:
        return str(error)
    return "" if importlib.util.find_spec("ffpyplayer") is not None else "no ffpyplayer here"


def _memory() -> str | None:
    """Where a file is memory and no disk; None where there is no such place."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
