"""``centre serve``: the socket, the address, the vault beside it, one or several workers."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable
from contextlib import nullcontext

import uvicorn
from uvicorn.supervisors import Multiprocess

from sync.centre import app as application
from sync.centre import serving
from sync.centre.home import Home, HomeError
from sync.centre.state import Centre, open_centre
from sync.centre.sweep import sweeping
from sync.centre.vault.beside import beside


def run(
    home: Home,
    database: str | None,
    host: str,
    port: int,
    workers: int,
    vault: bool,
    say: Callable[[str, int], None],
) -> None:
    """Serve until told to stop. ``say`` is called with the address once it answers. This process
    alone sweeps, however many workers it has."""
    home.settings()
    try:
        listening = serving.listen(host, port)
    except OSError as error:
        raise HomeError(f"Адрес {host}:{port} занят или недоступен: {error.strerror}.") from error
    url = serving.address(listening)
    centre = open_centre(home, url, database)
    with sweeping(home, database), beside(home, database) if vault else nullcontext():
        _work(home, database, workers, url, listening, centre, say)


def _work(
    home: Home,
    database: str | None,
    workers: int,
    url: str,
    listening: socket.socket,
    centre: Centre,
    say: Callable[[str, int], None],
) -> None:
    _stop_quietly()
    say(url, listening.getsockname()[1])
    if workers == 1:
        config = serving.config(application.make_app(centre))
        uvicorn.Server(config).run(sockets=[listening])
        return
    centre.store.close()
    os.environ[application.ENV_HOME] = str(home.folder)
    os.environ[application.ENV_SERVED_AT] = url
    if database:
        os.environ[application.ENV_DATABASE] = database
    config = serving.config("sync.centre.app:from_environment", workers, factory=True)
    Multiprocess(config, sockets=[listening]).run()


def _stop_quietly() -> None:
    """Being told to stop is the normal end: uvicorn finishes what it has begun and then hands
    the signal back to the handlers it found."""

    def leave(_number: int, _frame: object) -> None:
        raise SystemExit(0)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, leave)
