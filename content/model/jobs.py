"""Vacancies for people with disabilities. Conditions only: nothing here asks for a diagnosis."""

from __future__ import annotations

import datetime as dt

from content.model.base import Struct, Text


class Condition(Struct, frozen=True):
    """A condition of work one may look for: remote, part time, seated, a ramp, no noise."""

    id: str
    name: Text
    picture: str
    order: int


class Vacancy(Struct, frozen=True):
    """A place at work under a quota. ``does`` is what one does there, a sentence or two."""

    id: str
    title: Text
    employer: Text
    town: str
    conditions: list[str]
    does: Text
    picture: str
    until: dt.date | None = None
    """The last day it is shown; None where the employer set none."""
    profession: str | None = None
    sample: bool = False
