"""What the journal tells staff: the day's numbers and how much waits."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlalchemy import func, select

from kiosk.journal.epoch import read_meta
from kiosk.journal.journal import Journal
from kiosk.journal.schema import STREAMS, heads, people, use
from kiosk.journal.store import Store
from sync.messages import unpack_record


class DayCounts(NamedTuple):
    """One local day. ``by_hour`` counts visits begun in each local hour."""

    visits: int
    signups: int
    screens: int
    ratings: int
    score_sum: int
    by_hour: list[int]


class Status(NamedTuple):
    """Where the journal stands; the seqs are sums over the streams of the current epoch, and
    ``acked_seq`` counts up to the first record without a receipt."""

    epoch: str
    last_seq: int
    acked_seq: int
    pending: int


class _Score(msgspec.Struct):
    score: int = 0


def day_counts(journal: Journal, day: dt.date) -> DayCounts:
    """The numbers of the local date ``day``."""
    start = dt.datetime.combine(day, dt.time()).astimezone()
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time()).astimezone()
    within = (use.c.at >= _stamp(start)) & (use.c.at < _stamp(end))
    signups = select(func.count()).where(people.c.at == day.isoformat())
    kinds: Counter[str] = Counter()
    hours = [0] * 24
    with journal.store.read() as connection:
        for kind, at in connection.execute(select(use.c.kind, use.c.at).where(within)):
            kinds[kind] += 1
            if kind == "visit.started":
                hours[dt.datetime.fromisoformat(at).astimezone().hour] += 1
        rated = select(use.c.wire).where(within, use.c.kind == "feedback.given")
        scores = [
            msgspec.json.decode(unpack_record(wire).body, type=_Score).score
            for wire in connection.execute(rated).scalars()
        ]
        count = connection.execute(signups).scalar_one()
    return DayCounts(
        kinds["visit.started"], count, kinds["screen.seen"], len(scores), sum(scores), hours
    )


def status(path: Path) -> Status:
    """Where the journal in ``path`` stands, without opening it for the kiosk: no start is counted.
    Zeros where there is none."""
    if not path.exists():
        return Status("", 0, 0, 0)
    store = Store(path)
    try:
        with store.read() as connection:
            epoch = read_meta(connection).get("epoch", "")
            last = acked = pending = 0
            for stream, table in STREAMS.items():
                waiting = table.c.outcome.is_(None)
                head = connection.execute(
                    select(heads.c.last).where(heads.c.epoch == epoch, heads.c.stream == stream)
                ).scalar_one_or_none()
                first = connection.execute(
                    select(func.min(table.c.seq)).where(waiting, table.c.epoch == epoch)
                ).scalar_one()
                last += head or 0
                acked += (head or 0) if first is None else first - 1
                pending += connection.execute(
                    select(func.count()).select_from(table).where(waiting)
                ).scalar_one()
            return Status(epoch, last, acked, pending)
    finally:
        store.close()


def _stamp(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
