"""What of the library can be found: one entry a thing, with the words it is found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import msgspec

from content.library import Library
from content.model import Cluster, College, Competence, Profession, Sector, Text

Kind = Literal["profession", "speciality", "college", "cluster", "competence", "programme", "event"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which equals are shown."""
Part = Text | str | None


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A thing that can be found. ``towns`` are where it is, ``near`` where its industry is:
    nobody says that one learns or works at it there. The four texts weigh less and less."""

    kind: Kind
    id: str
    shown: Text
    """What it is called on its row."""
    title: str
    name: str
    """Its official name and code."""
    keys: str
    """What it belongs to: towns, clusters, colleges."""
    body: str
    towns: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    clusters: frozenset[str] = frozenset()


def entries(library: Library) -> list[Entry]:
    """Everything that can be found, in the order of the pack."""
    return list(_Reader(library).everything())


class _Reader:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.clusters_of: dict[str, set[str]] = defaultdict(set)
        """Profession or college -> clusters."""
        self.taught: dict[str, list[Profession]] = defaultdict(list)
        """College -> professions that name it."""
        for cluster in library.clusters:
            for one in (cluster.base, *cluster.partners):
                self.clusters_of[one or ""].add(cluster.id)
            for one in cluster.professions:
                self.clusters_of[one].add(cluster.id)
        for profession in library.pack.professions:
            self.clusters_of[profession.id].update(profession.clusters)
            for one in profession.colleges:
                self.taught[one].append(profession)

    def everything(self) -> Iterator[Entry]:
        yield from map(self.profession, self.library.pack.professions)
        yield from map(self.college, self.library.pack.colleges)
        yield from map(self.cluster, self.library.clusters)
        yield from map(self.competence, self.library.pack.competences)
        yield from self.programmes()
        yield from self.events()

    def profession(self, one: Profession) -> Entry:
        library = self.library
        colleges = [college for id in one.colleges if (college := library.college(id))]
        employers = [employer for id in one.employers if (employer := library.employer(id))]
        clusters = self._clusters(self.clusters_of[one.id])
        towns = {college.town for college in colleges}
        towns.update(town for employer in employers for town in employer.towns)
        return Entry(
            one.kind,
            one.id,
            one.title,
            _join(one.title),
            _join(one.name, one.code),
            _join(
                *(cluster.name for cluster in clusters),
                *(college.name for college in colleges),
                *self._towns(towns),
            ),
            _join(one.day, *one.likes, *one.conditions, *(who.name for who in employers)),
            frozenset(towns),
            frozenset(town for cluster in clusters for town in cluster.towns) - towns,
            frozenset(self.clusters_of[one.id]),
        )

    def college(self, one: College) -> Entry:
        clusters = self.clusters_of[one.id]
        return Entry(
            "college",
            one.id,
            one.name,
            _join(one.name, one.short),
            "",
            _join(
                one.profile,
                *self._towns([one.town]),
                *(cluster.name for cluster in self._clusters(clusters)),
            ),
            _join(*(profession.title for profession in self.taught[one.id])),
            frozenset([one.town]),
            frozenset(),
            frozenset(clusters),
        )

    def cluster(self, one: Cluster) -> Entry:
        professions = self.library.professions_of(one)
        employers = [found for id in one.employers if (found := self.library.employer(id))]
        return Entry(
            "cluster",
            one.id,
            one.title,
            _join(one.title, one.name),
            "",
            _join(*self._towns(one.towns), *(employer.name for employer in employers)),
            _join(one.lead, one.makes, *(profession.title for profession in professions)),
            frozenset(one.towns),
            frozenset(),
            frozenset([one.id]),
        )

    def competence(self, one: Competence) -> Entry:
        sector = self.library.find(Sector, one.sector)
        related = [found for id in one.professions if (found := self.library.profession(id))]
        clusters = {cluster for found in related for cluster in self.clusters_of[found.id]}
        return Entry(
            "competence",
            one.id,
            one.name,
            _join(one.name),
            "",
            _join(sector.name if sector else None, *(found.title for found in related)),
            _join(one.asks, one.expert),
            clusters=frozenset(clusters),
        )

    def programmes(self) -> Iterator[Entry]:
        for one in self.library.programmes:
            keys, body = _join(one.who), _join(one.lead, one.what)
            yield Entry("programme", one.id, one.name, _join(one.name), "", keys, body)

    def events(self) -> Iterator[Entry]:
        for one in self.library.pack.events:
            clusters = [one.cluster] if one.cluster else []
            yield Entry(
                "event",
                one.id,
                one.title,
                _join(one.title),
                "",
                _join(one.place, one.who),
                _join(one.lead, *(cluster.name for cluster in self._clusters(clusters))),
                clusters=frozenset(clusters),
            )

    def _clusters(self, ids: Iterable[str]) -> list[Cluster]:
        return [found for id in sorted(ids) if (found := self.library.cluster(id))]

    def _towns(self, ids: Iterable[str]) -> list[Text]:
        return [found.name for id in sorted(ids) if (found := self.library.town(id))]


def _join(*parts: Part) -> str:
    """Both languages of each part."""
    said = (part if isinstance(part, str) else f"{part.ru} {part.en}" for part in parts if part)
    return " ".join(said)
