"""Visits that nobody made: the real ``Visit``, sign-up and guide code, without a window.

The same seed tells the same story. Names and numbers of sign-ups are invented.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from content.library import Library
from content.model import AudienceId, Consent, PackError
from kiosk import guide, packs
from kiosk.journal import Entry, people_entry, use_entry
from kiosk.machine import Machine
from kiosk.signup import KIND, Draft, compose, seal_form
from kiosk.visit import Visit

HOURS = {10: 4, 11: 9, 12: 11, 13: 7, 14: 8, 15: 10, 16: 7, 17: 3}
"""How many of a day's visits begin in each local hour: school groups before noon and after two."""
AUDIENCES: dict[AudienceId, int] = {
    "pupil": 46,
    "student": 18,
    "adult": 16,
    "preschool": 9,
    "senior": 6,
    "access": 5,
}
SIGNUP_SHARE, RATING_SHARE, BATCH = 0.08, 0.4, 50
PEOPLE = ("Тест Тестов", "Проба Пробова", "Образец Примеров", "Макет Макетова")


class Simulated(NamedTuple):
    """What was journalled."""

    visits: int
    records: int
    signups: int
    by_kind: dict[str, int]


class _Buffer:
    """Takes what a visit tells and keeps it for one transaction."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def record(
        self, kind: str, body: dict[str, Any], visit: bytes = b"", at: dt.datetime | None = None
    ) -> None:
        """One ``use`` record."""
        self.entries.append(use_entry(kind, body, visit, at or dt.datetime.now(dt.UTC)))


def simulate(
    machine: Machine,
    visits: int,
    seed: int = 0,
    records: int | None = None,
    day: dt.date | None = None,
) -> Simulated:
    """Journal ``visits`` visits of the local date ``day`` (the last whole day by default), in all
    ``records`` records when given, which must be at least two a visit (ValueError). Sign-ups need
    enrolment; without it there are none. May raise :class:`kiosk.journal.JournalError`."""
    if visits < 1 or (records is not None and records < 2 * visits):
        raise ValueError("at least one visit, and at least two records a visit")
    library = Library.open(packs.look(machine.settings.home, machine.settings.pack))
    chance = random.Random(seed)  # noqa: S311
    moments = sorted(_moments(chance, visits, day or _last_day(machine)))
    kinds: Counter[str] = Counter()
    waiting: list[Entry] = []
    for index, moment in enumerate(moments):
        quota = None if records is None else _share(records, visits, index)
        waiting += _visit(machine, library, chance, moment, quota)
        if index % BATCH == BATCH - 1 or index == visits - 1:
            machine.journal.append_all(waiting)
            kinds.update(entry.kind for entry in waiting)
            waiting = []
    return Simulated(visits, kinds.total(), kinds[KIND], dict(sorted(kinds.items())))


def _visit(
    machine: Machine,
    library: Library,
    chance: random.Random,
    began: dt.datetime,
    quota: int | None,
) -> list[Entry]:
    """One visit's entries, exactly ``quota`` of them when given."""
    told = _Buffer()
    now = began
    settings = machine.settings
    visit = Visit(told, settings.lang, lambda: now, settings.place, settings.profile)
    visit.audience = chance.choices(list(AUDIENCES), list(AUDIENCES.values()))[0]
    visit.lang = "en" if chance.random() < 0.05 else settings.lang
    if visit.audience == "access" or chance.random() < 0.03:
        visit.modes = frozenset({chance.choice(("contrast", "large", "reach", "calm"))})
    path = guide.path(library, visit.audience, began.date(), settings.profile == "fair")
    rates = chance.random() < RATING_SHARE
    signs = chance.random() < SIGNUP_SHARE and machine.identity is not None and bool(path.events)
    room = None if quota is None else quota - 2
    if room is not None:
        signs, room = (signs, room - 1) if signs and room else (False, room)
        rates, room = (rates, room - 1) if rates and room else (False, room)
    for name, ref in _screens(chance, path, room):
        dwell = round(1000 * min(240.0, chance.lognormvariate(2.2, 0.8)))
        now += dt.timedelta(milliseconds=dwell)
        visit.screen_seen(name, ref, dwell)
    people = []
    if signs:
        event = chance.choice(path.events).event
        people.append(_signup(machine, library, chance, event.id, began.astimezone().date()))
        now += dt.timedelta(seconds=chance.uniform(40, 120))
    if rates:
        visit.rate(chance.choices((1, 2, 3, 4, 5), (1, 2, 6, 31, 60))[0])
    visit.end("finished" if chance.random() < 0.55 else "idle")
    return told.entries + people


def _screens(
    chance: random.Random, path: guide.Path, count: int | None
) -> Iterator[tuple[str, str]]:
    """Names and refs of ``count`` screens, or of as many as a visitor has patience for."""
    left = max(1, round(chance.gauss(8, 4))) if count is None else count
    while True:
        round_trip = [("home.home", ""), ("exhibition.map", "")]
        if path.clusters:
            round_trip.append(("exhibition.cluster", chance.choice(path.clusters).id))
        for profession in chance.sample(path.professions, min(len(path.professions), 2)):
            round_trip.append(("exhibition.profession", profession.id))
        round_trip.append(("exhibition.events", ""))
        for step in round_trip:
            if left <= 0:
                return
            yield step
            left -= 1


def _signup(
    machine: Machine, library: Library, chance: random.Random, event: str, on: dt.date
) -> Entry:
    assert machine.identity is not None
    draft = Draft(event=event, age_band=chance.choice(("14to17", "adult")))
    number = chance.randrange(100)
    draft.fields.update(name=chance.choice(PEOPLE), phone=f"+7 900 000-00-{number:02}")
    if chance.random() < 0.2:
        draft.way = "class"
        draft.fields["count"] = str(chance.randint(8, 30))
    record_id, key, box = seal_form(machine.identity, compose(draft, _consent(library), on))
    return people_entry(KIND, record_id, key, box, on)


def _consent(library: Library) -> Consent:
    if not library.pack.consents:
        raise PackError("the pack has no consent document")
    return library.pack.consents[0]


def _moments(chance: random.Random, count: int, day: dt.date) -> Iterator[dt.datetime]:
    for hour in chance.choices(list(HOURS), list(HOURS.values()), k=count):
        seconds = chance.uniform(0, 3600)
        local = dt.datetime.combine(day, dt.time(hour)) + dt.timedelta(seconds=seconds)
        yield local.astimezone(dt.UTC)


def _last_day(machine: Machine) -> dt.date:
    """The last local date whose opening hours are over, so that no visit lies in the future."""
    now = machine.now().astimezone()
    return now.date() if now.hour > max(HOURS) else now.date() - dt.timedelta(days=1)


def _share(records: int, visits: int, index: int) -> int:
    return records // visits + (1 if index < records % visits else 0)
