"""A pack: all content of one build, as a kiosk reads it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec

from content.model.base import Struct, Text
from content.model.centre import Audience, Consent, Contact, Event, Feature, Programme
from content.model.contests import Championship, Competence, Movement, Sector
from content.model.games import Game, Phrase
from content.model.hall import Hall, Stand
from content.model.hands import Challenge, Exhibit
from content.model.jobs import Condition, Vacancy
from content.model.region import Cluster, College, Employer, Link, Profession, Town
from content.model.selftests import SelfTest

FORMAT = 2
"""The number of the pack's format; a kiosk shows packs of its own format only."""

KINDS: dict[str, type[Struct]] = {
    "audiences": Audience,
    "clusters": Cluster,
    "employers": Employer,
    "colleges": College,
    "professions": Profession,
    "movements": Movement,
    "sectors": Sector,
    "competences": Competence,
    "championships": Championship,
    "programmes": Programme,
    "features": Feature,
    "events": Event,
    "conditions": Condition,
    "vacancies": Vacancy,
    "halls": Hall,
    "stands": Stand,
    "exhibits": Exhibit,
    "challenges": Challenge,
    "games": Game,
    "phrases": Phrase,
    "selftests": SelfTest,
    "consents": Consent,
}
"""Folder of ``exhibition/`` (or beside it, see :data:`APART`), which is also the pack's field, ->
what it holds."""


FACES: dict[type[Struct], str] = {
    Exhibit: "exhibit.yaml",
    Challenge: "challenge.yaml",
    Game: "game.yaml",
    SelfTest: "test.yaml",
}
"""Kinds with a folder for each, where their rules stand too -> the file in it."""
APART: frozenset[type[Struct]] = frozenset({Game, SelfTest})
"""Kinds whose folder stands beside ``exhibition/``, not in it."""


class Pack(Struct, frozen=True):
    """All content of one build. ``built_at`` is an ISO date-time in UTC."""

    format: int
    version: str
    built_at: str
    contact: Contact
    audiences: list[Audience]
    towns: list[Town]
    links: list[Link]
    clusters: list[Cluster]
    employers: list[Employer]
    colleges: list[College]
    professions: list[Profession]
    programmes: list[Programme]
    events: list[Event]
    consents: list[Consent]
    sources: dict[str, Text]
    """Source code -> what it is, for the line under a figure."""
    movements: list[Movement] = []
    sectors: list[Sector] = []
    competences: list[Competence] = []
    championships: list[Championship] = []
    features: list[Feature] = []
    conditions: list[Condition] = []
    vacancies: list[Vacancy] = []
    halls: list[Hall] = []
    stands: list[Stand] = []
    exhibits: list[Exhibit] = []
    challenges: list[Challenge] = []
    games: list[Game] = []
    phrases: list[Phrase] = []
    selftests: list[SelfTest] = []

    @property
    def built_on(self) -> dt.date:
        """The day the pack was built, from which samples count their dates."""
        return dt.datetime.fromisoformat(self.built_at).date()


class PackError(Exception):
    """A pack that cannot be read: missing, damaged or of another format."""


class _Label(msgspec.Struct):
    format: int


def read_pack(folder: Path) -> Pack:
    """Read ``pack.json`` of a pack's folder; PackError says in one line what is wrong."""
    try:
        written = (folder / "pack.json").read_bytes()
        label = msgspec.json.decode(written, type=_Label)
        if label.format != FORMAT:
            raise PackError(f"{folder.name}: format {label.format}, this program reads {FORMAT}")
        return msgspec.json.decode(written, type=Pack)
    except (OSError, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise PackError(f"{folder.name}: {error}") from error
