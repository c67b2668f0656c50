"""A screen to watch and to touch: Xvfb, its pixels as memory, and a pointer.

Xvfb keeps its picture in a file that is mapped here, so looking costs the watched process
nothing. No cursor is drawn: it would count as a change.
"""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

Picture = NDArray[np.uint32]
EVERY = 8
"""A look takes each eighth row: no control, letter or panel is missed, and the watching itself
takes little of the processors that the watched one needs."""


@dataclass(frozen=True)
class Change:
    """Seconds from a touch until the first changed pixel, and until the last one."""

    first: float
    last: float


class Glass:
    """The screen. Positions are pixels from the top left."""

    def __init__(self, display: str, pixels: Picture) -> None:
        self.display = display
        self._pixels = pixels
        self._x = Display(display)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        height, width = self._pixels.shape
        return width, height

    def look(self) -> Picture:
        """What is on it now, thinned out."""
        return self._pixels[::EVERY].copy()

    def differs(self, before: Picture) -> bool:
        """Whether it has changed since that look."""
        return not np.array_equal(self._pixels[::EVERY], before)

    def is_blank(self) -> bool:
        """Whether it shows one colour alone."""
        seen = self.look()
        return bool((seen == seen[0, 0]).all())

    def wait_blank(self, patience: float = 10.0) -> None:
        """Wait until the window is gone."""
        end = time.perf_counter() + patience
        while not self.is_blank():
            if time.perf_counter() > end:
                raise TimeoutError("the window is still there")
            time.sleep(0.02)

    def settle(self, still: float, patience: float) -> float:
        """Wait until something is shown and nothing has changed for ``still`` seconds; the
        moment (``perf_counter``) of the last change. TimeoutError after ``patience`` seconds."""
        end = time.perf_counter() + patience
        before, changed = self.look(), time.perf_counter()
        while True:
            now = time.perf_counter()
            if self.differs(before):
                before, changed = self.look(), now
            elif now - changed >= still and not self.is_blank():
                return changed
            if now > end:
                raise TimeoutError(f"nothing still on the screen after {patience:g} s")
            time.sleep(0.005)

    def point(self, x: float, y: float) -> None:
        """Move the pointer, touching nothing."""
        xtest.fake_input(self._x, X.MotionNotify, x=round(x), y=round(y))
        self._x.sync()
        time.sleep(0.05)

    def press(self) -> float:
        """Touch where the pointer is; the moment (``perf_counter``)."""
        moment = time.perf_counter()
        xtest.fake_input(self._x, X.ButtonPress, 1)
        self._x.flush()
        return moment

    def release(self) -> None:
        """Let go."""
        xtest.fake_input(self._x, X.ButtonRelease, 1)
        self._x.sync()

    def tap(self, x: float, y: float, still: float = 0.4, patience: float = 5.0) -> Change:
        """Touch there, let go when the first pixel has changed (or after 0.3 s), and watch until
        nothing has changed for ``still`` seconds. TimeoutError when nothing ever changes."""
        self.point(x, y)
        before = self.look()
        touched = self.press()
        first = last = 0.0
        held = True
        while True:
            now = time.perf_counter()
            if self.differs(before):
                first = first or now
                before, last = self.look(), now
            if held and (first or now - touched > 0.3):
                self.release()
                held = False
            if first and now - last >= still:
                return Change(first - touched, last - touched)
            if now - touched > patience:
                raise TimeoutError(f"a touch at {x:.0f}, {y:.0f} changed nothing")
            time.sleep(0.001)

    def knock(self, x: float, y: float, times: int) -> None:
        """Touch there so many times in a row, whatever that shows."""
        self.point(x, y)
        for _ in range(times):
            self.press()
            time.sleep(0.08)
            self.release()
            time.sleep(0.12)

    def close(self) -> None:
        """Let go of the display."""
        self._x.close()


@contextmanager
def glass(width: int = 1080, height: int = 1920) -> Iterator[Glass]:
    """An empty screen of its own, without a window manager."""
    with tempfile.TemporaryDirectory() as folder:
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24",
             "-fbdir", folder, "-nocursor", "-noreset", "-nolisten", "tcp", "-s", "0"],
            pass_fds=[write], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as said:
            number = said.readline().strip()
        try:
            if not number:
                raise RuntimeError("Xvfb did not start")
            shown = Glass(f":{number}", _map(Path(folder) / "Xvfb_screen0"))
            try:
                yield shown
            finally:
                shown.close()
        finally:
            server.terminate()
            server.wait()


def _map(file: Path) -> Picture:
    """The pixels of an XWD file, as they are drawn."""
    with file.open("rb") as opened:
        memory = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    header = struct.unpack(">25I", memory[:100])
    header_size, width, height, bytes_a_line, colours = (header[i] for i in (0, 4, 5, 12, 19))
    start = header_size + 12 * colours  # the colour map stands between
    lines = np.frombuffer(memory, np.uint32, height * bytes_a_line // 4, start)
    return lines.reshape(height, bytes_a_line // 4)[:, :width]
