"""The PIN of the staff door: kept as an Argon2 hash, guessed five times at most in a minute.

``pin.json`` holds the hash and the count of wrong tries. A try is counted on the disk before
it is judged, so switching the kiosk off does not give it back; a disk that takes nothing leaves
the count in memory, for staff must come in to hear of it. The wait is measured by the machine's
uptime, which no one can set; after a reboot it starts anew.
"""

from __future__ import annotations

import hmac
import logging
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk import durable
from kiosk.errors import KioskError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

TRIES = 5
LOCK_S = 60
FILE = "pin.json"
_BOOT = Path("/proc/sys/kernel/random/boot_id")
_log = logging.getLogger(__name__)


class Entry(NamedTuple):
    """The door's answer. ``left`` tries remain; ``locked_s`` seconds to wait, 0 when open to a
    try; ``unset`` when no PIN was ever set, so no PIN opens."""

    ok: bool
    left: int
    locked_s: int
    unset: bool = False
    just_locked: bool = False
    """Whether it was this try that locked the door."""


class _State(msgspec.Struct):
    hash: str = ""
    wrong: int = 0
    locked_at: float = 0.0
    """Uptime in seconds when the door was locked, 0 when it is not."""
    boot: str = ""


_unsaved: dict[Path, _State] = {}
"""What the disk did not take, by file, while this process lasts."""


class PinError(KioskError, ValueError):
    """A PIN that cannot be one."""


class Door:
    """The staff door of the data folder ``home``. ``given`` is ``KIOSK_PIN``: where it is not
    empty it stands in for the stored hash."""

    def __init__(
        self, home: Path, given: str = "", uptime: Callable[[], float] | None = None, boot: str = ""
    ) -> None:
        self._file = home / FILE
        self._given = given
        self._uptime = uptime or _uptime
        self._boot = boot or _boot_id()

    @property
    def is_set(self) -> bool:
        """Whether any PIN opens the door."""
        return bool(self._given or self._read().hash)

    def set(self, pin: str) -> None:
        """Make ``pin`` (4 to 12 digits) the one that opens; :class:`PinError` when it is none,
        OSError when it cannot be kept."""
        check_form(pin)
        durable.write(self._file, msgspec.json.encode(_State(hash=_hasher().hash(pin))))
        _unsaved.pop(self._file, None)

    def wait_s(self) -> int:
        """Seconds until a try is taken, 0 when at once."""
        return self._wait(self._read())

    def check(self, pin: str) -> Entry:
        """Try ``pin``."""
        state = self._read()
        if not (self._given or state.hash):
            return Entry(False, 0, 0, unset=True)
        wait = self._wait(state)
        if wait:
            return Entry(False, 0, wait)
        if state.locked_at or state.wrong >= TRIES:
            state.wrong, state.locked_at = 0, 0.0
        state.wrong += 1
        if state.wrong >= TRIES:
            state.locked_at, state.boot = self._uptime(), self._boot
        self._write(state)
        if self._matches(state, pin):
            state.wrong, state.locked_at = 0, 0.0
            self._write(state)
            return Entry(True, TRIES, 0)
        locked = state.wrong >= TRIES
        return Entry(False, TRIES - state.wrong, LOCK_S if locked else 0, just_locked=locked)

    def _matches(self, state: _State, pin: str) -> bool:
        if self._given:
            return hmac.compare_digest(self._given.encode(), pin.encode())
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return _hasher().verify(state.hash, pin)
        except (VerificationError, InvalidHashError):
            return False

    def _wait(self, state: _State) -> int:
        if not state.locked_at:
            return 0
        now = self._uptime()
        if state.boot != self._boot or now < state.locked_at:
            state.locked_at, state.boot = now, self._boot
            self._write(state)
        return max(0, -int(now - state.locked_at - LOCK_S))

    def _read(self) -> _State:
        if self._file in _unsaved:
            return _unsaved[self._file]
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=_State)
        except (OSError, msgspec.DecodeError, ValueError, RecursionError):
            # A damaged file holds no hash, and without one no PIN opens.
            return _State()

    def _write(self, state: _State) -> None:
        try:
            durable.write(self._file, msgspec.json.encode(state))
        except OSError as error:
            _log.error("%s was not written: %s", FILE, error.strerror)
            _unsaved[self._file] = state
        else:
            _unsaved.pop(self._file, None)


def check_form(pin: str) -> None:
    """:class:`PinError` unless ``pin`` is 4 to 12 digits."""
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 12):
        raise PinError("a PIN is 4 to 12 digits")


def new_pin() -> str:
    """A random PIN of six digits."""
    return f"{secrets.randbelow(1_000_000):06}"


def _hasher() -> PasswordHasher:
    # 19 MiB and two passes: OWASP's Argon2id minimum, and little beside the kiosk's memory.
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def _uptime() -> float:
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def _boot_id() -> str:
    try:
        return _BOOT.read_text().strip()
    except OSError:
        return "unknown"
