"""The slip a phone's form carries through its steps: the id it will be stored under.

Made and signed by the centre when the form is first shown, so that pressing "agree" twice, or a
reload, stores one sign-up; and nobody can choose an id."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hmac

from sync.records import uuid4

LIFE = dt.timedelta(hours=6)
_MAC = 16


def new(pepper: bytes, now: dt.datetime) -> str:
    """A fresh slip, 54 characters."""
    payload = uuid4() + int(now.timestamp()).to_bytes(8, "big")
    return base64.urlsafe_b64encode(payload + _mac(pepper, payload)).decode().rstrip("=")


def read(pepper: bytes, slip: str, now: dt.datetime) -> bytes | None:
    """The id (UUIDv4, 16 bytes) of a slip that is ours and not older than :data:`LIFE`."""
    try:
        raw = base64.urlsafe_b64decode(slip.encode("ascii") + b"=" * (-len(slip) % 4))
    except (ValueError, binascii.Error):
        return None
    payload, mac = raw[:24], raw[24:]
    if len(payload) != 24 or not hmac.compare_digest(mac, _mac(pepper, payload)):
        return None
    age = now.timestamp() - int.from_bytes(payload[16:], "big")
    return payload[:16] if 0 <= age <= LIFE.total_seconds() else None


def _mac(pepper: bytes, payload: bytes) -> bytes:
    return hmac.digest(pepper, b"form-slip/1\0" + payload, "sha256")[:_MAC]
