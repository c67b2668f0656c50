"""The line of years: what the library says of contests of skill, year by year in three lanes.

Nothing is added to what is told: a point is a championship, a chapter of a movement that says
where it happened, or figures of a chapter that belong to another year than the chapter itself.
Each has a source; what has no year is not on the line, and a year without a point is quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content.library import Library
from content.model import Championship, Chapter, Figure, Movement, Text
from content.model.contests import Level

LANES: tuple[Level, ...] = ("world", "national", "region")
"""From the widest to the nearest, which is how they are drawn from above."""
PICTURES: dict[Level, str] = {
    "world": "globe-with-meridians",
    "national": "trophy",
    "region": "round-pushpin",
}
"""What a championship of a lane is drawn with: it has no picture of its own."""


@dataclass(frozen=True, slots=True)
class Point:
    """One fact in one year. ``contest`` is the championship it is, where it is one: its counts
    are worded by the screen. ``text`` may be None where figures say it all."""

    id: str
    lane: Level
    year: int
    movement: Movement
    title: Text
    text: Text | None
    source: str
    picture: str
    figures: tuple[Figure, ...] = ()
    contest: Championship | None = None


def points(library: Library) -> list[Point]:
    """All points, the oldest first; within a year by lane, then as the library has them."""
    found = [*_chapters(library), *_contests(library)]
    order = {lane: number for number, lane in enumerate(LANES)}
    return sorted(found, key=lambda one: (one.year, order[one.lane]))


def years(found: list[Point], this_year: int) -> range:
    """From the first point's year to ``this_year``, or to the last point's where that is later;
    empty without points."""
    if not found:
        return range(0)
    return range(found[0].year, max(this_year, found[-1].year) + 1)


def _contests(library: Library) -> Iterator[Point]:
    for contest in library.every(Championship):
        movement = library.find(Movement, contest.movement)
        if movement is not None:
            yield Point(
                id=f"contest:{contest.id}",
                lane=contest.level,
                year=contest.year,
                movement=movement,
                title=contest.name,
                text=contest.note,
                source=contest.source,
                picture=PICTURES[contest.level],
                figures=tuple(contest.figures),
                contest=contest,
            )


def _chapters(library: Library) -> Iterator[Point]:
    for movement in library.every(Movement):
        for number, chapter in enumerate(movement.chapters):
            if chapter.level is not None and chapter.year is not None:
                yield from _of_chapter(movement, number, chapter, chapter.level, chapter.year)


def _of_chapter(
    movement: Movement, number: int, chapter: Chapter, lane: Level, year: int
) -> Iterator[Point]:
    own = tuple(one for one in chapter.figures if one.year == year)
    id = f"chapter:{movement.id}:{number}"
    yield Point(
        id, lane, year, movement, chapter.title, chapter.text, chapter.source, chapter.picture, own
    )
    for other in sorted({one.year for one in chapter.figures} - {year}):
        figures = tuple(one for one in chapter.figures if one.year == other)
        sources = ", ".join(dict.fromkeys(one.source for one in figures))
        yield Point(
            f"{id}:{other}",
            lane,
            other,
            movement,
            chapter.title,
            None,
            sources,
            chapter.picture,
            figures,
        )
