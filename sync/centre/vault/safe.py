"""What the vault does with a question, apart from the socket it comes by."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.centre import vaultkey
from sync.centre.vault.messages import (
    MAX_BOXES,
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
)
from sync.seal import SealError, binding, unseal

MAX_SECONDS = 3600
"""The longest an unlocked vault stays open."""
TRIES = 5
"""Wrong passphrases in a row before the vault makes people wait."""
WAIT_S = 60

WriteAudit = Callable[[str, str, list[tuple[str, str]]], None]
"""``write(who, action, [(subject, detail), …])``: returns when the lines are durable."""


@dataclass
class _Opening:
    who: str
    until: float


class Safe:
    """Holds the private key while somebody has it open, and nothing afterwards. Thread-safe."""

    def __init__(
        self,
        key_file: Path,
        write_audit: WriteAudit,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._file = key_file
        self._write = write_audit
        self._clock = clock
        self._guard = threading.Lock()
        self._openings: dict[bytes, _Opening] = {}
        self._private: X25519PrivateKey | None = None
        self._wrong = 0
        self._wait_until = 0.0

    def answer(self, question: Question) -> Reply:
        """The reply to one question. Whatever gives something away is in the audit first: when
        the line cannot be written the reply is a refusal."""
        with self._guard:
            self._forget_old()
            match question:
                case Unlock():
                    return self._unlock(question)
                case Open():
                    return self._open(question)
                case Look():
                    return self._look(question.handle, question.who)
                case Lock():
                    return self._lock(question)

    def forget_old(self) -> None:
        """Drop openings whose time is over, and the key with the last of them."""
        with self._guard:
            self._forget_old()

    def _forget_old(self) -> None:
        now = self._clock()
        self._openings = {h: o for h, o in self._openings.items() if o.until > now}
        if not self._openings:
            self._private = None

    def _unlock(self, question: Unlock) -> Reply:
        now = self._clock()
        if now < self._wait_until:
            return Refused("wait", int(self._wait_until - now) + 1)
        try:
            private = vaultkey.unwrap(vaultkey.read(self._file), question.passphrase)
        except vaultkey.WrongPassphrase:
            self._wrong += 1
            if self._wrong >= TRIES:
                self._wrong, self._wait_until = 0, now + WAIT_S
            self._note(question.who, "vault.refused")
            return Refused("passphrase")
        if not self._note(question.who, "vault.unlocked"):
            return Refused("audit")
        self._wrong = 0
        seconds = max(1, min(question.seconds, MAX_SECONDS))
        handle = secrets.token_bytes(24)
        self._private = private
        self._openings[handle] = _Opening(question.who, now + seconds)
        return Unlocked(handle, seconds)

    def _open(self, question: Open) -> Reply:
        if self._private is None or not self._is_theirs(question.handle, question.who):
            return Refused("locked")
        if len(question.boxes) > MAX_BOXES:
            return Refused("request")
        lines = [(box.number, box.source) for box in question.boxes]
        if not self._note(question.who, "form.read", lines):
            return Refused("audit")
        return Plain([_read(box, self._private) for box in question.boxes])

    def _look(self, handle: bytes, who: str) -> Reply:
        if not self._is_theirs(handle, who):
            return Refused("locked")
        return Unlocked(handle, int(self._openings[handle].until - self._clock()))

    def _lock(self, question: Lock) -> Reply:
        if self._is_theirs(question.handle, question.who):
            del self._openings[question.handle]
            self._forget_old()
            self._note(question.who, "vault.locked")
        return Refused("locked")

    def _is_theirs(self, handle: bytes, who: str) -> bool:
        opening = self._openings.get(handle)
        return opening is not None and hmac.compare_digest(opening.who.encode(), who.encode())

    def _note(self, who: str, action: str, lines: list[tuple[str, str]] | None = None) -> bool:
        try:
            self._write(who, action, [("", "")] if lines is None else lines)
        except Exception:  # whatever hinders the line hinders the answer
            return False
        return True


def _read(box: Box, private: X25519PrivateKey) -> bytes | None:
    try:
        return unseal(box.body, private, binding(box.source, box.id, box.kind, box.schema))
    except SealError:
        return None
