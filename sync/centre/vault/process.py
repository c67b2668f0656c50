"""``centre vault``: the safe behind a Unix socket that only its owner may open."""

from __future__ import annotations

import os
import socket
import socketserver
import struct
import sys
import threading
from pathlib import Path

import msgspec

from sync.centre import clock, vaultkey
from sync.centre.home import Home, HomeError
from sync.centre.store import audit
from sync.centre.store.engine import Store, open_store
from sync.centre.vault import messages
from sync.centre.vault.address import short
from sync.centre.vault.listening import listening
from sync.centre.vault.safe import Safe

IDLE_S = 10
"""A client that says nothing for so long is let go."""
SWEEP_S = 1.0
"""How often openings whose time is over are dropped."""


class _Handler(socketserver.BaseRequestHandler):
    request: socket.socket
    server: _Server

    def handle(self) -> None:
        if not _is_ours(self.request):
            return
        self.request.settimeout(IDLE_S)
        try:
            frame = messages.receive(self.request)
            question = msgspec.msgpack.decode(frame, type=messages.Question)
            reply = self.server.safe.answer(question)
        except msgspec.DecodeError:
            reply = messages.Refused("request")
        except OSError:
            return
        try:
            messages.send(self.request, reply)
        except OSError:
            return


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, path: Path, safe: Safe) -> None:
        self.safe = safe
        with short(path) as address:
            before = os.umask(0o177)
            try:
                super().__init__(address, _Handler)
            finally:
                os.umask(before)

    def service_actions(self) -> None:
        """Once in every turn of the serving loop: drop what is over."""
        self.safe.forget_old()


def _is_ours(wire: socket.socket) -> bool:
    raw = wire.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _, uid, _ = struct.unpack("3i", raw)
    return uid in (os.getuid(), 0)


def make_server(home: Home, database: str | None = None) -> tuple[_Server, Store]:
    """A vault listening at the home's socket, and the store its audit is written to; HomeError
    when a vault is already there."""
    home.settings()
    vaultkey.read(home.keys / vaultkey.FILE)
    if listening(home):
        raise HomeError("Хранилище уже работает.")
    home.vault_socket.unlink(missing_ok=True)
    store = open_store(home.database_url(database))
    return _Server(home.vault_socket, Safe(home.keys / vaultkey.FILE, _writer(store))), store


def serve(home: Home, database: str | None = None, with_parent: bool = False) -> None:
    """Serve until told to stop; ``with_parent``: until standard input ends."""
    server, store = make_server(home, database)
    if with_parent:
        threading.Thread(target=_stop_with_parent, args=[server], daemon=True).start()
    try:
        server.serve_forever(poll_interval=SWEEP_S)
    finally:
        home.vault_socket.unlink(missing_ok=True)
        server.server_close()
        store.close()


def _stop_with_parent(server: _Server) -> None:
    # Not sys.stdin: its lock, held by this thread, would stop the interpreter from ending.
    while os.read(sys.stdin.fileno(), 1024):
        pass
    server.shutdown()


def _writer(store: Store) -> audit.Write:
    def write(who: str, action: str, lines: list[tuple[str, str]]) -> None:
        with store.write() as connection:
            audit.add(connection, who, action, lines, clock.now())

    return write
