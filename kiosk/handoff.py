"""Addresses for QR codes: a signed token hands a visitor over to their own phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.model import SelfTest
    from kiosk.machine import Machine
    from sync.identity import Identity
    from sync.token import Token

SIGNUP_DAYS = 7
"""How long the phone's sign-up page opens: one may think it over at home."""
TICKET_DAYS = 90
"""How long the answer to a request may be looked at."""
RESULT_DAYS = 90
"""How long a self-test's result may be looked at."""
DAY_S = 86_400


def signup_url(machine: Machine, event_id: str) -> str | None:
    """The address of the phone's sign-up form for an event; None when the kiosk is not enrolled."""
    from sync.token import SignupToken

    identity = machine.identity
    if identity is None:
        return None
    at, expires = _span(machine, identity, SIGNUP_DAYS)
    return _address(machine, identity, SignupToken(identity.kiosk, event_id, at, expires))


def ticket_url(machine: Machine, number: str) -> str | None:
    """The address that shows the answer to request ``number``; None when not enrolled."""
    from sync.token import TicketToken

    identity = machine.identity
    if identity is None:
        return None
    at, expires = _span(machine, identity, TICKET_DAYS)
    return _address(machine, identity, TicketToken(identity.kiosk, number, at, expires))


def result_url(machine: Machine, test: SelfTest, score: Mapping[str, int]) -> str | None:
    """The address that shows a self-test's result on one's own phone; None when not enrolled."""
    from sync.token import ResultToken

    identity = machine.identity
    if identity is None:
        return None
    at, expires = _span(machine, identity, RESULT_DAYS)
    points = ",".join(str(score[trait]) for trait in test.traits)
    told = f"{test.id}.{test.version}:{points}"
    return _address(machine, identity, ResultToken(identity.kiosk, told, at, expires))


def met_url(machine: Machine, professions: Sequence[str]) -> str | None:
    """The address of the page about these professions, for who came with a child: nothing in it is
    about anybody. None when the kiosk is not enrolled or there are none."""
    if machine.identity is None or not professions:
        return None
    return f"{machine.identity.public_url.rstrip('/')}/met/{'+'.join(professions)}"


def _address(machine: Machine, identity: Identity, token: Token) -> str | None:
    from sync import token as tokens

    private = machine.signing_key()
    if private is None:
        return None
    try:
        return tokens.address(identity.public_url, tokens.make(token, private))
    except tokens.TokenError:
        return None


def _span(machine: Machine, identity: Identity, days: int) -> tuple[int, int]:
    """From the beginning of today (UTC) to the end of the day ``days`` later in Unix seconds, by
    the centre's clock as last measured. A finer moment would join a request to a visit."""
    offset = dt.timedelta(milliseconds=identity.clock_offset_ms)
    at = int((machine.now() + offset).timestamp()) // DAY_S * DAY_S
    return at, at + (days + 1) * DAY_S
