"""One batch, one transaction, one receipt.

A record of the same place and hash is a success again; another hash goes to ``conflicts``, so
both are kept; what cannot be stored goes to ``quarantine`` with its bytes and stops nobody.
A form that has been erased, or taken back before it came, leaves its place and no body.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, or_, select, update

from sync.centre import clock
from sync.centre.store import sealed, spans
from sync.centre.store.engine import Store
from sync.centre.store.judge import judge, nameable
from sync.centre.store.quarantine import QUOTA, keep
from sync.centre.store.rollups import count
from sync.centre.store.signups import note_signups
from sync.centre.store.tables import batches, conflicts, kiosks, records
from sync.centre.store.upsert import ignoring
from sync.messages import Answer, Batch, Outcome
from sync.records import PEOPLE, Record

_PLACES = 100
"""Streams and epochs one select asks for; an honest batch has two or three."""
_RECORD_COLUMNS = [column.name for column in records.columns]


@dataclass(frozen=True)
class Received:
    """What the receipt says of a batch, and the number the store gave the batch."""

    answers: list[Answer]
    unreadable: int
    batch: int


def receive(
    store: Store,
    kiosk: str,
    batch: Batch,
    sha256: bytes,
    now: dt.datetime,
    zone: str,
    quota: int = QUOTA,
) -> Received:
    """Store a batch whose signature is known to be ``kiosk``'s. ``sha256`` is the hash of the
    whole message; ``zone`` the time zone days are counted in."""
    with store.write() as connection:
        columns = (kiosks.c.revoked_at, kiosks.c.quarantined_bytes)
        row = connection.execute(
            select(*columns).where(kiosks.c.id == kiosk).with_for_update()
        ).one()
        judged = judge(batch, kiosk, revoked=row.revoked_at is not None)
        number = _note_batch(connection, kiosk, batch, sha256, now)
        offset = _note_contact(connection, kiosk, batch, now)
        readable = [bad.record for bad in judged.bad if bad.record is not None]
        gone = sealed.gone(connection, kiosk, [*judged.good, *readable])
        fates = _insert(connection, kiosk, judged.good, number)
        new = [record for record, outcome in fates if outcome in ("stored", "conflict")]
        sealed.keep(connection, new, gone, number)
        room = max(0, quota - row.quarantined_bytes)
        kept = keep(connection, kiosk, judged.bad, number, room, gone)
        named = [bad.record for bad in kept if bad.record is not None and nameable(bad, kiosk)]
        fates += [(record, "quarantined") for record in named]
        _hold(connection, kiosk, fates)
        stored = [record for record, outcome in fates if outcome == "stored"]
        count(connection, kiosk, stored, offset, now, zone)
        note_signups(connection, stored, gone, now)
    return Received(
        [Answer(r.stream, r.epoch, r.seq, r.sha256, outcome) for r, outcome in fates],
        len(kept) - len(named),
        number,
    )


def _note_batch(
    connection: Connection, kiosk: str, batch: Batch, sha256: bytes, now: dt.datetime
) -> int:
    statement = insert(batches).values(
        kiosk=kiosk,
        sha256=sha256,
        received_at=clock.stamp(now),
        sent_at=batch.header.sent_at[:40].replace("\0", ""),
        records=len(batch.records),
    )
    return int(connection.execute(statement.returning(batches.c.id)).scalar_one())


def _note_contact(connection: Connection, kiosk: str, batch: Batch, now: dt.datetime) -> int:
    """Note that the kiosk was heard; how far its clock is ahead of ours, ms."""
    offset = clock.offset_ms(batch.header.sent_at, now)
    connection.execute(
        update(kiosks)
        .where(kiosks.c.id == kiosk)
        .values(seen_at=clock.stamp(now), clock_offset_ms=offset)
    )
    return offset or 0


def _insert(
    connection: Connection, kiosk: str, good: list[Record], batch: int
) -> list[tuple[Record, Outcome]]:
    """Insert what is new, then compare hashes with one select. A row of ours carries our batch
    number, so "stored" and "same" cannot be taken for one another."""
    if not good:
        return []
    rows = [(*msgspec.structs.astuple(_bare(record)), batch) for record in good]
    connection.exec_driver_sql(_insert_sql(connection), rows)
    held = _held(connection, kiosk, good)
    fates: list[tuple[Record, Outcome]] = []
    clashing: list[Record] = []
    for record in good:
        sha256, by = held.get((record.stream, record.epoch, record.seq), (b"", 0))
        if sha256 != record.sha256:
            clashing.append(record)
            fates.append((record, "conflict"))
        else:
            fates.append((record, "stored" if by == batch else "same"))
    if clashing:
        values: list[dict[str, Any]] = [
            msgspec.structs.asdict(_bare(record)) | {"batch": batch} for record in clashing
        ]
        connection.execute(ignoring(connection, conflicts), values)
    return fates


def _bare(record: Record) -> Record:
    """The record as its table keeps it: a sealed body lies apart."""
    return msgspec.structs.replace(record, body=b"") if record.stream == PEOPLE else record


def _insert_sql(connection: Connection) -> str:
    """Written by hand: positional rows straight from the structs, which halves its cost."""
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    places = ", ".join([mark] * len(_RECORD_COLUMNS))
    names = ", ".join(f'"{name}"' for name in _RECORD_COLUMNS)
    return f"INSERT INTO records ({names}) VALUES ({places}) ON CONFLICT DO NOTHING"  # noqa: S608


def _held(
    connection: Connection, kiosk: str, good: list[Record]
) -> dict[tuple[str, str, int], tuple[bytes, int]]:
    """Hash and batch of what lies at the places of these records, by one select."""
    seqs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for record in good:
        seqs[record.stream, record.epoch].append(record.seq)
    key = records.c
    columns = (key.stream, key.epoch, key.seq, key.sha256, key.batch)
    held: dict[tuple[str, str, int], tuple[bytes, int]] = {}
    places = list(seqs.items())
    for start in range(0, len(places), _PLACES):
        here = [
            (key.stream == stream) & (key.epoch == epoch) & _among(of_stream)
            for (stream, epoch), of_stream in places[start : start + _PLACES]
        ]
        found = connection.execute(select(*columns).where(key.kiosk == kiosk, or_(*here)))
        held.update(((row[0], row[1], row[2]), (row[3], row[4])) for row in found)
    return held


def _among(seqs: list[int]) -> Any:
    """``seq`` between the ends when they lie close together, else exactly these."""
    low, high = min(seqs), max(seqs)
    if high - low < 4 * len(seqs):
        return records.c.seq.between(low, high)
    return records.c.seq.in_(seqs)


def _hold(connection: Connection, kiosk: str, fates: list[tuple[Record, Outcome]]) -> None:
    """What has been answered is held, also in quarantine: a kiosk need not send it again."""
    seqs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for record, _ in fates:
        seqs[record.stream, record.epoch].append(record.seq)
    for (stream, epoch), of_stream in sorted(seqs.items()):
        spans.hold(connection, kiosk, stream, epoch, of_stream)
