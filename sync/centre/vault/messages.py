"""What is said over the vault's socket: a length (4 bytes, big-endian), then MessagePack."""

from __future__ import annotations

import socket

import msgspec

MAX_FRAME = 16 * 1024 * 1024
MAX_BOXES = 500
"""Sealed forms in one question at most."""


class Unlock(msgspec.Struct, frozen=True, tag=True):
    """Open the vault for ``who`` for at most ``seconds``."""

    passphrase: str
    who: str
    seconds: int

    def __repr__(self) -> str:
        """Without the passphrase."""
        return f"Unlock(who={self.who!r})"


class Box(msgspec.Struct, frozen=True, array_like=True):
    """A sealed form: what its seal is bound to, and the number people know it by."""

    source: str
    id: bytes
    kind: str
    schema: int
    number: str
    body: bytes


class Open(msgspec.Struct, frozen=True, tag=True):
    """Read these forms. ``handle`` is what :class:`Unlocked` gave to the same ``who``."""

    handle: bytes
    who: str
    boxes: list[Box]


class Look(msgspec.Struct, frozen=True, tag=True):
    """Is the vault open for this handle?"""

    handle: bytes
    who: str


class Lock(msgspec.Struct, frozen=True, tag=True):
    """Close it for this handle."""

    handle: bytes
    who: str


class Unlocked(msgspec.Struct, frozen=True, tag=True):
    """Open for ``seconds`` more under ``handle``."""

    handle: bytes
    seconds: int


class Plain(msgspec.Struct, frozen=True, tag=True):
    """The clear texts in the order asked; None for one that does not open."""

    texts: list[bytes | None]

    def __repr__(self) -> str:
        """Without the texts."""
        return f"Plain({len(self.texts)})"


class Refused(msgspec.Struct, frozen=True, tag=True):
    """``reason``: ``locked``, ``passphrase``, ``wait`` (too many wrong ones), ``audit`` (the line
    could not be written), ``request``. ``seconds`` to wait."""

    reason: str
    seconds: int = 0


Question = Unlock | Open | Look | Lock
Reply = Unlocked | Plain | Refused

_encoder = msgspec.msgpack.Encoder()


def send(wire: socket.socket, message: Question | Reply) -> None:
    """Write one frame."""
    body = _encoder.encode(message)
    wire.sendall(len(body).to_bytes(4, "big") + body)


def receive(wire: socket.socket) -> bytes:
    """Read one frame; ConnectionError when it is cut short or too long."""
    size = int.from_bytes(_exactly(wire, 4), "big")
    if size > MAX_FRAME:
        raise ConnectionError("too long")
    return _exactly(wire, size)


def _exactly(wire: socket.socket, size: int) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        part = wire.recv(min(65_536, size - len(parts)))
        if not part:
            raise ConnectionError("cut short")
        parts += part
    return bytes(parts)
