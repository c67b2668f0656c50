"""Which seqs are held, as unbroken runs: what makes ``ask`` cost its answer and no more.

A batch merges its seqs into the runs of its kiosk inside its own transaction, under the lock of
the kiosk's row, so batches may come twice, late, out of order and side by side.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, delete, func, insert, select

from sync.centre.store.tables import spans
from sync.messages import Mark

Run = tuple[int, int]


def runs(seqs: Iterable[int]) -> list[Run]:
    """Sorted, disjoint, unbroken runs (both ends inclusive) of a heap of numbers."""
    found: list[Run] = []
    for seq in sorted(set(seqs)):
        if found and found[-1][1] == seq - 1:
            found[-1] = (found[-1][0], seq)
        else:
            found.append((seq, seq))
    return found


def merge(held: Iterable[Run], new: Iterable[Run]) -> list[Run]:
    """The union of two sets of runs, touching runs joined."""
    joined: list[Run] = []
    for low, high in sorted([*held, *new]):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def gaps(held: list[Run]) -> list[tuple[int, int]]:
    """The half-open ranges missing between 1 and the last of the sorted runs."""
    missing, expected = [], 1
    for low, high in held:
        if low > expected:
            missing.append((expected, low))
        expected = high + 1
    return missing


def hold(connection: Connection, kiosk: str, stream: str, epoch: str, seqs: Iterable[int]) -> None:
    """Count ``seqs`` as held. The caller holds the lock of the kiosk's row."""
    new = runs(seqs)
    here = (spans.c.kiosk == kiosk) & (spans.c.stream == stream) & (spans.c.epoch == epoch)
    touched = here & (spans.c.low <= new[-1][1] + 1) & (spans.c.high >= new[0][0] - 1)
    columns = (spans.c.low, spans.c.high)
    held = [(low, high) for low, high in connection.execute(select(*columns).where(touched))]
    union = merge(held, new)
    if union == sorted(held):
        return
    if held:
        connection.execute(delete(spans).where(touched))
    place = {"kiosk": kiosk, "stream": stream, "epoch": epoch}
    connection.execute(insert(spans), [place | {"low": low, "high": high} for low, high in union])


def marks(connection: Connection, kiosk: str, table: Table = spans) -> list[Mark]:
    """What is held of one kiosk, a mark for each stream and epoch."""
    columns = (table.c.stream, table.c.epoch, table.c.low, table.c.high)
    rows = connection.execute(select(*columns).where(table.c.kiosk == kiosk).order_by(*columns))
    by_stream: dict[tuple[str, str], list[Run]] = {}
    for stream, epoch, low, high in rows:
        by_stream.setdefault((stream, epoch), []).append((low, high))
    return [
        Mark(stream, epoch, held[-1][1], gaps(held)) for (stream, epoch), held in by_stream.items()
    ]


def totals(connection: Connection) -> dict[str, int]:
    """How many seqs are held of each kiosk."""
    length = func.sum(spans.c.high - spans.c.low + 1)
    query = select(spans.c.kiosk, length).group_by(spans.c.kiosk)
    return {kiosk: int(number) for kiosk, number in connection.execute(query)}


def missing(connection: Connection) -> int:
    """How many seqs are missing below the last ones held, over all kiosks."""
    last = func.max(spans.c.high)
    held = func.sum(spans.c.high - spans.c.low + 1)
    by_stream = (
        select((last - held).label("gap"))
        .group_by(spans.c.kiosk, spans.c.stream, spans.c.epoch)
        .subquery()
    )
    return int(connection.execute(select(func.sum(by_stream.c.gap))).scalar() or 0)
