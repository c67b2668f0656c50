"""What to show whom first. Pure: the same library, audience and day give the same path."""

from __future__ import annotations

import datetime as dt
from itertools import zip_longest
from typing import NamedTuple

from content.library import DatedEvent, Library
from content.model import Cluster, Profession, Programme


class Path(NamedTuple):
    """What an audience is led through, each list in the order it is shown."""

    programmes: list[Programme]
    clusters: list[Cluster]
    professions: list[Profession]
    events: list[DatedEvent]


def path(library: Library, audience: str | None, today: dt.date, fair: bool = False) -> Path:
    """The path of ``audience`` (None: everybody's) on the local date ``today``.

    Programmes and events are those made for the audience; a board that would be empty for it
    shows everybody's. Professions take turns by cluster, so the first few are unlike. ``fair``
    keeps only what goes to fairs, unless nothing does."""
    board = library.events_on(today)
    if fair:
        board = [entry for entry in board if entry.event.fair] or board
    return Path(
        [p for p in library.programmes if audience is None or audience in p.audiences],
        list(library.clusters),
        _in_turns(library),
        [e for e in board if audience is None or audience in e.event.audiences] or board,
    )


def _in_turns(library: Library) -> list[Profession]:
    rows = (library.professions_of(cluster) for cluster in library.clusters)
    turns = (p for turn in zip_longest(*rows) for p in turn if p is not None)
    return list({profession.id: profession for profession in turns}.values())
