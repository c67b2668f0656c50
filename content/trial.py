"""Whether a video really plays: its beginning and its end are decoded, in a process of its own.

``python -m content.trial FILE`` prints nothing where it does, else in Russian what is wrong.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

PATIENCE_S = 20
_NEAR_END_S = 1.0


def fault_of(path: Path) -> str:
    """What is wrong with the video at ``path``; empty where it plays, or where ffpyplayer is not
    installed and nobody can say."""
    if importlib.util.find_spec("ffpyplayer") is None:
        return ""
    command = [sys.executable, "-m", "content.trial", str(path.absolute())]
    places = {"PYTHONPATH": str(Path(__file__).parents[1]), "SDL_AUDIODRIVER": "dummy"}
    try:
        tried = subprocess.run(
            command, capture_output=True, timeout=2 * PATIENCE_S + 5, env=os.environ | places
        )
    except subprocess.TimeoutExpired:
        return "видео не читается за разумное время"
    if tried.returncode != 0:
        return "видео не читается: проигрыватель на нём останавливается"
    return tried.stdout.decode("utf-8", "replace").strip()


def _try(file: str) -> str:
    from ffpyplayer.player import MediaPlayer
    from ffpyplayer.tools import set_loglevel

    set_loglevel("quiet")
    player = MediaPlayer(file, ff_opts={"out_fmt": "rgb24", "an": True, "sn": True})
    try:
        if not _shows(player, 0):
            return "из видео не удалось показать ни одного кадра"
        length = player.get_metadata()["duration"] or 0
        if length > 2 * _NEAR_END_S:
            near = length - _NEAR_END_S
            player.seek(near, relative=False, accurate=False)
            if not _shows(player, near / 2):
                return "видео обрывается: конец не показывается"
    finally:
        player.close_player()
    return ""


def _shows(player: object, after: float) -> bool:
    """Whether a frame later than ``after`` seconds comes."""
    limit = time.monotonic() + PATIENCE_S
    while time.monotonic() < limit:
        frame, value = player.get_frame()  # type: ignore[attr-defined]
        if frame is not None and frame[1] >= after:
            return True
        if value == "eof":
            return False
        time.sleep(0.01)
    return False


if __name__ == "__main__":
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stdout.buffer.write(_try(sys.argv[1]).encode())
