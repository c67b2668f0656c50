"""Opening the token of a QR code: whose it is, whether it still holds."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from sync.centre.state import Centre
from sync.centre.store import kiosks
from sync.token import Token, TokenError, read

Reason = Literal["broken", "unknown", "expired"]


class NotOpened(Exception):
    """A token that opens nothing. ``reason``: ``broken`` (damaged, altered, of a newer kind),
    ``unknown`` (the kiosk is not ours), ``expired``."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def open_token(centre: Centre, text: str) -> Token:
    """The token in ``text``, which may be the whole address of the QR code; else NotOpened.

    A revoked kiosk's tokens still open. The kiosk has corrected the times by what it knew of its
    clock; its clock may have fallen back since, which it learns at a sync no sooner than we do.
    So expiry is judged kindly, by as much as we measured it to be behind, and never strictly."""
    kiosk: kiosks.Kiosk | None = None

    def public_of(name: str) -> bytes | None:
        nonlocal kiosk
        with centre.store.read() as connection:
            kiosk = kiosks.by_id(connection, name)
        if kiosk is None:
            raise NotOpened("unknown")
        return kiosk.public

    try:
        token = read(text.rsplit("#", 1)[-1].strip(), public_of)
    except TokenError:
        raise NotOpened("broken") from None
    assert kiosk is not None
    behind = dt.timedelta(milliseconds=max(0, -(kiosk.offset_ms or 0)))
    if (centre.now() - behind).timestamp() > token.expires:
        raise NotOpened("expired")
    return token
