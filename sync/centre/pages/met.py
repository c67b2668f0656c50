"""The professions a child met in the games, for the grown-up who came along: no login, no script,
nothing stored.

The address, which a kiosk shows as a code, is ``/met/{profession}+{profession}``
(:func:`kiosk.handoff.met_url`): nothing in it is about anybody. What the page tells comes from the
published pack; what the pack does not know is left out.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.centre import clock
from sync.centre.packs import College, Event, Pack, Profession, Shelf
from sync.centre.pages import i18n
from sync.centre.pages.render import page
from sync.centre.pages.trouble import trouble
from sync.centre.state import Centre

MOST = 8
"""Professions told of at most: a child meets no more in a visit."""
EVENTS = 3
"""Events shown at most: the soonest."""
LONGEST = 4000
"""Characters of an address that are read."""
FAMILY = ("preschool", "pupil")
"""Whom a family comes with."""
OPEN_DAY = "open-day"
"""The tag of days when colleges open their doors."""
_BETWEEN = re.compile(r"[+,\s]+")
"""Some programs that open links turn a plus into a space."""


@dataclass(frozen=True)
class Place:
    """A college and its town in words."""

    college: College
    town: str


@dataclass(frozen=True)
class Met:
    """A profession, and where a source says it is taught."""

    profession: Profession
    places: list[Place]


async def met(request: Request) -> Response:
    """The page of these professions."""
    return await run_in_threadpool(_met, request, request.path_params["ids"])


async def asked(request: Request) -> Response:
    """``/met`` alone, as when an address was cut: there is no such page."""
    return trouble(request, i18n.language(request), "missing")


def _met(request: Request, ids: str) -> Response:
    centre: Centre = request.app.state.centre
    shelf: Shelf = request.app.state.shelf
    lang = i18n.language(request)
    pack = shelf.pack()
    found = [] if pack is None else _found(pack, ids)
    if pack is None or not found:
        return trouble(request, lang, "missing")
    today = clock.local_date(centre.now(), centre.zone)
    return page(
        request,
        "phone/met.html",
        lang,
        ids="+".join(one.id for one in found),
        met=[_told(pack, one, lang) for one in found],
        events=_events(pack, today),
        contact=pack.contact,
    )


def _found(pack: Pack, ids: str) -> list[Profession]:
    """Those the pack knows, each once, in the order of the address."""
    known = {profession.id: profession for profession in pack.professions}
    asked = dict.fromkeys(_BETWEEN.split(ids[:LONGEST]))
    return [known[id] for id in asked if id in known][:MOST]


def _told(pack: Pack, profession: Profession, lang: i18n.Lang) -> Met:
    towns = {town.id: town.name.say(lang) for town in pack.towns}
    colleges = {college.id: college for college in pack.colleges}
    taught = [colleges[id] for id in profession.colleges if id in colleges]
    return Met(profession, [Place(one, towns.get(one.town, "")) for one in taught])


def _events(pack: Pack, today: dt.date) -> list[tuple[Event, dt.date | None]]:
    """What a family may come to: what is for the youngest, then open days, then what is for
    pupils; of each the soonest first, standing offers last."""
    dated = [(event, event.day(pack.built_on)) for event in pack.events]
    ahead = [
        (event, day)
        for event, day in dated
        if (day is None or day >= today) and set(event.audiences) & set(FAMILY)
    ]

    def nearness(entry: tuple[Event, dt.date | None]) -> tuple[bool, bool, dt.date]:
        event, day = entry
        return FAMILY[0] not in event.audiences, OPEN_DAY not in event.tags, day or dt.date.max

    return sorted(ahead, key=nearness)[:EVENTS]


routes = [
    Route("/met", asked, methods=["GET"], name="met-asked"),
    Route("/met/{ids}", met, methods=["GET"], name="met"),
]
