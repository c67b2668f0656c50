"""The one-time enrolment code that staff type into a kiosk: ``ID-SECRET-FINGERPRINT``.

Crockford base32: 5 characters (25 bits) name the code at the centre, 8 (40 bits) are its
secret, 16 (80 bits) are the fingerprint of the centre's root key. The fingerprint lets the
kiosk refuse a stranger's centre before it says anything secret.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import NamedTuple

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's digits: no I, L, O and U."""

ID_CHARS, SECRET_CHARS, FINGERPRINT_CHARS = 5, 8, 16
_FORGIVEN = str.maketrans("ILO", "110")
_SEPARATORS = str.maketrans("", "", "-–—‑−_ \t\r\n\u00a0\u202f")


class CodeError(ValueError):
    """Text that is not an enrolment code. Its message never repeats the text."""


class EnrolCode(NamedTuple):
    """The three parts of a code, in capitals. ``str()`` of it is what people see."""

    id: str
    secret: str
    fingerprint: str

    def __str__(self) -> str:
        """``ID-SECRET-FINGERPRINT``."""
        return f"{self.id}-{self.secret}-{self.fingerprint}"

    def __repr__(self) -> str:
        """The id only: a code that is printed by mistake keeps its secret."""
        return f"EnrolCode(id={self.id!r})"


def fingerprint(root: bytes) -> str:
    """80 bits of the hash of the centre's 32-byte root public key, as 16 characters."""
    digest = hashlib.sha256(b"sozvezdie/root/1\0" + root).digest()[:10]
    return _write(int.from_bytes(digest, "big"), FINGERPRINT_CHARS)


def new_code(root: bytes) -> EnrolCode:
    """A fresh random code for the centre whose root public key is ``root``."""
    return EnrolCode(
        _write(secrets.randbits(5 * ID_CHARS), ID_CHARS),
        _write(secrets.randbits(5 * SECRET_CHARS), SECRET_CHARS),
        fingerprint(root),
    )


def parse(text: str) -> EnrolCode:
    """The code in ``text``, forgiving small letters, missing or other dashes, I and L for 1, O for
    0; raises :class:`CodeError` for anything else."""
    plain = text.translate(_SEPARATORS).upper().translate(_FORGIVEN)
    if len(plain) != ID_CHARS + SECRET_CHARS + FINGERPRINT_CHARS:
        raise CodeError("an enrolment code has 29 characters: 5-8-16")
    if not set(plain) <= set(ALPHABET):
        raise CodeError("an enrolment code has digits and Latin letters without I, L, O, U")
    cut = ID_CHARS + SECRET_CHARS
    return EnrolCode(plain[:ID_CHARS], plain[ID_CHARS:cut], plain[cut:])


def _write(value: int, chars: int) -> str:
    return "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(chars)))
