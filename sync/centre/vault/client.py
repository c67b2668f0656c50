"""The serving side of the vault's socket. It hands a passphrase on and keeps none."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from typing import TypeVar

import msgspec

from sync.centre.vault.address import short
from sync.centre.vault.messages import (
    Box,
    Lock,
    Look,
    Open,
    Plain,
    Question,
    Refused,
    Reply,
    Unlock,
    Unlocked,
    receive,
    send,
)

TIMEOUT_S = 15.0
PATIENCE_S = 3.0


class VaultClosed(Exception):
    """The vault did not open: ``reason`` of :class:`~sync.centre.vault.messages.Refused`, or
    ``away`` when no vault answers."""

    def __init__(self, reason: str, seconds: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.seconds = reason, seconds


class VaultClient:
    """Questions to the vault at ``path``; a connection each, so workers share nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def unlock(self, passphrase: str, who: str, seconds: int) -> Unlocked:
        """Open it for ``who``; VaultClosed when it stays shut. A vault that is only just being
        started is waited for."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                return _must(self._ask(Unlock(passphrase, who, seconds)), Unlocked)
            except VaultClosed as closed:
                if closed.reason != "away" or time.monotonic() > deadline:
                    raise
            time.sleep(0.05)

    def look(self, handle: bytes, who: str) -> Unlocked:
        """How long it is still open; VaultClosed when it is not."""
        return _must(self._ask(Look(handle, who)), Unlocked)

    def open(self, handle: bytes, who: str, boxes: list[Box]) -> list[bytes | None]:
        """The clear texts, each audited before it comes; VaultClosed when it is shut."""
        return _must(self._ask(Open(handle, who, boxes)), Plain).texts

    def lock(self, handle: bytes, who: str) -> None:
        """Close it for this handle."""
        self._ask(Lock(handle, who))

    def _ask(self, question: Question) -> Reply:
        with socket.socket(socket.AF_UNIX) as wire:
            wire.settimeout(TIMEOUT_S)
            try:
                with short(self._path) as address:
                    wire.connect(address)
                send(wire, question)
                reply: Reply = msgspec.msgpack.decode(receive(wire), type=Reply)
                return reply
            except (OSError, msgspec.DecodeError):
                raise VaultClosed("away") from None


R = TypeVar("R", Unlocked, Plain)


def _must(reply: Reply, kind: type[R]) -> R:
    if isinstance(reply, kind):
        return reply
    if isinstance(reply, Refused):
        raise VaultClosed(reply.reason, reply.seconds)
    raise VaultClosed("away")
