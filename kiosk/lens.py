"""The eye of the selfie frame: a process of its own that looks through a camera and keeps nothing.

``python -B -m kiosk.lens SOURCE TURN WIDTH HEIGHT`` answers each byte on its input with the newest
picture it has not shown yet: one letter and, after ``F``, WIDTH x HEIGHT x 3 bytes, red, green,
blue, rows from the foot, mirrored. ``W``: nothing new yet; ``G``: the camera is missing, busy or
gone, it is tried again by itself. Pictures that nobody asked for in time are dropped, so nothing
ever queues, whatever the camera's rate.

It is a process because a camera's driver may hang, crash or eat memory, and this one can be ended
at once. It cannot write a file (the system's own limit on file size is zero, and Python's openings
are refused) and cannot open a connection. It ends when its input does.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from typing import Any, NoReturn

FRAME, WAITING, GONE = b"F", b"W", b"G"
PATIENCE_S = 0.25
"""A question is answered within this long."""
AGAIN_S = 2.0
"""A camera that is not there is looked for this often."""
STILL_S = 0.1
"""A picture that stands in for a camera is shown anew this often."""
STILLS = (".png", ".jpg", ".jpeg", ".webp", ".bmp")


class Refused(OSError):
    """What this process may not do."""


def swear_off() -> None:
    """Give up writing files and opening connections, for good."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith("socket."):
        raise Refused("no connections here")
    if event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR):
        raise Refused("no writing here")


class Eye:
    """Grabs in a thread of its own and holds only the newest picture."""

    def __init__(self, source: str, turn: int, width: int, height: int) -> None:
        import cv2

        cv2.setNumThreads(1)
        self._cv2 = cv2
        self._source, self._turn, self._size = source, turn, (width, height)
        self._fresh = threading.Condition()
        self._newest: Any = None
        self._gone = False
        threading.Thread(target=self._watch, name="eye", daemon=True).start()

    def look(self) -> bytes:
        """The answer to one question."""
        with self._fresh:
            self._fresh.wait_for(lambda: self._newest is not None or self._gone, PATIENCE_S)
            picture, self._newest = self._newest, None
            if picture is None:
                return GONE if self._gone else WAITING
        return FRAME + self._shaped(picture)

    def _watch(self) -> NoReturn:
        while True:
            if Path(self._source).suffix.lower() in STILLS:
                self._show_still()
            else:
                self._film()
            with self._fresh:
                self._gone = True
                self._fresh.notify()
            time.sleep(AGAIN_S)

    def _show_still(self) -> None:
        picture = self._cv2.imread(self._source, self._cv2.IMREAD_COLOR)
        while picture is not None:
            self._take(picture)
            time.sleep(STILL_S)

    def _film(self) -> None:
        """Until the camera gives no more. A film begins anew at its end, at its own pace."""
        cv2 = self._cv2
        is_film = Path(self._source).is_file()
        name = int(self._source) if self._source.isdecimal() else self._source
        lens = cv2.VideoCapture(name)
        pause = 1 / min(60.0, max(1.0, lens.get(cv2.CAP_PROP_FPS) or 25.0)) if is_film else 0.0
        seen = 0
        try:
            while lens.isOpened():
                there, picture = lens.read()
                if not there:
                    if not (is_film and seen):
                        return
                    seen = 0
                    lens.set(cv2.CAP_PROP_POS_FRAMES, 0)
                    continue
                seen += 1
                self._take(picture)
                time.sleep(pause)
        finally:
            lens.release()

    def _take(self, picture: Any) -> None:
        with self._fresh:
            self._newest, self._gone = picture, False
            self._fresh.notify()

    def _shaped(self, picture: Any) -> bytes:
        """Turned, cut to the proportion asked for, scaled, mirrored, foot first."""
        cv2 = self._cv2
        turns = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180}
        turns[270] = cv2.ROTATE_90_COUNTERCLOCKWISE
        if self._turn:
            picture = cv2.rotate(picture, turns[self._turn])
        wide, tall = self._size
        rows, columns = picture.shape[:2]
        keep_x, keep_y = min(columns, rows * wide // tall), min(rows, columns * tall // wide)
        left, top = (columns - keep_x) // 2, (rows - keep_y) // 2
        cut = picture[top : top + max(1, keep_y), left : left + max(1, keep_x)]
        small = cv2.resize(cut, self._size, interpolation=cv2.INTER_AREA)
        both_ways = -1  # mirrored, and from the foot up as a texture has its rows
        shown: bytes = cv2.cvtColor(cv2.flip(small, both_ways), cv2.COLOR_BGR2RGB).tobytes()
        return shown


def main(arguments: list[str]) -> int:
    """Answer until nobody asks; 0 then, 1 where there is no camera library."""
    swear_off()
    source, turn, width, height = arguments
    try:
        eye = Eye(source, int(turn), int(width), int(height))
    except ImportError:
        return 1
    asks, answers = sys.stdin.fileno(), sys.stdout.buffer
    while os.read(asks, 1):
        try:
            answers.write(eye.look())
            answers.flush()
        except BrokenPipeError:
            break
    # Without the farewells of a driver that may hang.
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
