"""What is inside a sealed sign-up, whoever sealed it: a kiosk or the centre's phone page."""

from __future__ import annotations

from typing import Literal

import msgspec

Way = Literal["person", "class"]
AgeBand = Literal["under14", "14to17", "adult"]


class ConsentGiven(msgspec.Struct, frozen=True):
    """Which consent was given and how. ``sha256`` (hex) is of the text shown in ``lang``; ``on``
    is a date without a time; ``gesture`` says what the person did."""

    id: str
    version: str
    sha256: str
    lang: str
    on: str
    gesture: Literal["button", "checkbox"]


class SignupForm(msgspec.Struct, frozen=True, omit_defaults=True):
    """The clear text of ``signup.made`` schema 1, JSON, before sealing.

    ``phone`` is ``+7`` and ten digits. ``count`` is the number of pupils when ``way`` is
    ``class`` (``name`` and ``phone`` are the teacher's then; pupils' names are never asked), else
    0. ``age_band`` ``under14`` means that a parent filled it in: ``name`` is the parent's."""

    event: str
    way: Way
    age_band: AgeBand
    name: str
    phone: str
    consent: ConsentGiven
    email: str = ""
    count: int = 0
    note: str = ""
    lang: str = "ru"

    def __repr__(self) -> str:
        """Nothing a person wrote: this text may end in a log."""
        return f"SignupForm(event={self.event!r}, way={self.way!r})"


def encode(form: SignupForm) -> bytes:
    """The bytes to seal."""
    return msgspec.json.encode(form)


def decode(plain: bytes) -> SignupForm:
    """The form in unsealed bytes; raises ``ValueError`` for anything else, naming no field's
    contents."""
    try:
        return msgspec.json.decode(plain, type=SignupForm)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise ValueError("not a sign-up form") from None
