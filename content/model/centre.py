"""The Centre: whom it speaks to, what it runs, what is on, how it is reached."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Literal

from content.model.base import AudienceId, Figure, Struct, Text


class Want(Struct, frozen=True):
    """What an audience comes for: whatever carries the ``tag``, under this heading."""

    tag: str
    title: Text


class Audience(Struct, frozen=True):
    """A tile of the home screen. ``address`` says how texts speak: ``ты`` or ``вы``."""

    id: AudienceId
    name: Text
    lead: Text
    greeting: Text
    picture: str
    tile: str
    """The tile's colour, #RRGGBB."""
    address: Literal["ты", "вы"]
    order: int
    wants: list[Want] = []
    """What its path is made of, the most important first."""
    screen: str | None = None
    """The screen its tile opens where that is not its path: small children go straight to play."""


class Feature(Struct, frozen=True):
    """Something the kiosk itself can do: a screen worth being led to."""

    id: str
    name: Text
    lead: Text
    picture: str
    screen: str
    """The screen's name: ``exhibition.find``."""
    audiences: list[AudienceId]
    tags: list[str]
    order: int


class Programme(Struct, frozen=True):
    """What the Centre runs, with its figures exactly as in the source."""

    id: str
    name: Text
    lead: Text
    who: Text
    what: Text
    audiences: list[AudienceId]
    picture: str
    source: str
    order: int
    figures: list[Figure] = []
    event: str | None = None
    """The event one joins it by."""
    tags: list[str] = []
    """What it offers, for the paths: ``test``, ``trial``, ``training``, ``digital``…"""
    checked: bool = True


class Event(Struct, frozen=True):
    """An entry of the event board.

    A date is either given (``date``) or, for samples, counted from the pack's build
    (``in_days``). With neither it is a standing offer such as a consultation, asked for at any
    time. ``seats`` is what the organiser gives, None where nobody said."""

    id: str
    title: Text
    lead: Text
    place: Text
    audiences: list[AudienceId]
    picture: str
    programme: str | None = None
    cluster: str | None = None
    who: Text | None = None
    """For whom, as a pill: "7–11 класс"."""
    date: dt.date | None = None
    in_days: int | None = None
    time: str | None = None
    """Local time of the start, HH:MM."""
    minutes: int | None = None
    seats: int | None = None
    classes: bool = False
    """Whether a whole class may be signed up."""
    tags: list[str] = []
    """What it offers, for the paths, as a programme's."""
    fair: bool = False
    """Whether the fair profile's board lists it."""
    sample: bool = False

    def day(self, built_at: dt.date) -> dt.date | None:
        """The date of the event in a pack built on ``built_at``; None for a standing offer."""
        if self.in_days is not None:
            return built_at + dt.timedelta(days=self.in_days)
        return self.date


class Consent(Struct, frozen=True):
    """A consent document: one purpose, a version, and the text a person agrees to."""

    id: str
    version: str
    title: Text
    purpose: Text
    text: Text
    """Paragraphs separated by empty lines."""

    def sha256(self, lang: str) -> str:
        """Hash (hex) of the text shown in ``lang``; stored with each sign-up."""
        return hashlib.sha256(self.text.say(lang).encode()).hexdigest()


class Contact(Struct, frozen=True):
    """The Centre as a person may reach it. Empty fields are not shown."""

    name: Text
    base: Text
    address: Text | None = None
    phone: str | None = None
    site: str | None = None
    source: str = "seed"
