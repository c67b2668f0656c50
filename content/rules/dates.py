"""Events: one way to say the day, an hour that exists, and numbers that make sense."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.model import Event
from content.problems import Problem
from content.rules.matter import Matter, Rule

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")

LIMITS = {"in_days": (0, 365), "minutes": (5, 12 * 60), "seats": (1, 10_000)}
"""What numbers of an event may be."""


def days_are_said_one_way(matter: Matter) -> Iterator[Problem]:
    """A sample counts days from the build; a real event has a date, or is asked for any time."""
    for entry in matter.exhibition.of(Event):
        event = entry.value
        if event.date is not None and event.in_days is not None:
            yield entry.problem("in_days", "есть и date, и in_days: оставьте одно")
        elif event.sample and event.in_days is None:
            yield entry.problem("sample", "образцу нужен in_days: через сколько дней")
        elif not event.sample and event.in_days is not None:
            yield entry.problem(
                "in_days", "in_days только у образцов: настоящему событию нужна date"
            )


def hours_are_hours(matter: Matter) -> Iterator[Problem]:
    """The start is HH:MM, and there is a day it belongs to."""
    for entry in matter.exhibition.of(Event):
        event = entry.value
        if event.time is None:
            continue
        if not _TIME.fullmatch(event.time):
            yield entry.problem("time", f"«{event.time}» — время пишут как 09:30")
        if event.date is None and event.in_days is None:
            yield entry.problem("time", "время есть, а дня нет", warning=True)


def numbers_make_sense(matter: Matter) -> Iterator[Problem]:
    """Days, minutes and seats lie within :data:`LIMITS`; somebody is invited."""
    for entry in matter.exhibition.of(Event):
        for field, (low, high) in LIMITS.items():
            value = getattr(entry.value, field)
            if value is not None and not low <= value <= high:
                yield entry.problem(field, f"{value} — нужно от {low} до {high}")
        if not entry.value.audiences:
            yield entry.problem("audiences", "назовите хотя бы одну аудиторию")


RULES: list[Rule] = [days_are_said_one_way, hours_are_hours, numbers_make_sense]
