"""A centre in a thread of this process, for tests and demonstrations."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from sync.centre import clock, serving
from sync.centre.app import make_app
from sync.centre.home import Home
from sync.centre.state import Centre, open_centre


@dataclass
class Running:
    """A centre being served on loopback. ``stop`` returns when it no longer is."""

    url: str
    centre: Centre
    _server: uvicorn.Server
    _thread: threading.Thread

    def stop(self) -> None:
        """Answer what has begun, then close the socket and the database."""
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self.centre.store.close()


def start(
    home: Path,
    port: int = 0,
    database: str | None = None,
    now: Callable[[], dt.datetime] = clock.now,
) -> Running:
    """Serve the centre that ``centre init`` (or :func:`sync.centre.setup.set_up`) made in
    ``home``. The vault is not started: it is a process of its own."""
    listening = serving.listen("127.0.0.1", port)
    url = serving.address(listening)
    try:
        centre = open_centre(Home(home), url, database, now)
    except BaseException:
        listening.close()
        raise
    server = uvicorn.Server(serving.config(make_app(centre)))
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listening]}, name="centre", daemon=True
    )
    thread.start()
    return Running(url, centre, server, thread)
