"""A stand's page on a person's own phone: no login, no script needed, nothing stored.

The address on a stand's plate is ``/s/{id}``. What the page tells comes from the published pack.
A kiosk's own code may carry a sign-up token behind the ``#``: a script then shows the way
straight into the form.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.centre import clock
from sync.centre.packs import Cluster, College, Event, Figure, Pack, Profession, Shelf, Stand
from sync.centre.pages import i18n
from sync.centre.pages.render import page
from sync.centre.pages.trouble import trouble
from sync.centre.state import Centre

FIGURES = 3
"""Figures shown at most: a phone held in one hand."""
EVENTS = 3
"""Events shown at most: the soonest of the stand's own, then those for everybody."""


@dataclass(frozen=True)
class Place:
    """A college and where it is; ``base`` is the cluster's own."""

    college: College
    town: str
    base: bool


@dataclass(frozen=True)
class Said:
    """A figure with its source in words."""

    figure: Figure
    source: str


async def stand(request: Request) -> Response:
    """The page of one stand."""
    return await run_in_threadpool(_stand, request, request.path_params["id"])


async def asked(request: Request) -> Response:
    """``/s`` alone, as when an address was cut: there is no such page."""
    return trouble(request, i18n.language(request), "missing")


def _stand(request: Request, id: str) -> Response:
    centre: Centre = request.app.state.centre
    shelf: Shelf = request.app.state.shelf
    lang = i18n.language(request)
    pack = shelf.pack()
    shown = None if pack is None else next((s for s in pack.stands if s.id == id), None)
    if pack is None or shown is None:
        return trouble(request, lang, "stand")
    cluster = next((c for c in pack.clusters if c.id == shown.cluster), None)
    today = clock.local_date(centre.now(), centre.zone)
    return page(
        request,
        "phone/stand.html",
        lang,
        stand=shown,
        cluster=cluster,
        professions=_professions(pack, cluster),
        colleges=_colleges(pack, cluster, lang),
        figures=_figures(pack, cluster, lang),
        events=_events(pack, shown, today),
        contact=pack.contact,
    )


def _professions(pack: Pack, cluster: Cluster | None) -> list[Profession]:
    """Those the cluster lists, in its order, then those that name it."""
    if cluster is None:
        return []
    known = {profession.id: profession for profession in pack.professions}
    listed = [known[id] for id in cluster.professions if id in known]
    naming = [p for p in pack.professions if cluster.id in p.clusters and p not in listed]
    return listed + naming


def _colleges(pack: Pack, cluster: Cluster | None, lang: i18n.Lang) -> list[Place]:
    if cluster is None:
        return []
    towns = {town.id: town.name.say(lang) for town in pack.towns}
    known = {college.id: college for college in pack.colleges}
    ids = dict.fromkeys([*([cluster.base] if cluster.base else []), *cluster.partners])
    return [
        Place(known[id], towns.get(known[id].town, ""), id == cluster.base)
        for id in ids
        if id in known
    ]


def _figures(pack: Pack, cluster: Cluster | None, lang: i18n.Lang) -> list[Said]:
    def source(codes: str) -> str:
        parts = (part.strip() for part in codes.split(","))
        return "; ".join(pack.sources[c].say(lang) if c in pack.sources else c for c in parts if c)

    figures = cluster.figures[:FIGURES] if cluster is not None else []
    return [Said(figure, source(figure.source)) for figure in figures]


def _events(pack: Pack, shown: Stand, today: dt.date) -> list[tuple[Event, dt.date | None]]:
    """What one may sign up for, the soonest first, standing offers last; the stand's own first."""
    dated = [(event, event.day(pack.built_on)) for event in pack.events]
    ahead = [(event, day) for event, day in dated if day is None or day >= today]

    def nearness(entry: tuple[Event, dt.date | None]) -> tuple[bool, dt.date]:
        event, day = entry
        others = shown.cluster is None or event.cluster != shown.cluster
        return others, day or dt.date.max

    return sorted(ahead, key=nearness)[:EVENTS]


routes = [
    Route("/s", asked, methods=["GET"], name="stand-asked"),
    Route("/s/{id}", stand, methods=["GET"], name="stand"),
]
