"""Tokens in QR codes: what a kiosk hands to a visitor's phone, signed and compact.

The address is ``{public_url}/q#{token}``: the token is in the fragment, so no server logs it by
itself. Its bytes are ``kind(1) | at(4) | expires(4) | kiosk length(1) | kiosk | subject |
signature(64)``, big-endian, in base64url without padding. The Ed25519 signature covers
``sozvezdie/token/1 | 0`` and everything before it; only the kiosk's id is read before the
signature is known to be good.
"""

from __future__ import annotations

import base64
import binascii
import struct
from collections.abc import Callable
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.sign import TOKEN

MAX_KIOSK = 24
"""The longest kiosk id in a token, UTF-8 bytes."""
MAX_SUBJECT = 48
"""The longest event id or request number in a token, UTF-8 bytes."""
MAX_ADDRESS = 213
"""Bytes a QR code of version 10 at level M holds: the longest address."""

_HEAD: Final = struct.Struct(">BIIB")
_SIGNATURE: Final = 64
_SIGNUP, _TICKET, _RESULT = 1, 2, 3


class TokenError(Exception):
    """A token that is damaged, foreign or not signed by the kiosk it names."""


class NewerToken(TokenError):
    """A token that a kiosk of ours signed and this program is too old to read."""


class SignupToken(msgspec.Struct, frozen=True):
    """Opens the phone's sign-up form for ``event``. Times are Unix seconds by the centre's clock:
    the kiosk corrects its own by the offset its last sync measured. Whoever judges ``expires``
    takes it as it stands, and may be lenient to a clock that it knows to be behind."""

    kiosk: str
    event: str
    at: int
    expires: int


class TicketToken(msgspec.Struct, frozen=True):
    """Shows the answer to the request ``number`` (``XXXX-XXXX``). Times as in
    :class:`SignupToken`."""

    kiosk: str
    number: str
    at: int
    expires: int


class ResultToken(msgspec.Struct, frozen=True):
    """Shows a self-test's result: ``result`` is ``test.version:score,score,…``, the scores in the
    order of the test's traits; nothing in it is about who. Times as in :class:`SignupToken`."""

    kiosk: str
    result: str
    at: int
    expires: int


Token = SignupToken | TicketToken | ResultToken


def make(token: Token, private: Ed25519PrivateKey) -> str:
    """The token as text, at most 206 characters; TokenError when a field cannot be written."""
    kind, subject = _told(token)
    kiosk, what = token.kiosk.encode(), subject.encode()
    if not 0 < len(kiosk) <= MAX_KIOSK or not 0 < len(what) <= MAX_SUBJECT:
        raise TokenError("the kiosk's id or the subject is empty or too long for a token")
    try:
        payload = _HEAD.pack(kind, token.at, token.expires, len(kiosk)) + kiosk + what
    except struct.error as error:
        raise TokenError("a time is out of range") from error
    return (
        base64.urlsafe_b64encode(payload + private.sign(TOKEN + b"\0" + payload))
        .decode()
        .rstrip("=")
    )


def read(text: str, public_of: Callable[[str], bytes | None]) -> Token:
    """The token in ``text``. ``public_of`` gives the 32-byte signing key of a kiosk's id, or None
    when it is unknown. Raises :class:`TokenError`; does not judge ``expires``."""
    raw = _decode(text)
    payload, signature = raw[:-_SIGNATURE], raw[-_SIGNATURE:]
    if len(payload) <= _HEAD.size:
        raise TokenError("cut short")
    kind, at, expires, length = _HEAD.unpack_from(payload)
    kiosk_bytes, subject_bytes = (
        payload[_HEAD.size : _HEAD.size + length],
        payload[_HEAD.size + length :],
    )
    if not 0 < length <= MAX_KIOSK or not 0 < len(subject_bytes) <= MAX_SUBJECT:
        raise TokenError("its fields are empty or too long")
    try:
        kiosk = kiosk_bytes.decode()
        public = public_of(kiosk)
        if public is None:
            raise TokenError("an unknown kiosk")
        Ed25519PublicKey.from_public_bytes(public).verify(signature, TOKEN + b"\0" + payload)
        subject = subject_bytes.decode()
    except (InvalidSignature, UnicodeDecodeError, ValueError) as error:
        raise TokenError("the signature does not match") from error
    if kind == _SIGNUP:
        return SignupToken(kiosk, subject, at, expires)
    if kind == _TICKET:
        return TicketToken(kiosk, subject, at, expires)
    if kind == _RESULT:
        return ResultToken(kiosk, subject, at, expires)
    raise NewerToken("a kind this program does not know")


def address(public_url: str, token: str) -> str:
    """What the QR code says. It fits version 10 at level M while ``public_url`` is short; see
    :data:`MAX_ADDRESS`."""
    return f"{public_url.rstrip('/')}/q#{token}"


def _told(token: Token) -> tuple[int, str]:
    """The kind of a token and what it is about."""
    if isinstance(token, SignupToken):
        return _SIGNUP, token.event
    return (_TICKET, token.number) if isinstance(token, TicketToken) else (_RESULT, token.result)


def _decode(text: str) -> bytes:
    if len(text) > MAX_ADDRESS or not text.isascii():
        raise TokenError("too long or not ASCII")
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise TokenError("not base64url") from error
    if base64.urlsafe_b64encode(raw).decode().rstrip("=") != text:
        raise TokenError("not written the one way it is written")
    return raw
