"""The hall: its stands, the walk for an audience, and what a guide tells at a stop.

Pure: asks a library, journals nothing, knows no screen.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from content.library import Library
from content.model import Cluster, Figure, Hall, Profession, Route, Stand
from content.stand_link import linked_stand, stand_address

__all__ = [
    "Stop",
    "Talk",
    "hall_of",
    "linked_stand",
    "route_of",
    "sentences",
    "stand_address",
    "stand_of",
    "stands_of",
    "stops_of",
    "talk",
]

TOLD = 2
"""Sentences a guide's slide has room for."""

_END = re.compile(r"(?<=[.!?…])(?<!\s\w\.)\s+")
"""Where a sentence ends; an initial («К. Циолковский») ends none."""


class Stop(NamedTuple):
    """A stand on a walk: ``order`` from 1, ``minutes`` about how long one stays (0: no time was
    set apart)."""

    order: int
    stand: Stand
    minutes: int


class Talk(NamedTuple):
    """What there is to tell at a stand. ``lines`` are at most :data:`TOLD` sentences in the
    language asked for; the rest is None where the stand is about no cluster or it has none."""

    title: str
    picture: str
    lines: list[str]
    cluster: Cluster | None
    profession: Profession | None
    figure: Figure | None


def hall_of(library: Library) -> Hall | None:
    """The hall the kiosk stands in: the pack's first; None where no plan was drawn."""
    return next(iter(library.every(Hall)), None)


def stand_of(library: Library, id: str | None) -> Stand | None:
    """A stand by id."""
    return library.find(Stand, id)


def stands_of(library: Library, hall: Hall) -> list[Stand]:
    """The stands of a hall by their numbers."""
    return sorted((s for s in library.every(Stand) if s.hall == hall.id), key=lambda s: s.number)


def route_of(hall: Hall, audience: str | None) -> Route | None:
    """The walk for an audience; None where there is none."""
    return next((route for route in hall.routes if route.audience == audience), None)


def stops_of(library: Library, hall: Hall, route: Route) -> list[Stop]:
    """The stands of a walk in order; those the hall does not have are left out. The walk's
    minutes are shared out evenly, the first stops taking what is left over."""
    known = {stand.id: stand for stand in stands_of(library, hall)}
    walked = [known[id] for id in dict.fromkeys(route.stands) if id in known]
    if not walked:
        return []
    each, over = divmod(max(0, route.minutes), len(walked))
    return [Stop(n + 1, stand, each + (n < over)) for n, stand in enumerate(walked)]


def talk(library: Library, stand: Stand, lang: str) -> Talk:
    """What to tell at a stand in ``lang``."""
    cluster = library.cluster(stand.cluster) if stand.cluster else None
    name, lead = stand.name.say(lang), stand.lead.say(lang)
    if cluster is None:
        return Talk(name, stand.picture, sentences(lead), None, None, None)
    return Talk(
        name,
        cluster.picture,
        sentences(cluster.makes.say(lang)) or [lead],
        cluster,
        next(iter(library.professions_of(cluster)), None),
        next(iter(cluster.figures), None),
    )


def sentences(text: str, most: int = TOLD) -> list[str]:
    """The first ``most`` sentences of a text."""
    return [part for part in _END.split(" ".join(text.split())) if part][:most]
