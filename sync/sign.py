"""Signing: Ed25519 over a type prefix and the bytes exactly as sent.

A signed message is ``MAGIC(4) | key id(16) | signature(64) | payload``. The signature covers
``prefix | 0 | key id | payload`` and is checked before anything is decompressed or parsed.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

MAGIC = b"SZV1"
HEAD = len(MAGIC) + 16 + 64

BATCH = b"sozvezdie/batch/1"
RECEIPT = b"sozvezdie/receipt/1"
TOKEN = b"sozvezdie/token/1"
ASK = b"sozvezdie/ask/1"
STATE = b"sozvezdie/state/1"
BUNDLE = b"sozvezdie/bundle/1"
ENROL = b"sozvezdie/enrol/1"
WELCOME = b"sozvezdie/welcome/1"


class SignatureError(Exception):
    """A message that is not signed by the key it must be signed by."""


class Signed(NamedTuple):
    """The parts of a signed message before its signature is known to be good."""

    key_id: bytes
    signature: bytes
    payload: bytes


def key_id(public: bytes) -> bytes:
    """16 bytes that name a 32-byte Ed25519 public key."""
    return hashlib.sha256(b"sozvezdie/signing-key/1\0" + public).digest()[:16]


def public_bytes(private: Ed25519PrivateKey) -> bytes:
    """The 32 public bytes of a signing key."""
    return private.public_key().public_bytes_raw()


def sign(prefix: bytes, payload: bytes, private: Ed25519PrivateKey) -> bytes:
    """The whole message: magic, key id, signature, payload."""
    name = key_id(public_bytes(private))
    return MAGIC + name + private.sign(prefix + b"\0" + name + payload) + payload


def split(message: bytes) -> Signed:
    """The parts of a message; raises SignatureError when it cannot be one of ours."""
    if len(message) < HEAD or message[:4] != MAGIC:
        raise SignatureError("not a signed message")
    return Signed(message[4:20], message[20:HEAD], message[HEAD:])


def verify(prefix: bytes, message: bytes, public: bytes) -> bytes:
    """The payload of a message signed by ``public`` under ``prefix``; else SignatureError."""
    parts = split(message)
    if parts.key_id != key_id(public):
        raise SignatureError("signed by another key")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(
            parts.signature, prefix + b"\0" + parts.key_id + parts.payload
        )
    except (InvalidSignature, ValueError) as error:
        raise SignatureError("the signature does not match") from error
    return parts.payload
