"""What the line of years says."""

from __future__ import annotations

from kiosk.timeline import Point
from screens.exhibition.contests.story import counts, level_name
from screens.theme import _, theme
from screens.typography import SOFT


def spoken(point: Point) -> str:
    """A point as a sentence, for those who listen."""
    title = point.title.say(theme.lang).replace(SOFT, "")
    return _("{year} год. {where}: {what}.").format(
        year=point.year, where=level_name(point.lane), what=title
    )


def where_and_when(point: Point) -> str:
    """Days and place of a championship; empty for what is none, or where no source says them."""
    contest = point.contest
    if contest is None:
        return ""
    said = [text.say(theme.lang) for text in (contest.when, contest.place) if text is not None]
    return " · ".join(said)


def counted(point: Point) -> str:
    """What is counted of a championship, in one line."""
    if point.contest is None:
        return ""
    return " · ".join(f"{number} {noun}" for number, noun in counts(point.contest))
