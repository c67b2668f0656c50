"""Championships put in order for the plot: lanes, rows of years, what is said of each. Nothing is
drawn here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from content.library import Library
from content.model import Championship, Movement
from kiosk.i18n import ngettext
from screens.staff.figures import grouped
from screens.theme import _, theme

LEVELS = ("region", "national", "world")
ONE_STORY = (frozenset({"worldskills", "professionals"}),)
"""Movements whose championships are one story: the second took over from the first."""


class Lane(NamedTuple):
    """Championships of one story, the oldest first."""

    movements: tuple[Movement, ...]
    contests: tuple[Championship, ...]

    @property
    def most(self) -> int:
        """The greatest number of participants; 0 where no year has one."""
        return max((one.participants or 0 for one in self.contests), default=0)


def level_name(level: str) -> str:
    """What a level is called on its switch."""
    return {"region": _("Область"), "national": _("Россия"), "world": _("Мир")}[level]


def lanes(library: Library, level: str) -> list[Lane]:
    """A lane for each story that has championships of this level, in the movements' order."""
    found: list[Lane] = []
    told: set[str] = set()
    for movement in library.every(Movement):
        if movement.id in told:
            continue
        story = next((one for one in ONE_STORY if movement.id in one), frozenset({movement.id}))
        told |= story
        contests = sorted(
            (
                one
                for one in library.every(Championship)
                if one.level == level and one.movement in story
            ),
            key=lambda one: one.year,
        )
        named = tuple(
            one
            for one in library.every(Movement)
            if one.id in story and any(contest.movement == one.id for contest in contests)
        )
        if contests:
            found.append(Lane(named, tuple(contests)))
    return found


def axis(all_lanes: Sequence[Lane]) -> list[int]:
    """The years that stand under one another in all lanes; empty where a lane has a year twice."""
    years = [[one.year for one in lane.contests] for lane in all_lanes]
    if any(len(set(lane)) < len(lane) for lane in years):
        return []
    return sorted({year for lane in years for year in lane})


def latest(all_lanes: Sequence[Lane]) -> Championship | None:
    """What the plot shows first: the last year with a number of the first lane that has one, else
    the last year there is."""
    for lane in all_lanes:
        for one in reversed(lane.contests):
            if one.participants is not None:
                return one
    return all_lanes[0].contests[-1] if all_lanes else None


def rows(count: int, per_row: int) -> list[int]:
    """How many of ``count`` stars stand in each row of at most ``per_row``, evenly shared."""
    if count <= 0:
        return []
    number = -(-count // max(1, per_row))
    return [count // number + (1 if row < count % number else 0) for row in range(number)]


MARK = {"exactly": "", "about": "≈ ", "over": "> "}
"""The sign before a number that is not exact."""


def number_of(contest: Championship) -> str:
    """Its participants as a number with its sign; empty where no source counts them."""
    many = contest.participants
    return "" if many is None else MARK[contest.counted] + grouped(many)


def counts(contest: Championship) -> list[tuple[str, str]]:
    """What is counted of a championship: a number and its noun. Nothing for what no source
    counts."""
    lang = theme.lang
    said: list[tuple[str, str]] = []
    if contest.participants is not None:
        noun = ngettext(lang, "участник", "участника", "участников", contest.participants)
        said.append((number_of(contest), noun))
    if contest.competences is not None:
        noun = ngettext(lang, "компетенция", "компетенции", "компетенций", contest.competences)
        said.append((grouped(contest.competences), noun))
    if contest.venues is not None:
        noun = ngettext(lang, "площадка", "площадки", "площадок", contest.venues)
        said.append((grouped(contest.venues), noun))
    return said


def spoken(contest: Championship) -> str:
    """A championship in one line, for speech: its year, its name, what is counted."""
    rough = {"exactly": "", "about": _("около") + " ", "over": _("более") + " "}
    said = ", ".join(f"{number} {noun}" for number, noun in counts(contest))
    if contest.participants is not None:
        said = rough[contest.counted] + said.removeprefix(MARK[contest.counted])
    name = contest.name.say(theme.lang)
    return f"{contest.year}. {name}: {said or _('чисел в источниках нет')}"
