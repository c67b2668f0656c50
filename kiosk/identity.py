"""The kiosk's identity and its signing key on disk.

``identity.json`` and ``signing.key`` (32 raw bytes, 0600). A new key is written as
``signing.key.new`` and takes its place after the identity that names it is on the disk, so a
crash between the two loses neither. A re-enrolled kiosk keeps its former identities in
``former/<kiosk>/`` until what it recorded under them has been received; a damaged one goes to
``former/damaged-<hash>/`` with its key, for somebody to look at.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk import durable
from kiosk.errors import KioskError
from sync.identity import Identity

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

IDENTITY, KEY, NEW_KEY, FORMER = "identity.json", "signing.key", "signing.key.new", "former"


class IdentityError(KioskError):
    """An identity or key that is there and cannot be used: the kiosk must be enrolled again."""


def load(home: Path) -> Identity | None:
    """The identity in ``home``, None when not enrolled; :class:`IdentityError` when damaged."""
    try:
        identity = msgspec.json.decode((home / IDENTITY).read_bytes(), type=Identity)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise IdentityError(f"{IDENTITY} cannot be read") from error
    keys = (identity.root, identity.receipt, identity.sealing, identity.public)
    if any(len(key) != 32 for key in keys) or not identity.kiosk:
        raise IdentityError(f"{IDENTITY} is not whole")
    return identity


def save(home: Path, identity: Identity) -> None:
    """Write the identity over the one that is there."""
    durable.write(home / IDENTITY, msgspec.json.encode(identity))


def new_key(home: Path) -> Ed25519PrivateKey:
    """A fresh signing key, kept as ``signing.key.new`` until :func:`replace`."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    durable.write(home / NEW_KEY, private.private_bytes_raw())
    return private


def replace(home: Path, identity: Identity) -> None:
    """Make ``identity``, whose key is ``signing.key.new``, the kiosk's; the one before it is put
    aside."""
    _put_aside(home)
    save(home, identity)
    (home / NEW_KEY).replace(home / KEY)
    durable.sync_folder(home)


def _put_aside(home: Path) -> None:
    files = [home / name for name in (KEY, IDENTITY) if (home / name).is_file()]
    if len(files) < 2:
        return
    before = load_or_none(home)
    told = files[1].read_bytes()
    name = before.kiosk if before else f"damaged-{hashlib.sha256(told).hexdigest()[:8]}"
    aside = home / FORMER / name
    aside.mkdir(mode=0o700, parents=True, exist_ok=True)
    for file in files:
        durable.write(aside / file.name, file.read_bytes())


def load_or_none(home: Path) -> Identity | None:
    """As :func:`load`, and None also for a damaged one."""
    try:
        return load(home)
    except IdentityError:
        return None


def signing_key(home: Path, identity: Identity) -> Ed25519PrivateKey:
    """The private key that goes with ``identity``; :class:`IdentityError` when there is none."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    for name in (KEY, NEW_KEY):
        try:
            private = Ed25519PrivateKey.from_private_bytes((home / name).read_bytes())
        except (OSError, ValueError):
            continue
        if private.public_key().public_bytes_raw() == identity.public:
            if name == NEW_KEY:
                (home / NEW_KEY).replace(home / KEY)
            return private
    raise IdentityError(f"{KEY} does not go with {IDENTITY}")


def former(home: Path) -> list[tuple[Path, Identity]]:
    """Identities this kiosk had before, each with its folder."""
    folder = home / FORMER
    if not folder.is_dir():
        return []
    found = ((aside, load_or_none(aside)) for aside in sorted(folder.iterdir()))
    return [(aside, identity) for aside, identity in found if identity is not None]
