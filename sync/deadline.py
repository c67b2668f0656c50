"""One deadline for a whole call: a timeout between two bytes does not end an answer that
trickles, least of all while its headers are being read."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Any
from weakref import WeakSet

import urllib3


class Deadline:
    """Cuts the connections of ``pool`` when a call takes too long. The pool must be new."""

    def __init__(self, pool: urllib3.HTTPConnectionPool) -> None:
        self.passed = False
        self._open: WeakSet[Any] = WeakSet()
        known = self._open
        kind: Any = pool.ConnectionCls

        class Watched(kind):  # type: ignore[misc]
            def connect(self) -> None:
                known.add(self)
                super().connect()
                # An answer that ends with the connection takes the socket away from it.
                self.connected = self.sock

        pool.ConnectionCls = Watched

    @contextlib.contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Let what happens here take so many seconds; then its connection breaks and
        :attr:`passed` says why."""
        self.passed = False
        timer = threading.Timer(seconds, self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _cut(self) -> None:
        self.passed = True
        for connection in list(self._open):
            for one in (connection.sock, getattr(connection, "connected", None)):
                with contextlib.suppress(OSError):
                    if one is not None:
                        one.shutdown(socket.SHUT_RDWR)
