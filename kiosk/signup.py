"""Signing up: what may be asked, what is missing, and how it is kept.

What a person writes lives in a :class:`Draft` in memory only. :func:`submit` seals it to the
centre's key before anything touches the disk; the kiosk itself cannot read it back.
"""

from __future__ import annotations

import datetime as dt
import enum
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from content.model import Consent
from sync import contact
from sync.form import AgeBand, ConsentGiven, SignupForm, Way, encode
from sync.identity import Identity
from sync.records import SCHEMAS, request_number, uuid4

if TYPE_CHECKING:
    from kiosk.machine import Machine

KIND = "signup.made"
CLASS_MIN, CLASS_MAX = 5, 40
"""How many pupils a class may bring."""
NOTE_MAX = 500
"""Characters of a note at most."""

FIELDS = ("name", "phone", "email", "count", "note")


class Problem(enum.Enum):
    """What keeps a form from being sent; the screen words it beside the field."""

    NAME_EMPTY = "name_empty"
    NAME_ODD = "name_odd"
    PHONE_EMPTY = "phone_empty"
    PHONE_ODD = "phone_odd"
    EMAIL_ODD = "email_odd"
    COUNT_EMPTY = "count_empty"
    COUNT_ODD = "count_odd"
    NOTE_LONG = "note_long"
    AGE_EMPTY = "age_empty"


Reason = Literal["disk", "not_enrolled", "under14", "incomplete", "consent"]


class NotTaken(Exception):
    """A sign-up that was not kept. ``reason``: ``disk`` (the journal takes nothing now),
    ``not_enrolled``, ``under14`` (the parent's phone takes it), ``incomplete``, ``consent``."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class Draft:
    """A form being filled in. ``fields`` has the keys of :data:`FIELDS`; what is absent is empty.
    ``age_band`` is None until chosen; a class is signed up by a teacher, who is an adult."""

    event: str
    way: Way = "person"
    age_band: AgeBand | None = None
    fields: dict[str, str] = field(default_factory=dict, repr=False)
    lang: str = "ru"

    def forget(self) -> None:
        """Wipe what was written."""
        self.fields.clear()
        self.age_band = None


class Ticket(NamedTuple):
    """What a person takes home: a request number (not a seat) and the address that shows the
    answer later."""

    number: str
    event: str
    url: str


def problems(draft: Draft) -> dict[str, Problem]:
    """What is missing or impossible, by field; empty when the form may be sent."""
    found: dict[str, Problem] = {}
    values = {name: draft.fields.get(name, "").strip() for name in FIELDS}
    if not values["name"]:
        found["name"] = Problem.NAME_EMPTY
    elif contact.name(values["name"]) is None:
        found["name"] = Problem.NAME_ODD
    if not values["phone"]:
        found["phone"] = Problem.PHONE_EMPTY
    elif contact.phone(values["phone"]) is None:
        found["phone"] = Problem.PHONE_ODD
    if values["email"] and contact.email(values["email"]) is None:
        found["email"] = Problem.EMAIL_ODD
    if len(values["note"]) > NOTE_MAX:
        found["note"] = Problem.NOTE_LONG
    if draft.way == "class":
        if not values["count"]:
            found["count"] = Problem.COUNT_EMPTY
        elif _count(values["count"]) is None:
            found["count"] = Problem.COUNT_ODD
    elif draft.age_band is None:
        found["age_band"] = Problem.AGE_EMPTY
    return found


def submit(machine: Machine, draft: Draft, consent: Consent | None) -> Future[Ticket]:
    """Seal the form and keep it. ``consent`` is the document the person has just agreed to in
    ``draft.lang``. Raises :class:`NotTaken` at once for what is known at once; the future raises
    it with ``disk``."""
    if draft.way == "person" and draft.age_band == "under14":
        raise NotTaken("under14")
    if problems(draft):
        raise NotTaken("incomplete")
    if consent is None:
        raise NotTaken("consent")
    if machine.identity is None:
        raise NotTaken("not_enrolled")
    on = machine.now().astimezone().date()
    form = compose(draft, consent, on)
    return machine.worker.submit(_keep, machine, machine.identity, form, on)


def seal_form(identity: Identity, form: SignupForm) -> tuple[bytes, str, bytes]:
    """A fresh record id, the name of the sealing key, and the form sealed under both."""
    from sync.seal import binding, key_name, seal

    record_id = uuid4()
    info = binding(identity.kiosk, record_id, KIND, SCHEMAS[KIND][1])
    return record_id, key_name(identity.sealing), seal(encode(form), identity.sealing, info)


def _keep(machine: Machine, identity: Identity, form: SignupForm, on: dt.date) -> Ticket:
    from kiosk.handoff import ticket_url
    from kiosk.journal import JournalError

    record_id, key, box = seal_form(identity, form)
    try:
        machine.journal.append_people(KIND, record_id, key, box, on)
    except JournalError as error:
        machine.trouble = error
        raise NotTaken("disk") from None
    number = request_number(record_id)
    return Ticket(number, form.event, ticket_url(machine, number) or "")


def compose(draft: Draft, consent: Consent, on: dt.date) -> SignupForm:
    """The form to seal, of a draft without problems, agreed to on the local date ``on``."""
    values = {name: draft.fields.get(name, "").strip() for name in FIELDS}
    given = ConsentGiven(
        consent.id,
        consent.version,
        consent.sha256(draft.lang),
        draft.lang,
        on.isoformat(),
        "button",
    )
    is_class = draft.way == "class"
    return SignupForm(
        event=draft.event,
        way=draft.way,
        age_band="adult" if is_class else draft.age_band or "adult",
        name=contact.name(values["name"]) or "",
        phone=contact.phone(values["phone"]) or "",
        consent=given,
        email=contact.email(values["email"]) or "",
        count=(_count(values["count"]) or 0) if is_class else 0,
        note=values["note"],
        lang=draft.lang,
    )


def _count(text: str) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        return None
    return int(text) if CLASS_MIN <= int(text) <= CLASS_MAX else None
