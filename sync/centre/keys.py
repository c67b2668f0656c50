"""The centre's keys: files of mode 0600, never in the database.

``root.key`` signs the bundle and may be kept offline; ``receipt.key`` signs receipts;
``enrol.key`` opens enrolment requests; ``pepper.key`` keys the hashes of codes and addresses.
The vault's private key lies wrapped, see :mod:`sync.centre.vaultkey`.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.centre import vaultkey
from sync.centre.home import Home, HomeError, replace
from sync.messages import Bundle, pack, unpack
from sync.sign import BUNDLE, SignatureError, public_bytes, sign, verify


@dataclass(frozen=True)
class Keys:
    """The keys a serving centre works with. ``root`` is None when it is kept offline."""

    root: Ed25519PrivateKey | None
    root_public: bytes
    receipt: Ed25519PrivateKey
    enrol: X25519PrivateKey
    sealing_public: bytes
    pepper: bytes


def create(folder: Path, passphrase: str) -> None:
    """Make every key into a new ``folder``, which appears whole or not at all."""
    making = folder.with_name(folder.name + ".new")
    making.mkdir(mode=0o700, parents=True, exist_ok=True)
    root = Ed25519PrivateKey.generate()
    for name, raw in {
        "root.key": root.private_bytes_raw(),
        "root.pub": public_bytes(root),
        "receipt.key": Ed25519PrivateKey.generate().private_bytes_raw(),
        "enrol.key": X25519PrivateKey.generate().private_bytes_raw(),
        "pepper.key": secrets.token_bytes(32),
    }.items():
        replace(making / name, raw.hex().encode() + b"\n")
    replace(making / vaultkey.FILE, vaultkey.make(passphrase))
    making.rename(folder)


def load(home: Home) -> Keys:
    """The keys of a home; HomeError names the file that is missing or damaged."""
    root = _read(home.keys / "root.key") if (home.keys / "root.key").exists() else None
    return Keys(
        root=Ed25519PrivateKey.from_private_bytes(root) if root else None,
        root_public=_read(home.keys / "root.pub"),
        receipt=Ed25519PrivateKey.from_private_bytes(_read(home.keys / "receipt.key")),
        enrol=X25519PrivateKey.from_private_bytes(_read(home.keys / "enrol.key")),
        sealing_public=vaultkey.public(home.keys / vaultkey.FILE),
        pepper=_read(home.keys / "pepper.key"),
    )


def _read(path: Path) -> bytes:
    try:
        raw = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise HomeError(f"Ключ {path.name} не читается: {error}") from error
    if len(raw) != 32:
        raise HomeError(f"Ключ {path.name} повреждён: в нём {len(raw)} байт вместо 32.")
    return raw


def signed_bundle(home: Home, keys: Keys, public_url: str, epoch: str) -> bytes:
    """The bundle to hand out: the stored one while it still says the truth, else a new one.

    With the root key offline an outdated address or epoch cannot be signed anew; the keys in
    the stored bundle still hold, and :class:`~sync.messages.State` carries the fresh values."""
    wanted = Bundle(
        version=1,
        root=keys.root_public,
        receipt=public_bytes(keys.receipt),
        sealing=keys.sealing_public,
        enrol=keys.enrol.public_key().public_bytes_raw(),
        public_url=public_url,
        centre_epoch=epoch,
    )
    stored = home.bundle.read_bytes() if home.bundle.exists() else b""
    if stored and (keys.root is None or _says(stored, keys.root_public) == wanted):
        return stored
    if keys.root is None:
        raise HomeError("Нет ни подписанного набора ключей, ни корневого ключа keys/root.key.")
    fresh = sign(BUNDLE, pack(wanted), keys.root)
    replace(home.bundle, fresh, 0o644)
    return fresh


def _says(stored: bytes, root: bytes) -> Bundle | None:
    try:
        return unpack(verify(BUNDLE, stored, root), Bundle)
    except SignatureError:
        return None


def owned_by_us(path: Path) -> bool:
    """Whether nobody else may read the file (mode 0600 and ours)."""
    status = path.stat()
    return status.st_uid == os.getuid() and status.st_mode & 0o077 == 0
