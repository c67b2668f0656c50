"""The hall: stands stand inside it and not in one another, walks lead past stands it has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from content.loading import Entry
from content.model import AudienceId, Hall, Spot, Stand
from content.problems import Problem
from content.rules.matter import Matter, Rule

MINUTES = (1, 90)
"""How long a walk may take: after an hour and a half nobody listens."""
SIDES = (2.0, 200.0)
"""Metres a side of a hall has: what is less is a slip of units."""
_SCREENS = Path(__file__).parents[2] / "screens"
_SLACK = 1e-9


def halls_are_rooms(matter: Matter) -> Iterator[Problem]:
    """A hall has a size, and its entrance and the kiosk are in it."""
    for entry in matter.exhibition.of(Hall):
        hall, (least, most) = entry.value, SIDES
        for field in ("width", "depth"):
            if not least <= getattr(hall, field) <= most:
                yield entry.problem(field, f"сторона зала — от {least:g} до {most:g} м")
        for field in ("entrance", "kiosk"):
            if not _holds(hall, getattr(hall, field)):
                yield entry.problem(field, f"вне зала: в нём {hall.width:g} × {hall.depth:g} м")


def stands_are_inside(matter: Matter) -> Iterator[Problem]:
    """A stand has a size and lies within its hall, and nobody stands in it."""
    halls = {hall.id: hall for hall in matter.exhibition.values(Hall)}
    for entry in matter.exhibition.of(Stand):
        stand = entry.value
        hall = halls.get(stand.hall)
        if not (stand.width > 0 and stand.depth > 0):
            yield entry.problem("width" if stand.depth > 0 else "depth", "нужен размер больше нуля")
        elif hall is not None:
            far = Spot(stand.x + stand.width, stand.y + stand.depth)
            if not (_holds(hall, Spot(stand.x, stand.y)) and _holds(hall, far)):
                yield entry.problem("x", f"выходит за стены: зал {hall.width:g} × {hall.depth:g} м")
            elif _covers(stand, hall.kiosk):
                yield entry.problem("x", "стоит на месте киоска")


def stands_are_apart(matter: Matter) -> Iterator[Problem]:
    """Two stands of a hall share neither floor nor number, and numbers count from 1."""
    before: list[Entry[Stand]] = []
    for entry in matter.exhibition.of(Stand):
        stand = entry.value
        if stand.number < 1:
            yield entry.problem("number", f"{stand.number} — номера считают с единицы")
        for other in before:
            if other.value.hall != stand.hall or other.value.id == stand.id:
                continue
            if other.value.number == stand.number:
                yield entry.problem("number", f"номер {stand.number} уже у «{other.value.id}»")
            if _overlap(other.value, stand):
                yield entry.problem("x", f"стоит на стенде «{other.value.id}»")
        before.append(entry)


def stands_lead_somewhere(matter: Matter) -> Iterator[Problem]:
    """A stand opens a cluster or a screen the kiosk has, and not both."""
    for entry in matter.exhibition.of(Stand):
        stand = entry.value
        if (stand.cluster is None) == (stand.screen is None):
            yield entry.problem("cluster", "нужно что-то одно: cluster или screen")
        elif stand.screen is not None and not _is_screen(stand.screen):
            yield entry.problem("screen", f"нет экрана «{stand.screen[:60]}»")


def routes_can_be_walked(matter: Matter) -> Iterator[Problem]:
    """A route names stands of its hall, each once, and takes :data:`MINUTES`."""
    homes = {stand.id: stand.hall for stand in matter.exhibition.values(Stand)}
    for entry in matter.exhibition.of(Hall):
        for number, route in enumerate(entry.value.routes):
            path = f"routes[{number}]"
            if not MINUTES[0] <= route.minutes <= MINUTES[1]:
                text = f"{route.minutes} — нужно от {MINUTES[0]} до {MINUTES[1]} минут"
                yield entry.problem(f"{path}.minutes", text)
            if not route.stands:
                yield entry.problem(f"{path}.stands", "нет ни одного стенда")
            for i, id in enumerate(route.stands):
                if id in route.stands[:i]:
                    text = f"«{id}» уже назван в этом маршруте"
                elif matter.exhibition.lacks(Stand, id):
                    text = f"нет стенда «{id}»"
                elif homes.get(id, entry.value.id) != entry.value.id:
                    text = f"стенд «{id}» в другом зале"
                else:
                    continue
                yield entry.problem(f"{path}.stands[{i}]", text)


def every_audience_has_a_route(matter: Matter) -> Iterator[Problem]:
    """One walk for each audience, not two."""
    for entry in matter.exhibition.of(Hall):
        seen: set[str] = set()
        for number, route in enumerate(entry.value.routes):
            if route.audience in seen:
                text = f"маршрут для «{route.audience}» уже есть"
                yield entry.problem(f"routes[{number}].audience", text)
            seen.add(route.audience)
        for id in get_args(AudienceId):
            if id not in seen:
                yield entry.problem("routes", f"нет маршрута для «{id}»", warning=True)


def _holds(hall: Hall, spot: Spot) -> bool:
    return -_SLACK <= spot.x <= hall.width + _SLACK and -_SLACK <= spot.y <= hall.depth + _SLACK


def _covers(stand: Stand, spot: Spot) -> bool:
    return stand.x < spot.x < stand.x + stand.width and stand.y < spot.y < stand.y + stand.depth


def _overlap(a: Stand, b: Stand) -> bool:
    across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    along = min(a.y + a.depth, b.y + b.depth) - max(a.y, b.y)
    return across > _SLACK and along > _SLACK


def _is_screen(name: str) -> bool:
    """Whether the program has the file of a screen: content is checked without starting it."""
    parts = name.split(".")
    return (
        len(parts) == 2
        and all(part.isidentifier() for part in parts)
        and (_SCREENS / parts[0] / f"{parts[1]}.py").is_file()
    )


RULES: list[Rule] = [
    halls_are_rooms,
    stands_are_inside,
    stands_are_apart,
    stands_lead_somewhere,
    routes_can_be_walked,
    every_audience_has_a_route,
]
