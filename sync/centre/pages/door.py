"""A way into the sign-up form from a page of ours, where there is no kiosk's sign-up token.

It says the event and a day, and is the same for everybody who asks on that day: what it was opened
from, a self-test's result for one, cannot be read from it or from the sign-up that follows."""

from __future__ import annotations

import datetime as dt
import hmac

from sync.token import SignupToken

DAYS = 7
"""How long a door opens: as long as a kiosk's own sign-up code."""
DAY_S = 86_400
_MAC = 32
"""Hex digits kept of the MAC."""


def make(pepper: bytes, event: str, now: dt.datetime) -> str:
    """What a form posts as its ``token``: ``event.day.mac``."""
    told = f"{event}.{int(now.timestamp()) // DAY_S}"
    return f"{told}.{_mac(pepper, told)}"


def opens(pepper: bytes, text: str) -> SignupToken | None:
    """What such a text opens; None where it is not one of ours. It names no kiosk."""
    told, _, mac = text.rpartition(".")
    event, _, day = told.rpartition(".")
    if not event or not hmac.compare_digest(mac.encode(), _mac(pepper, told).encode()):
        return None
    at = int(day) * DAY_S
    return SignupToken("", event, at, at + (DAYS + 1) * DAY_S)


def _mac(pepper: bytes, told: str) -> str:
    return hmac.digest(pepper, f"sign-up-door/1\0{told}".encode(), "sha256").hex()[:_MAC]
