"""The sheets of the self-tests, from the store: answers and times; no visit, kiosk or moment."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection, func, select

from sync.centre.store.tables import records, rollups

FINISHED, LEFT = "selftest.finished", "selftest.left"
LONGEST = 200
"""Items of a sheet at most; a longer one is no sheet of ours."""
SLOWEST_MS = 3_600_000
"""No item is looked at for longer, as no screen is (:mod:`kiosk.visit`)."""
_AT_ONCE = 5000
_SIGNS = "abcdefghi-"
_ID = re.compile(r"[a-z0-9_-]{1,32}", re.ASCII)


class _Finished(msgspec.Struct):
    test: str
    version: int
    answers: str
    ms: list[int]
    lang: str = ""


class _Left(msgspec.Struct):
    test: str
    version: int
    reached: int


@dataclass
class Pile:
    """The sheets of one version of one test. ``left`` counts those abandoned by how many items had
    an answer; ``unfit`` are sheets whose answers and times are not of one length."""

    test: str
    version: int
    answers: list[str] = field(default_factory=list)
    ms: list[list[int]] = field(default_factory=list)
    langs: list[str] = field(default_factory=list)
    left: Counter[int] = field(default_factory=Counter)
    unfit: int = 0


def gather(connection: Connection) -> list[Pile]:
    """All there is, by test and version, the newest version of a test first. What cannot be read
    as a sheet is passed over."""
    piles: dict[tuple[str, int], Pile] = {}

    def pile(test: str, version: int) -> Pile:
        return piles.setdefault((test, version), Pile(test, version))

    finished, left = msgspec.json.Decoder(_Finished), msgspec.json.Decoder(_Left)
    query = select(records.c.kind, records.c.body).where(records.c.kind.in_((FINISHED, LEFT)))
    rows = connection.execution_options(yield_per=_AT_ONCE).execute(query)
    for kind, body in rows:
        try:
            if kind == LEFT:
                gone = left.decode(body)
                if _named(gone) and 0 < gone.reached <= LONGEST:
                    pile(gone.test, gone.version).left[gone.reached] += 1
                continue
            sheet = finished.decode(body)
        except msgspec.DecodeError:
            continue
        if not _named(sheet):
            continue
        into = pile(sheet.test, sheet.version)
        if not _fits(sheet):
            into.unfit += 1
            continue
        into.answers.append(sheet.answers)
        into.ms.append(sheet.ms)
        into.langs.append(sheet.lang if sheet.lang in ("ru", "en") else "")
    return sorted(piles.values(), key=lambda one: (one.test, -one.version))


def _named(one: _Finished | _Left) -> bool:
    return _ID.fullmatch(one.test) is not None and 0 < one.version < 10_000


def _fits(sheet: _Finished) -> bool:
    return (
        0 < len(sheet.answers) == len(sheet.ms) <= LONGEST
        and not sheet.answers.strip(_SIGNS)
        and min(sheet.ms) >= 0
        and max(sheet.ms) <= SLOWEST_MS
    )


def amount(connection: Connection) -> int:
    """How many sheets have come in, finished or left: a cheap sign of whether there are more."""
    query = select(func.sum(rollups.c.count)).where(rollups.c.kind.in_((FINISHED, LEFT)))
    return int(connection.execute(query).scalar() or 0)
