"""Signing up on a phone as the tests do it: the code, the form, the consent."""

from __future__ import annotations

import re
import time

from sqlalchemy import select

from sync import token as tokens
from sync.centre.embedded import Running
from sync.centre.store.tables import forms
from tests.centre.browsing import Page, Visitor
from tests.centre.sending import NAME, Sender

TYPED = "8 900 000-00-00"


def signup_token(sender: Sender, event: str = "open-day", life: int = 600) -> str:
    now = int(time.time())
    return tokens.make(tokens.SignupToken(sender.id, event, now, now + life), sender.private)


def ticket_token(sender: Sender, number: str) -> str:
    now = int(time.time())
    return tokens.make(tokens.TicketToken(sender.id, number, now, now + 600), sender.private)


def fill(
    visitor: Visitor, token: str, who: str = "adult", /, **fields: str
) -> tuple[Page, dict[str, str]]:
    """As far as the page after the form; and what was posted."""
    form = visitor.post("/q/form", token=token, who=who)
    given = {"name": NAME, "phone": TYPED, "count": "", "note": ""} | fields
    kept = {"token": token, "who": who, "slip": form.hidden("slip"), **given}
    return visitor.post("/q/form", step="filled", **kept), kept


def agree(phone: Visitor, kept: dict[str, str], consent: str = "signup 2026-11") -> Page:
    return phone.post("/q/agree", do="agree", consent=consent, **kept)


def number_on(page: Page) -> str:
    found = re.search(r'class="number">([0-9A-Z]{4}-[0-9A-Z]{4})<', page.text)
    assert found, page.text
    return found.group(1)


def count_forms(centre: Running) -> int:
    with centre.centre.store.read() as connection:
        return len(connection.execute(select(forms.c.id)).all())
