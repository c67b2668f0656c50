"""The content a kiosk shows: one pack, ready to be asked.

Nothing here is heavy: JSON through msgspec, dictionaries by id. A reference to something the
pack does not have gives None or is skipped; it never stops a screen.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

import msgspec

from content.model import (
    KINDS,
    Audience,
    Cluster,
    College,
    Consent,
    Employer,
    Event,
    Pack,
    Profession,
    Programme,
    Struct,
    Town,
    Vacancy,
    read_pack,
)


class DatedEvent(NamedTuple):
    """An event and its day; ``day`` is None for a standing offer."""

    event: Event
    day: dt.date | None


S = TypeVar("S", bound=Struct)
FIELDS = {kind: field for field, kind in KINDS.items()}
"""A kind of content -> the pack's field that holds it."""


class Library:
    """One pack. Look-ups by id answer None for what is not there."""

    def __init__(self, pack: Pack, folder: Path) -> None:
        self.pack = pack
        self.folder = folder
        self.clusters: list[Cluster] = sorted(pack.clusters, key=lambda c: c.order)
        """In the order they are shown; likewise :attr:`programmes` and :attr:`audiences`."""
        self.programmes: list[Programme] = sorted(pack.programmes, key=lambda p: p.order)
        self.audiences: list[Audience] = sorted(pack.audiences, key=lambda a: a.order)
        self._found: dict[type[Struct], dict[str, Struct]] = {}

    @classmethod
    def open(cls, folder: Path) -> Library:
        """Read the pack in ``folder``; raises :class:`content.model.PackError`."""
        return cls(read_pack(folder), folder)

    def find(self, kind: type[S], id: str | None) -> S | None:
        """The thing of a kind with this id."""
        if kind not in self._found:
            field = "towns" if kind is Town else FIELDS[kind]
            self._found[kind] = {value.id: value for value in getattr(self.pack, field)}
        return cast("S | None", self._found[kind].get(id or ""))

    def every(self, kind: type[S]) -> list[S]:
        """All things of a kind, in the order they are shown."""
        return cast("list[S]", getattr(self.pack, FIELDS[kind]))

    def cluster(self, id: str) -> Cluster | None:
        """A cluster by id."""
        return self.find(Cluster, id)

    def profession(self, id: str) -> Profession | None:
        """A profession by id."""
        return self.find(Profession, id)

    def college(self, id: str) -> College | None:
        """A college by id."""
        return self.find(College, id)

    def employer(self, id: str) -> Employer | None:
        """An employer by id."""
        return self.find(Employer, id)

    def town(self, id: str) -> Town | None:
        """A town by id."""
        return self.find(Town, id)

    def programme(self, id: str) -> Programme | None:
        """A programme of the Centre by id."""
        return self.find(Programme, id)

    def event(self, id: str) -> Event | None:
        """An event by id."""
        return self.find(Event, id)

    def audience(self, id: str) -> Audience | None:
        """An audience by id."""
        return self.find(Audience, id)

    def consent(self, id: str) -> Consent | None:
        """A consent document by id."""
        return self.find(Consent, id)

    def events_on(self, today: dt.date) -> list[DatedEvent]:
        """The board of ``today`` (local date): soonest first, past ones gone, standing offers
        last in the order of the pack."""
        built_on = self.pack.built_on
        dated: list[DatedEvent] = []
        standing: list[DatedEvent] = []
        for event in self.pack.events:
            day = event.day(built_on)
            if day is None:
                standing.append(DatedEvent(event, None))
            elif day >= today:
                dated.append(DatedEvent(event, day))
        dated.sort(key=lambda entry: (entry.day, entry.event.time or ""))
        return dated + standing

    def vacancies_on(self, today: dt.date) -> list[Vacancy]:
        """The vacancies of ``today`` (local date): those past their last day are gone."""
        return [one for one in self.pack.vacancies if one.until is None or one.until >= today]

    def professions_of(self, cluster: Cluster | str) -> list[Profession]:
        """The professions of a cluster: first those it lists, in its order, then those that name
        it themselves."""
        found = self.cluster(cluster) if isinstance(cluster, str) else cluster
        if found is None:
            return []
        listed = [p for id in found.professions if (p := self.profession(id)) is not None]
        known = {p.id for p in listed}
        naming = [p for p in self.pack.professions if found.id in p.clusters and p.id not in known]
        return listed + naming

    def source(self, code: str, lang: str = "ru") -> str:
        """What a figure's or fact's ``source`` is, for the line under it. Several codes may be
        written with commas; what has no description (an address) is given as it stands."""
        codes = [part.strip() for part in code.split(",")]
        said = self.pack.sources
        return "; ".join(said[c].say(lang) if c in said else c for c in codes if c)

    @cached_property
    def ids(self) -> dict[str, frozenset[str]]:
        """The ids of all there is, by kind: ``cluster``, ``town``."""
        fields: dict[type[Struct], str] = {**FIELDS, Town: "towns"}
        return {
            kind.__name__.lower(): frozenset(value.id for value in getattr(self.pack, field))
            for kind, field in fields.items()
        }

    @cached_property
    def picture_sizes(self) -> dict[str, dict[str, int]]:
        """``{picture: {atlas: pixels}}``; empty when the pack's index cannot be read."""
        try:
            index = (self.folder / "pictures" / "index.json").read_bytes()
            return msgspec.json.decode(index, type=dict[str, dict[str, int]])
        except (OSError, msgspec.DecodeError):
            return {}
