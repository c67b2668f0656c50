"""«Самотесты»: how each test is taken and how well it measures, for the pupils' psychologist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.responses import Response, StreamingResponse

from content.model import SelfTest
from sync.centre.measuring.gathering import gather
from sync.centre.measuring.kept import Kept
from sync.centre.measuring.keys import keys
from sync.centre.measuring.table import written
from sync.centre.pages.i18n import Lang
from sync.centre.pages.staff.desk import PATH, Desk, seeing
from sync.centre.pages.staff.plots import Plot, plot
from sync.centre.pages.trouble import trouble

if TYPE_CHECKING:
    from sync.centre.measuring.figures import Figures

NARROW = 300
"""The width of a scale's plot, in its own units."""
UNKNOWN = "—"


@dataclass(frozen=True)
class Choice:
    """A test of the list above; one that nobody has taken has no sheets."""

    test: str
    version: int
    name: str
    sheets: int
    shown: bool


@dataclass(frozen=True)
class ScaleLine:
    """A scale in words, and its scores as a plot."""

    name: str
    mean: str
    sd: str
    consistency: str
    plot: Plot


@dataclass(frozen=True)
class ItemLine:
    """An item in words. ``against``: some scale it counts for says otherwise than it."""

    number: int
    asked: str
    seconds: str
    shares: str
    rest: str
    against: bool


def _page(desk: Desk) -> Response:
    kept: Kept = desk.request.app.state.measured
    measured = kept.measured(desk.centre, desk.shelf)
    known = measured.keys
    there = {(one.test, one.version): one for one in measured.figures}
    pack = desk.shelf.pack()
    shown_now = {(one.id, one.version) for one in pack.selftests} if pack else set()
    every = sorted(shown_now | set(there), key=lambda one: (_order(known, one[0]), one[0], -one[1]))
    asked = _asked(desk)
    shown = asked if asked in every else next((one for one in every if one in there), None)
    figures, test = (there.get(shown), known.get(shown)) if shown else (None, None)
    names = {one.id: one.name.say(desk.lang) for one in known.values()}
    return desk.show(
        "staff/selftests.html",
        choices=[
            Choice(
                id,
                version,
                names.get(id, id),
                there[id, version].finished if (id, version) in there else 0,
                (id, version) == shown,
            )
            for id, version in every
        ],
        name=names.get(shown[0], shown[0]) if shown else "",
        version=shown[1] if shown else 0,
        id=shown[0] if shown else "",
        figures=figures,
        **(_told(desk.lang, figures, test) if figures else {}),
    )


def _order(known: dict[tuple[str, int], SelfTest], id: str) -> int:
    return min((one.order for one in known.values() if one.id == id), default=10_000)


def _asked(desk: Desk) -> tuple[str, int]:
    asked = desk.request.query_params
    version = asked.get("version", "")
    plain = version.isascii() and version.isdecimal() and len(version) < 6
    return asked.get("test", ""), int(version) if plain else 0


def _told(lang: Lang, figures: Figures, test: SelfTest | None) -> dict[str, Any]:
    """What the page shows of one test's figures."""
    numbers = [str(n + 1) for n in range(len(figures.items))]
    steps = [str(n + 1) for n in range(len(figures.left))]
    seconds = [one.median_ms / 1000 for one in figures.items]
    return {
        "minutes": number(lang, figures.minutes, 1),
        "gone": sum(figures.left),
        "left_plot": plot(figures.left, steps, [str(n or "") for n in figures.left]),
        "time_plot": plot(seconds, numbers, [number(lang, one, 0) for one in seconds]),
        "scales": _scales(lang, figures, test),
        "items": _items(lang, figures, test),
        "agreement": number(lang, 100 * figures.agreement, 0)
        if figures.agreement is not None
        else "",
    }


def _scales(lang: Lang, figures: Figures, test: SelfTest | None) -> list[ScaleLine]:
    lines = []
    for one in figures.scales if test is not None else []:
        assert test is not None
        below = [str(n) for n in range(one.low, one.high + 1)]
        consistency = one.consistency if figures.enough else None
        lines.append(
            ScaleLine(
                test.traits[one.trait].name.say(lang),
                number(lang, one.mean, 1),
                number(lang, one.sd, 1),
                UNKNOWN if consistency is None else number(lang, consistency, 2),
                plot(one.counts, below, [""] * len(below), NARROW),
            )
        )
    return lines


def _items(lang: Lang, figures: Figures, test: SelfTest | None) -> list[ItemLine]:
    lines = []
    for n, one in enumerate(figures.items):
        rest = [r for r in one.rest.values() if r is not None] if figures.enough else []
        lines.append(
            ItemLine(
                n + 1,
                _words(test, n, lang) if test is not None else "",
                number(lang, one.median_ms / 1000, 1),
                " · ".join(f"{share:.0%}" for share in one.shares),
                " · ".join(number(lang, r, 2) for r in rest) or UNKNOWN,
                any(r < 0 for r in rest),
            )
        )
    return lines


def _words(test: SelfTest, n: int, lang: Lang) -> str:
    item = test.items[n]
    if item.ask is not None:
        return item.ask.say(lang)
    return " / ".join(answer.say.say(lang) for answer in item.answers)


def number(lang: Lang, value: float, digits: int) -> str:
    """A number as the language writes it; the minus is a real one."""
    text = f"{value:.{digits}f}".replace("-", "−")
    return text.replace(".", ",") if lang == "ru" else text


def _sheets(desk: Desk) -> Response:
    """All sheets of one version of one test, as CSV."""
    asked = _asked(desk)
    with desk.centre.store.read() as connection:
        piles = gather(connection)
    pile = next((one for one in piles if (one.test, one.version) == asked), None)
    if pile is None:
        return trouble(desk.request, desk.lang, "missing")
    headers = {
        "Content-Disposition": f'attachment; filename="{pile.test}-{pile.version}.csv"',
        "Cache-Control": "no-store",
    }
    test = keys(desk.shelf).get((pile.test, pile.version))
    return StreamingResponse(
        written(pile, test), media_type="text/csv; charset=utf-8", headers=headers
    )


routes = [
    seeing(f"{PATH}/selftests", _page, "selftests"),
    seeing(f"{PATH}/selftests/sheets.csv", _sheets, "selftest-sheets"),
]
