"""«Сегодня»: the day in numbers, two weeks of visits, the kiosks, the sign-ups by event."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from starlette.responses import Response

from sync.centre import clock
from sync.centre.pages import i18n
from sync.centre.pages.staff.desk import PATH, Desk, seeing
from sync.centre.pages.staff.words import KioskLine, kiosk_line
from sync.centre.store import overview, signups

DAYS = 14
WIDTH, HEIGHT, BASE, TOP = 620, 210, 178, 26
"""The plot, in its own units: the bars stand on ``BASE`` and reach up to ``TOP``."""


@dataclass(frozen=True)
class Bar:
    """One day of the plot."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    visits: int
    day: dt.date


@dataclass(frozen=True)
class EventLine:
    """The sign-ups of one event."""

    id: str
    title: str
    when: str
    total: int
    new: int
    accepted: int
    waiting: int
    seats: int | None


def bars(days: list[overview.Day]) -> list[Bar]:
    """Where the bars of a row of days stand; empty days get a thin line."""
    most = max([day.visits for day in days] + [1])
    step = WIDTH / len(days)
    made = []
    for n, day in enumerate(days):
        height = max(2.0, (BASE - TOP) * day.visits / most)
        x = n * step + step * 0.2
        made.append(
            Bar(
                round(x, 1),
                round(BASE - height, 1),
                round(step * 0.6, 1),
                round(height, 1),
                round(n * step + step / 2, 1),
                day.visits,
                day.day,
            )
        )
    return made


def _today(desk: Desk) -> Response:
    centre = desk.centre
    now = centre.now()
    day = clock.local_date(now, centre.zone)
    with centre.store.read() as connection:
        numbers = overview.today(connection, day)
        row = overview.visits(connection, day, DAYS)
        known = overview.known(connection)
        counts = signups.counts(connection)
    kiosks: list[KioskLine] = [kiosk_line(desk.lang, kiosk, now, centre.zone) for kiosk in known]
    return desk.show(
        "staff/today.html",
        day_now=day,
        numbers=numbers,
        average=_average(desk.lang, numbers),
        bars=bars(row),
        total=sum(one.visits for one in row),
        kiosks=kiosks,
        events=_events(desk, counts),
        unread=sum(counts.get("", {}).values()),
        plot=(WIDTH, HEIGHT, BASE),
    )


def _average(lang: i18n.Lang, numbers: overview.Today) -> str:
    if not numbers.ratings:
        return ""
    text = f"{numbers.score / numbers.ratings:.1f}"
    return text.replace(".", ",") if lang == "ru" else text


def _events(desk: Desk, counts: dict[str, dict[str, int]]) -> list[EventLine]:
    pack = desk.shelf.pack()
    known = {event.id: event for event in pack.events} if pack else {}
    lines = []
    for event_id, by_status in counts.items():
        if not event_id:
            continue
        event = known.get(event_id)
        day = event.day(pack.built_on) if event and pack else None
        when = i18n.long_day(desk.lang, day) if day else ""
        if event and day and event.time:
            when += f", {event.time}"
        lines.append(
            EventLine(
                event_id,
                event.title.say(desk.lang) if event else event_id,
                when,
                sum(by_status.values()),
                by_status.get("new", 0),
                by_status.get("accepted", 0),
                by_status.get("waiting", 0),
                event.seats if event else None,
            )
        )
    return sorted(lines, key=lambda line: (-line.new, line.title))


routes = [seeing(PATH, _today, "today")]
