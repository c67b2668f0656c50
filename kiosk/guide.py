"""What to show whom first. Pure: the same library, audience and day give the same path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import zip_longest
from typing import NamedTuple

from content.library import DatedEvent, Library
from content.model import Audience, AudienceId, Cluster, Event, Feature, Profession, Programme, Text


class Step(NamedTuple):
    """One thing an audience comes for, with all that answers it: what the kiosk can do, the
    Centre's programmes, what is on."""

    title: Text
    features: list[Feature]
    programmes: list[Programme]
    events: list[DatedEvent]


class Path(NamedTuple):
    """What an audience is led through, each list in the order it is shown. ``programmes`` and
    ``events`` are all of the audience's; ``steps`` hold each of them at most once."""

    steps: list[Step]
    programmes: list[Programme]
    clusters: list[Cluster]
    professions: list[Profession]
    events: list[DatedEvent]


def path(
    library: Library,
    audience: AudienceId | None,
    today: dt.date,
    fair: bool = False,
    has: Callable[[str], bool] = lambda _screen: True,
) -> Path:
    """The path of ``audience`` (None: everybody's) on the local date ``today``.

    Programmes and events are those made for the audience; a board that would be empty for it
    shows everybody's. Professions take turns by cluster, so the first few are unlike. ``fair``
    keeps only what goes to fairs, unless nothing does. ``has`` tells whether this kiosk has a
    screen: a feature without one is left out."""
    board = library.events_on(today)
    if fair:
        board = [entry for entry in board if entry.event.fair] or board
    programmes = [p for p in library.programmes if _is_for(p, audience)]
    events = [entry for entry in board if _is_for(entry.event, audience)] or board
    features = [f for f in library.every(Feature) if _is_for(f, audience) and has(f.screen)]
    told = library.find(Audience, audience)
    return Path(
        _steps(told, features, programmes, events) if told is not None else [],
        programmes,
        list(library.clusters),
        _in_turns(library),
        events,
    )


def _is_for(item: Programme | Feature | Event, audience: AudienceId | None) -> bool:
    return audience is None or audience in item.audiences


def _steps(
    audience: Audience,
    features: list[Feature],
    programmes: list[Programme],
    events: list[DatedEvent],
) -> list[Step]:
    """A step for each want that something answers; what answers two stands in the first."""
    features, programmes, events = list(features), list(programmes), list(events)
    steps: list[Step] = []
    for want in audience.wants:
        step = Step(
            want.title,
            [f for f in features if want.tag in f.tags],
            [p for p in programmes if want.tag in p.tags],
            [e for e in events if want.tag in e.event.tags],
        )
        if step.features or step.programmes or step.events:
            steps.append(step)
            features = [f for f in features if f not in step.features]
            programmes = [p for p in programmes if p not in step.programmes]
            events = [e for e in events if e not in step.events]
    return steps


def _in_turns(library: Library) -> list[Profession]:
    rows = (library.professions_of(cluster) for cluster in library.clusters)
    turns = (p for turn in zip_longest(*rows) for p in turn if p is not None)
    return list({profession.id: profession for profession in turns}.values())
