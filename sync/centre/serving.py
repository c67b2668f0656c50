"""Running the application with uvicorn: the socket first, so that the address is known."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import uvicorn

BACKLOG = 256


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 lets the system choose. Raises OSError when it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's algorithm off only on sockets that say they are TCP; with it a small
    # answer waits 40 ms for a delayed acknowledgement.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError:
        listening.close()
        raise
    listening.set_inheritable(True)
    return listening


def address(listening: socket.socket) -> str:
    """``http://host:port`` of a listening socket."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def config(
    app: Callable[..., Any] | str, workers: int = 1, factory: bool = False
) -> uvicorn.Config:
    """uvicorn without an access log, for addresses of people are not ours to keep."""
    return uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        server_header=False,
        workers=workers,
        factory=factory,
        lifespan="off",
        timeout_graceful_shutdown=3,
    )
