"""Opening the token of a QR code: whose it is, whether it still holds."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from sync.centre.pages import door
from sync.centre.state import Centre
from sync.centre.store import kiosks
from sync.token import NewerToken, ResultToken, Token, TokenError, read

Reason = Literal["broken", "unknown", "expired", "revoked", "newer"]


class NotOpened(Exception):
    """A token that opens nothing. ``reason``: ``broken`` (damaged, altered), ``newer`` (a
    kind this program does not know), ``unknown`` (the kiosk is not ours), ``expired``, ``revoked``
    (a result from a kiosk that was taken out of service)."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def open_token(centre: Centre, text: str) -> Token:
    """The token in ``text``, which may be the whole address of the QR code, or a door of our own
    pages (:mod:`sync.centre.pages.door`); else NotOpened.

    A revoked kiosk's sign-ups and tickets still open, for a person waits behind each; whatever it
    calls a result is not believed. The kiosk has corrected the times by what it knew of its
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

    bare = text.rsplit("#", 1)[-1].strip()
    ours = door.opens(centre.keys.pepper, bare)
    if ours is not None:
        if centre.now().timestamp() > ours.expires:
            raise NotOpened("expired")
        return ours
    try:
        token = read(bare, public_of)
    except NewerToken:
        raise NotOpened("newer") from None
    except TokenError:
        raise NotOpened("broken") from None
    assert kiosk is not None
    if isinstance(token, ResultToken) and kiosk.revoked_at is not None:
        raise NotOpened("revoked")
    behind = dt.timedelta(milliseconds=max(0, -(kiosk.offset_ms or 0)))
    if (centre.now() - behind).timestamp() > token.expires:
        raise NotOpened("expired")
    return token
