"""Which records of a batch can be stored as they stand, and which go to quarantine. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from sync.messages import Batch, MessageError, unpack_record
from sync.records import Record, problem

MAX_SEQ = 2**53
"""The greatest seq a record may have."""
MAX_TEXT = 64
"""Characters of a record's short texts at most."""


@dataclass(frozen=True)
class Bad:
    """Bytes for quarantine: why, and the record they are when they can be named."""

    raw: bytes
    reason: str
    record: Record | None


@dataclass
class Judged:
    """The two heaps of a batch."""

    good: list[Record] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)


def judge(batch: Batch, kiosk: str, revoked: bool) -> Judged:
    """Sort the records of ``kiosk``'s batch; nothing of a revoked kiosk is good."""
    judged = Judged()
    for raw in batch.records:
        record, reason = _read(raw)
        if record is not None and reason is None:
            reason = "revoked" if revoked else _unfit(record, kiosk) or problem(record)
            if reason is None:
                judged.good.append(record)
                continue
        judged.bad.append(Bad(bytes(raw), reason or "unreadable", record))
    return judged


def nameable(bad: Bad, kiosk: str) -> bool:
    """Whether a receipt can speak of the record: it says where it stands in this kiosk's
    journal, in values the store can hold."""
    record = bad.record
    return record is not None and record.kiosk == kiosk and _unfit(record, kiosk) is None


def _read(raw: msgspec.Raw) -> tuple[Record | None, str | None]:
    try:
        return unpack_record(bytes(raw)), None
    except MessageError:
        return None, "unreadable"


def _unfit(record: Record, kiosk: str) -> str | None:
    """Why the store cannot hold the record under this kiosk, or None. PostgreSQL holds no NUL
    in text, and neither database an integer above 64 bits."""
    if record.kiosk != kiosk:
        return "kiosk"
    if not 1 <= record.seq <= MAX_SEQ or not 0 <= record.schema <= MAX_SEQ:
        return "number"
    texts = (record.stream, record.epoch, record.kind, record.at, record.key)
    if max(map(len, texts)) > MAX_TEXT or "\0" in "".join(texts) or len(record.sha256) != 32:
        return "text"
    return "visit" if len(record.visit) > MAX_TEXT else None
