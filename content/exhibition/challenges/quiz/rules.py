"""A trade, a college or a plant of the region, and four clusters: where does it belong?

Only what the library says is asked about. A cluster that shares anybody with the right one is
never offered beside it, so one answer alone is right.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from content.exhibition.challenges.task import Task, unlike
from content.library import Library
from content.model import Cluster, Text

STARS = (8, 15, 22)
ANSWERS = 4
MOST = 40
Kind = Literal["profession", "college", "employer"]
KINDS: tuple[Kind, ...] = ("profession", "college", "employer")
PICTURES = {"college": "graduation-cap", "employer": "factory"}


@dataclass(frozen=True)
class Answer:
    """A cluster that is offered, by its heading, soft hyphens and all."""

    id: str
    name: Text
    picture: str


@dataclass(frozen=True, kw_only=True)
class Belonging(Task):
    """``name`` belongs to ``clusters[right[0]]``."""

    kind: Kind
    id: str
    name: Text
    picture: str
    clusters: tuple[Answer, ...]

    @property
    def cluster(self) -> Answer:
        """Where it belongs."""
        return self.clusters[self.right[0]]

    @property
    def about(self) -> tuple[str, str] | None:
        """The page of the trade, else of the cluster."""
        if self.kind == "profession":
            return "profession", self.id
        return "cluster", self.cluster.id

    @property
    def key(self) -> Hashable:
        """What is asked about: nothing comes twice."""
        return self.kind, self.id


@dataclass(frozen=True)
class Asked:
    """What may be asked about, and all the clusters it belongs to."""

    kind: Kind
    id: str
    name: Text
    picture: str
    clusters: frozenset[str]


def tasks_of(library: Library, seed: int, lang: str = "ru") -> Sequence[Belonging]:
    """Trades, colleges and employers of clusters, in turn."""
    all_of = {kind: [one for one in asked(library) if one.kind == kind] for kind in KINDS}
    kinds = [kind for kind in KINDS if all_of[kind]]
    if not kinds:
        return ()

    def draw(random: Random, number: int) -> Belonging | None:
        one = random.choice(all_of[kinds[number % len(kinds)]])
        return _belonging(random, one, library)

    return unlike(draw, seed, min(MOST, sum(map(len, all_of.values()))))


def asked(library: Library) -> list[Asked]:
    """Everybody whose cluster the library knows; of trades those of one cluster alone, for those
    of several work nearly everywhere."""
    found: dict[tuple[Kind, str], set[str]] = {}
    for cluster in library.clusters:
        for member in members(library, cluster):
            found.setdefault(member, set()).add(cluster.id)
    told = []
    for (kind, id), clusters in found.items():
        face = _face(library, kind, id)
        if face is not None and (kind != "profession" or len(clusters) == 1):
            told.append(Asked(kind, id, *face, frozenset(clusters)))
    return told


def members(library: Library, cluster: Cluster) -> set[tuple[Kind, str]]:
    """Who belongs to a cluster: its trades, colleges and employers."""
    colleges = [*([cluster.base] if cluster.base else []), *cluster.partners]
    return {
        *(("profession", one.id) for one in library.professions_of(cluster)),
        *(("college", id) for id in colleges),
        *(("employer", id) for id in cluster.employers),
    }


def _face(library: Library, kind: Kind, id: str) -> tuple[Text, str] | None:
    if kind == "profession":
        profession = library.profession(id)
        return (profession.title, profession.picture) if profession is not None else None
    thing = library.college(id) if kind == "college" else library.employer(id)
    return (thing.name, PICTURES[kind]) if thing is not None else None


def _belonging(random: Random, one: Asked, library: Library) -> Belonging | None:
    right = random.choice([cluster for cluster in library.clusters if cluster.id in one.clusters])
    mine = members(library, right)
    others = [
        cluster
        for cluster in library.clusters
        if cluster.id not in one.clusters and not members(library, cluster) & mine
    ]
    if len(others) < ANSWERS - 1:
        return None
    offered = [right, *random.sample(others, ANSWERS - 1)]
    random.shuffle(offered)
    return Belonging(
        choices=ANSWERS,
        right=(offered.index(right),),
        kind=one.kind,
        id=one.id,
        name=one.name,
        picture=one.picture,
        clusters=tuple(Answer(c.id, c.title, c.picture) for c in offered),
    )
