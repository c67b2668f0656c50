"""A self-test's result on a person's own phone: what the kiosk said, to be read again at home.

The kiosk's token holds the scores and nothing of who. The same pure rules that advise on the kiosk
(:mod:`content.selftests`) advise here, from the published pack. Nothing is stored, and a sign-up
begun here goes through :mod:`sync.centre.pages.door`, which knows nothing of the result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from content.library import DatedEvent, Library
from content.model import Profession, SelfTest
from content.selftests.advice import advise
from content.selftests.scoring import reach, shares
from sync.centre import clock
from sync.centre.packs import College, Pack, Shelf
from sync.centre.pages import door, i18n
from sync.centre.pages.radar import radar
from sync.centre.pages.render import page
from sync.centre.pages.telling import Scores, beside, tell
from sync.centre.pages.trouble import trouble
from sync.centre.state import Centre
from sync.token import ResultToken

CONSULTATIONS = ("consultation", "consultation-access")
"""Events where one is advised: of these the first that is meant for the test's audiences."""
BAR = 240
"""The length of a full bar, in its own units."""
_TOLD = re.compile(r"([a-z0-9_-]{1,32})\.(\d{1,4}):(\d{1,4}(?:,\d{1,4})*)", re.ASCII)


class NotShown(Exception):
    """A result that cannot be shown: ``broken``; ``selftest``, the pack has no such test;
    ``newer`` or ``older`` than the pack's version of it."""

    def __init__(self, reason: Literal["broken", "selftest", "newer", "older"]) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Bar:
    """A trait of the result: its bar's length of :data:`BAR`."""

    name: str
    said: str
    length: int


@dataclass(frozen=True)
class Place:
    """A college and its town in words."""

    college: College
    town: str


@dataclass(frozen=True)
class Trade:
    """A profession advised. ``places`` are where a source says it is taught, ``ask`` the base
    colleges of its clusters where none says so."""

    profession: Profession
    places: list[Place]
    ask: list[Place]


def result_page(request: Request, lang: i18n.Lang, token: ResultToken, text: str) -> Response:
    """The page of a token that is known to be good; ``text`` is the token itself."""
    centre: Centre = request.app.state.centre
    shelf: Shelf = request.app.state.shelf
    pack = shelf.pack()
    try:
        test, score = read(pack, token.result)
    except NotShown as error:
        return trouble(request, lang, error.reason)
    assert pack is not None
    library = Library(pack, shelf.folder)
    now = centre.now()
    advice = advise(library, test, score, clock.local_date(now, centre.zone))
    share = shares(test, score)
    names = [trait.riasec or trait.name.say(lang) for trait in test.traits.values()]
    pictured = test.chart in ("radar", "hexagon")
    consultation = _consultation(library, test, advice.event)
    pepper = centre.keys.pepper
    return page(
        request,
        "phone/result.html",
        lang,
        token=text,
        test=test,
        told=tell(test, score, lang),
        radar=radar(names, [share[id] for id in test.traits]) if pictured else None,
        bars=[
            Bar(trait.name.say(lang), beside(test, score, id, lang), round(BAR * share[id]))
            for id, trait in test.traits.items()
        ],
        bar=BAR,
        gives=test.gives or ["professions"],
        trades=[_trade(library, one, lang) for one in advice.professions],
        programmes=advice.programmes,
        vacancies=advice.vacancies,
        near=advice.near,
        event=advice.event,
        event_door=door.make(pepper, advice.event.event.id, now) if advice.event else "",
        consultation=consultation,
        consultation_door=door.make(pepper, consultation.event.id, now) if consultation else "",
        contact=pack.contact,
    )


def read(pack: Pack | None, told: str) -> tuple[SelfTest, Scores]:
    """The test and the scores of ``test.version:score,score,…``; NotShown where the pack cannot say
    what they mean."""
    found = _TOLD.fullmatch(told)
    if found is None:
        raise NotShown("broken")
    id, version, written = found.groups()
    tests = pack.selftests if pack is not None else []
    test = next((one for one in tests if one.id == id), None)
    if test is None:
        raise NotShown("selftest")
    if int(version) != test.version:
        raise NotShown("newer" if int(version) > test.version else "older")
    points = [int(part) for part in written.split(",")]
    limits = reach(test)
    if len(points) != len(limits):
        raise NotShown("broken")
    score = dict(zip(limits, points, strict=True))
    if any(not low <= score[trait] <= high for trait, (low, high) in limits.items()):
        raise NotShown("broken")
    return test, score


def _trade(library: Library, profession: Profession, lang: i18n.Lang) -> Trade:
    places = _places(library, profession.colleges, lang)
    held = [cluster for id in profession.clusters if (cluster := library.cluster(id))]
    bases = [cluster.base for cluster in held if cluster.base]
    return Trade(profession, places, [] if places else _places(library, bases, lang))


def _places(library: Library, ids: Iterable[str], lang: i18n.Lang) -> list[Place]:
    found = [college for id in dict.fromkeys(ids) if (college := library.college(id))]
    towns = [library.town(college.town) for college in found]
    names = [town.name.say(lang) if town else "" for town in towns]
    return [Place(*pair) for pair in zip(found, names, strict=True)]


def _consultation(library: Library, test: SelfTest, event: DatedEvent | None) -> DatedEvent | None:
    """Where to ask; None where the event that is shown already is one, or there is none."""
    if event is not None and event.event.id in CONSULTATIONS:
        return None
    for id in CONSULTATIONS:
        held = library.event(id)
        if held is not None and set(held.audiences) & set(test.audiences):
            return DatedEvent(held, None)
    return None
