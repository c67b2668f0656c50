"""A sign-up being filled in on a phone: who it is for, what is missing, and what gets sealed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from sync import contact
from sync.centre.packs import Consent
from sync.centre.pages.fields import Fields
from sync.centre.pages.i18n import Lang
from sync.form import AgeBand, ConsentGiven, SignupForm, Way

Who = Literal["adult", "teen", "child", "class"]
WAYS: tuple[Who, ...] = ("adult", "teen", "child", "class")
"""Whom one may sign up: oneself, grown up; oneself, 14 to 17; one's child under 14; a class."""

CONSENTS: dict[Who, str] = {
    "adult": "signup",
    "teen": "signup",
    "child": "parent",
    "class": "class",
}
CLASS_MIN, CLASS_MAX = 5, 40
"""How many pupils a class may bring; said in a message below."""
NOTE_MAX = 300

_BANDS: dict[Who, AgeBand] = {
    "adult": "adult",
    "teen": "14to17",
    "child": "under14",
    "class": "adult",
}


@dataclass(frozen=True, repr=False)
class Draft:
    """What was typed, as typed."""

    who: Who
    name: str
    phone: str
    count: str
    note: str

    @property
    def way(self) -> Way:
        """``class`` or ``person``."""
        return "class" if self.who == "class" else "person"


def draft(fields: Fields) -> Draft | None:
    """The draft in posted fields; None while nobody has said whom it is for."""
    for who in WAYS:
        if fields["who"] == who:
            return Draft(who, fields["name"], fields["phone"], fields["count"], fields["note"])
    return None


def problems(typed: Draft) -> dict[str, str]:
    """What is missing or impossible, by field, as a Russian message; empty when it may go on."""
    found: dict[str, str] = {}
    if not typed.name:
        found["name"] = "Напишите, как к вам обращаться."
    elif contact.name(typed.name) is None:
        found["name"] = "Имя — буквами, от двух до шестидесяти."
    if not typed.phone:
        found["phone"] = "Нужен телефон, чтобы мы могли ответить."
    elif contact.phone(typed.phone) is None:
        found["phone"] = "Похоже, в номере ошибка. Пример: +7 900 000-00-00."
    if typed.who == "class" and _count(typed.count) is None:
        found["count"] = "Сколько будет учеников: от 5 до 40."
    if len(typed.note) > NOTE_MAX:
        found["note"] = "Покороче, пожалуйста: до 300 знаков."
    return found


def form(typed: Draft, event: str, consent: Consent, lang: Lang, on: dt.date) -> SignupForm:
    """The form to seal, once :func:`problems` finds none and consent was given in ``lang``."""
    return SignupForm(
        event=event,
        way=typed.way,
        age_band=_BANDS[typed.who],
        name=contact.name(typed.name) or "",
        phone=contact.phone(typed.phone) or "",
        consent=ConsentGiven(
            consent.id, consent.version, consent.sha256(lang), lang, on.isoformat(), "button"
        ),
        count=(_count(typed.count) or 0) if typed.who == "class" else 0,
        note=typed.note,
        lang=lang,
    )


def _count(text: str) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        return None
    return int(text) if CLASS_MIN <= int(text) <= CLASS_MAX else None
