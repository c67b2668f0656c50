"""Quarantine: what a known kiosk sent and the store cannot take, kept byte for byte."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, insert, select, update

from sync.centre.store.judge import Bad
from sync.centre.store.tables import kiosks, quarantine
from sync.records import PEOPLE

QUOTA = 64 * 1024 * 1024
"""Bytes kept for one kiosk. What goes beyond it is not received: the receipt does not name it
and the kiosk keeps it."""


def keep(
    connection: Connection, kiosk: str, bad: list[Bad], batch: int, room: int, gone: set[bytes]
) -> list[Bad]:
    """Keep the bytes within ``room``; the ones that are kept, those of an earlier time too. Of a
    record whose id is ``gone`` only the length is kept."""
    if not bad:
        return []
    by_hash = {hashlib.sha256(one.raw).digest(): one for one in bad}
    known = set(
        connection.execute(
            select(quarantine.c.raw_sha256).where(
                quarantine.c.kiosk == kiosk, quarantine.c.raw_sha256.in_(list(by_hash))
            )
        ).scalars()
    )
    kept, rows, used = [], [], 0
    for sha256, one in by_hash.items():
        if sha256 not in known:
            if used + len(one.raw) > room:
                continue
            used += len(one.raw)
            rows.append(
                {
                    "kiosk": kiosk,
                    "raw_sha256": sha256,
                    "reason": one.reason,
                    "raw": bytes(len(one.raw)) if _is_gone(one, gone) else one.raw,
                    "batch": batch,
                }
            )
        kept.append(one)
    if rows:
        connection.execute(insert(quarantine), rows)
        grown = kiosks.c.quarantined_bytes + used
        connection.execute(
            update(kiosks).where(kiosks.c.id == kiosk).values(quarantined_bytes=grown)
        )
    return kept


def _is_gone(bad: Bad, gone: set[bytes]) -> bool:
    record = bad.record
    return record is not None and record.stream == PEOPLE and record.id in gone
