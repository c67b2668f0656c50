"""Championships of skill: the movements, the sectors of skill, competences, contests by year."""

from __future__ import annotations

from typing import Literal

from content.model.base import Figure, Struct, Text
from content.model.media import Media

Level = Literal["region", "national", "world"]
"""Where a contest or a piece of its story belongs: our region, the country, the world."""


class Chapter(Struct, frozen=True):
    """A piece of a movement's story: a heading, a paragraph, the figures that belong to it."""

    title: Text
    text: Text
    picture: str
    source: str
    year: int | None = None
    """The year it tells of, where it tells of one."""
    level: Level | None = None
    """The lane of the line of years it stands in; None where it is not on the line, for a
    championship of that year already tells the same."""
    figures: list[Figure] = []
    checked: bool = True


class Movement(Struct, frozen=True):
    """WorldSkills, «Профессионалы» or Abilympics: what it is, told in chapters."""

    id: str
    name: Text
    lead: Text
    what: Text
    """What it is, two or three sentences."""
    picture: str
    hue: str
    """#RRGGBB of its head."""
    source: str
    order: int
    chapters: list[Chapter] = []
    figures: list[Figure] = []
    checked: bool = True


class Sector(Struct, frozen=True):
    """One of the six sectors of skill."""

    id: str
    name: Text
    lead: Text
    picture: str
    hue: str
    source: str
    order: int
    checked: bool = True


class Competence(Struct, frozen=True):
    """What people compete in. ``asks`` is what it asks of a competitor, ``expert`` what an expert
    looks at, each one or two sentences."""

    id: str
    name: Text
    sector: str
    movements: list[str]
    asks: Text
    expert: Text
    picture: str
    source: str
    region: bool = False
    """Whether a source names it at a championship of the region."""
    professions: list[str] = []
    media: list[Media] = []
    checked: bool = True


class Championship(Struct, frozen=True):
    """A contest of one year. Counts are None where no source gives them."""

    id: str
    movement: str
    level: Level
    year: int
    name: Text
    source: str
    place: Text | None = None
    when: Text | None = None
    """Its days in words: "13–17 февраля"."""
    participants: int | None = None
    counted: Literal["exactly", "about", "over"] = "exactly"
    """How the source gives the participants: a number, about it, or more than it."""
    competences: int | None = None
    venues: int | None = None
    note: Text | None = None
    """What else the source says: results of the region, who came."""
    figures: list[Figure] = []
    checked: bool = True
