"""Ending with the process that started this one, however that one ends."""

from __future__ import annotations

import os
import signal
import threading
import time

EVERY_S = 0.5


def end_with_parent(parent: int | None = None) -> None:
    """From now on: once the parent is gone, this process is told to stop as if by hand.

    It is asked again and again, for Linux can only signal the death of the *thread* that
    started a process, and a starter may well be a short-lived thread. ``parent`` is its process
    id where the caller knows it: who asks only now may ask after it has died."""
    parent = os.getppid() if parent is None else parent

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(EVERY_S)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="parent", daemon=True).start()
