"""Who a kiosk is to its centre: what enrolment gives and a kiosk keeps in ``identity.json``."""

from __future__ import annotations

import msgspec


class Identity(msgspec.Struct, frozen=True):
    """A kiosk's place at one centre. Keys are 32 bytes; the private signing key is kept apart."""

    kiosk: str
    """The id the centre gave; part of every record."""
    name: str
    """What people call the kiosk."""
    url: str
    """Where the kiosk reports to."""
    public_url: str
    """The address QR codes carry."""
    root: bytes
    """The centre's root key, pinned by the fingerprint in the enrolment code."""
    receipt: bytes
    """The key that signs receipts, from a bundle signed by the root."""
    sealing: bytes
    """The X25519 key sign-ups are sealed to, from a bundle signed by the root."""
    public: bytes
    """The kiosk's own signing key, the public half."""
    enrolled_at: str
    """ISO 8601 UTC by the centre's clock."""
    clock_offset_ms: int = 0
    """The centre's clock less the kiosk's own, as the last sync measured it."""
