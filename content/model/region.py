"""The region: its towns, who works there, where people learn, what for."""

from __future__ import annotations

from typing import Literal

from content.model.base import Figure, Struct, Text
from content.model.media import Media

Klimov = Literal["nature", "technics", "human", "signs", "art"]


class Town(Struct, frozen=True):
    """A star of the constellation. ``rank`` 1 is the centre, 2 a named star, 3 a small one."""

    id: str
    name: Text
    lat: float
    lon: float
    rank: int


class Link(Struct, frozen=True):
    """A line of the constellation between two towns."""

    a: str
    b: str


class Employer(Struct, frozen=True):
    """Who takes people on. Shown with what it makes; ``source`` says who says so."""

    id: str
    name: Text
    towns: list[str]
    makes: Text
    source: str
    checked: bool = True


class College(Struct, frozen=True):
    """Where people learn. ``year`` is the year of the fact."""

    id: str
    name: Text
    short: Text
    town: str
    profile: Text
    source: str
    year: int | None = None
    checked: bool = True


class Profession(Struct, frozen=True):
    """A profession or speciality of the federal list (FGOS), with a working day in our words.

    ``title`` is what people call it, ``name`` the official name in the list, ``code`` its number
    there. ``klimov`` and ``riasec`` are editorial marks used by the guide."""

    id: str
    code: str
    name: Text
    title: Text
    kind: Literal["profession", "speciality"]
    picture: str
    clusters: list[str]
    day: Text
    """What one does in a working day, two or three sentences."""
    likes: list[Text]
    """Three or four short "it suits you if you like…" lines."""
    klimov: list[Klimov]
    riasec: str
    source: str
    colleges: list[str] = []
    """Only where a source names the trade at the college; else the screen says: ask the Centre."""
    employers: list[str] = []
    """Only where a source says that the trade works there; else likewise."""
    conditions: list[Text] = []
    """Working conditions, two to four short lines: "стоя, у станка"."""
    competences: list[str] = []
    """Related competences of championships."""
    media: list[Media] = []
    checked: bool = True


class Cluster(Struct, frozen=True):
    """A cluster of «Профессионалитет» or a story of the region's industry."""

    id: str
    kind: Literal["professionalitet", "story"]
    name: Text
    title: Text
    """The heading with soft hyphens (U+00AD) where a long word may break."""
    lead: Text
    """One sentence under the heading."""
    makes: Text
    """What its people make, two or three sentences."""
    picture: str
    hue: str
    """#RRGGBB, from the design tokens."""
    towns: list[str]
    home: str
    """The town whose star carries the cluster's pin."""
    source: str
    order: int
    base: str | None = None
    partners: list[str] = []
    employers: list[str] = []
    professions: list[str] = []
    figures: list[Figure] = []
    media: list[Media] = []
    checked: bool = True
