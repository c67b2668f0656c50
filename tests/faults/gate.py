"""A gate on the way to a centre: it counts the bytes of each direction and can do something, or
hold them back, at any one of them."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

Way = Literal["up", "down"]
CHUNK = 4096


class Gate:
    """Passes connections on to ``port`` of this machine. ``at(way, byte, act)`` calls ``act`` once
    when that many bytes have gone that way."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._lock, self._acting = threading.Lock(), threading.Lock()
        self._passed = {"up": 0, "down": 0}
        self._due: tuple[Way, int, Callable[[], None]] | None = None
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []
        self.port: int = self._listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._begin(self._accept)

    def at(self, way: Way, byte: int, act: Callable[[], None]) -> None:
        """Call ``act`` when ``byte`` bytes from now have gone ``way``, before the next one goes."""
        with self._lock:
            self._due = (way, self._passed[way] + byte, act)

    @property
    def passed(self) -> dict[str, int]:
        """Bytes so far, each way."""
        with self._lock:
            return dict(self._passed)

    def settle(self) -> None:
        """Wait for an act under way, and forget one that never came."""
        with self._lock:
            self._due = None
        with self._acting:
            pass

    def close(self) -> None:
        """Cut everything and wait for the threads."""
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for one in list(self._open):
            _cut(one)
        for thread in self._threads:
            thread.join(5)

    def _begin(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._target), timeout=20)
                far.settimeout(None)
            except OSError:
                _cut(near)
                continue
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._open += [near, far]
            self._begin(self._pass, "up", near, far)
            self._begin(self._pass, "down", far, near)

    def _pass(self, way: Way, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK):
                while data:
                    part, act = self._until_due(way, data)
                    data = data[len(part) :]
                    try:
                        target.sendall(part)
                        if act is not None:
                            act()
                    finally:
                        if act is not None:
                            self._acting.release()
        _cut(source)
        _cut(target)

    def _until_due(self, way: Way, data: bytes) -> tuple[bytes, Callable[[], None] | None]:
        with self._lock:
            act = None
            if self._due is not None and self._due[0] == way:
                room = self._due[1] - self._passed[way]
                if room <= len(data):
                    data, act = data[: max(0, room)], self._due[2]
                    self._due = None
                    self._acting.acquire()
            self._passed[way] += len(data)
            return data, act


@contextmanager
def gate(port: int) -> Iterator[Gate]:
    """A gate before ``port``, gone with the block."""
    made = Gate(port)
    try:
        yield made
    finally:
        made.close()


def _cut(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
