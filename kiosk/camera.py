"""The kiosk's side of the camera: the newest picture, or that there is none. Never waits.

The camera itself is looked through by :mod:`kiosk.lens`, a process that lives while the mirror is
open. A thread asks it for pictures and holds one; a picture is only asked for when the one before
was taken. Pictures pass through memory alone: a pipe between the two processes.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, Literal, NamedTuple

from kiosk.lens import FRAME, GONE

log = logging.getLogger(__name__)
State = Literal["off", "waking", "live", "away"]
STALE_S = 3.0
"""A camera silent for this long is away, whatever it says; one that wakes is given as long."""
AGAIN_S = 2.0
"""A lens that ended by itself is started anew after this long."""
PAUSE_S = 0.25
"""A camera that is gone is asked for this often."""
JOIN_S = 2.0
ROOT = Path(__file__).resolve().parent.parent


class Picture(NamedTuple):
    """Red, green and blue bytes, rows from the foot up, mirrored."""

    width: int
    height: int
    rgb: bytes


class Camera:
    """One opening of the mirror. ``source`` is an index, a device or a file, ``""`` for none;
    ``turn`` is how far (degrees clockwise) its picture is turned; ``size`` is the picture wanted,
    px."""

    def __init__(self, source: str, turn: int, size: tuple[int, int]) -> None:
        self._source, self._turn, self._size = source, turn, size
        self._lock = threading.Lock()
        self._taken = threading.Event()
        self._ended = threading.Event()
        self._newest: Picture | None = None
        self._state: State = "off"
        self._heard = 0.0
        self._lens: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> State:
        """``off`` without a source or not started, ``waking`` until the first picture, ``live``,
        ``away`` where there is no camera or none that answers."""
        if self._state in ("live", "waking") and time.monotonic() - self._heard > STALE_S:
            return "away"
        return self._state

    def start(self) -> None:
        """Begin to look."""
        if not self._source or self._thread is not None:
            return
        self._ended.clear()
        self._taken.set()
        self._state, self._heard = "waking", time.monotonic()
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._thread.start()

    def take(self) -> Picture | None:
        """The newest picture, once; None where there is nothing new."""
        with self._lock:
            picture, self._newest = self._newest, None
        if picture is not None:
            self._taken.set()
        return picture

    def stop(self) -> None:
        """End the lens and the thread, forget the picture. Takes milliseconds."""
        self._ended.set()
        self._taken.set()
        with self._lock:
            self._newest = None
            if self._lens is not None:
                self._lens.kill()
        if self._thread is not None:
            self._thread.join(JOIN_S)
            self._thread = None
        self._state = "off"

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self._look()
            except OSError as error:
                log.warning("the camera cannot be looked through: %s", type(error).__name__)
            if not self._ended.is_set():
                self._state = "away"
                self._ended.wait(AGAIN_S)

    def _look(self) -> None:
        """One life of the lens."""
        wide, tall = self._size
        words = [self._source, str(self._turn), str(wide), str(tall)]
        with self._lock:
            if self._ended.is_set():
                return
            lens = self._lens = subprocess.Popen(
                [sys.executable, "-B", "-m", "kiosk.lens", *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                bufsize=0,
                env={**os.environ, "OPENCV_LOG_LEVEL": "OFF", "OPENBLAS_NUM_THREADS": "1"},
            )
        assert lens.stdin is not None
        assert lens.stdout is not None
        try:
            while not self._ended.is_set():
                self._taken.wait()
                if self._ended.is_set():
                    return
                lens.stdin.write(b"?")
                answer = lens.stdout.read(1)
                if not answer:
                    return
                self._hear(answer, lens.stdout)
        finally:
            with self._lock:
                self._lens = None
                lens.kill()
            lens.stdin.close()
            lens.stdout.close()
            lens.wait()

    def _hear(self, answer: bytes, pipe: IO[bytes]) -> None:
        if answer == GONE:
            self._state = "away"
            self._ended.wait(PAUSE_S)
            return
        if answer != FRAME:
            return
        rgb = _exactly(pipe, 3 * self._size[0] * self._size[1])
        if rgb is None:
            return
        with self._lock:
            if not self._ended.is_set():
                self._taken.clear()
                self._newest = Picture(*self._size, rgb)
                self._state, self._heard = "live", time.monotonic()


def _exactly(pipe: IO[bytes], size: int) -> bytes | None:
    """``size`` bytes, or None where the pipe ends before."""
    parts: list[bytes] = []
    while size > 0:
        part = pipe.read(min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
