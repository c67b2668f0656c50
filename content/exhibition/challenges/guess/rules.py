"""Two things of a trade, and four trades: whose things are they?"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random

from content.exhibition.challenges.guess.tools import TOOLS, Tool
from content.exhibition.challenges.task import Task, unlike
from content.library import Library
from content.model import Profession, Text

STARS = (8, 15, 22)
ANSWERS = 4
MOST = 40


@dataclass(frozen=True)
class Trade:
    """An answer: a profession as people call it."""

    id: str
    name: Text


@dataclass(frozen=True, kw_only=True)
class Guess(Task):
    """``tools`` are of the trade ``trades[right[0]]``."""

    tools: tuple[Tool, ...]
    trades: tuple[Trade, ...]

    @property
    def profession(self) -> Trade:
        """Whose things they are."""
        return self.trades[self.right[0]]

    @property
    def about(self) -> tuple[str, str] | None:
        """The trade's page."""
        return "profession", self.profession.id

    @property
    def key(self) -> Hashable:
        """The trade: none is asked for twice."""
        return self.profession.id


def tasks_of(library: Library, seed: int, lang: str = "ru") -> Sequence[Guess]:
    """The library's trades whose things are known. Trades of one cluster are never offered
    together: their work is too much alike."""
    known = [found for id in TOOLS if (found := library.profession(id)) is not None]
    if len(known) < ANSWERS:
        return ()

    def draw(random: Random, _number: int) -> Guess | None:
        return _guess(random, random.choice(known), known)

    return unlike(draw, seed, min(MOST, len(known)))


def _guess(random: Random, asked: Profession, known: Sequence[Profession]) -> Guess | None:
    others = [one for one in known if one != asked and not set(one.clusters) & set(asked.clusters)]
    if len(others) < ANSWERS - 1:
        return None
    offered = [asked, *random.sample(others, ANSWERS - 1)]
    random.shuffle(offered)
    return Guess(
        choices=ANSWERS,
        right=(offered.index(asked),),
        tools=TOOLS[asked.id],
        trades=tuple(Trade(one.id, one.title) for one in offered),
    )
