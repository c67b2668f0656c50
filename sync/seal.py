"""Sealing: what a person writes is readable only by the centre's vault.

HPKE (RFC 9180): X25519, HKDF-SHA256, AES-256-GCM. ``info`` binds the kiosk, the record's id,
its kind and its schema, so a sealed box cannot be moved under another record.
"""

from __future__ import annotations

import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

STEP = 512
"""Sealed plaintexts are padded to a multiple of this many bytes, so their length tells little."""

_suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class SealError(Exception):
    """A sealed box that does not open: wrong key, wrong binding, or altered bytes."""


def key_name(public: bytes) -> str:
    """The short name of a sealing key: 16 hex digits of the hash of its 32 public bytes."""
    return hashlib.sha256(b"sozvezdie/sealing-key/1\0" + public).hexdigest()[:16]


def binding(kiosk: str, record_id: bytes, kind: str, schema: int) -> bytes:
    """HPKE ``info`` for a record."""
    return f"sozvezdie/record/1\0{kiosk}\0{record_id.hex()}\0{kind}\0{schema}".encode()


def pad(plain: bytes) -> bytes:
    """Append 0x80 and zeros up to the next multiple of :data:`STEP` (ISO/IEC 7816-4)."""
    return plain + b"\x80" + bytes(-(len(plain) + 1) % STEP)


def unpad(padded: bytes) -> bytes:
    """The inverse of :func:`pad`; raises SealError on anything that :func:`pad` cannot make."""
    stripped = padded.rstrip(b"\0")
    if not stripped.endswith(b"\x80"):
        raise SealError("padding")
    return stripped[:-1]


def seal(plain: bytes, public: bytes, info: bytes) -> bytes:
    """Seal ``plain`` to the 32-byte X25519 key ``public``; overhead 48 bytes beside padding."""
    return _suite.encrypt(pad(plain), X25519PublicKey.from_public_bytes(public), info=info)


def unseal(box: bytes, private: X25519PrivateKey, info: bytes) -> bytes:
    """Open a sealed box; raises SealError whatever is wrong with it."""
    try:
        return unpad(_suite.decrypt(box, private, info=info))
    except (InvalidTag, ValueError) as error:
        raise SealError("this box does not open with this key") from error
