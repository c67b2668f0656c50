"""The vault as a child of ``centre serve``: another process, so that what serves the network
never holds the key. It ends with its parent, however that ends."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sync.centre.home import Home
from sync.centre.vault.listening import listening

STOP_S = 5.0


@contextmanager
def beside(home: Home, database: str | None) -> Iterator[None]:
    """Run a vault for this home inside the block, unless one is running already."""
    if listening(home):
        yield
        return
    command = [sys.executable, "-m", "sync.centre.cli", "vault", "--with-parent"]
    command += ["--home", str(home.folder)]
    command += ["--database", database] if database else []
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        assert child.stdin is not None
        child.stdin.close()
        try:
            child.wait(STOP_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
