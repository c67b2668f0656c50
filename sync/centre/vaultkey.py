"""The vault's key pair on disk: the public half in clear, the private half wrapped.

The passphrase is stretched with Argon2id (RFC 9106, second recommended option: 64 MiB, three
passes) and the private key sealed under it with ChaCha20-Poly1305.
"""

from __future__ import annotations

import secrets
from pathlib import Path

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from sync.centre.home import HomeError
from sync.seal import key_name

FILE = "vault.json"
MIN_PASSPHRASE = 8
"""Characters a passphrase must have at least."""


class WrongPassphrase(Exception):
    """The passphrase does not open the vault's key."""


class Wrapped(msgspec.Struct, frozen=True):
    """The file: Argon2id parameters, the public key and the wrapped private key."""

    format: int
    name: str
    public: bytes
    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    nonce: bytes
    box: bytes

    def secret(self, passphrase: str) -> bytes:
        """The 32-byte wrapping key; takes a few tens of ms and ``memory_kib`` of memory."""
        return hash_secret_raw(
            passphrase.encode(),
            self.salt,
            time_cost=self.passes,
            memory_cost=self.memory_kib,
            parallelism=self.lanes,
            hash_len=32,
            type=Type.ID,
        )


def make(passphrase: str) -> bytes:
    """A new key pair wrapped under ``passphrase``, as the bytes of the file."""
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    empty = Wrapped(
        format=1,
        name=key_name(public),
        public=public,
        salt=secrets.token_bytes(16),
        memory_kib=64 * 1024,
        passes=3,
        lanes=4,
        nonce=secrets.token_bytes(12),
        box=b"",
    )
    cipher = ChaCha20Poly1305(empty.secret(passphrase))
    box = cipher.encrypt(empty.nonce, private.private_bytes_raw(), public)
    return msgspec.json.format(msgspec.json.encode(msgspec.structs.replace(empty, box=box)))


def read(path: Path) -> Wrapped:
    """The wrapped key; HomeError when the file is missing or damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Wrapped)
    except (OSError, msgspec.DecodeError) as error:
        raise HomeError(f"Ключ хранилища {path.name} не читается: {error}") from error


def public(path: Path) -> bytes:
    """The 32 public bytes people's forms are sealed to."""
    return read(path).public


def unwrap(wrapped: Wrapped, passphrase: str) -> X25519PrivateKey:
    """The private key; WrongPassphrase when it does not open."""
    try:
        raw = ChaCha20Poly1305(wrapped.secret(passphrase)).decrypt(
            wrapped.nonce, wrapped.box, wrapped.public
        )
    except InvalidTag:
        raise WrongPassphrase from None
    return X25519PrivateKey.from_private_bytes(raw)
